"""Events as rows: written anew for groups of reports, with how many others each may be one with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.ledger.chunks import chunks
from demarche.ledger.links.summary import summarised
from demarche.ledger.rows import ReportRow
from demarche.ledger.schema import events, links, reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["count_doubts", "write_events"]

_DELETE = events.delete().where(events.c.id.in_(sa.bindparam("old", expanding=True)))
_POINT = reports.update().where(reports.c.id == sa.bindparam("member")).values(event_id=sa.bindparam("event"))


def write_events(connection: Connection, touched: Collection[str], groups: Iterable[Sequence[ReportRow]]) -> None:
    """Replace the events of all reports touched, if there are any, by one event for each group."""
    for batch in chunks(sorted(touched)):
        connection.execute(_DELETE, {"old": batch})
    made = [(summarised(group) | {"perhaps": 0}, group) for group in groups]
    if made:
        connection.execute(events.insert(), [row for row, _ in made])
        connection.execute(_POINT, [{"member": r.id, "event": row["id"]} for row, group in made for r in group])


def count_doubts(connection: Connection, report_ids: Iterable[str]) -> None:
    """Write anew, for the events of these reports, how many other events each may be one with."""
    touched = _events_of(connection, report_ids)
    members = _members(connection, set(touched.values()))
    partners: dict[str, set[str]] = defaultdict(set)
    for a, b in _doubtful_links(connection, members):
        partners[a].add(b)
        partners[b].add(a)
    event_of = members | _events_of(connection, {i for found in partners.values() for i in found})
    doubts: dict[str, set[str]] = {event: set() for event in touched.values()}
    for report_id, event in members.items():
        doubts[event] |= {event_of[i] for i in partners[report_id] if i in event_of} - {event}
    for event, others in doubts.items():
        connection.execute(events.update().where(events.c.id == event).values(perhaps=len(others)))


def _events_of(connection: Connection, report_ids: Iterable[str]) -> dict[str, str]:
    return _mapped(connection, reports.c.id, report_ids)


def _members(connection: Connection, event_ids: Iterable[str]) -> dict[str, str]:
    return _mapped(connection, reports.c.event_id, event_ids)


def _mapped(connection: Connection, column: sa.Column[str], ids: Iterable[str]) -> dict[str, str]:
    """Report id -> event id."""
    current = (reports.c.retired_at.is_(None), reports.c.event_id.is_not(None))
    found: dict[str, str] = {}
    for batch in chunks(sorted(ids)):
        query = sa.select(reports.c.id, reports.c.event_id).where(column.in_(batch), *current)
        found |= {row.id: row.event_id for row in connection.execute(query)}
    return found


def _doubtful_links(connection: Connection, report_ids: Iterable[str]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for batch in chunks(sorted(report_ids)):
        for column in (links.c.a, links.c.b):
            query = sa.select(links.c.a, links.c.b).where(column.in_(batch), links.c.verdict == "perhaps")
            found |= {(row.a, row.b) for row in connection.execute(query)}
    return found
