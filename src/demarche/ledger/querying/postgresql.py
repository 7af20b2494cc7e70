"""A query to a ledger on a PostgreSQL server: a read-only transaction, a cursor, a time limit.

The query is declared as a cursor, which only a single SELECT or VALUES can be, by the protocol that takes one
statement: nothing can end the read-only transaction from inside.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from demarche.ledger.querying.failures import Schema, too_long, wrong
from demarche.ledger.querying.rows import Ask, Rows
from demarche.ledger.views import TABLES, VIEWS

if TYPE_CHECKING:
    from sqlalchemy import Engine

__all__ = ["reading_server"]

_DECLARED = 'DECLARE "{}" CURSOR FOR '
"""What the driver puts before the query: the server counts its places from there."""

_ROWS = 500
_TABLES = frozenset({*TABLES, *(view.name for view in VIEWS)})
_SCHEMA = """SELECT table_name, column_name FROM information_schema.columns
WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position"""


@contextmanager
def reading_server(engine: Engine, seconds: float) -> Iterator[Ask]:
    """Asks one query after the other, all of the same moment."""
    pooled = engine.raw_connection()
    connection: Any = pooled.driver_connection
    try:
        connection.rollback()
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield _Asking(connection, _schema(connection), seconds).ask
    finally:
        pooled.invalidate()  # whatever was set in this session ends with it


@dataclass(frozen=True, slots=True)
class _Asking:
    connection: Any
    schema: Schema
    seconds: float
    numbers: Iterator[int] = field(default_factory=count)

    def ask(self, sql: str, most: int | None = None) -> Rows:
        """The rows of one query."""
        end = time.monotonic() + self.seconds
        name = f"query_{next(self.numbers)}"
        cursor = self.connection.cursor(name=name)
        with self._told(sql, len(_DECLARED.format(name))):
            self._bound(end)
            cursor.execute(sql)

        def fetch() -> Sequence[Sequence[object]]:
            with self._told(sql):
                self._bound(end)
                found: Sequence[Sequence[object]] = cursor.fetchmany(_ROWS)
                if not found:
                    cursor.close()
                return found

        return Rows([column.name for column in cursor.description or ()], fetch, most)

    def _bound(self, end: float) -> None:
        left = 0 if math.isinf(end) else max(1, round((end - time.monotonic()) * 1000))
        self.connection.execute(f"SET LOCAL statement_timeout = {left}")

    @contextmanager
    def _told(self, sql: str, before: int = 0) -> Iterator[None]:
        import psycopg

        try:
            yield
        except psycopg.errors.QueryCanceled as error:
            raise too_long(self.seconds) from error
        except psycopg.Error as error:
            place = error.diag.statement_position
            at = int(place) - 1 - before if place else None
            said = error.diag.message_primary or str(error)
            raise wrong(said, sql, at, self.schema, lambda _beginning: False) from error


def _schema(connection: Any) -> Schema:
    found: dict[str, list[str]] = {}
    for table, column in connection.execute(_SCHEMA):
        if table in _TABLES:
            found.setdefault(table, []).append(column)
    return found
