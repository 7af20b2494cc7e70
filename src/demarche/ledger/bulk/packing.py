"""Documents with their reports as rows of the tables, worked out where no ledger is: in any process.

What only the ledger knows is left open: ids of documents and actors, the run, the time.
"""

from __future__ import annotations

import json
import marshal
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from demarche.errors import DocumentError
from demarche.ledger.actor_rows import Actor
from demarche.ledger.ids import report_ids
from demarche.ledger.report_rows import (
    EVIDENCE,
    FIELD,
    FIELD_SPAN,
    evidence_rows,
    field_rows,
    field_span_rows,
    participant_rows,
    report_row,
    words_of,
)
from demarche.ledger.searching import folded
from demarche.ledger.writing import check, facts
from demarche.model import Document, Report

__all__ = ["BY_REPORT", "DOCUMENT", "TABLES", "Packed", "joined", "packed"]

Rows = list[tuple[Any, ...]]

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

DOCUMENT = ("name", "publisher", "url", "date", "source", "source_class", "speaks_for", "date_rule", "hash", "title")

#: tables whose rows begin with the id of their report and need nothing of the ledger
TABLES = {"report_spans": EVIDENCE, "fields": FIELD, "field_spans": FIELD_SPAN}

BY_REPORT = itemgetter(0)
"""Puts rows into the order of their keys: those of one report follow each other as they must already."""


@dataclass(slots=True)
class Packed:
    """Rows in order. A row of `documents` has the columns of `DOCUMENT`, then the text, its folded words, and how many
    reports it has; one of `reports` those of `REPORT`; `words` are those a report is found by; `participants` name
    their actor. `refused` are documents that may not enter: where they stood, and why."""

    documents: Rows = field(default_factory=list)
    reports: Rows = field(default_factory=list)
    tables: dict[str, Rows] = field(default_factory=lambda: {name: [] for name in TABLES})
    participants: list[tuple[str, str, int, Actor]] = field(default_factory=list)
    words: list[tuple[str, str]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)

    def dump(self) -> bytes:
        """For another process of the same program, in a third of the time that pickle takes."""
        return marshal.dumps(tuple(getattr(self, name) for name in self.__slots__))

    @classmethod
    def load(cls, dumped: bytes) -> Packed:
        """What `dump` gave."""
        return cls(*marshal.loads(dumped))


def packed(read: Iterable[tuple[Document, Sequence[Report]]]) -> Packed:
    """The rows of these documents."""
    made = Packed()
    for document, reports in read:
        try:
            check(document, tuple(reports))
        except DocumentError as error:
            made.refused.append((document.id, str(error)))
        else:
            _pack(made, document, reports)
    for rows in made.tables.values():
        rows.sort(key=BY_REPORT)  # several sorted ones are soon one
    return made


def joined(parts: Iterable[Packed]) -> Packed:
    """Several as one, in order."""
    made = Packed()
    for part in parts:
        made.documents += part.documents
        made.reports += part.reports
        for name, rows in part.tables.items():
            made.tables[name] += rows
        made.participants += part.participants
        made.words += part.words
        made.refused += part.refused
    return made


def _pack(made: Packed, document: Document, reports: Sequence[Report]) -> None:
    content_hash = document.content_hash
    ids = report_ids(content_hash, reports)
    known = {**facts(document), "hash": content_hash, "title": document.title}
    found_by = folded(f"{document.title} {document.text}")
    made.documents.append((*(known[name] for name in DOCUMENT), document.text, found_by, len(reports)))
    spans, fields, field_spans = (made.tables[name] for name in TABLES)
    for position, (report_id, report) in enumerate(zip(ids, reports, strict=True)):
        made.reports.append(report_row(report_id, position, report))
        spans += evidence_rows(report_id, report)
        fields += [(one, n, name, _JSON(value), why) for one, n, name, value, why in field_rows(report_id, report)]
        field_spans += field_span_rows(report_id, report)
        made.words.append((report_id, folded(words_of(report, document.text))))
    made.participants += participant_rows(ids, reports, document.date)
