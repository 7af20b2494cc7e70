"""One document's reports as rows: the report, its evidence, its fields with their words, its participants."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.entries import EXTRACTOR
from demarche.ledger import edtf
from demarche.ledger.actor_rows import Actor, actor_ids
from demarche.ledger.clock import now
from demarche.ledger.ids import report_ids
from demarche.ledger.rows import Run
from demarche.ledger.schema import field_spans, fields, participants, report_spans, reports
from demarche.ledger.searching import index_reports
from demarche.ledger.sides import said_in, told_of
from demarche.ledger.values import to_json
from demarche.model import Document, Lasting, Report

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = [
    "EVIDENCE",
    "FIELD",
    "FIELD_SPAN",
    "REPORT",
    "evidence_rows",
    "field_rows",
    "field_span_rows",
    "insert_reports",
    "participant_rows",
    "report_row",
    "retire",
    "words_of",
]

Row = tuple[Any, ...]

# the columns of the rows below
REPORT = (
    "id",
    "position",
    "kind",
    "type",
    "status",
    "plover",
    "date",
    "earliest",
    "latest",
    "minutes_min",
    "minutes_max",
    "verdict",
    "retired_at",
    "edited",
    "event_id",
)
EVIDENCE = ("report_id", "position", "start_char", "end_char")
FIELD = ("report_id", "position", "name", "value", "reason")
FIELD_SPAN = ("report_id", "field_position", "position", "start_char", "end_char")
_PARTICIPANT = ("report_id", "role", "position", "actor_id")


def retire(connection: Connection, document_id: int) -> None:
    """Set this document's reports aside: they stay readable by id, and are listed no more."""
    current = sa.and_(reports.c.document_id == document_id, reports.c.retired_at.is_(None))
    connection.execute(reports.update().where(current).values(retired_at=now()))


def insert_reports(
    connection: Connection, document: Document, document_id: int, found: Sequence[Report], run: Run, *, fresh: bool
) -> None:
    """Write the reports of one reading; those that an earlier reading had found keep their ids and first day."""
    if not found:
        return
    ids = report_ids(document.content_hash, found)
    first_added = {} if fresh else _forget(connection, ids)
    time = now()
    origin = "person" if run.extractor == EXTRACTOR else "machine"
    given = {"document_id": document_id, "extractor": run.extractor, "run_id": run.id, "origin": origin}
    told = list(zip(ids, found, strict=True))
    rows = [
        dict(zip(REPORT, report_row(i, n, r), strict=True)) | given | {"added_at": first_added.get(i, time)}
        for n, (i, r) in enumerate(told)
    ]
    connection.execute(reports.insert(), rows)
    _many(connection, report_spans, EVIDENCE, [row for i, r in told for row in evidence_rows(i, r)])
    _many(connection, fields, FIELD, [row for i, r in told for row in field_rows(i, r)])
    _many(connection, field_spans, FIELD_SPAN, [row for i, r in told for row in field_span_rows(i, r)])
    _many(connection, participants, _PARTICIPANT, _participants(connection, ids, found, document.date))
    index_reports(connection, ((i, words_of(r, document.text)) for i, r in told))


def _forget(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Remove the rows that are about to be written again; when each was first added."""
    found = connection.execute(sa.select(reports.c.id, reports.c.added_at).where(reports.c.id.in_(ids))).all()
    known = [row.id for row in found]
    if known:
        for table in (field_spans, fields, report_spans, participants):
            connection.execute(table.delete().where(table.c.report_id.in_(known)))
        connection.execute(reports.delete().where(reports.c.id.in_(known)))
    return {row.id: row.added_at for row in found}


def _many(connection: Connection, table: sa.Table, columns: Sequence[str], rows: list[Row]) -> None:
    if rows:
        connection.execute(table.insert(), [dict(zip(columns, row, strict=True)) for row in rows])


def report_row(report_id: str, position: int, report: Report) -> Row:
    """The row of a report that nobody has decided on, but for what it owes to its document and run."""
    when = report.first("date")
    edtf_date = str(when.value) if when else None
    lasting = report.first("duration")
    minutes = lasting.value if lasting and isinstance(lasting.value, Lasting) else Lasting(None, None)
    said = (report_id, position, report.kind, report.type, report.status, report.plover, edtf_date)
    undecided = (None, None, None, None)
    return (*said, *_covered(edtf_date), minutes.min, minutes.max, *undecided)


@lru_cache(maxsize=20_000)
def _covered(edtf_date: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of a date."""
    days = edtf.parse(edtf_date) or edtf.Days(None, None)
    return str(days.earliest) if days.earliest else None, str(days.latest) if days.latest else None


def evidence_rows(report_id: str, report: Report) -> list[Row]:
    """The stretches it rests on."""
    return [(report_id, n, span.start, span.end) for n, span in enumerate(report.evidence)]


def field_rows(report_id: str, report: Report) -> list[Row]:
    """Its values."""
    return [
        (report_id, n, item.name, to_json(item.value), str(item.reason) if item.reason else None)
        for n, item in enumerate(report.fields)
    ]


def field_span_rows(report_id: str, report: Report) -> list[Row]:
    """The words of its values."""
    return [
        (report_id, n, m, span.start, span.end)
        for n, item in enumerate(report.fields)
        for m, span in enumerate(item.spans)
    ]


def words_of(report: Report, text: str) -> str:
    """What a report is found by: its sentence, and the names and values of its fields."""
    values = [item.value for item in report.fields if isinstance(item.value, str)]
    return " ".join(dict.fromkeys([span.of(text) for span in report.evidence] + values))


def _participants(connection: Connection, ids: Sequence[str], found: Sequence[Report], day: date | None) -> list[Row]:
    taking_part = participant_rows(ids, found, day)
    known = actor_ids(connection, (actor for _, _, _, actor in taking_part))
    return [(report_id, role, position, known[actor]) for report_id, role, position, actor in taking_part]


def participant_rows(
    ids: Sequence[str], found: Sequence[Report], day: date | None
) -> list[tuple[str, str, int, Actor]]:
    """Whom these reports of one document name; `actor` is the name with its side and kind, not yet a row's id."""
    document = said_in(found)
    rows: list[tuple[str, str, int, Actor]] = []
    for report_id, report in zip(ids, found, strict=True):
        positions: dict[str, int] = {}
        for role, actor in told_of(report, document, day):
            position = positions[role] = positions.get(role, -1) + 1
            rows.append((report_id, role, position, actor))
    return rows
