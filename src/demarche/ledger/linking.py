"""Which reports tell of the same event. For now every report is an event of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.ledger.chunks import chunks
from demarche.ledger.schema import events, reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["relink"]


def relink(connection: Connection, report_ids: Iterable[str]) -> None:
    """Link these reports (new, changed, decided upon or retired) and whatever they touch anew."""
    for batch in chunks(report_ids):
        connection.execute(events.delete().where(events.c.id.in_(batch)))
        rows = connection.execute(sa.select(reports).where(reports.c.id.in_(batch), reports.c.retired_at.is_(None)))
        made = [
            {
                "id": row.id,
                "kind": row.kind,
                "type": row.type,
                "status": row.status,
                "date": row.date,
                "earliest": row.earliest,
                "latest": row.latest,
                "minutes_min": row.minutes_min,
                "minutes_max": row.minutes_max,
                "reports": 1,
                "documents": 1,
                "officials": 0,
                "disputed": 0,
                "perhaps": 0,
                "verdict": row.verdict,
                "origin": row.origin,
            }
            for row in rows
        ]
        if made:
            connection.execute(events.insert(), made)
        connection.execute(reports.update().where(reports.c.id.in_(batch)).values(event_id=reports.c.id))
