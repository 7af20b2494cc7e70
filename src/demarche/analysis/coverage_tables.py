"""What a ledger covers: which sources from when to when, documents and events by month, gaps and thin months."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from demarche.ledger import Ledger

__all__ = ["CoverageTable", "MonthRow", "SourceRow", "coverage_table"]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One publisher: its documents, from when to when (ISO days), the months between without any."""

    publisher: str
    source_class: str
    documents: int
    undated: int
    first: str | None
    last: str | None
    months: int
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month (`2025-03`): documents published in it, official ones among them, contacts and other events of it.

    `thin` when it has fewer than half of the median of the months that have documents.
    """

    month: str
    documents: int
    official: int
    sources: int
    events: int
    thin: bool = False


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """Sources, or months, with the gaps (months without a document) and the thin ones."""

    documents: int
    undated: int
    first: str | None
    last: str | None
    official: int
    median: float
    sources: tuple[SourceRow, ...]
    months: tuple[MonthRow, ...]
    gaps: tuple[str, ...]
    thin: tuple[str, ...]


def coverage_table(
    ledger: Ledger,
    *,
    by: Literal["source", "month"] | None = None,
    between: str | tuple[str, ...] = (),
    and_: str | tuple[str, ...] = (),
    period: str | None = None,
) -> CoverageTable:
    """What the ledger covers, of everything or of the documents that tell of these sides."""
    raise NotImplementedError
