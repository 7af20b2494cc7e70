"""Rows into an empty ledger, fast: keys and triggers stand aside, indexes are made when all rows are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.ledger.copying.tables import TABLES, Digest, json_places, names, rows_of
from demarche.ledger.covering import CREATE as TRIGGERS

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

    from demarche.ledger.connection import Database

__all__ = ["load", "put", "settle"]

Pour = Callable[["Connection", "Table", Callable[[int], None]], Digest]

_SQLITE_INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
_SQLITE_TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
_INDEXES = """SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = current_schema() AND NOT i.indisprimary AND NOT i.indisunique"""
_KEYS = """SELECT k.conrelid::regclass::text, quote_ident(k.conname), pg_get_constraintdef(k.oid) FROM pg_constraint k
JOIN pg_namespace n ON n.oid = k.connamespace WHERE n.nspname = current_schema() AND k.contype = 'f'"""


@contextmanager
def load(connection: Connection) -> Iterator[Pour]:
    """Gives what pours a table of another ledger into this one, while all that rests on rows stands aside."""
    aside = _server if connection.dialect.name == "postgresql" else _file
    with aside(connection):
        yield lambda old, table, step: _pour(old, connection, table, step)


def _pour(old: Connection, new: Connection, table: Table, step: Callable[[int], None]) -> Digest:
    found, places = Digest(), json_places(table)

    def passing() -> Iterator[list[tuple[Any, ...]]]:
        for batch in rows_of(old, table):
            found.add(batch, places)
            yield batch
            step(len(batch))

    put(new, f'"{table.name}"', names(table), passing())
    return found


def put(connection: Connection, table: str, columns: list[str], batches: Iterator[list[tuple[Any, ...]]]) -> None:
    """Insert these rows: many at once into a file, by COPY into a server."""
    cursor: Any = connection.connection.cursor()
    named = ", ".join(columns)
    try:
        if connection.dialect.name == "postgresql":
            with cursor.copy(f"COPY {table} ({named}) FROM STDIN") as copy:
                for batch in batches:
                    for row in batch:
                        copy.write_row(row)
        else:
            statement = f"INSERT INTO {table} ({named}) VALUES ({', '.join('?' * len(columns))})"
            for batch in batches:
                cursor.executemany(statement, batch)
    finally:
        cursor.close()


@contextmanager
def _file(connection: Connection) -> Iterator[None]:
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    indexes = connection.exec_driver_sql(_SQLITE_INDEXES).all()
    for name, _ in indexes:
        connection.exec_driver_sql(f'DROP INDEX "{name}"')
    for (name,) in connection.exec_driver_sql(_SQLITE_TRIGGERS).all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    yield
    for _, statement in indexes:
        connection.exec_driver_sql(statement)
    for statement in TRIGGERS["sqlite"]:
        connection.exec_driver_sql(statement)


@contextmanager
def _server(connection: Connection) -> Iterator[None]:
    indexes, keys = connection.exec_driver_sql(_INDEXES).all(), connection.exec_driver_sql(_KEYS).all()
    connection.exec_driver_sql("ALTER TABLE documents DISABLE TRIGGER USER")
    for table, name, _ in keys:
        connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    for name, _ in indexes:
        connection.exec_driver_sql(f"DROP INDEX {name}")
    yield
    for _, statement in indexes:
        connection.exec_driver_sql(statement)
    for table, name, statement in keys:
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD CONSTRAINT {name} {statement}")
    connection.exec_driver_sql("ALTER TABLE documents ENABLE TRIGGER USER")
    for table in TABLES:
        if isinstance(table.c[0].type, sa.Integer) and table.c[0].primary_key and table.c[0].name == "id":
            sequence = f"pg_get_serial_sequence('{table.name}', 'id')"
            connection.exec_driver_sql(f"SELECT setval({sequence}, MAX(id)) FROM {table.name} HAVING MAX(id) > 0")


def settle(database: Database) -> None:
    """Let the database learn what it holds, so that it finds the short way to an answer."""
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM (ANALYZE)" if database.on_server else "ANALYZE")
