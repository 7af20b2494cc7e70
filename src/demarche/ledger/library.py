"""The documents themselves: one with everything found in it, and lists of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.errors import UsageError
from demarche.ledger import decisions
from demarche.ledger.asking import evidence_of, fields_of
from demarche.ledger.chunks import SqlRow, chunks
from demarche.ledger.context import quote
from demarche.ledger.library_search import matching_documents
from demarche.ledger.listing import rows_of
from demarche.ledger.rows import Detail, DocumentDetail, DocumentRow, Source
from demarche.ledger.schema import documents, reports
from demarche.ledger.searching import LATEST_FIRST

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["count_documents", "document", "listed_documents", "text_of"]

_FACTS = tuple(c for c in documents.c if c.name != "text")


def document(connection: Connection, hash_prefix: str) -> DocumentDetail:
    """One document by its hash or the beginning of it, with its rows in the order of the text."""
    row = _one(connection, hash_prefix)
    current = sa.and_(reports.c.document_id == row.id, reports.c.retired_at.is_(None))
    ids = list(connection.scalars(sa.select(reports.c.id).where(current).order_by(reports.c.position)))
    rows = [found for batch in chunks(ids) for found in rows_of(connection, batch)]
    decided = decisions.of_reports(connection, ids)
    told = []
    for found in rows:
        spans = evidence_of(connection, found.id)
        fields = fields_of(connection, found.id, row.text)
        told.append(Detail(found, fields, tuple(quote(span, row.text) for span in spans), decided[found.id]))
    return DocumentDetail(_source(row), row.text, tuple(told), _versions(connection, row))


def text_of(connection: Connection, hash_prefix: str) -> str:
    """The text of one document, and nothing else of it."""
    return str(_one(connection, hash_prefix).text)


def listed_documents(connection: Connection, text: str, limit: int, offset: int) -> list[DocumentRow]:
    """Documents, the latest first; with `text` only those that have all its words, or tell of who held its office."""
    if text.strip():
        ids = matching_documents(connection, text, limit, offset)
    else:
        query = sa.select(documents.c.id).where(documents.c.superseded_at.is_(None))
        query = query.order_by(*LATEST_FIRST)
        ids = list(connection.scalars(query.limit(limit).offset(offset)))
    return _rows(connection, ids)


def count_documents(connection: Connection) -> int:
    """How many documents there are, the latest versions."""
    current = documents.c.superseded_at.is_(None)
    return int(connection.scalar(sa.select(sa.func.count()).select_from(documents).where(current)) or 0)


def _rows(connection: Connection, ids: list[int]) -> list[DocumentRow]:
    counted = (
        sa.select(reports.c.document_id, sa.func.count())
        .where(reports.c.document_id.in_(ids), reports.c.retired_at.is_(None))
        .group_by(reports.c.document_id)
    )
    numbers = {int(key): int(n) for key, n in connection.execute(counted)}
    start = sa.func.substr(documents.c.text, 1, 300).label("beginning")
    found = {row.id: row for row in connection.execute(sa.select(*_FACTS, start).where(documents.c.id.in_(ids)))}
    return [DocumentRow(_source(found[i]), numbers.get(i, 0), found[i].beginning) for i in ids if i in found]


def _one(connection: Connection, hash_prefix: str) -> SqlRow:
    prefix = hash_prefix.strip().lower()
    if len(prefix) < 6 or not set(prefix) <= set("0123456789abcdef"):
        raise UsageError(f"{hash_prefix!r} is not the hash of a document: at least six of its first letters")
    beginning = sa.and_(documents.c.hash >= prefix, documents.c.hash <= prefix.ljust(64, "g"))
    rows = connection.execute(sa.select(documents).where(beginning).limit(2)).all()
    if not rows:
        raise UsageError(f"no document {hash_prefix} in this ledger")
    if len(rows) > 1:
        raise UsageError(f"several documents begin with {hash_prefix}; give more of the hash")
    return rows[0]


def _versions(connection: Connection, row: SqlRow) -> tuple[Source, ...]:
    """Every version of this page, the oldest first; itself alone where there is no other."""
    if row.url is None:
        return (_source(row),)
    same = sa.or_(documents.c.name == row.name, sa.and_(documents.c.title == row.title, documents.c.title != ""))
    query = sa.select(*_FACTS).where(documents.c.url == row.url, same).order_by(documents.c.version, documents.c.id)
    return tuple(_source(found) for found in connection.execute(query))


def _source(row: SqlRow) -> Source:
    return Source(
        hash=row.hash,
        name=row.name,
        version=row.version,
        publisher=row.publisher,
        url=row.url,
        title=row.title,
        date=row.date,
        source=row.source,
        date_rule=row.date_rule,
        superseded_at=row.superseded_at,
        source_class=row.source_class,
        speaks_for=row.speaks_for or None,
        added_at=row.added_at,
    )
