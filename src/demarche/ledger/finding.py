"""Which events pass a filter, found fast in a ledger of a million.

Where few reports pass, their events are looked up and sorted. Where many do, the events are walked through in their
order, each asked whether a report of it passes, until there are enough; `leading` tells which is better.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.errors import UsageError
from demarche.ledger.filtering import conditions, near_period
from demarche.ledger.judging import event_conditions
from demarche.ledger.leading import Way, counted, way
from demarche.ledger.rows import Filters
from demarche.ledger.schema import events, reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["Found", "count_found", "found_ids", "found_page"]

TOGETHER = 1_000
"""Of those who are all busy no more events together are counted where counting may stop: it would take too long."""

#: the indexes hold earliest, latest and id; days that nobody knows come last in both orders, and an open end is the
#: smallest: SQLite does so by itself
_ORDERS: dict[str, tuple[sa.ColumnElement[Any], ...]] = {
    "date": (events.c.earliest.asc().nulls_last(), events.c.latest.asc().nulls_first(), events.c.id),
    "-date": (events.c.earliest.desc().nulls_last(), events.c.latest.desc().nulls_last(), events.c.id.desc()),
}


WALKED = 20_000
"""So many events are walked through; when they do not fill a page all that pass are gathered after all."""


@dataclass(frozen=True, slots=True)
class Found:
    """The events of one page, and how many there are of all; more than that where `over`."""

    ids: list[str]
    total: int
    over: bool = False


def found_ids(connection: Connection, filters: Filters) -> list[str]:
    """The ids of the events of which a report passes, in the order asked for."""
    shortest = _way(connection, filters)
    if filters.limit is not None and shortest and not shortest.few:
        ids = _walked(connection, filters)
        if len(ids) == filters.limit:
            return ids
    return list(
        connection.scalars(_ordered(sa.select(events.c.id).where(*_passing(connection, filters, shortest)), filters))
    )


def found_page(connection: Connection, filters: Filters, most: int | None = None) -> Found:
    """The events of a page with how many there are: where all are gathered both come from one query. With `most`
    counting may stop there."""
    shortest = _way(connection, filters)
    if shortest and not shortest.few:
        ids = _walked(connection, filters)
        if len(ids) == filters.limit:
            return _told(ids, connection, filters, shortest, TOGETHER if shortest.crowded else most)
    if shortest is None:
        return _told(found_ids(connection, filters), connection, filters, shortest, most)
    query = sa.select(events.c.id, sa.func.count().over()).where(*_passing(connection, filters, shortest))
    rows = connection.execute(_ordered(query, filters)).all()
    return _told([row[0] for row in rows], connection, filters, shortest, most, rows[0][1] if rows else None)


def _told(
    ids: list[str],
    connection: Connection,
    filters: Filters,
    shortest: Way | None,
    most: int | None,
    total: int | None = None,
) -> Found:
    """With how many there are, counted where it is not known: a first page that is not full is all of them."""
    if total is None:
        alone = not filters.offset and len(ids) != filters.limit
        total = len(ids) if alone else _count(connection, filters, shortest, most)
    over = most is not None and total > most
    return Found(ids, most if over and most else total, over)


def count_found(connection: Connection, filters: Filters, most: int | None = None) -> int:
    """How many there are, whatever the limit; with `most` counting stops at one more than that."""
    return _count(connection, filters, _way(connection, filters), most)


def _count(connection: Connection, filters: Filters, shortest: Way | None, most: int | None) -> int:
    here = event_conditions(filters)
    if shortest is None:
        query = sa.select(events.c.id).where(*_passing(connection, filters, None))
    else:  # each event once; counting may then stop without having gathered all of them
        told = shortest.telling.subquery().c.event_id
        such = [sa.exists().where(events.c.id == told, *here)] if here else []
        query = sa.select(told).where(told.is_not(None), *such)
        some = _of_the_first(connection, query, most) if most is not None else None
        if some is not None:
            return some
        query = query.distinct()
    if most is not None:
        return counted(connection, query, most)
    return int(connection.scalar(sa.select(sa.func.count()).select_from(query.subquery())) or 0)


def _of_the_first(connection: Connection, query: sa.Select[Any], most: int) -> int | None:
    """How many events there are, or more than `most`, told by the first reports alone where these tell it.

    To name each once PostgreSQL would gather all, however few are counted; SQLite stops by itself.
    """
    if connection.dialect.name != "postgresql":
        return None
    first = query.limit(2 * most).subquery()
    each = sa.select(sa.func.count().label("reports")).select_from(first).group_by(first.c[0]).subquery()
    found, looked_at = connection.execute(sa.select(sa.func.count(), sa.func.sum(each.c.reports))).one()
    return int(found) if found > most or (looked_at or 0) < 2 * most else None


def _way(connection: Connection, filters: Filters) -> Way | None:
    """The way to the reports that pass; None where events themselves tell: every event has a report that counts, and
    its reports are of one kind."""
    if filters.order not in _ORDERS:
        raise UsageError(f"no order {filters.order!r} of events; say {', '.join(_ORDERS)}")
    asked = replace(filters, standing=(), doubt=())
    alone = Filters(kind=filters.kind, order=filters.order, limit=filters.limit, offset=filters.offset)
    return None if asked == alone else way(connection, asked)


def _passing(connection: Connection, filters: Filters, shortest: Way | None) -> list[sa.ColumnElement[bool]]:
    """What an event must fulfil, where all are gathered."""
    here = event_conditions(filters)
    return [*here, *(_kind(filters) if shortest is None else [events.c.id.in_(_gathered(connection, shortest))])]


def _gathered(connection: Connection, shortest: Way) -> sa.Select[Any]:
    """All ids first: for the sake of a limit PostgreSQL would walk through a million events to find the first few."""
    if connection.dialect.name != "postgresql":
        return shortest.telling
    told = shortest.telling.cte().prefix_with("MATERIALIZED")
    return sa.select(told.c[0])


def _walked(connection: Connection, filters: Filters) -> list[str]:
    """The page, when the first events in the order asked for fill it; else fewer than its limit."""
    asked = replace(filters, standing=(), doubt=())
    own = [*event_conditions(filters), *_kind(filters), *near_period(asked)]
    order = _ORDERS[filters.order]
    far = sa.select(events.c.earliest).where(*own).order_by(*order).limit(1).offset(WALKED + filters.offset)
    edge = connection.scalar(far)
    if edge is not None:
        own.append(events.c.earliest >= edge if filters.order == "-date" else events.c.earliest <= edge)
    of_each = sa.exists().where(reports.c.event_id == events.c.id, *conditions(connection, asked, each=True))
    return list(connection.scalars(_ordered(sa.select(events.c.id).where(*own, of_each.correlate(events)), filters)))


def _kind(filters: Filters) -> list[sa.ColumnElement[bool]]:
    """The reports of an event are of one kind: the index of kinds then gives the order."""
    return [events.c.kind.in_(filters.kinds)] if filters.kind else []


def _ordered(query: sa.Select[Any], filters: Filters) -> sa.Select[Any]:
    return query.order_by(*_ORDERS[filters.order]).limit(filters.limit).offset(filters.offset or None)
