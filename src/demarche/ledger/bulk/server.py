"""What stands aside on a server while an empty ledger is filled: foreign keys, and the indexes of trigrams.

There each row would be looked up where it points to, and each word put into its place in the index, one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from demarche.ledger.schema import documents, field_spans, fields, participants, report_spans, reports
from demarche.ledger.searching_server import INDEXES

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["put_back", "set_aside"]

_FILLED = (documents, reports, report_spans, fields, field_spans, participants)
_TRIGRAMS = {statement.split()[2]: statement for statement in INDEXES if statement.startswith("CREATE INDEX")}
_KEYS_THERE = """SELECT conname FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
WHERE n.nspname = current_schema() AND k.contype = 'f'"""
_CAN_INDEX = "SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'"


def set_aside(connection: Connection) -> None:
    """Drop them; in the caller's transaction."""
    for table, name, _ in _keys():
        connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}")
    for index in _TRIGRAMS:
        connection.exec_driver_sql(f"DROP INDEX IF EXISTS {index}")


def put_back(connection: Connection) -> None:
    """Make those that are missing."""
    there = set(connection.exec_driver_sql(_KEYS_THERE).scalars())
    for table, name, key in _keys():
        if name not in there:
            connection.exec_driver_sql(f"ALTER TABLE {table} ADD CONSTRAINT {name} {key}")
    if connection.exec_driver_sql(_CAN_INDEX).first():
        for index, statement in _TRIGRAMS.items():
            if connection.exec_driver_sql(f"SELECT to_regclass('{index}')").scalar() is None:
                connection.exec_driver_sql(statement)


def _keys() -> Iterator[tuple[str, str, str]]:
    """Table, name and meaning of each foreign key; one without a name has that which the server gave it."""
    for table in _FILLED:
        for key in table.foreign_key_constraints:
            name = str(key.name or f"{table.name}_{key.column_keys[0]}_fkey")
            columns, others = ", ".join(key.column_keys), ", ".join(one.column.name for one in key.elements)
            yield table.name, name, f"FOREIGN KEY ({columns}) REFERENCES {key.referred_table.name} ({others})"
