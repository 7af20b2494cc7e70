"""From which end a question is asked: from whoever takes part in least, from the days, or from the events in order.

A database that knows nothing of how busy people are gathers a hundred thousand reports of a state to find the ten that
a rare name shares with it. A few short counts tell the shorter way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.ledger.filtering import (
    ACTING,
    RECEIVING,
    begun,
    conditions,
    involving,
    meant,
    merged,
    roles_of,
    stretches,
)
from demarche.ledger.officers import phrases
from demarche.ledger.rows import Filters
from demarche.ledger.schema import events, participants, reports
from demarche.ledger.searching import common_words, one_of, rare_words, rarest
from demarche.ledger.unindexed import unindexed

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["FEW", "Way", "counted", "way"]

FEW = 5_000
"""So many reports are sorted faster than a million events are walked through."""

PROBED = 20_000
"""So many reports of one side are asked one after the other whether another side takes part too."""

IN_PERIOD = 20_000
"""So many reports of a stretch of days are looked at one after the other."""


@dataclass(frozen=True, slots=True)
class Way:
    """The ids of the events that are told of, as a query; `few` when gathering all of them is quick."""

    telling: sa.Select[Any]
    few: bool
    crowded: bool = False  # even the least busy of several takes part in much, or very many reports have the words


def way(connection: Connection, filters: Filters) -> Way:
    """The shortest way to the reports that pass."""
    sides = _sides(connection, filters)
    if not sides:
        found = _by_rare_words(connection, filters) if filters.text.strip() else None
        if found is not None:
            return Way(found, few=True)
        if filters.text.strip():
            return _way_by_words(connection, filters)
        telling = _by_days(connection, filters)
        return Way(telling, counted(connection, telling, FEW) <= FEW)
    least, first = min(((_busy(connection, ids, roles), n) for n, (ids, roles) in enumerate(sides)))
    nameless = replace(filters, who=(), with_=(), actor=(), recipient=())
    beside = [_beside(ids, roles) for n, (ids, roles) in enumerate(sides) if n != first]
    in_period = _in_period(connection, filters) if least > FEW else None
    if in_period is not None and in_period <= (least if beside else IN_PERIOD):
        everybody = [involving(ids, roles, each=True) for ids, roles in sides]
        return Way(_by_days(connection, nameless, everybody), few=True)
    others = conditions(connection, nameless)
    ids, roles = sides[first]
    lead = (participants.c.actor_id.in_(ids), participants.c.role.in_(roles))
    telling = sa.select(reports.c.event_id).select_from(participants.join(reports)).where(*lead, *beside, *others)
    rare = filters.text or filters.stance or filters.source_class
    few = least <= (FEW if len(sides) == 1 else PROBED) or bool(rare and counted(connection, telling, FEW) <= FEW)
    return Way(telling, few, crowded=len(sides) > 1 and not few)


def _beside(ids: frozenset[int], roles: tuple[str, ...]) -> sa.ColumnElement[bool]:
    """One of these actors takes part too: asked before the report itself is looked up, which few then are."""
    other = participants.alias("other")
    named = (unindexed(other.c.actor_id).in_(ids), unindexed(other.c.role).in_(roles))
    return sa.exists().where(other.c.report_id == participants.c.report_id, *named).correlate(participants)


def counted(connection: Connection, query: sa.Select[Any], most: int) -> int:
    """How many rows a query has; counting stops at one more than `most`."""
    return int(connection.scalar(sa.select(sa.func.count()).select_from(query.limit(most + 1).subquery())) or 0)


_Side = tuple[frozenset[int], tuple[str, ...]]


def _sides(connection: Connection, filters: Filters) -> list[_Side]:
    """Who is named, each with the roles meant; nobody where it takes more to tell who is meant."""
    own = roles_of(filters)
    asked = ((filters.who, own), (filters.with_, own), (filters.actor, ACTING), (filters.recipient, RECEIVING))
    sides: list[_Side] = []
    for names, roles in asked:
        found = meant(connection, filters, names) if names else []
        if len(found) > 1 or any(one.in_office for one in found):
            return []
        sides += [(one.ids, roles) for one in found]
    if filters.who and filters.with_:  # somebody may be on both sides
        same = merged(connection)
        first, second = ({same.get(i, i) for i in ids} for ids, _ in sides[:2])
        if first & second:
            return []
    return sides


def _busy(connection: Connection, ids: frozenset[int], roles: tuple[str, ...]) -> int:
    return int(connection.scalar(_NAMING, {"ids": ids, "roles": roles}) or 0)


def _naming() -> sa.Select[Any]:
    """How many reports name one of some actors, counted up to `IN_PERIOD`."""
    ids: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
    roles: sa.BindParameter[Any] = sa.bindparam("roles", expanding=True)
    some = sa.select(participants.c.report_id).where(participants.c.actor_id.in_(ids), participants.c.role.in_(roles))
    return sa.select(sa.func.count()).select_from(some.limit(IN_PERIOD + 1).subquery())


_NAMING = _naming()


def _in_period(connection: Connection, filters: Filters) -> int | None:
    """How many events of these kinds begin in the period, which is about as many as reports do: their index tells it
    without a look at the rows. None where there is no period, or more than `IN_PERIOD`.
    """
    period = begun(filters)
    if not period:
        return None
    kinds = [events.c.kind.in_(filters.kinds)] if filters.kind else []
    number = counted(connection, sa.select(events.c.id).where(*kinds, *period), IN_PERIOD)
    return number if number <= IN_PERIOD else None


def _by_rare_words(connection: Connection, filters: Filters) -> sa.Select[Any] | None:
    """By the reports that have the words, where these are few and name no office."""
    ids = None if phrases(filters.text)[0] else rare_words(connection, filters.text)
    if ids is None:
        return None
    others = conditions(connection, replace(filters, text=""))
    return sa.select(reports.c.event_id).where(one_of(connection, ids), *others)


def _way_by_words(connection: Connection, filters: Filters) -> Way:
    """By words that more reports have than are named one by one."""
    telling = _by_words(connection, filters)
    alone = Filters(text=filters.text, order=filters.order, limit=filters.limit, offset=filters.offset)
    many = filters == alone and rarest(connection) >= FEW
    few = not many and counted(connection, telling, FEW) <= FEW
    return Way(telling, few, crowded=not few)


def _by_words(connection: Connection, filters: Filters) -> sa.Select[Any]:
    """By the words, looked for once, where very many reports have them; unless they name an office too."""
    found = None if phrases(filters.text)[0] else common_words(connection, filters.text)
    if found is None:
        return _by_days(connection, filters)
    words, having = found
    others = conditions(connection, replace(filters, text=""))
    joined = words.join(reports, reports.c.id == words.c.report_id)
    return sa.select(reports.c.event_id).select_from(joined).where(having, *others)


def _by_days(connection: Connection, filters: Filters, more: Sequence[sa.ColumnElement[bool]] = ()) -> sa.Select[Any]:
    """By the stretches of the period where there is one: an index of days is then read from day to day."""
    parts = stretches(filters)
    if not parts:
        return sa.select(reports.c.event_id).where(*conditions(connection, filters), *more)
    others = conditions(connection, replace(filters, since=None, until=None))
    found = [sa.select(reports.c.event_id).where(part, *others, *more) for part in parts]
    return sa.select(sa.union_all(*found).subquery().c.event_id)
