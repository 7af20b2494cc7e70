"""Questions to the ledger: lists of reports, one report in full, what is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.errors import UsageError
from demarche.ledger import decisions, runs
from demarche.ledger.chunks import SqlRow, chunks
from demarche.ledger.context import quote
from demarche.ledger.filtering import conditions
from demarche.ledger.lookup import one_report
from demarche.ledger.rows import Detail, FieldRow, Filters, Participant, ReportRow, Source, Summary
from demarche.ledger.schema import actors, documents, field_spans, fields, participants, report_spans, reports
from demarche.ledger.values import from_json
from demarche.model import Span, Value

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["count_reports", "evidence_of", "fields_of", "listed", "rows_of", "show", "summary"]

_ORDERS: dict[str, tuple[sa.ColumnElement[Any], ...]] = {
    "date": (reports.c.earliest.is_(None), reports.c.earliest, reports.c.latest, reports.c.id),
    "-date": (reports.c.earliest.is_(None), reports.c.earliest.desc(), reports.c.latest.desc(), reports.c.id),
    "added": (reports.c.added_at, reports.c.document_id, reports.c.position),
}
_ELSEWHERE = ("participants", "initiator", "actor", "recipient", "date", "duration")
_VALUES = (
    sa.select(fields.c.report_id, fields.c.name, fields.c.value)
    .where(fields.c.report_id.in_(sa.bindparam("ids", expanding=True)), fields.c.name.not_in(_ELSEWHERE))
    .order_by(fields.c.report_id, fields.c.position)
)
_DOCUMENT = tuple(c.label(f"document_{c.name}") for c in documents.c if c.name != "text")


def listed(connection: Connection, filters: Filters) -> list[ReportRow]:
    """Reports that pass the filters, in the order asked for."""
    if filters.order not in _ORDERS:
        raise UsageError(f"no order {filters.order!r}; say {', '.join(_ORDERS)}")
    chosen = sa.select(reports.c.id).where(*conditions(connection, filters)).order_by(*_ORDERS[filters.order])
    chosen = chosen.limit(filters.limit).offset(filters.offset or None)
    ids = connection.scalars(chosen).all()
    return [row for batch in chunks(ids) for row in rows_of(connection, batch)]


def count_reports(connection: Connection, filters: Filters) -> int:
    """How many reports pass the filters."""
    found = sa.select(sa.func.count()).select_from(reports).where(*conditions(connection, filters))
    return int(connection.scalar(found) or 0)


def show(connection: Connection, report_id: str) -> Detail:
    """One report with its words in context, its source, and what was decided on it."""
    report = one_report(connection, report_id)
    event = rows_of(connection, [report.id])[0]
    text = str(connection.scalar(sa.select(documents.c.text).where(documents.c.id == report.document_id)))
    spans = evidence_of(connection, report.id)
    decided = decisions.of_reports(connection, [report.id])[report.id]
    return Detail(event, fields_of(connection, report.id, text), tuple(quote(s, text) for s in spans), decided)


def summary(connection: Connection) -> Summary:
    """Documents, reports by kind, first and last publication day, the last run."""
    current = documents.c.superseded_at.is_(None)
    count = sa.func.count
    columns = (count(), count(documents.c.date), sa.func.min(documents.c.date), sa.func.max(documents.c.date))
    total, dated, first, last = connection.execute(sa.select(*columns).where(current)).one()
    superseded = connection.scalar(sa.select(count()).select_from(documents).where(~current))
    kinds = sa.select(reports.c.kind, count()).where(reports.c.retired_at.is_(None)).group_by(reports.c.kind)
    by_kind = {str(kind): int(n) for kind, n in connection.execute(kinds.order_by(reports.c.kind))}
    return Summary(total, int(superseded or 0), total - dated, first, last, by_kind, runs.last(connection))


def rows_of(connection: Connection, ids: Sequence[str]) -> list[ReportRow]:
    """The rows of these reports, in this order."""
    if not ids:
        return []
    people, values = _participants(connection, ids), _values(connection, ids)
    rows = connection.execute(_rows(), {"ids": ids})
    found = {row.id: _event(row, people[row.id], values[row.id]) for row in rows}
    return [found[i] for i in ids]


# Built once: building a statement costs more than running it.
@cache
def _rows() -> sa.Select[Any]:
    words = sa.func.substr(
        documents.c.text, report_spans.c.start_char + 1, report_spans.c.end_char - report_spans.c.start_char
    )
    first = sa.and_(report_spans.c.report_id == reports.c.id, report_spans.c.position == 0)
    joined = reports.join(documents).join(report_spans, first)
    asked = reports.c.id.in_(sa.bindparam("ids", expanding=True))
    return sa.select(*reports.c, *_DOCUMENT, words.label("quote")).select_from(joined).where(asked)


def _event(row: SqlRow, people: list[Participant], values: list[tuple[str, Value]]) -> ReportRow:
    source = Source(
        hash=row.document_hash,
        name=row.document_name,
        version=row.document_version,
        publisher=row.document_publisher,
        url=row.document_url,
        title=row.document_title,
        date=row.document_date,
        source=row.document_source,
        date_rule=row.document_date_rule,
        superseded_at=row.document_superseded_at,
        source_class=row.document_source_class,
        speaks_for=row.document_speaks_for or None,
        added_at=row.document_added_at,
    )
    return ReportRow(
        id=row.id,
        kind=row.kind,
        type=row.type,
        status=row.status,
        plover=row.plover,
        date=row.date,
        earliest=row.earliest,
        latest=row.latest,
        minutes_min=row.minutes_min,
        minutes_max=row.minutes_max,
        participants=tuple(people),
        place=next((str(value) for name, value in values if name == "place"), None),
        quote=row.quote,
        document=source,
        extractor=row.extractor,
        verdict=row.verdict,
        event_id=row.event_id,
        origin=row.origin,
        retired_at=row.retired_at,
        edited=tuple((row.edited or "").split()),
        fields=tuple(values),
    )


def _participants(connection: Connection, ids: Sequence[str]) -> dict[str, list[Participant]]:
    found: dict[str, list[Participant]] = defaultdict(list)
    for row in connection.execute(_people(), {"ids": ids}):
        found[row.report_id].append(Participant(row.role, row.name, row.side or None, row.kind or None))
    return found


@cache
def _people() -> sa.Select[Any]:
    kept = actors.alias("kept")  # whom a person said that an actor is
    shown = (_shown(actors.c[fact], kept.c[fact]).label(fact) for fact in ("side", "kind"))
    name = sa.func.coalesce(kept.c.name, actors.c.name).label("name")
    columns = (participants.c.report_id, participants.c.role, name)
    return (
        sa.select(*columns, *shown)
        .select_from(participants.join(actors).outerjoin(kept, kept.c.id == actors.c.same_as))
        .where(participants.c.report_id.in_(sa.bindparam("ids", expanding=True)))
        .order_by(participants.c.report_id, participants.c.role, participants.c.position)
    )


def _shown(own: sa.ColumnElement[str], kept: sa.ColumnElement[str | None]) -> sa.ColumnElement[str]:
    """An actor's own side or kind; where nobody knows, that of the actor it is."""
    return sa.func.coalesce(sa.func.nullif(own, ""), kept, "")


def _values(connection: Connection, ids: Sequence[str]) -> dict[str, list[tuple[str, Value]]]:
    """The fields that are not already columns of the report or rows of its participants."""
    found: dict[str, list[tuple[str, Value]]] = defaultdict(list)
    for row in connection.execute(_VALUES, {"ids": ids}):
        found[row.report_id].append((row.name, from_json(row.value)))
    return found


def evidence_of(connection: Connection, report_id: str) -> tuple[Span, ...]:
    """The stretches a report rests on."""
    query = sa.select(report_spans).where(report_spans.c.report_id == report_id).order_by(report_spans.c.position)
    return tuple(Span(row.start_char, row.end_char) for row in connection.execute(query))


def fields_of(connection: Connection, report_id: str, text: str) -> tuple[FieldRow, ...]:
    """The fields of a report with their words in the text."""
    spans: dict[int, list[Span]] = defaultdict(list)
    where = field_spans.c.report_id == report_id
    order = (field_spans.c.field_position, field_spans.c.position)
    for row in connection.execute(sa.select(field_spans).where(where).order_by(*order)):
        spans[row.field_position].append(Span(row.start_char, row.end_char))
    query = sa.select(fields).where(fields.c.report_id == report_id).order_by(fields.c.position)
    return tuple(
        FieldRow(row.name, from_json(row.value), tuple(quote(s, text) for s in spans[row.position]), row.reason)
        for row in connection.execute(query)
    )
