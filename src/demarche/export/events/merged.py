"""A merged event as one row: its most telling report with what all reports imply together."""

from __future__ import annotations

from dataclasses import replace

from demarche.ledger import Event, ReportRow

__all__ = ["as_row", "publishers"]


def as_row(event: Event) -> ReportRow:
    """Its most telling report with what all reports imply together: id, type, state, date, length."""
    return replace(
        event.row,
        id=event.id,
        type=event.type,
        status=event.status,
        date=event.date,
        earliest=event.earliest,
        latest=event.latest,
        minutes_min=event.minutes_min,
        minutes_max=event.minutes_max,
        verdict=event.verdict,
    )


def publishers(event: Event) -> tuple[str, ...]:
    """Who tells of it, the most telling first."""
    return tuple(dict.fromkeys(r.document.publisher for r in event.reports if r.document.publisher))
