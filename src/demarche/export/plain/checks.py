"""Verdicts on claims and replies to questions, as plain values for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demarche.export.plain.contacts import (
    row_dicts,
)

if TYPE_CHECKING:
    from demarche.analysis.checking import Reply, Verdict

__all__ = ["reply_dict", "verdict_dict"]


def verdict_dict(verdict: Verdict) -> dict[str, Any]:
    """A verdict for JSON."""
    claim = verdict.claim
    return {
        "words": claim.words,
        "type": claim.type,
        "day": claim.day.isoformat() if claim.day else None,
        "understood": verdict.understood,
        "outcome": str(verdict.outcome),
        "sentence": verdict.sentence,
        "needs": verdict.needs or None,
        "findings": [
            {"reading": f.reading, "rule": f.rule, "number": f.number, "outcome": str(f.outcome), "why": f.why}
            for f in verdict.findings
        ],
        "rows": row_dicts(verdict.rows),
        "reference_rows": row_dicts(verdict.reference_rows),
        "doubtful": [{**row_dicts([d.contact])[0], "reason": d.reason} for d in verdict.doubtful],
        "notes": list(verdict.notes),
        "warnings": list(verdict.coverage.notes) if verdict.coverage else [],
        "report": claim.report_id,
    }


def reply_dict(reply: Reply) -> dict[str, Any]:
    """A reply for JSON."""
    return {
        "understood": reply.understood,
        "answer": reply.answer,
        "value": reply.value,
        "numbers": [{"reading": n.reading, "rule": n.rule, "number": n.number} for n in reply.numbers],
        "breakdown": dict(reply.breakdown),
        "rows": row_dicts(reply.rows),
        "doubtful": [{**row_dicts([d.contact])[0], "reason": d.reason} for d in reply.doubtful],
        "notes": list(reply.notes),
        "warnings": list(reply.coverage.notes) if reply.coverage else [],
        "verdict": verdict_dict(reply.verdict) if reply.verdict else None,
    }
