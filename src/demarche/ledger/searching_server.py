"""Free text on PostgreSQL: the folded words of reports and documents in two tables, with trigram indexes by `pg_trgm`.

Where the extension may not be added the tables stand without the indexes: the answers are the same, found by walking
through the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.ledger.schema import documents

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = [
    "CREATE",
    "INDEXES",
    "bound",
    "documents_having",
    "few_reports",
    "index_document",
    "index_reports",
    "one_of",
    "report_has",
    "reports_having",
]

FEW = 5_000
"""So many are sorted faster than the latest are asked one after the other until a page is full."""

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


def report_has(patterns: Sequence[str], *, each: bool = False) -> sa.ColumnElement[bool]:
    """The report has what these patterns tell of, each a part of a word, or a whole one between spaces.

    With `each` one report after the other is asked: as a query of one value, which the server leaves where it stands.
    """
    having, words = _having(patterns)
    if each:
        return bound(sa.text(f"(SELECT {having} FROM search_reports s WHERE s.report_id = reports.id)"), words)
    return bound(sa.text(f"reports.id IN (SELECT s.report_id FROM search_reports s WHERE {having})"), words)


def few_reports(connection: Connection, patterns: Sequence[str]) -> list[str] | None:
    """The ids of the reports that have them, where these are few."""
    return _few(connection, "SELECT s.report_id FROM search_reports s", patterns)


def one_of(column: sa.ColumnElement[Any], ids: Sequence[Any]) -> sa.ColumnElement[bool]:
    """One of these ids, all of which are one parameter."""
    return column == sa.any_(sa.literal(list(ids), sa.ARRAY(column.type)))


def reports_having(patterns: Sequence[str]) -> sa.CTE:
    """The reports that have them, by the index, as a table that is read as far as it is needed."""
    having, words = _having(patterns)
    found = sa.text(f"SELECT s.report_id FROM search_reports s WHERE {having}")
    columns = _bound(found, words).columns(sa.column("report_id", sa.Text))
    return columns.cte().prefix_with("MATERIALIZED")


def documents_having(connection: Connection, patterns: Sequence[str]) -> sa.ColumnElement[bool]:
    """The document has them: one of the few, or each is asked, so that a list of the latest stops when it is full."""
    few = _few(connection, "SELECT s.id FROM search_documents s", patterns)
    if few is not None:
        return one_of(documents.c.id, few)
    having, words = _having(patterns)
    return bound(sa.text(f"(SELECT {having} FROM search_documents s WHERE s.id = documents.id)"), words)


def _few(connection: Connection, found: str, patterns: Sequence[str]) -> list[Any] | None:
    """A limit would tempt the server to walk through all words; of a query that stands apart it knows no limit."""
    having, words = _having(patterns)
    apart = sa.text(f"WITH found AS MATERIALIZED ({found} WHERE {having}) SELECT * FROM found LIMIT {FEW + 1}")
    ids = list(connection.scalars(apart, words))
    return ids if len(ids) <= FEW else None


def _having(patterns: Sequence[str]) -> tuple[str, dict[str, str]]:
    """A word between spaces may be the first or the last; the index serves only the words as they are stored."""
    named = {f"word{n}": pattern for n, pattern in enumerate(patterns)}
    parts = [f"{_WHOLE if pattern[1] == ' ' else 's.words'} LIKE :{name}" for name, pattern in named.items()]
    return " AND ".join(parts), named


_WHOLE = "' ' || s.words || ' '"


def bound(statement: sa.TextClause, parameters: Mapping[str, str]) -> sa.ColumnElement[bool]:
    """With its parameters, named so that two searches can stand in one question."""
    return _bound(statement, parameters)  # type: ignore[return-value]


def _bound(statement: sa.TextClause, parameters: Mapping[str, str]) -> sa.TextClause:
    unique: Any = (sa.bindparam(name, value, unique=True) for name, value in parameters.items())
    return statement.bindparams(*unique)
