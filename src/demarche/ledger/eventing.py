"""Questions about events: lists of them, and one in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.errors import UsageError
from demarche.ledger import decisions, link_rows
from demarche.ledger.among import among
from demarche.ledger.asking import evidence_of, fields_of
from demarche.ledger.chunks import SqlRow, chunks
from demarche.ledger.context import quote
from demarche.ledger.finding import count_found, found_ids
from demarche.ledger.links.accounts import accounts_of, life_of
from demarche.ledger.links.summary import by_telling
from demarche.ledger.listing import rows_of
from demarche.ledger.lookup import one_report
from demarche.ledger.rows import Event, EventDetail, Filters, Link, ReportRow
from demarche.ledger.schema import documents, events, reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["count_events", "event", "events_of", "listed_events"]


def listed_events(connection: Connection, filters: Filters) -> list[Event]:
    """Events of which a report passes the filters."""
    ids = found_ids(connection, filters)
    return [found for batch in chunks(ids) for found in events_of(connection, batch)]


def count_events(connection: Connection, filters: Filters, most: int | None = None) -> int:
    """How many events have a report that passes the filters; with `most` counting stops at one more than that."""
    return count_found(connection, filters, most)


def event(connection: Connection, report_or_event_id: str) -> EventDetail:
    """The event of this report (or with this id; a prefix will do), with everything that is known of it."""
    report = one_report(connection, report_or_event_id)
    event_id = connection.scalar(sa.select(reports.c.event_id).where(reports.c.id == report.id))
    found = events_of(connection, [str(event_id)])
    if not found:
        raise UsageError(
            f"row {report.id} was replaced by a later reading and belongs to no event; "
            f"read it alone: demarche show {report.id} --report"
        )
    return _detail(connection, found[0])


def _detail(connection: Connection, found: Event) -> EventDetail:
    ids = [row.id for row in found.reports]
    texts = _texts(connection, ids)
    fields = {i: fields_of(connection, i, texts[i]) for i in ids}
    evidence = {i: tuple(quote(s, texts[i]) for s in evidence_of(connection, i)) for i in ids}
    inside, maybe = _links(connection, ids)
    decided = {d.id: d for of_it in decisions.of_reports(connection, ids).values() for d in of_it}
    return EventDetail(
        event=found,
        accounts=accounts_of(found.reports, fields, evidence),
        life=life_of(row for row in found.reports if row.verdict != "reject"),
        links=inside,
        maybe=maybe,
        decisions=tuple(decided[i] for i in sorted(decided)),
    )


def _texts(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    query = sa.select(reports.c.id, documents.c.text).select_from(reports.join(documents)).where(reports.c.id.in_(ids))
    return {row.id: row.text for row in connection.execute(query)}


def _links(connection: Connection, ids: Sequence[str]) -> tuple[tuple[Link, ...], tuple[tuple[Link, str], ...]]:
    """Links between these reports, and those to others with the other's event, the strongest first."""
    own = set(ids)
    found = [Link(r.a, r.b, r.score, r.verdict, _why(r.why)) for r in link_rows.about(connection, ids)]
    found.sort(key=lambda link: (-link.score, link.a, link.b))
    inside = tuple(link for link in found if {link.a, link.b} <= own)
    beyond = {link: ({link.a, link.b} - own).pop() for link in found if not {link.a, link.b} <= own}
    query = sa.select(reports.c.id, reports.c.event_id).where(reports.c.id.in_(set(beyond.values())))
    event_of = {row.id: str(row.event_id) for row in connection.execute(query)}
    return inside, tuple((link, event_of[other]) for link, other in beyond.items() if other in event_of)


def _why(lines: list[list[Any]]) -> tuple[tuple[str, float, str], ...]:
    return tuple((str(rule), float(points), str(reason)) for rule, points, reason in lines)


_E = events.c
_EVENTS = sa.select(  # in the order in which `Event` has them
    *(_E.id, _E.kind, _E.type, _E.status, _E.date, _E.earliest, _E.latest, _E.minutes_min, _E.minutes_max),
    *(_E.disputed, _E.perhaps, _E.verdict, _E.origin),
).where(among(_E.id, "ids"))
_MEMBERS = (
    sa.select(reports.c.event_id, reports.c.id)
    .where(among(reports.c.event_id, "ids"), reports.c.retired_at.is_(None))
    .order_by(reports.c.id)
)


def events_of(connection: Connection, ids: Sequence[str]) -> list[Event]:
    """These events with their reports, in this order."""
    rows = {row[0]: row for row in connection.execute(_EVENTS, {"ids": ids}).all()}
    members: dict[str, list[str]] = defaultdict(list)
    for event_id, report_id in connection.execute(_MEMBERS, {"ids": ids}).all():
        members[event_id].append(report_id)
    told = {row.id: row for row in rows_of(connection, [i for found in members.values() for i in found])}
    return [_event(rows[i], tuple(by_telling(told[member] for member in members[i]))) for i in ids if i in rows]


def _event(row: SqlRow, told: tuple[ReportRow, ...]) -> Event:
    *heads, disputed, perhaps, verdict, origin = row
    all_of_it: list[Any] = [*heads, bool(disputed), perhaps, verdict, origin, told]
    return Event(*all_of_it)
