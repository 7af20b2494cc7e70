"""A query to a ledger file, through a connection of its own that can only read.

Four guards, each enough by itself: the file is opened read-only, `query_only` is on, an authorizer refuses whatever is
not reading, and a query begins with SELECT, WITH or VALUES. The time is bounded by SQLite's own progress handler.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from demarche.ledger.querying.failures import Schema, too_long, wrong
from demarche.ledger.querying.rows import Ask, Rows
from demarche.ledger.views import TABLES, VIEWS

__all__ = ["reading_file"]

_READING = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE})
_FUNCTIONS = frozenset({"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"})  # refused
_TABLES = frozenset({*TABLES, *(view.name for view in VIEWS), "json_each", "json_tree"})
_STEPS = 10_000  # instructions between two looks at the clock: some tenths of a millisecond
_LENGTH = 100_000_000  # bytes that one value may take
_ROWS = 500


@contextmanager
def reading_file(address: str, seconds: float) -> Iterator[Ask]:
    """Asks one query after the other, all of the same moment; `address` is the file as a URI, opened read-only."""
    # rows may be fetched by the thread that writes a Parquet file
    opened = sqlite3.connect(address, uri=True, isolation_level=None, timeout=30, check_same_thread=False)
    with closing(opened) as connection:
        asking = _Asking(connection, _guarded(connection), seconds)
        yield asking.ask


@dataclass(frozen=True, slots=True)
class _Asking:
    connection: sqlite3.Connection
    schema: Schema
    seconds: float

    def ask(self, sql: str, most: int | None = None) -> Rows:
        """The rows of one query."""
        end = time.monotonic() + self.seconds
        self.connection.set_progress_handler(lambda: int(time.monotonic() > end), _STEPS)
        with self._told(sql):
            cursor = self.connection.execute(sql)

        def fetch() -> list[tuple[object, ...]]:
            with self._told(sql):
                return cursor.fetchmany(_ROWS)

        return Rows([column[0] for column in cursor.description or ()], fetch, most)

    @contextmanager
    def _told(self, sql: str) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, sqlite3.Warning, UnicodeEncodeError) as error:
            if "interrupted" in str(error):
                raise too_long(self.seconds) from error
            self.connection.set_progress_handler(None, 0)
            raise wrong(str(error), sql, None, self.schema, self._breaks) from error

    def _breaks(self, beginning: str) -> bool:
        """True when a query that begins like this cannot be completed to a right one."""
        try:
            self.connection.execute(f"EXPLAIN {beginning}")
        except (sqlite3.Error, sqlite3.Warning) as error:
            return "syntax error" in str(error)
        return False


def _guarded(connection: sqlite3.Connection) -> Schema:
    connection.execute("PRAGMA query_only = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LENGTH)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    columns = "SELECT name FROM pragma_table_info(?)"
    schema = {t: [row[0] for row in connection.execute(columns, (t,))] for (t,) in tables if t in _TABLES}
    connection.execute("SELECT 1 FROM json_each('[]'), json_tree('[]')")  # made now: making them is no reading
    connection.execute("BEGIN")
    connection.set_authorizer(_allowed)
    return schema


def _allowed(action: int, first: str | None, second: str | None, _database: str | None, _view: str | None) -> int:
    if action in _READING:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and (not second or (first or "").lower() in _TABLES):  # no column: only counted
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() not in _FUNCTIONS:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
