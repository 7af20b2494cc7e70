"""One document's reports as rows: the report, its evidence, its fields with their words, its participants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.entries import EXTRACTOR
from demarche.ledger import edtf
from demarche.ledger.actor_rows import actor_ids
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
    "evidence_rows",
    "field_rows",
    "field_span_rows",
    "insert_reports",
    "participant_rows",
    "report_row",
    "retire",
    "words_of",
]

Row = dict[str, Any]


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
    rows = [report_row(i, n, r) for n, (i, r) in enumerate(zip(ids, found, strict=True))]
    for row in rows:
        row |= {"document_id": document_id, "extractor": run.extractor, "run_id": run.id}
        row["added_at"] = first_added.get(row["id"], time)
        row["origin"] = "person" if run.extractor == EXTRACTOR else "machine"
    connection.execute(reports.insert(), rows)
    _many(connection, report_spans, [row for i, r in zip(ids, found, strict=True) for row in evidence_rows(i, r)])
    _many(connection, fields, [row for i, r in zip(ids, found, strict=True) for row in field_rows(i, r)])
    _many(connection, field_spans, [row for i, r in zip(ids, found, strict=True) for row in field_span_rows(i, r)])
    _many(connection, participants, _participants(connection, ids, found, document.date))
    index_reports(connection, ((i, words_of(r, document.text)) for i, r in zip(ids, found, strict=True)))


def _forget(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Remove the rows that are about to be written again; when each was first added."""
    found = connection.execute(sa.select(reports.c.id, reports.c.added_at).where(reports.c.id.in_(ids))).all()
    known = [row.id for row in found]
    if known:
        for table in (field_spans, fields, report_spans, participants):
            connection.execute(table.delete().where(table.c.report_id.in_(known)))
        connection.execute(reports.delete().where(reports.c.id.in_(known)))
    return {row.id: row.added_at for row in found}


def _many(connection: Connection, table: sa.Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(table.insert(), rows)


def report_row(report_id: str, position: int, report: Report) -> Row:
    """The row of a report that nobody has decided on, but for what it owes to its document and run."""
    when = report.first("date")
    edtf_date = str(when.value) if when else None
    covered = edtf.parse(edtf_date)
    lasting = report.first("duration")
    minutes = lasting.value if lasting and isinstance(lasting.value, Lasting) else Lasting(None, None)
    return {
        "id": report_id,
        "position": position,
        "kind": report.kind,
        "type": report.type,
        "status": report.status,
        "plover": report.plover,
        "date": edtf_date,
        "earliest": covered.earliest.isoformat() if covered and covered.earliest else None,
        "latest": covered.latest.isoformat() if covered and covered.latest else None,
        "minutes_min": minutes.min,
        "minutes_max": minutes.max,
        "verdict": None,
        "retired_at": None,
        "edited": None,
        "event_id": None,
    }


def evidence_rows(report_id: str, report: Report) -> list[Row]:
    """The stretches it rests on."""
    return [
        {"report_id": report_id, "position": n, "start_char": span.start, "end_char": span.end}
        for n, span in enumerate(report.evidence)
    ]


def field_rows(report_id: str, report: Report) -> list[Row]:
    """Its values."""
    return [
        {
            "report_id": report_id,
            "position": n,
            "name": item.name,
            "value": to_json(item.value),
            "reason": str(item.reason) if item.reason else None,
        }
        for n, item in enumerate(report.fields)
    ]


def field_span_rows(report_id: str, report: Report) -> list[Row]:
    """The words of its values."""
    return [
        {"report_id": report_id, "field_position": n, "position": m, "start_char": span.start, "end_char": span.end}
        for n, item in enumerate(report.fields)
        for m, span in enumerate(item.spans)
    ]


def words_of(report: Report, text: str) -> str:
    """What a report is found by: its sentence, and the names and values of its fields."""
    values = (item.value for item in report.fields if isinstance(item.value, str))
    return " ".join(dict.fromkeys([span.of(text) for span in report.evidence] + list(values)))


def _participants(connection: Connection, ids: Sequence[str], found: Sequence[Report], day: date | None) -> list[Row]:
    taking_part = participant_rows(ids, found, day)
    known = actor_ids(connection, (row["actor"] for row in taking_part))
    return [{**row, "actor_id": known[row.pop("actor")]} for row in taking_part]


def participant_rows(ids: Sequence[str], found: Sequence[Report], day: date | None) -> list[Row]:
    """Whom these reports of one document name; `actor` is the name with its side and kind, not yet a row's id."""
    document = said_in(found)
    positions = Counter[tuple[str, str]]()
    rows: list[Row] = []
    for report_id, report in zip(ids, found, strict=True):
        for role, actor in told_of(report, document, day):
            rows.append({"report_id": report_id, "role": role, "position": positions[report_id, role], "actor": actor})
            positions[report_id, role] += 1
    return rows
