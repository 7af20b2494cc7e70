"""Events that one report tells of, all by one statement, and how many others each event may be one with."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.ledger.bulk.telling import UNLINKED
from demarche.ledger.schema import documents, events, links, reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["count_all_doubts", "unlinked", "write_single"]

_SAME = ("earliest", "latest", "minutes_min", "minutes_max", "verdict", "origin")
_A, _B = reports.alias("ra"), reports.alias("rb")


def unlinked(connection: Connection) -> int:
    """How many reports are in no event."""
    return int(connection.scalar(sa.select(sa.func.count()).select_from(reports).where(UNLINKED)) or 0)


def write_single(connection: Connection, but: Collection[str]) -> None:
    """One event for each report that is in none yet, but for these: what `summarised` makes of one report."""
    r, chosen = reports.c, sa.and_(UNLINKED, _none_of(connection, but))
    columns: dict[str, Any] = {
        "id": r.id,
        "kind": r.kind,
        **{name: sa.func.nullif(r[name], "") for name in ("type", "status", "date")},
        **{name: r[name] for name in _SAME},
        "reports": sa.literal(1),
        "documents": sa.literal(1),
        "officials": sa.case((documents.c.speaks_for != "", 1), else_=0),
        "disputed": sa.literal(0),
        "perhaps": sa.literal(0),
    }
    made = sa.select(*columns.values()).select_from(reports.join(documents)).where(chosen).order_by(r.id)
    connection.execute(events.insert().from_select(list(columns), made))
    connection.execute(reports.update().where(chosen).values(event_id=r.id))


def _none_of(connection: Connection, but: Collection[str]) -> sa.ColumnElement[bool]:
    if not but:
        return sa.true()
    if connection.dialect.name == "postgresql":
        return reports.c.id != sa.all_(sa.cast(sorted(but), sa.ARRAY(sa.String)))
    apart = sa.text("reports.id NOT IN (SELECT value FROM json_each(:but))")
    return apart.bindparams(but=json.dumps(sorted(but)))  # type: ignore[return-value]


def count_all_doubts(connection: Connection) -> None:
    """Write how many other events each event may be one with, where it is another number than before."""
    one, other = _A.c.event_id, _B.c.event_id
    current = (_A.c.retired_at.is_(None), _B.c.retired_at.is_(None), one != other)
    joined = links.join(_A, _A.c.id == links.c.a).join(_B, _B.c.id == links.c.b)
    pairs = [
        sa.select(first.label("event"), second.label("another"))
        .select_from(joined)
        .where(links.c.verdict == "perhaps", *current)
        for first, second in ((one, other), (other, one))
    ]
    found = sa.union(*pairs).subquery()
    number = sa.select(found.c.event, sa.func.count().label("doubts")).group_by(found.c.event).subquery()
    counted = sa.select(number.c.event, number.c.doubts).join(events, events.c.id == number.c.event)
    rows = connection.execute(counted.where(events.c.perhaps != number.c.doubts)).all()
    if rows:
        update = events.update().where(events.c.id == sa.bindparam("of_event")).values(perhaps=sa.bindparam("doubts"))
        connection.execute(update, [{"of_event": event, "doubts": doubts} for event, doubts in rows])
