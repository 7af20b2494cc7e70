"""What a person can decide. A verb checks, writes rows that hang on evidence, and brings other tables up to date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.errors import NotAllowedError, UsageError
from demarche.ledger.chunks import chunks
from demarche.ledger.decisions.anchors import anchors_of
from demarche.ledger.decisions.changes import change_of
from demarche.ledger.decisions.refreshing import VERDICTS
from demarche.ledger.decisions.settling import settle
from demarche.ledger.decisions.table import action_of, append, last_action, take_back
from demarche.ledger.decisions.ties import parted, tied, ties
from demarche.ledger.lookup import one_report
from demarche.ledger.schema import reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from demarche.ledger.decisions.changes import Words
    from demarche.ledger.rows import Decision

__all__ = ["edit", "judge", "keep_apart", "merge", "split", "tie", "undo"]


def judge(
    connection: Connection, verdict: str, ids: Sequence[str], author: str, note: str, *, alone: bool = False
) -> tuple[Decision, ...]:
    """Accept or reject: the id of an event decides on each of its reports, unless `alone`."""
    if verdict not in VERDICTS:
        raise UsageError(f"no verdict {verdict!r}; say {' or '.join(VERDICTS)}")
    chosen = _alone(connection, ids) if alone else _expanded(connection, ids)
    rows = [{"verdict": verdict, "on": one.evidence, "before": one.verdict} for one in anchors_of(connection, chosen)]
    return _written(connection, author, note, rows)


def edit(
    connection: Connection,
    report_id: str,
    field: str,
    value: str | None,
    words: Words,
    author: str,
    note: str,
) -> tuple[Decision, ...]:
    """Set one field of one report; what was there is kept in the row, and comes back when the edit is taken back."""
    (one,) = anchors_of(connection, _alone(connection, [report_id]))
    before, change = change_of(connection, one, field, value, words)
    if not change.get("spans") and not note.strip():
        raise UsageError(
            f"an edit of {field} needs its words in the document or a reason; nothing was written; "
            "give --words TEXT or --reason TEXT"
        )
    row = {"verdict": "edit", "on": one.evidence, "field": field, "before": before, "value": change}
    return _written(connection, author, note, [row])


def merge(connection: Connection, ids: Sequence[str], author: str, note: str) -> tuple[Decision, ...]:
    """Say that these events (or the events of these reports) are one."""
    members = _events(connection, _alone(connection, ids))
    every = [report_id for event in members for report_id in event]
    by_id = {anchor.report_id: anchor for anchor in anchors_of(connection, every)}
    rows = tied([[by_id[i] for i in event] for event in members], ties(connection, every))
    return _written(connection, author, note, rows)


def keep_apart(connection: Connection, ids: Sequence[str], author: str, note: str) -> tuple[Decision, ...]:
    """Say that these events (or the events of these reports) are different ones, each report against each."""
    members = _events(connection, _alone(connection, ids))
    if len(members) < 2:
        raise UsageError("these are one event already; nothing was decided; say which of its reports to split off")
    by_id = {anchor.report_id: anchor for anchor in anchors_of(connection, [i for event in members for i in event])}
    pairs = [(by_id[a], by_id[b]) for one, other in combinations(members, 2) for a in one for b in other]
    rows = [{"verdict": "different", "on": a.evidence, "other": b.evidence} for a, b in pairs]
    return _written(connection, author, note, rows)


def tie(connection: Connection, pairs: Iterable[tuple[str, str]], author: str, note: str) -> tuple[Decision, ...]:
    """Say of pairs of reports that each two tell of one event, whether they stand in one now or not: one action."""
    ids = [_alone(connection, pair) for pair in pairs]
    found = {a.report_id: a for a in anchors_of(connection, [i for pair in ids for i in pair])}
    rows = [{"verdict": "same", "on": found[a].evidence, "other": found[b].evidence} for a, b in ids]
    return _written(connection, author, note, rows)


def split(
    connection: Connection, event_id: str, report_ids: Sequence[str], author: str, note: str
) -> tuple[Decision, ...]:
    """Say that these reports of an event tell of another one."""
    (members,) = _events(connection, _alone(connection, [event_id]))
    chosen = _alone(connection, report_ids)
    for one in chosen:
        if one not in members:
            raise UsageError(f"{one} is no report of {event_id}; nothing was split; they are: {', '.join(members)}")
    rest = [i for i in members if i not in chosen]
    if not rest:
        raise UsageError(f"these are all the reports of {event_id}; nothing was split; leave out those that stay")
    rows = parted(anchors_of(connection, chosen), anchors_of(connection, rest))
    return _written(connection, author, note, rows)


def undo(connection: Connection, number: int | None, author: str, *, own: bool = False) -> tuple[Decision, ...]:
    """Take back a decision with all that were taken together with it; without a number the author's last one."""
    made = action_of(connection, last_action(connection, author) if number is None else number)
    if own and any(decision.author != author for decision in made):
        raise NotAllowedError(f"{made[0].author} decided this; nothing was changed; ask them, or an editor")
    undone = take_back(connection, made, author or made[0].author)
    settle(connection, undone)
    return undone


def _written(connection: Connection, author: str, note: str, rows: Iterable[dict[str, Any]]) -> tuple[Decision, ...]:
    made = append(connection, author, note, rows)
    settle(connection, made)
    return made


# -- whom the ids mean ----------------------------------------------------------------------------------------------


def _alone(connection: Connection, ids: Iterable[str]) -> list[str]:
    """The reports of these ids (or beginnings of them), each once; UsageError for one that is listed no more."""
    found = []
    for given in ids:
        one = one_report(connection, given).id
        if connection.scalar(sa.select(reports.c.retired_at).where(reports.c.id == one)):
            raise UsageError(
                f"{one} was replaced by a later reading; nothing was decided; find the row that is there now: "
                "demarche events"
            )
        found.append(one)
    if not found:
        raise UsageError("no id was given; ids are in the first column of: demarche events")
    return list(dict.fromkeys(found))


def _expanded(connection: Connection, ids: Iterable[str]) -> list[str]:
    """An id that is an event's means all its reports; any other one report."""
    chosen = _alone(connection, ids)
    members = _members(connection, chosen)
    return list(dict.fromkeys(i for one in chosen for i in (one, *members.get(one, ()))))


def _events(connection: Connection, report_ids: Sequence[str]) -> list[list[str]]:
    """The reports of each event that these reports belong to, in the order given."""
    query = sa.select(reports.c.id, reports.c.event_id).where(reports.c.id.in_(report_ids))
    event_of = {row.id: row.event_id or row.id for row in connection.execute(query)}
    events = list(dict.fromkeys(event_of[i] for i in report_ids))
    members = _members(connection, events)
    return [members.get(event) or [event] for event in events]


def _members(connection: Connection, event_ids: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for batch in chunks(event_ids):
        current = sa.and_(reports.c.event_id.in_(batch), reports.c.retired_at.is_(None))
        query = sa.select(reports.c.id, reports.c.event_id).where(current).order_by(reports.c.id)
        for row in connection.execute(query):
            found.setdefault(row.event_id, []).append(row.id)
    return found
