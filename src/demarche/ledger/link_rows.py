"""Links as rows: how two reports were judged, and whom a report is tied to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.ledger.chunks import SqlRow, chunks
from demarche.ledger.links.judging import Judgement
from demarche.ledger.links.rules import SAME
from demarche.ledger.schema import links, reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["about", "delete", "partners", "strong_partners", "write"]

_SIDES = (links.c.a, links.c.b)
_ABOUT = [links.select().where(side.in_(sa.bindparam("ids", expanding=True))) for side in _SIDES]
_STRONG = [query.where(links.c.score >= SAME, links.c.verdict == "perhaps") for query in _ABOUT]
_MINE = sa.select(reports.c.event_id).where(reports.c.id.in_(sa.bindparam("ids", expanding=True)))
_FELLOWS = sa.select(reports.c.id).where(reports.c.event_id.in_(_MINE), reports.c.retired_at.is_(None))
_DELETE = [links.delete().where(side.in_(sa.bindparam("ids", expanding=True))) for side in _SIDES]


def about(connection: Connection, ids: Iterable[str]) -> list[SqlRow]:
    """Every link with one of these reports, once."""
    return _found(connection, ids, _ABOUT)


def partners(connection: Connection, ids: Collection[str]) -> tuple[set[str], set[str]]:
    """Other reports that these are tied to, by the points of `SAME` or in one event; and those they may be one with."""
    tied, maybe = set[str](), set[str]()
    for row in about(connection, ids):
        others = {row.a, row.b} - set(ids)
        (tied if row.score >= SAME or row.verdict == "same" else maybe).update(others)
    return tied, maybe


def strong_partners(connection: Connection, ids: Collection[str]) -> set[str]:
    """The reports of the events of these, and those that they are tied to beyond by the points of `SAME`; and these."""
    found = set(ids)
    for batch in chunks(sorted(ids)):
        found |= set(connection.scalars(_FELLOWS, {"ids": batch}))
    return found | {one for row in _found(connection, ids, _STRONG) for one in (row.a, row.b)}


def delete(connection: Connection, ids: Iterable[str]) -> None:
    """Forget how these reports were judged."""
    for batch in chunks(ids):
        for query in _DELETE:
            connection.execute(query, {"ids": batch})


def write(
    connection: Connection, members: Collection[str], wanted: Mapping[tuple[str, str], tuple[Judgement, str]]
) -> None:
    """Make the links among the members, and those to others that are new, what they ought to be."""
    there = {(row.a, row.b): row for row in about(connection, members)}
    gone = [pair for pair in there if pair not in wanted and pair[0] in members and pair[1] in members]
    changed = [pair for pair, (_, verdict) in wanted.items() if pair in there and there[pair].verdict != verdict]
    for a, b in [*gone, *changed]:
        connection.execute(links.delete().where(links.c.a == a, links.c.b == b))
    new = [pair for pair in wanted if pair not in there or pair in set(changed)]
    if new:
        connection.execute(links.insert(), [_row(pair, *wanted[pair]) for pair in new])


def _row(pair: tuple[str, str], judgement: Judgement, verdict: str) -> dict[str, Any]:
    why = [list(line) for line in judgement.why]
    return {"a": pair[0], "b": pair[1], "score": judgement.score, "verdict": verdict, "why": why}


def _found(connection: Connection, ids: Iterable[str], queries: list[sa.Select[Any]]) -> list[SqlRow]:
    rows: dict[tuple[str, str], SqlRow] = {}
    for batch in chunks(sorted(ids)):
        for query in queries:
            rows |= {(row.a, row.b): row for row in connection.execute(query, {"ids": batch})}
    return list(rows.values())
