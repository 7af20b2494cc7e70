"""Which events pass a filter, found fast in a ledger of a million.

Where few reports pass, their events are looked up and sorted. Where many do, the events are walked through in their
order, each asked whether a report of it passes, until there are enough. A short probe tells which is better.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.errors import UsageError
from demarche.ledger.filtering import busy, conditions, near_period
from demarche.ledger.judging import event_conditions
from demarche.ledger.rows import Filters
from demarche.ledger.schema import events, reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["FEW", "count_found", "found_ids"]

FEW = 5_000
"""So many reports are sorted faster than a million events are walked through."""

#: the indexes hold earliest, latest and id; days that nobody knows come last in both orders
_ORDERS: dict[str, tuple[sa.ColumnElement[Any], ...]] = {
    "date": (events.c.earliest.asc().nulls_last(), events.c.latest, events.c.id),
    "-date": (events.c.earliest.desc().nulls_last(), events.c.latest.desc(), events.c.id.desc()),
}


def found_ids(connection: Connection, filters: Filters) -> list[str]:
    """The ids of the events of which a report passes, in the order asked for."""
    if filters.order not in _ORDERS:
        raise UsageError(f"no order {filters.order!r} of events; say {', '.join(_ORDERS)}")
    passing = _passing(connection, filters, all_of_them=filters.limit is None)
    query = sa.select(events.c.id).where(*passing).order_by(*_ORDERS[filters.order])
    return list(connection.scalars(query.limit(filters.limit).offset(filters.offset or None)))


def count_found(connection: Connection, filters: Filters, most: int | None = None) -> int:
    """How many there are, whatever the limit; with `most` counting stops at one more than that."""
    if most is None and not event_conditions(filters) and not _asks_nothing(filters):
        telling = sa.select(sa.func.count(reports.c.event_id.distinct())).where(*conditions(connection, filters))
        return int(connection.scalar(telling) or 0)
    passing = _passing(connection, filters, all_of_them=True)
    if most is None:
        query = sa.select(sa.func.count()).select_from(events).where(*passing)
    else:
        query = sa.select(sa.func.count()).select_from(
            sa.select(events.c.id).where(*passing).limit(most + 1).subquery()
        )
    return int(connection.scalar(query) or 0)


def _passing(connection: Connection, filters: Filters, *, all_of_them: bool = False) -> list[sa.ColumnElement[bool]]:
    """What an event must fulfil: of its own, and by one of its reports. Where all are wanted there is no walking."""
    here = event_conditions(filters)
    asked = replace(filters, standing=(), doubt=())
    if _asks_nothing(asked):
        return here  # every event has a report that counts
    told = conditions(connection, asked)
    if filters.kind:  # the reports of an event are of one kind: the index of kinds gives the order
        here.append(events.c.kind.in_([filters.kind] if isinstance(filters.kind, str) else filters.kind))
    two_sides = asked.who and asked.with_  # they are few, and the probe costs as much
    if all_of_them or two_sides or _few(connection, asked, told):
        return [*here, events.c.id.in_(sa.select(reports.c.event_id).where(*told))]
    of_each = sa.exists().where(reports.c.event_id == events.c.id, *conditions(connection, asked, each=True))
    return [*here, *near_period(asked), of_each.correlate(events)]


def _few(connection: Connection, filters: Filters, told: list[sa.ColumnElement[bool]]) -> bool:
    """Whether few reports pass. Somebody who takes part in much decides it, unless the rest leaves little of that."""
    rare = filters.text or filters.stance or filters.source_class
    if not rare and busy(connection, filters, FEW):
        return False
    probe = sa.select(reports.c.event_id).where(*told).limit(FEW + 1).subquery()
    return int(connection.scalar(sa.select(sa.func.count()).select_from(probe)) or 0) <= FEW


def _asks_nothing(filters: Filters) -> bool:
    return filters == Filters(order=filters.order, limit=filters.limit, offset=filters.offset)
