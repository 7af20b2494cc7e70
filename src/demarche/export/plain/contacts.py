"""Contacts, counts and what stands behind them, as plain values for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from demarche.analysis import CountingRule
from demarche.export.plain.rows import event_dict

if TYPE_CHECKING:
    from demarche.analysis import Answer, Change, Contact, Coverage, Doubtful

__all__ = ["answer_dict", "change_dicts", "contact_dict", "coverage_dict", "reasoned_dicts", "row_dicts", "rule_dict"]


def contact_dict(contact: Contact) -> dict[str, Any]:
    """A contact with its reports, for JSON. `standing` says who stands for it: machine, confirmed, person."""
    least, most = contact.minutes or (None, None)
    return {
        "id": contact.id,
        "date": contact.date,
        "type": contact.type,
        "left": list(contact.left),
        "right": list(contact.right),
        "others": list(contact.others),
        "minutes_min": least,
        "minutes_max": most,
        "standing": contact.standing,
        "disputed": contact.disputed,
        "perhaps_one_of": contact.maybe_same,
        "notes": list(contact.notes),
        "reports": [event_dict(row) for row in contact.reports],
    }


def reasoned_dicts(items: Sequence[Doubtful]) -> list[dict[str, Any]]:
    """Contacts that are left out, with their reasons, for JSON."""
    return [{**contact_dict(item.contact), "reason": item.reason} for item in items]


def change_dicts(changes: Sequence[Change]) -> list[dict[str, Any]]:
    """What would change the number, for JSON."""
    return [{"value": c.value, "words": c.words, "events": [contact.id for contact in c.contacts]} for c in changes]


def coverage_dict(covered: Coverage) -> dict[str, Any]:
    """The documents behind an answer, for JSON."""
    return {
        "documents": covered.documents,
        "first": covered.first,
        "last": covered.last,
        "undated": covered.undated,
        "entries": covered.entries,
        "gaps": list(covered.gaps),
        "thin": list(covered.thin),
    }


def answer_dict(answer: Answer) -> dict[str, Any]:
    """An answer for JSON."""
    d = answer.durations
    return {
        "value": answer.value,
        "rule": answer.rule,
        "counting": rule_dict(answer.counting),
        "breakdown": dict(answer.breakdown),
        "rows": [contact_dict(contact) for contact in answer.rows],
        "doubtful": reasoned_dicts(answer.doubtful),
        "left_out": reasoned_dicts(answer.left_out),
        "changes": change_dicts(answer.changes),
        "durations": {"known": d.known, "unknown": d.unknown, "min": d.minutes_min, "max": d.minutes_max},
        "coverage": coverage_dict(answer.coverage),
        "warnings": list(answer.coverage.notes),
    }


def rule_dict(rule: CountingRule) -> dict[str, Any]:
    """A counting rule for JSON."""
    return asdict(rule)


def row_dicts(rows: Sequence[Contact]) -> list[dict[str, Any]]:
    """Contacts for JSON, with the ids of their reports."""
    return [
        {
            "id": row.id,
            "date": row.date,
            "type": row.type,
            "left": list(row.left),
            "right": list(row.right),
            "minutes": list(row.minutes) if row.minutes else None,
            "standing": row.standing,
            "reports": [report.id for report in row.reports],
        }
        for row in rows
    ]
