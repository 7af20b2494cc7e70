"""Writing: one document with its reports in one transaction, and what became of it.

The machine's rows are replaced by a newer reading: a report that is found again keeps its id, one that is not found
any more is retired, never deleted. What people decided stands in a table of its own and is never touched here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.entries import ACCOUNT
from demarche.errors import DocumentError
from demarche.evidence import refusal
from demarche.ledger import runs
from demarche.ledger.chunks import SqlRow, chunks, new_id
from demarche.ledger.clock import now
from demarche.ledger.decisions import lift, refresh
from demarche.ledger.linking import relink
from demarche.ledger.report_rows import insert_reports, retire
from demarche.ledger.rows import Outcome, Run
from demarche.ledger.schema import documents, reports
from demarche.ledger.searching import index_document
from demarche.ledger.source_class import ENTRY, SourceClass, classed, host_of
from demarche.model import Document, Report

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["add", "check", "facts", "known"]

# Built once: building a statement costs more than running it.
_BY_HASH = sa.select(documents.c.id, documents.c.date, documents.c.read_by, documents.c.superseded_at).where(
    documents.c.hash == sa.bindparam("of_hash")
)
_SAME_PAGE = sa.select(documents.c.id, documents.c.version, documents.c.superseded_at).where(
    documents.c.url == sa.bindparam("of_url"),
    sa.or_(
        documents.c.name == sa.bindparam("of_name"),
        sa.and_(documents.c.title == sa.bindparam("of_title"), documents.c.title != ""),
    ),
)


def known(connection: Connection, candidates: Iterable[Document], extractor: str) -> frozenset[str]:
    """Hashes of the candidates that this extractor has read, as they are now."""
    found: set[str] = set()
    columns = (documents.c.hash, documents.c.date)
    current = (documents.c.read_by == extractor, documents.c.superseded_at.is_(None))
    for batch in chunks(candidates):
        dates = {document.content_hash: document.date for document in batch}
        for row in connection.execute(sa.select(*columns).where(documents.c.hash.in_(dates), *current)):
            if not _dated_anew(row.date, dates[row.hash]):
                found.add(row.hash)
    return frozenset(found)


def add(connection: Connection, document: Document, found: tuple[Report, ...], run: Run) -> Outcome:
    """Add the document; the caller's transaction makes it all or nothing."""
    check(document, found)
    old = connection.execute(_BY_HASH, {"of_hash": document.content_hash}).first()
    outcome, document_id = _place(connection, document, old, run)
    if outcome is Outcome.UNCHANGED:
        runs.note(connection, run, outcome, 0)
        return outcome
    if old is not None:
        lift(connection, document.content_hash)
        retire(connection, document_id)
    insert_reports(connection, document, document_id, found, run, fresh=old is None)
    if old is not None:
        refresh(connection, document.content_hash)
    relink(connection, _reports_of(connection, document_id), fresh=old is None)
    runs.note(connection, run, outcome, len(found))
    return outcome


def _reports_of(connection: Connection, document_id: int) -> list[str]:
    return list(connection.scalars(sa.select(reports.c.id).where(reports.c.document_id == document_id)))


def check(document: Document, found: tuple[Report, ...]) -> None:
    """The gate, once more at this door; and only text that every database can hold. DocumentError where it fails."""
    for report in found:
        why = refusal(report, document)
        if why:
            raise DocumentError(
                f"{document.id}: a {report.kind} was refused: {why}; nothing of this document was added"
            )
    try:
        (document.text + document.title).encode()
    except UnicodeEncodeError as error:
        raise DocumentError(f"{document.id}: half a character at {error.start}; the text cannot be stored") from error
    if "\0" in document.text or "\0" in document.title:
        raise DocumentError(f"{document.id}: a zero byte in the text; it cannot be stored")


def _place(connection: Connection, document: Document, old: SqlRow | None, run: Run) -> tuple[Outcome, int]:
    """Find or make the document's row."""
    if old is None:
        version, superseded = _earlier(connection, document)
        return Outcome.NEW_VERSION if superseded else Outcome.NEW, _insert(connection, document, version, run)
    if old.superseded_at is not None:  # the page went back to what it said before
        _earlier(connection, document)
        _update(connection, document, old, run)
        return Outcome.NEW_VERSION, old.id
    if old.read_by == run.extractor and not _dated_anew(old.date, document.date):
        return Outcome.UNCHANGED, old.id
    _update(connection, document, old, run)
    return Outcome.REREAD, old.id


def _dated_anew(old: str | None, new: object) -> bool:
    return new is not None and old != str(new)


def _earlier(connection: Connection, document: Document) -> tuple[int, bool]:
    """Supersede what this page said before; the number of the new version, and whether there was an old one.

    The same page has the same address and the same id or title: several items of one page are no versions.
    """
    if document.url is None:
        return 1, False
    page = {"of_url": document.url, "of_name": document.id, "of_title": document.title}
    rows = connection.execute(_SAME_PAGE, page).all()
    current = [row.id for row in rows if row.superseded_at is None]
    for document_id in current:
        connection.execute(documents.update().where(documents.c.id == document_id).values(superseded_at=now()))
        retire(connection, document_id)
        relink(connection, _reports_of(connection, document_id))
    return max((row.version for row in rows), default=0) + 1, bool(current)


def _insert(connection: Connection, document: Document, version: int, run: Run) -> int:
    time = now()
    values = facts(document) | {
        "hash": document.content_hash,
        "version": version,
        "title": document.title,
        "text": document.text,
        "added_at": time,
        "read_at": time,
        "read_by": run.extractor,
        "run_id": run.id,
    }
    document_id = new_id(connection, documents, values)
    index_document(connection, document_id, document.title, document.text)
    return document_id


def _update(connection: Connection, document: Document, old: SqlRow, run: Run) -> None:
    values = facts(document) | {"read_at": now(), "read_by": run.extractor, "superseded_at": None}
    if document.date is None:  # a day that somebody knew is not forgotten
        del values["date"], values["date_rule"]
    connection.execute(documents.update().where(documents.c.id == old.id).values(values))


def facts(document: Document) -> dict[str, Any]:
    """What a row of `documents` says of its source."""
    source = _class(document)
    return {
        "name": document.id,
        "publisher": document.publisher,
        "url": document.url,
        "date": document.date.isoformat() if document.date else None,
        "source": document.source,
        "source_class": source.name,
        "speaks_for": source.side,
        "date_rule": document.date_rule,
    }


def _class(document: Document) -> SourceClass:
    if document.source == ENTRY:
        return SourceClass(ENTRY)
    if document.source == ACCOUNT:  # who said it, whoever's page carried it
        return classed(document.publisher, "")
    return classed(document.publisher, host_of(document.url))
