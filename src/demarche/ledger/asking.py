"""Questions to the ledger: lists of reports, one report in full, what is there."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.errors import UsageError
from demarche.ledger import decisions, runs
from demarche.ledger.chunks import chunks
from demarche.ledger.context import quote
from demarche.ledger.filtering import conditions
from demarche.ledger.listing import rows_of
from demarche.ledger.lookup import one_report
from demarche.ledger.rows import Detail, FieldRow, Filters, ReportRow, Summary
from demarche.ledger.schema import documents, field_spans, fields, report_spans, reports
from demarche.ledger.values import from_json
from demarche.model import Span

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["count_reports", "evidence_of", "fields_of", "listed", "show", "summary"]

#: an open end is the smallest, as SQLite has it
_EARLY, _LATE = reports.c.latest.asc().nulls_first(), reports.c.latest.desc().nulls_last()
_ORDERS: dict[str, tuple[sa.ColumnElement[Any], ...]] = {
    "date": (reports.c.earliest.is_(None), reports.c.earliest, _EARLY, reports.c.id),
    "-date": (reports.c.earliest.is_(None), reports.c.earliest.desc(), _LATE, reports.c.id),
    "added": (reports.c.added_at, reports.c.document_id, reports.c.position),
}


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
