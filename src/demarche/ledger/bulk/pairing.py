"""Which reports tell of one event, found block by block: whoever looks for it reads only, and holds one block.

A block is what lies under one key, walked through by days: only reports whose days touch, or almost, are held together.
Three kinds of pairs do not lie under one stored key and are looked for apart: a long interval and single days, and
a contact of one known side with any other (`links/keys.py` says what is compared with what).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

import sqlalchemy as sa

from demarche.ledger.bulk.telling import UNLINKED, Stretch
from demarche.ledger.chunks import SqlRow
from demarche.ledger.links.judging import judge
from demarche.ledger.links.keys import is_long, share_a_name, stored_keys
from demarche.ledger.links.told import NARROW, Told
from demarche.ledger.schema import link_keys, reports, tellings
from demarche.ledger.tellings import near

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["Block", "Pairs", "blocks", "pair_up"]

_SLACK = timedelta(days=1)
_FIRST_KEY, _KEYS = -(2**63), 2**64
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Link: TypeAlias = tuple[str, str, float, str, str]  # a row of `links`


@dataclass(frozen=True, slots=True)
class Block:
    """What one looks through at a time: keys from `first` to before `last`, ids, or days."""

    kind: str  # keys, long, days
    first: int | str
    last: int | str


@dataclass(slots=True)
class Pairs:
    """What was found in a block: `same` by ids, `perhaps` as rows, and new reports that may go with linked ones."""

    same: list[tuple[str, str]] = field(default_factory=list)
    perhaps: list[Link] = field(default_factory=list)
    touching: set[str] = field(default_factory=set)
    judged: int = 0


@dataclass(frozen=True)
class _One:
    """A report in a block; `new` when it is in no event yet."""

    told: Told
    new: bool

    @cached_property
    def keys(self) -> frozenset[int]:
        """Where it lies; asked for only where there is somebody to compare it with."""
        return stored_keys(self.told)


def blocks(connection: Connection, number: int, ids: Iterable[Stretch]) -> Iterator[Block]:
    """About so many blocks of keys, and those of long intervals and of days."""
    step = -(-_KEYS // max(1, number))
    for n in range(max(1, number)):
        first = _FIRST_KEY + n * step
        yield Block("keys", first, min(first + step, _FIRST_KEY + _KEYS) - 1)
    yield from (Block("long", *stretch) for stretch in ids)
    contacts = (reports.c.kind == "contact", reports.c.earliest.is_not(None), UNLINKED)
    months = sa.select(sa.func.substr(reports.c.earliest, 1, 7)).where(*contacts).distinct()
    yield from (Block("days", f"{month}-01", f"{month}-32") for month in sorted(connection.scalars(months)))


def pair_up(connection: Connection, block: Block) -> Pairs:
    """The pairs of one block of which at least one report is new."""
    found = Pairs()
    for one, other in _LOOKS[block.kind](connection, block):
        if one.new or other.new:
            _judge(found, one, other)
    return found


def _judge(found: Pairs, one: _One, other: _One) -> None:
    judged = judge(one.told, other.told)
    found.judged += 1
    if judged.verdict == "different":
        return
    if not (one.new and other.new):
        found.touching.add(one.told.id if one.new else other.told.id)
        return
    a, b = sorted((one.told.id, other.told.id))
    if judged.same:
        found.same.append((a, b))
    else:
        found.perhaps.append((a, b, judged.score, "perhaps", _JSON([list(line) for line in judged.why])))


# -- under one key ----------------------------------------------------------------------------------------------------

_NEW = sa.case((UNLINKED, 1), else_=0).label("new")
_BY_KEY = (
    sa.select(link_keys.c.key, link_keys.c.report_id, tellings.c.told, _NEW)
    .join(tellings, tellings.c.report_id == link_keys.c.report_id)
    .join(reports, reports.c.id == link_keys.c.report_id)
    .where(link_keys.c.key >= sa.bindparam("first"), link_keys.c.key <= sa.bindparam("last"))
    .order_by(link_keys.c.key, link_keys.c.earliest, link_keys.c.report_id)
)


def _by_keys(connection: Connection, block: Block) -> Iterator[tuple[_One, _One]]:
    rows = connection.execution_options(yield_per=2000).execute(_BY_KEY, {"first": block.first, "last": block.last})
    for key, group in groupby(rows, key=lambda row: row.key):
        for one, other in _touching(map(_one, group)):
            if key == min(one.keys & other.keys):  # under the others they are passed over
                yield one, other


def _one(row: SqlRow) -> _One:
    return _One(Told.read(row.told), bool(row.new))


def _touching(ordered: Iterable[_One]) -> Iterator[tuple[_One, _One]]:
    """Those whose days touch or almost, out of reports in the order of their first days."""
    held: list[_One] = []
    for one in ordered:
        held = _still(held, one.told)
        yield from ((other, one) for other in held)
        held.append(one)


def _days(told: Told) -> tuple[date, date]:
    """The first day, and the last one with the day of grace."""
    if told.earliest is None or told.latest is None:
        raise ValueError(f"{told.id} has a key and no day")
    return told.earliest, told.latest + _SLACK


# -- long intervals ---------------------------------------------------------------------------------------------------


def _by_long(connection: Connection, block: Block) -> Iterator[tuple[_One, _One]]:
    """A long interval with single days; two long ones lie under one key."""
    since = sa.func.julianday if connection.dialect.name == "sqlite" else _as_date
    wide = since(reports.c.latest) - since(reports.c.earliest) > NARROW
    within = (reports.c.id >= block.first, reports.c.id < block.last)
    chosen = sa.select(reports.c.id, tellings.c.told, _NEW).join(tellings, tellings.c.report_id == reports.c.id)
    for row in connection.execute(chosen.where(*within, wide, reports.c.retired_at.is_(None))).all():
        one = _one(row)
        around = [told for told in near(connection, one.told).values() if not is_long(told)]
        new = _new_among(connection, [told.id for told in around])
        yield from ((one, _One(told, told.id in new)) for told in around)


def _as_date(column: sa.ColumnElement[str | None]) -> sa.ColumnElement[date]:
    return sa.cast(column, sa.Date)


def _new_among(connection: Connection, ids: list[str]) -> frozenset[str]:
    return frozenset(connection.scalars(sa.select(reports.c.id).where(reports.c.id.in_(ids), UNLINKED)))


# -- contacts of one known side ---------------------------------------------------------------------------------------

_BY_DAY = (
    sa.select(tellings.c.told, _NEW)
    .join(reports, reports.c.id == tellings.c.report_id)
    .where(
        reports.c.kind == "contact",
        reports.c.earliest >= sa.bindparam("since"),
        reports.c.earliest <= sa.bindparam("last"),
        reports.c.retired_at.is_(None),
    )
    .order_by(reports.c.earliest, reports.c.id)
)


def _by_days(connection: Connection, block: Block) -> Iterator[tuple[_One, _One]]:
    """A contact of one known side with those of two that share a name; those before the month are looked at too."""
    since = date.fromisoformat(str(block.first)) - timedelta(days=NARROW) - _SLACK
    rows = connection.execution_options(yield_per=2000).execute(_BY_DAY, {"since": str(since), "last": block.last})
    held: dict[bool, list[_One]] = {True: [], False: []}
    day = None
    for one in map(_one, rows):
        if one.told.latest is None or is_long(one.told):
            continue
        if one.told.earliest != day:
            day = one.told.earliest
            held = {kind: _still(ones, one.told) for kind, ones in held.items()}
        is_open = one.told.open
        if str(day) >= str(block.first):
            yield from ((other, one) for other in held[not is_open] if share_a_name(other.told, one.told))
        held[is_open].append(one)


def _still(held: list[_One], told: Told) -> list[_One]:
    """Those whose days touch the first day of this one, or almost."""
    first = _days(told)[0]
    return [one for one in held if _days(one.told)[1] >= first]


_LOOKS: dict[str, Callable[[Connection, Block], Iterator[tuple[_One, _One]]]] = {
    "keys": _by_keys,
    "long": _by_long,
    "days": _by_days,
}
