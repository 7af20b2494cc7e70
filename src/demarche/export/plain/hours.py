"""Sums of hours and their comparison, as plain values for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demarche.export.plain.contacts import (
    contact_dict,
    coverage_dict,
    reasoned_dicts,
    rule_dict,
)

if TYPE_CHECKING:
    from demarche.analysis import ComparisonAnswer, HoursAnswer

__all__ = ["comparison_dict", "hours_dict"]


def hours_dict(answer: HoursAnswer) -> dict[str, Any]:
    """A sum for JSON: minutes, `max` null where it is open."""
    return {
        "who": answer.who,
        "rule": answer.rule,
        "counting": rule_dict(answer.counting),
        "contacts": answer.contacts,
        "with_length": answer.known,
        "told": {"min": answer.told.least, "max": answer.told.most},
        "total": {"min": answer.total.least, "max": answer.total.most},
        "unknown": [contact.id for contact in answer.unknown],
        "open_ended": [contact.id for contact in answer.open_ended],
        "rows": [contact_dict(contact) for contact in answer.rows],
        "doubtful": reasoned_dicts(answer.doubtful),
        "left_out": reasoned_dicts(answer.left_out),
        "coverage": coverage_dict(answer.coverage),
        "warnings": list(answer.coverage.notes),
    }


def comparison_dict(answer: ComparisonAnswer) -> dict[str, Any]:
    """A comparison for JSON; `needs` are average minutes of the lengths that nobody tells."""
    return {
        "verdict": answer.verdict,
        "sentence": answer.sentence,
        "factor": answer.factor,
        "about": answer.about,
        "ratio": {"min": answer.ratio[0], "max": answer.ratio[1]},
        "possible": list(answer.possible),
        "needs": [
            {"claim": n.claim, "side": n.side, "min": n.least, "max": n.most, "impossible": n.impossible}
            for n in answer.needs
        ],
        "shared": [contact.id for contact in answer.shared],
        "first": hours_dict(answer.first),
        "second": hours_dict(answer.second),
    }
