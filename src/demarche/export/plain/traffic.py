"""Traffic with its figures, as plain values for JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from demarche.analysis.traffic import Traffic
from demarche.export.plain.contacts import (
    coverage_dict,
    reasoned_dicts,
)

if TYPE_CHECKING:
    from demarche.analysis.traffic import Pair
    from demarche.statistics import Finding

__all__ = ["finding_dict", "traffic_dict"]


def traffic_dict(answer: Traffic) -> dict[str, Any]:
    """The answer for JSON."""
    return {
        "of": answer.of,
        "rule": answer.rule,
        "by": answer.unit,
        "first": answer.calendar.first.isoformat(),
        "last": answer.calendar.last.isoformat(),
        "as_of": answer.as_of.isoformat(),
        "rows": [asdict(row) for row in answer.rows],
        "pairs": [_pair_dict(pair) for pair in answer.pairs],
        "balance": finding_dict(answer.balance),
        "lengths": finding_dict(answer.lengths),
        "plans": finding_dict(answer.plans),
        "undated_plans": answer.undated_plans,
        "reciprocity": finding_dict(answer.returned),
        "doubtful": reasoned_dicts(answer.doubtful),
        "coverage": coverage_dict(answer.coverage),
        "warnings": list(answer.coverage.notes),
    }


def _pair_dict(pair: Pair) -> dict[str, Any]:
    return {
        "counterpart": pair.counterpart,
        "contacts": [contact.id for contact in pair.contacts],
        "share": finding_dict(pair.share),
        "balance": finding_dict(pair.balance),
        "lengths": finding_dict(pair.lengths),
    }


def finding_dict(finding: Finding) -> dict[str, Any]:
    """A figure with its interval, its sentence, its notes and the section of docs/methods.md that makes it."""
    return asdict(finding)
