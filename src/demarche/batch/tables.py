"""The tables of a batch: documents, reports with every stretch they rest on, and what was not read.

A report is one row; its evidence and its fields are lists inside it, so that one file holds all of it. Values of fields
are JSON, as the ledger keeps them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from demarche.batch.arrow import arrow
from demarche.ledger.ids import report_ids
from demarche.ledger.values import to_json
from demarche.model import Document, Field, Report, Span

if TYPE_CHECKING:
    from demarche.documents import Arrival

__all__ = ["TABLES", "document_row", "reject_row", "report_rows", "schema"]

Row = dict[str, Any]

TABLES = ("documents", "reports", "rejects")
_PLACE = re.compile(r"(.*) (?:line|row) (\d+)")


@cache
def schema(table: str) -> Any:
    """The pyarrow schema of a table."""
    pa, _ = arrow()
    text, number = pa.string(), pa.int32()
    span = pa.struct([pa.field("start", number, nullable=False), pa.field("end", number, nullable=False)])
    value = [("name", text), ("value", text), ("reason", text), ("side", text), ("actor_kind", text)]
    field = pa.struct([*value, ("spans", pa.list_(span))])
    columns = {
        "documents": [
            ("hash", text),
            ("id", text),
            ("title", text),
            ("publisher", text),
            ("url", text),
            ("date", pa.date32()),
            ("source", text),
            ("date_rule", text),
            ("place", text),
            ("notes", pa.list_(text)),
            ("reports", number),
            ("text", text),
        ],
        "reports": [
            ("id", text),
            ("document", text),
            ("position", number),
            ("document_id", text),
            ("kind", text),
            ("type", text),
            ("status", text),
            ("plover", text),
            ("words", text),
            ("evidence", pa.list_(span)),
            ("fields", pa.list_(field)),
        ],
        "rejects": [("file", text), ("line", pa.int64()), ("id", text), ("reason", text)],
    }
    return pa.schema(columns[table])


def document_row(arrival: Arrival, document: Document, reports: int) -> Row:
    """A document that was read; `place` is the file and line it stood in."""
    return {
        "hash": document.content_hash,
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "date": document.date,
        "source": document.source,
        "date_rule": document.date_rule,
        "place": arrival.where,
        "notes": list(arrival.notes),
        "reports": reports,
        "text": document.text,
    }


def report_rows(document: Document, reports: Sequence[Report]) -> list[Row]:
    """The reports of a document; `id` is the one they get in a ledger, `words` those of the first evidence."""
    ids = report_ids(document.content_hash, reports)
    return [
        {
            "id": report_id,
            "document": document.content_hash,
            "position": position,
            "document_id": report.document_id,
            "kind": report.kind,
            "type": report.type,
            "status": report.status,
            "plover": report.plover,
            "words": report.evidence[0].of(document.text),
            "evidence": [_span(span) for span in report.evidence],
            "fields": [_field(item) for item in report.fields],
        }
        for position, (report_id, report) in enumerate(zip(ids, reports, strict=True))
    ]


def reject_row(arrival: Arrival, reason: str) -> Row:
    """What was not read: file, line (or row; none where the file as a whole is meant), id where it is known, why."""
    found = _PLACE.fullmatch(arrival.where)
    file, line = (found[1], int(found[2])) if found else (arrival.where, None)
    return {"file": file, "line": line, "id": arrival.document.id if arrival.document else "", "reason": reason}


def _span(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


def _field(item: Field) -> Row:
    return {
        "name": item.name,
        "value": json.dumps(to_json(item.value), ensure_ascii=False, separators=(",", ":")),
        "reason": str(item.reason) if item.reason else None,
        "side": item.side,
        "actor_kind": item.actor_kind,
        "spans": [_span(span) for span in item.spans],
    }
