"""Filters as conditions on the table of reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from demarche.errors import UsageError
from demarche.ledger import edtf
from demarche.ledger.judging import judged
from demarche.ledger.names import resolve_all
from demarche.ledger.officers import phrases
from demarche.ledger.rows import Filters, Holder
from demarche.ledger.schema import actors, events, fields, participants, reports
from demarche.ledger.searching import needles, telling_of
from demarche.ledger.unindexed import unindexed

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = [
    "ACTING",
    "RECEIVING",
    "ROLES",
    "asked_days",
    "begun",
    "conditions",
    "involving",
    "meant",
    "merged",
    "near_period",
    "roles_of",
    "stretches",
    "together",
]

#: the fields whose actors answer "who" and "with whom"; an initiator is a participant already
ROLES = ("participants", "actor", "recipient", "about", "subjects", "reference")
_OFF = timedelta(days=31)
ACTING = ("actor", "initiator")
RECEIVING = ("recipient", "about")

_COLUMNS = {"type": reports.c.type, "status": reports.c.status}


def conditions(connection: Connection, filters: Filters, *, each: bool = False) -> list[sa.ColumnElement[bool]]:
    """Everything a report must fulfil; with `each` put so that asking it of one report after the other is quick."""
    found: list[sa.ColumnElement[bool]] = [] if filters.retired else [reports.c.retired_at.is_(None)]
    if filters.kind:  # never left open by a coder, so that the index of kinds serves
        found.append(reports.c.kind.in_(filters.kinds))
    found += [_one_of(column, getattr(filters, name)) for name, column in _COLUMNS.items() if getattr(filters, name)]
    found += _between(filters)
    if filters.who and filters.with_:
        same, roles = merged(connection), roles_of(filters)
        pairs = product(meant(connection, filters, filters.who), meant(connection, filters, filters.with_))
        both = ((together(a.ids, b.ids, same, roles, each=each), *a.in_office, *b.in_office) for a, b in pairs)
        found.append(sa.or_(*(sa.and_(*such) for such in both)))
    one_side = () if filters.who and filters.with_ else filters.who or filters.with_
    asked = ((one_side, roles_of(filters)), (filters.actor, ACTING), (filters.recipient, RECEIVING))
    for names, roles in asked:
        if names:
            such = meant(connection, filters, names)
            found.append(sa.or_(*(sa.and_(involving(m.ids, roles, each=each), *m.in_office) for m in such)))
    if filters.stance:
        found.append(_with_stance(filters.stance))
    if filters.text.strip():
        found.append(_worded(connection, filters, each=each))
    return [*found, *judged(filters)]


def _worded(connection: Connection, filters: Filters, *, each: bool) -> sa.ColumnElement[bool]:
    """The report has the words; where some name an office, also whoever held it with the other words."""
    told = telling_of(connection, filters.text, each=each)
    office, rest = phrases(filters.text)
    if not office:
        return told
    others = [telling_of(connection, rest, each=each)] if needles(rest) else []
    holders = [m for m in meant(connection, filters, office) if m.ids]
    return sa.or_(told, *(sa.and_(involving(m.ids, each=each), *m.in_office, *others) for m in holders))


def involving(ids: frozenset[int], roles: tuple[str, ...] = ROLES, *, each: bool = False) -> sa.ColumnElement[bool]:
    """One of these actors takes part, in one of these roles."""
    such, role = participants.c, participants.c.role.in_(roles)
    if each:  # a report names a few, whom the index of actors would look up one after the other
        here = (such.report_id == reports.c.id, unindexed(such.actor_id).in_(ids), unindexed(such.role).in_(roles))
        return sa.exists().where(*here).correlate(reports)
    return reports.c.id.in_(sa.select(such.report_id).where(such.actor_id.in_(ids), role))


def near_period(filters: Filters) -> list[sa.ColumnElement[bool]]:
    """Where the dated event of a report of this period lies: its day may be that of another report, a few days off."""
    if filters.undated:
        return []
    since, until = _bound(filters.since, first=True), _bound(filters.until, first=False)
    found: list[sa.ColumnElement[bool]] = []
    if since:
        early = str(date.fromisoformat(since) - _OFF)
        found.append(sa.or_(events.c.latest >= early, events.c.latest.is_(None)))
    if until:
        found.append(events.c.earliest <= str(date.fromisoformat(until) + _OFF))
    return found


def merged(connection: Connection) -> dict[int, int]:
    """Actors that a person said are another one -> that one."""
    return {row.id: row.same_as for row in connection.execute(_MERGED)}


_MERGED = sa.select(actors.c.id, actors.c.same_as).where(actors.c.same_as > 0)


def roles_of(filters: Filters) -> tuple[str, ...]:
    """Where contacts alone are asked for, only participants: half as many rows to look through."""
    return ("participants",) if filters.kind in ("contact", ("contact",)) else ROLES


def together(
    first: frozenset[int],
    second: frozenset[int],
    same: Mapping[int, int] = MappingProxyType({}),
    roles: tuple[str, ...] = ROLES,
    *,
    each: bool = False,
) -> sa.ColumnElement[bool]:
    """One of the first and, as somebody else, one of the second take part; `same` tells who is one with whom."""
    a, b = participants.alias("a"), participants.alias("b")
    ours = (a.c.actor_id.in_(first), a.c.role.in_(roles))
    theirs = (b.c.actor_id.in_(second), b.c.role.in_(roles))
    if not {same.get(i, i) for i in first} & {same.get(i, i) for i in second}:
        if each:
            return sa.and_(involving(first, roles, each=True), involving(second, roles, each=True))
        # ten times as fast for two busy sides as looking for each of the one among all of the other
        both = sa.intersect(sa.select(a.c.report_id).where(*ours), sa.select(b.c.report_id).where(*theirs))
        return reports.c.id.in_(both)
    here = {i: kept for i, kept in same.items() if i in first or i in second}
    one, other = (sa.case(here, value=c, else_=c) if here else c for c in (a.c.actor_id, b.c.actor_id))
    pairs = sa.select(a.c.report_id).join(b, sa.and_(a.c.report_id == b.c.report_id, one != other))
    return reports.c.id.in_(pairs.where(*ours, *theirs))


def _with_stance(stances: str | tuple[str, ...]) -> sa.ColumnElement[bool]:
    """The stance of a statement is one of these; both databases show a JSON string between double quotes."""
    wanted = [f'"{stance}"' for stance in ([stances] if isinstance(stances, str) else stances)]
    of_report = sa.and_(fields.c.report_id == reports.c.id, fields.c.name == "stance")
    return sa.exists().where(of_report, sa.cast(fields.c.value, sa.Text).in_(wanted))


class Meant(NamedTuple):
    """Actors that are meant, and when a report of them counts: always, or within a term of office."""

    ids: frozenset[int]
    in_office: tuple[sa.ColumnElement[bool], ...] = ()


def meant(connection: Connection, filters: Filters, names: str | tuple[str, ...]) -> list[Meant]:
    """Everybody whom the names stand for; holders of an office apart, each with the term."""
    matches = resolve_all(connection, names, *asked_days(filters))
    plain = frozenset(i for match in matches if not match.holders for i in match.ids)
    undated = filters.undated or not (filters.since or filters.until)  # what has no date may be of the term
    held = [
        Meant(frozenset(one.ids), tuple(_between(_within(filters, one, undated=undated))))
        for match in matches
        for one in match.holders
        if one.ids
    ]
    return [*([Meant(plain)] if plain or not held else []), *held]


def _within(filters: Filters, held: Holder, *, undated: bool) -> Filters:
    return replace(filters, since=held.since or None, until=held.until or None, undated=undated)


def asked_days(filters: Filters) -> tuple[str, str]:
    """The first and the last day asked (ISO); empty where open."""
    return _bound(filters.since, first=True) or "", _bound(filters.until, first=False) or ""


def _ids(connection: Connection, filters: Filters, names: str | tuple[str, ...]) -> frozenset[int]:
    return frozenset(i for match in resolve_all(connection, names, *asked_days(filters)) for i in match.ids)


def _one_of(column: sa.Column[str], values: str | tuple[str, ...]) -> sa.ColumnElement[bool]:
    """One of the values, also as one of several alternatives that a coder left open ("meeting|summit")."""
    wanted = [values] if isinstance(values, str) else list(values)
    open_ones = [("|" + column + "|").contains(f"|{value}|", autoescape=True) for value in wanted]
    return sa.or_(column.in_(wanted), sa.and_(column.contains("|"), sa.or_(*open_ones)))


def _between(filters: Filters) -> list[sa.ColumnElement[bool]]:
    since, until = _bound(filters.since, first=True), _bound(filters.until, first=False)
    first, last = reports.c.earliest, reports.c.latest
    found: list[sa.ColumnElement[bool]] = []
    if since:
        found.append(sa.or_(last >= since, sa.and_(last.is_(None), first.is_not(None))))
    if until:
        found.append(sa.or_(first <= until, sa.and_(first.is_(None), last.is_not(None))))
    if found and filters.undated:
        return [sa.or_(sa.and_(*found), sa.and_(first.is_(None), last.is_(None)))]
    return found


def stretches(filters: Filters) -> list[sa.ColumnElement[bool]]:
    """The same as stretches of indexes that share nothing: reports that begin in the period, long ones that began
    before it, those with an open end. None where no period with two ends is asked for."""
    since, until = _bound(filters.since, first=True), _bound(filters.until, first=False)
    if not since or not until or filters.undated:
        return []
    first, last = reports.c.earliest, reports.c.latest
    return [
        sa.and_(first >= since, first <= until),
        sa.and_(last > first, last >= since, first < since),
        sa.and_(first.is_(None), last >= since),
        sa.and_(last.is_(None), first < since),
    ]


def begun(filters: Filters) -> list[sa.ColumnElement[bool]]:
    """Events that begin in the period; none where no period with two ends is asked for."""
    since, until = _bound(filters.since, first=True), _bound(filters.until, first=False)
    return [events.c.earliest >= since, events.c.earliest <= until] if since and until and not filters.undated else []


def _bound(value: str | date | None, *, first: bool) -> str | None:
    if value is None or isinstance(value, date):
        return value.isoformat() if value else None
    covered = edtf.parse(value)
    bound = None if covered is None else covered.earliest if first else covered.latest
    if bound is None:
        raise UsageError(f"cannot read the date {value!r}; write 2025, 2025-03 or 2025-03-04")
    return bound.isoformat()
