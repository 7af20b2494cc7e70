"""Pairs into events: components by union, each judged as a whole like any other, single reports by one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.ledger.bulk.pairing import Pairs
from demarche.ledger.bulk.sinks import pour
from demarche.ledger.chunks import chunks
from demarche.ledger.links.clustering import Ids, clustered
from demarche.ledger.links.judging import Judgement, judge
from demarche.ledger.links.summary import summarised
from demarche.ledger.links.told import Told
from demarche.ledger.listing import rows_of
from demarche.ledger.rows import ReportRow
from demarche.ledger.schema import events, links, reports
from demarche.ledger.tellings import load

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["Found", "gather", "write_components"]

_TOGETHER = 100  # components whose reports are held at once
_POINT = reports.update().where(reports.c.id == sa.bindparam("member")).values(event_id=sa.bindparam("event"))
_GONE = links.delete().where(links.c.a == sa.bindparam("one"), links.c.b == sa.bindparam("other"))
Link = tuple[str, str]


class Found:
    """What looking through the blocks came to: which reports are tied, and which may go with linked ones."""

    def __init__(self) -> None:
        self._root: dict[str, str] = {}
        self.touching: set[str] = set()
        self.same: list[Link] = []
        self.judged = 0

    def tie(self, a: str, b: str) -> None:
        """These two belong to one component."""
        self._root[self.root(a)] = self.root(b)

    def root(self, one: str) -> str:
        """Who stands for the component of a report."""
        path = [one]
        while (above := self._root.setdefault(path[-1], path[-1])) != path[-1]:
            path.append(above)
        for passed in path:
            self._root[passed] = path[-1]
        return path[-1]

    def components(self) -> list[list[str]]:
        """The reports of each, by id."""
        members: dict[str, list[str]] = defaultdict(list)
        for one in sorted(self._root):
            members[self.root(one)].append(one)
        return list(members.values())


def gather(connection: Connection, parts: Iterable[Pairs]) -> Found:
    """Take in what was found; links between new reports that are perhaps one are written at once."""
    found = Found()
    for part in parts:
        found.touching |= part.touching
        found.same += part.same
        found.judged += part.judged
        pour(connection, "links", ("a", "b", "score", "verdict", "why"), part.perhaps)
    for a, b in found.same:
        if a not in found.touching and b not in found.touching:
            found.tie(a, b)
    return found


def write_components(connection: Connection, found: Found) -> None:
    """Judge each component as a whole; write its links, and its events."""
    ties: dict[str, list[Link]] = defaultdict(list)
    for a, b in found.same:
        if a not in found.touching and b not in found.touching:
            ties[found.root(a)].append((a, b))
    for some in chunks(found.components(), _TOGETHER):
        ids = [one for members in some for one in members]
        told, rows = load(connection, ids), {row.id: row for row in rows_of(connection, ids)}
        groups: list[Ids] = []
        judged: list[tuple[Link, Judgement, str]] = []
        for members in some:
            made, looked_at = clustered([told[one] for one in members])
            groups += made
            judged += _links(made, looked_at, ties[found.root(members[0])], told)
        _write_links(connection, judged)
        _write_events(connection, [[rows[one] for one in sorted(group)] for group in groups])


def _links(
    groups: Iterable[Ids], looked_at: dict[Link, Judgement], ties: Iterable[Link], told: dict[str, Told]
) -> Iterator[tuple[Link, Judgement, str]]:
    """How the pairs of a component are kept. Of very many not every one was looked at, but those that tied them."""
    group_of = {one: group for group in groups for one in group}
    for pair, judgement in looked_at.items():
        if group_of[pair[0]] is group_of[pair[1]]:
            yield pair, judgement, "same"
        elif judgement.verdict != "different":
            yield pair, judgement, "perhaps"
    for a, b in ties:
        if (a, b) not in looked_at and group_of[a] is not group_of[b]:
            yield (a, b), judge(told[a], told[b]), "perhaps"


def _write_links(connection: Connection, judged: list[tuple[Link, Judgement, str]]) -> None:
    """Some stand there already as perhaps one: they are written anew."""
    if not judged:
        return
    connection.execute(_GONE, [{"one": a, "other": b} for (a, b), _, _ in judged])
    rows = [
        {"a": a, "b": b, "score": found.score, "verdict": verdict, "why": [list(line) for line in found.why]}
        for (a, b), found, verdict in judged
    ]
    connection.execute(links.insert(), rows)


def _write_events(connection: Connection, groups: list[list[ReportRow]]) -> None:
    made: list[dict[str, Any]] = [summarised(group) | {"perhaps": 0} for group in groups]
    connection.execute(events.insert(), made)
    points = [
        {"member": row.id, "event": event["id"]} for event, group in zip(made, groups, strict=True) for row in group
    ]
    connection.execute(_POINT, points)
