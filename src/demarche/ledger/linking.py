"""Which reports tell of the same event, kept up to date for whatever was added, retired or decided upon.

    these reports ─▶ tellings ─▶ near ones (keys, days) ─▶ judged by rules ─▶ links
    links of the points of SAME join reports into components ─▶ clustered ─▶ events

The events of a component depend on its reports and the decisions only, never on the order in which they came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.ledger import link_rows
from demarche.ledger.chunks import chunks
from demarche.ledger.decisions.ties import ties
from demarche.ledger.event_rows import count_doubts, write_events
from demarche.ledger.links.clustering import clustered
from demarche.ledger.links.judging import Judgement, judge
from demarche.ledger.links.told import Told
from demarche.ledger.listing import rows_of
from demarche.ledger.schema import reports
from demarche.ledger.tellings import forget, keep, load, near

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["relink"]

_ALIVE = sa.select(reports.c.id).where(
    reports.c.id.in_(sa.bindparam("ids", expanding=True)), reports.c.retired_at.is_(None)
)
Judged = dict[tuple[str, str], Judgement]


def relink(connection: Connection, report_ids: Iterable[str], *, fresh: bool = False) -> None:
    """Link these reports (new, changed, decided upon or retired) and whatever they touch anew.

    `fresh` ones have never been linked before: there is nothing to forget of them.
    """
    for batch in chunks(dict.fromkeys(report_ids)):
        _relink(connection, batch, fresh)


def _relink(connection: Connection, ids: list[str], fresh: bool) -> None:
    rows = {row.id: row for row in rows_of(connection, _alive(connection, ids))}
    told = {t.id: t for t in keep(connection, list(rows.values()), fresh=fresh)}
    tied, maybe = (set[str](), set[str]()) if fresh else _parted(connection, ids, told)
    judged, seen = _judged_near(connection, told)
    joined = tied | {i for pair, found in judged.items() if found.same for i in pair}
    seen |= load(connection, joined - seen.keys())
    decided = _Decided(connection)
    known = _component(connection, told | {i: seen[i] for i in joined if i in seen}, seen, decided)
    groups = _groups(connection, known, judged, decided)
    rows |= {row.id: row for row in rows_of(connection, sorted(known.keys() - rows.keys()))}
    old = known.keys() - told.keys() if fresh else {*ids, *known}
    write_events(connection, old, [[rows[i] for i in sorted(group)] for group in groups])
    if judged or tied or maybe:
        if _regrouped({i: rows[i].event_id for i in known.keys() - told.keys()}, groups):
            maybe = maybe | link_rows.partners(connection, sorted(known))[1]
        count_doubts(connection, {*known, *maybe, *(i for pair in judged for i in pair)})


def _regrouped(events: Mapping[str, str | None], groups: Iterable[frozenset[str]]) -> bool:
    """True when events became one, or one became two: to those they may be they are then fewer, or more."""
    pairs = {(events[i], group) for group in groups for i in group if i in events}
    return len({event for event, _ in pairs}) < len(pairs) or len({group for _, group in pairs}) < len(pairs)


def _parted(connection: Connection, ids: list[str], told: Mapping[str, Told]) -> tuple[set[str], set[str]]:
    """Forget how these reports were linked; the reports that they were tied to, and those they may have been."""
    forget(connection, [i for i in ids if i not in told])
    tied, maybe = link_rows.partners(connection, ids)
    link_rows.delete(connection, ids)
    return tied, maybe


def _alive(connection: Connection, ids: list[str]) -> list[str]:
    return sorted(connection.scalars(_ALIVE, {"ids": ids}))


def _judged_near(connection: Connection, told: Mapping[str, Told]) -> tuple[Judged, dict[str, Told]]:
    """Each report judged against those near it; all of them by id."""
    seen, judged = dict(told), Judged()
    for one in told.values():
        for other in near(connection, one).values():
            seen.setdefault(other.id, other)
            pair = (min(one.id, other.id), max(one.id, other.id))
            if pair not in judged:
                judged[pair] = judge(one, other)
    return {pair: found for pair, found in judged.items() if found.verdict != "different"}, seen


class _Decided:
    """What people said of pairs, asked for once a report."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._verdicts: dict[tuple[str, str], str] = {}

    def about(self, ids: Iterable[str]) -> set[str]:
        """The reports that people put together with one of these, and these that were."""
        found = ties(self._connection, ids)
        self._verdicts |= {(tie.a, tie.b): tie.verdict for tie in found}
        return {i for tie in found if tie.verdict == "same" for i in (tie.a, tie.b)}

    def said(self, verdict: str) -> set[tuple[str, str]]:
        """The pairs of which people said so."""
        return {pair for pair, said in self._verdicts.items() if said == verdict}


def _component(
    connection: Connection, start: dict[str, Told], seen: dict[str, Told], decided: _Decided
) -> dict[str, Told]:
    """These reports and all that links of the points of SAME, or decisions, tie to them."""
    known: dict[str, Told] = {}
    edge = start
    while edge:
        known |= edge
        tied = link_rows.strong_partners(connection, edge)
        tied |= decided.about(edge)
        missing = tied - known.keys()
        edge = {i: seen[i] for i in missing & seen.keys()} | load(connection, missing - seen.keys())
    return known


def _groups(
    connection: Connection, known: Mapping[str, Told], judged: Judged, decided: _Decided
) -> list[frozenset[str]]:
    """The events of these reports; writes how each pair was judged."""
    different = decided.said("different")
    groups, inside = clustered(known.values(), decided.said("same"), different)
    group_of = {i: group for group in groups for i in group}
    beyond = (p for p in judged.keys() - inside.keys() - different if not _one(group_of, p))
    kept = {pair: (judged[pair], "perhaps") for pair in beyond}
    for pair, found in inside.items():
        if _one(group_of, pair):
            kept[pair] = (found, "same")
        elif found.verdict != "different" and pair not in different:
            kept[pair] = (found, "perhaps")
    if kept or len(known) > 1:
        link_rows.write(connection, known, kept)
    return groups


def _one(group_of: Mapping[str, frozenset[str]], pair: tuple[str, str]) -> bool:
    """Both are of one group."""
    return pair[0] in group_of and group_of[pair[0]] is group_of.get(pair[1])
