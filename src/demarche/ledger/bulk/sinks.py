"""Rows into a table as fast as the database takes them: many at once on SQLite, COPY on PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["gathered", "having", "next_id", "pour", "roomy", "set_last_id"]

_CACHE = 256 * 1024  # KiB
_GATHERED, _GATHERED_ELSE = 16 << 20, 1 << 20  # bytes of its index that FTS5 holds before it writes them; its default


def pour(connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows of plain values in the order of the columns. Names are ours, never the user's."""
    cursor: Any = connection.connection.cursor()
    names = ", ".join(columns)
    try:
        if connection.dialect.name == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join("?" * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
    finally:
        cursor.close()


def roomy(connection: Connection) -> None:
    """Let SQLite hold more of the file in memory while rows are put in everywhere."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE}")


@contextmanager
def gathered(connection: Connection, *tables: str) -> Iterator[None]:
    """Let the tables of free text write their index in few large pieces: there is less to be merged."""
    for table in tables:
        connection.exec_driver_sql(_HASH_SIZE.format(table, _GATHERED))
    yield
    for table in tables:
        connection.exec_driver_sql(_HASH_SIZE.format(table, _GATHERED_ELSE))


_HASH_SIZE = "INSERT INTO {0} ({0}, rank) VALUES ('hashsize', {1})"


def next_id(connection: Connection, table: str, column: str = "id") -> int:
    """The id after the last one."""
    return int(connection.scalar(sa.text(f"SELECT COALESCE(MAX({column}), 0) + 1 FROM {table}")) or 1)


def set_last_id(connection: Connection, table: str) -> None:
    """Tell a server which ids were given without asking it."""
    if connection.dialect.name == "postgresql":
        sequence = f"pg_get_serial_sequence('{table}', 'id')"
        connection.exec_driver_sql(f"SELECT setval({sequence}, (SELECT MAX(id) FROM {table}))")


def having(
    connection: Connection, table: str, column: str, values: Iterable[str], columns: str
) -> list[tuple[Any, ...]]:
    """The rows of which a column has one of these values, however many they are: one statement, always the same."""
    cursor: Any = connection.connection.cursor()
    asked = list(values)
    try:
        if not cursor.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone():
            return []
        if connection.dialect.name == "postgresql":
            cursor.execute(f"SELECT {columns} FROM {table} WHERE {column} = ANY(%s)", (asked,))
        else:
            chosen = "SELECT value FROM json_each(?)"
            cursor.execute(f"SELECT {columns} FROM {table} WHERE {column} IN ({chosen})", (json.dumps(asked),))
        return list(cursor.fetchall())
    finally:
        cursor.close()
