"""Tone between two sides, as plain values for JSON and for tables."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from demarche.analysis.tone import Statement, Tone

__all__ = ["COLUMNS", "statement_cells", "tone_dict"]

COLUMNS = (
    *("id", "date", "month", "speaker", "about", "who", "stance", "leaning", "said", "sentence", "publisher", "url"),
)


def tone_dict(answer: Tone) -> dict[str, Any]:
    """The answer for JSON: both rules, the counts, the statements with their words and sources."""
    return {
        "sides": list(answer.sides),
        "directions": [
            {
                "speaker": one.speaker,
                "about": one.about,
                "value": one.answer.value,
                "rule": one.answer.rule,
                "doubtful": [{"id": d.case.row.id, "reason": d.reason} for d in one.answer.doubtful],
            }
            for one in answer.directions
        ],
        "counts": [asdict(count) for count in answer.counts],
        "undated": answer.undated,
        "statements": [_statement_dict(one) for one in answer.statements],
        "warnings": list(answer.directions[0].answer.coverage.notes),
    }


def _statement_dict(one: Statement) -> dict[str, Any]:
    return dict(zip(COLUMNS, statement_cells(one), strict=True))


def statement_cells(one: Statement) -> tuple[str | None, ...]:
    """A statement as a line of a table; see `COLUMNS`."""
    row = one.row
    told = (row.id, one.case.event.date, one.month, one.speaker, one.about, one.who, one.stance, one.leaning)
    return (*told, one.said, row.quote, row.document.publisher, row.document.url)
