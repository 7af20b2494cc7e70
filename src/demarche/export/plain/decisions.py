"""Decisions and the log, as plain values for JSON."""

from __future__ import annotations

from typing import Any

from demarche.ledger import Decision, LogEntry, in_words

__all__ = ["decision_dict", "entry_dict"]


def decision_dict(decision: Decision) -> dict[str, Any]:
    """A decision for JSON: who, when, what, on which evidence."""
    before, after = in_words(decision)
    return {
        "number": decision.action,
        "id": decision.id,
        "author": decision.author,
        "at": decision.made_at,
        "verdict": decision.verdict,
        "row": (decision.seen or {}).get("id"),
        "other_row": (decision.other_seen or {}).get("id"),
        "field": decision.field,
        "before": before or None,
        "after": after or None,
        "reason": decision.note or None,
        "undone_at": decision.undone_at,
        "undone_by": decision.undone_by,
    }


def entry_dict(entry: LogEntry) -> dict[str, Any]:
    """An entry of the log for JSON: the decision, its words, what bears it now."""
    source = {"document": entry.document or None, "publisher": entry.publisher or None, "url": entry.url}
    now = {"rows": list(entry.report_ids), "event": entry.event_id, "orphaned": entry.orphaned}
    now["why_orphaned"] = entry.why_orphaned or None
    return {**decision_dict(entry.decision), "words": list(entry.words), **source, **now}
