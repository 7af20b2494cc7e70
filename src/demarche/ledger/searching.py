"""Free text: words are folded as names are, and found anywhere inside a word, so endings don't matter.

On SQLite two FTS5 tables with a trigram index stand beside the ledger's own: `search_documents` (its rowid is the
document's, and it keeps no text of its own) and `search_reports` (the row of a report by `report_id`). They are
derived from the other tables and are written with them. On PostgreSQL two plain tables with an index of trigrams do the
same (`searching_server.py`).

Cyrillic is written in Latin letters first: `Эрдоганом` holds `erdogan`, `Зеленским` holds `zelensk`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.actors.cyrillic import bare, is_cyrillic, latin
from demarche.actors.names import fold
from demarche.ledger import searching_server
from demarche.ledger.chunks import chunks
from demarche.ledger.schema import documents, reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = [
    "CREATE",
    "LATEST_FIRST",
    "common_words",
    "document_has",
    "folded",
    "index_document",
    "index_reports",
    "needles",
    "one_of",
    "rare_words",
    "rarest",
    "telling_of",
]

#: what makes the tables, by dialect
CREATE: dict[str, tuple[str, ...]] = {
    "sqlite": (
        "CREATE VIRTUAL TABLE search_documents USING fts5(words, tokenize='trigram', content='')",
        "CREATE VIRTUAL TABLE search_reports USING fts5(words, report_id UNINDEXED, tokenize='trigram')",
        "CREATE TABLE search_rows (report_id VARCHAR(12) PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID",
    ),
    "postgresql": searching_server.CREATE,
}

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ][^\W_]+)*")  # "U.S." is one word
_POSSESSIVE = re.compile(r"['’]s\b")
#: the order of lists of documents; the index of days has it
LATEST_FIRST: tuple[sa.ColumnElement[Any], ...] = (documents.c.date.desc().nulls_last(), documents.c.id.desc())

COMMON = 20_000
"""Words that more reports have than this are looked for report by report."""

RARE = 1_000
"""So many reports are named one by one; a server is given all at once, so that it may be more."""

_LEAST = 3  # a trigram index finds nothing shorter
_LONG = 6
_ENDINGS = re.compile(r"(?:oy|iy|yy|y)$")


def folded(text: str) -> str:
    """The words of a text as they are stored: small, Latin, without accents, parted by one space."""
    return " ".join(filter(None, map(_folded_piece, text.split())))


@lru_cache(maxsize=100_000)
def _folded_piece(piece: str) -> str:
    """Of what stands between two spaces: most of it is in many texts."""
    words = _WORD.findall(_POSSESSIVE.sub("", piece))
    return " ".join(filter(None, (fold(latin(word)) for word in words)))


def needles(text: str) -> list[str]:
    """What must all be found: the folded words that were asked for, without the ending of a name or a case."""
    asked = " ".join(bare(word) if is_cyrillic(word) else word for word in text.split())
    return [_ENDINGS.sub("", word) if len(word) > 5 else word for word in folded(asked).split(" ") if word]


# -- writing --------------------------------------------------------------------------------------------------------


def index_document(connection: Connection, document_id: int, title: str, text: str) -> None:
    """Make a new document findable. Its words never change, so this is done once."""
    words = folded(f"{title} {text}")
    if _on_server(connection):
        searching_server.index_document(connection, document_id, words)
        return
    statement = sa.text("INSERT INTO search_documents (rowid, words) VALUES (:id, :words)")
    connection.execute(statement, {"id": document_id, "words": words})


def index_reports(connection: Connection, told: Iterable[tuple[str, str]]) -> None:
    """Make reports findable by (id, words); those that were written before are written anew."""
    if _on_server(connection):
        searching_server.index_reports(connection, ((report_id, folded(words)) for report_id, words in told))
        return
    for batch in chunks(told):
        _forget(connection, [report_id for report_id, _ in batch])
        for report_id, words in batch:
            made = connection.execute(_INSERT, {"words": folded(words), "report_id": report_id})
            connection.execute(_REMEMBER, {"report_id": report_id, "n": made.lastrowid})


_INSERT = sa.text("INSERT INTO search_reports (words, report_id) VALUES (:words, :report_id)")
_REMEMBER = sa.text("INSERT INTO search_rows (report_id, n) VALUES (:report_id, :n)")


def _forget(connection: Connection, ids: Sequence[str]) -> None:
    old = sa.text("SELECT n FROM search_rows WHERE report_id IN :ids").bindparams(sa.bindparam("ids", expanding=True))
    rows = [{"n": n} for n in connection.scalars(old, {"ids": list(ids)})]
    if rows:
        connection.execute(sa.text("DELETE FROM search_reports WHERE rowid = :n"), rows)
        connection.execute(sa.text("DELETE FROM search_rows WHERE n = :n"), rows)


# -- asking ---------------------------------------------------------------------------------------------------------


def telling_of(connection: Connection, text: str, *, each: bool = False) -> sa.ColumnElement[bool]:
    """The report has all these words: in its sentence, its names, places, topics; with `each` put so that asking it of
    one report after the other is quick."""
    wanted = needles(text)
    if not wanted:
        return sa.false()
    if _on_server(connection):
        return searching_server.report_has(_patterns(wanted), each=each)
    match, parameters = _match("search_reports", wanted), _parameters(wanted)
    if not _common(connection, match, parameters):
        found = sa.text(f"reports.id IN (SELECT report_id FROM search_reports WHERE {match})")
        return searching_server.bound(found, parameters)
    return _one_by_one(wanted)


def rare_words(connection: Connection, text: str) -> list[str] | None:
    """The ids of the reports that have all these words, where they are few; None elsewhere."""
    wanted = needles(text)
    if not any(len(word) >= _LEAST for word in wanted):
        return None
    if _on_server(connection):
        return searching_server.few_reports(connection, _patterns(wanted))
    if any(len(word) > _LONG for word in wanted):
        sifted = _sifted(connection, wanted)
        if sifted is not None:
            return sifted
    match, parameters = _match("search_reports", wanted), _parameters(wanted)
    first = sa.text(f"SELECT report_id FROM search_reports WHERE {match} LIMIT {RARE + 1}")
    ids = list(connection.scalars(first, parameters))
    return ids if len(ids) <= RARE else None


def rarest(connection: Connection) -> int:
    """How many reports `rare_words` names at most."""
    return searching_server.FEW if _on_server(connection) else RARE


def one_of(connection: Connection, ids: Sequence[str]) -> sa.ColumnElement[bool]:
    """The report is one of these."""
    return searching_server.one_of(reports.c.id, ids) if _on_server(connection) else reports.c.id.in_(ids)


def _sifted(connection: Connection, wanted: Sequence[str]) -> list[str] | None:
    """The same by every third piece of a long word, and a look at what they leave; None where they leave much.

    The index reads a list for each piece; those that overlap say little that their neighbours do not.
    """
    long = [word for word in wanted if len(word) >= _LEAST]
    pieces = {word[at : at + _LEAST] for word in long for at in (*range(0, len(word) - 2, _LEAST), len(word) - _LEAST)}
    match = " AND ".join(f'"{piece}"' for piece in sorted(pieces))
    rows = connection.execute(_WITH_PIECES, {"match": match}).all()
    parts = [f" {word} " if len(word) < _LEAST else word for word in wanted]
    return [row[0] for row in rows if all(part in f" {row[1]} " for part in parts)] if len(rows) <= RARE else None


_WITH_PIECES = sa.text(
    f"SELECT report_id, words FROM search_reports WHERE search_reports MATCH :match LIMIT {RARE + 1}"
)


def common_words(connection: Connection, text: str) -> tuple[sa.FromClause, sa.ColumnElement[bool]] | None:
    """Where very many reports have the words: the table to begin with (`report_id`), and what its rows must fulfil.

    Counting can so stop early; None elsewhere.
    """
    wanted = needles(text)
    if not any(len(word) >= _LEAST for word in wanted):
        return None
    if _on_server(connection):
        return searching_server.reports_having(_patterns(wanted)), sa.true()
    match, parameters = _match("search_reports", wanted), _parameters(wanted)
    if not _common(connection, match, parameters):
        return None
    return sa.table("search_reports", sa.column("report_id")), searching_server.bound(sa.text(match), parameters)


def _common(connection: Connection, match: str, parameters: dict[str, str]) -> bool:
    probe = sa.text(f"SELECT count(*) FROM (SELECT 1 FROM search_reports WHERE {match} LIMIT {COMMON + 1})")
    return int(connection.scalar(probe, parameters) or 0) > COMMON


def _one_by_one(wanted: Sequence[str]) -> sa.ColumnElement[bool]:
    """Of words that very many reports have: each report is looked at, so that a list can stop when it is full."""
    having = " AND ".join(f"' ' || s.words || ' ' LIKE :word{n}" for n in range(len(wanted)))
    found = sa.text(
        "EXISTS (SELECT 1 FROM search_rows r JOIN search_reports s ON s.rowid = r.n "
        f"WHERE r.report_id = reports.id AND {having})"
    )
    return searching_server.bound(found, {f"word{n}": pattern for n, pattern in enumerate(_patterns(wanted))})


def _patterns(wanted: Sequence[str]) -> list[str]:
    """Short words are looked for whole, longer ones anywhere."""
    return [f"% {word} %" if len(word) < _LEAST else f"%{word}%" for word in wanted]


def document_has(connection: Connection, text: str) -> sa.ColumnElement[bool] | None:
    """The document has all these words; None without any, as words of one or two letters don't count."""
    wanted = [word for word in needles(text) if len(word) >= _LEAST]
    if not wanted:
        return None
    if _on_server(connection):
        return searching_server.documents_having(connection, _patterns(wanted))
    found = sa.text(f"documents.id IN (SELECT rowid FROM search_documents WHERE {_match('search_documents', wanted)})")
    return searching_server.bound(found, _parameters(wanted))


def _match(table: str, wanted: Sequence[str]) -> str:
    """Long words by the index; short ones by looking at what the long ones left."""
    parts = [f"{table} MATCH :match"] if any(len(word) >= _LEAST for word in wanted) else []
    short = [n for n, word in enumerate(wanted) if len(word) < _LEAST]
    return " AND ".join([*parts, *(f"' ' || words || ' ' LIKE :short{n}" for n in short)])


def _parameters(wanted: Sequence[str]) -> dict[str, str]:
    """Folded words hold letters and digits only: between quotation marks nothing of them is an operator."""
    long = [f'"{word}"' for word in wanted if len(word) >= _LEAST]
    short = {f"short{n}": f"% {word} %" for n, word in enumerate(wanted) if len(word) < _LEAST}
    return ({"match": " AND ".join(long)} if long else {}) | short


def _on_server(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"
