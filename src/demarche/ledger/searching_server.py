"""Free text on PostgreSQL: the folded words of reports and documents in two tables, with trigram indexes by `pg_trgm`.

Where the extension may not be added the tables stand without the indexes: the answers are the same, found by walking
through the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["CREATE", "INDEXES", "bound", "document_has", "index_document", "index_reports", "report_has"]

CREATE = (
    'CREATE TABLE search_documents (id INTEGER PRIMARY KEY, words TEXT COLLATE "C" NOT NULL)',
    'CREATE TABLE search_reports (report_id TEXT COLLATE "C" PRIMARY KEY, words TEXT COLLATE "C" NOT NULL)',
)
INDEXES = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX ix_search_documents ON search_documents USING gin (words gin_trgm_ops)",
    "CREATE INDEX ix_search_reports ON search_reports USING gin (words gin_trgm_ops)",
)

_DOCUMENT = sa.text("INSERT INTO search_documents (id, words) VALUES (:id, :words)")
_REPORT = sa.text(
    "INSERT INTO search_reports (report_id, words) VALUES (:report_id, :words) "
    "ON CONFLICT (report_id) DO UPDATE SET words = excluded.words"
)


def index_document(connection: Connection, document_id: int, words: str) -> None:
    """Make a document findable by its folded words."""
    connection.execute(_DOCUMENT, {"id": document_id, "words": words})


def index_reports(connection: Connection, told: Iterable[tuple[str, str]]) -> None:
    """Make reports findable by (id, folded words)."""
    rows = [{"report_id": report_id, "words": words} for report_id, words in told]
    if rows:
        connection.execute(_REPORT, rows)


def report_has(patterns: Sequence[str]) -> sa.ColumnElement[bool]:
    """The report has what these patterns tell of, each a part of a word, or a whole one between spaces."""
    having, words = _having(patterns)
    found = sa.text(f"EXISTS (SELECT 1 FROM search_reports s WHERE s.report_id = reports.id AND {having})")
    return bound(found, words)


def document_has(patterns: Sequence[str]) -> sa.ColumnElement[bool]:
    """The same of a document."""
    having, words = _having(patterns)
    return bound(sa.text(f"documents.id IN (SELECT s.id FROM search_documents s WHERE {having})"), words)


def _having(patterns: Sequence[str]) -> tuple[str, dict[str, str]]:
    """A word between spaces may be the first or the last; the index serves only the words as they are stored."""
    named = {f"word{n}": pattern for n, pattern in enumerate(patterns)}
    parts = [f"{_WHOLE if pattern[1] == ' ' else 's.words'} LIKE :{name}" for name, pattern in named.items()]
    return " AND ".join(parts), named


_WHOLE = "' ' || s.words || ' '"


def bound(statement: sa.TextClause, parameters: Mapping[str, str]) -> sa.ColumnElement[bool]:
    """With its parameters, named so that two searches can stand in one question."""
    unique: Any = (sa.bindparam(name, value, unique=True) for name, value in parameters.items())
    return statement.bindparams(*unique)  # type: ignore[return-value]
