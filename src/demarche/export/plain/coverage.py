"""The coverage of a ledger, as plain values for JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from demarche.analysis import CoverageTable

__all__ = ["table_dict"]


def table_dict(table: CoverageTable, only: str | None) -> dict[str, Any]:
    """The coverage for JSON."""
    found: dict[str, Any] = {
        "documents": table.documents,
        "undated": table.undated,
        "first": table.first,
        "last": table.last,
        "classes": dict(table.classes),
        "median": table.median,
        "gaps": list(table.gaps),
        "thin": list(table.thin),
    }
    if only != "month":
        found["sources"] = [asdict(row) for row in table.sources]
    if only != "source":
        found["months"] = [asdict(row) for row in table.months]
    return found
