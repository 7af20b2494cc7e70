"""What a database knows of its rows, by which it chooses its way to an answer: how many there are and how many alike.

SQLite learns only when it is told to; a question to the views takes twenty times as long without. PostgreSQL learns by
itself, but a minute after much came in: too late for those who ask at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.ledger.schema import documents, metadata

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["known", "learn", "learn_what_grew"]

LEAST = 200
"""Of fewer documents any way is short."""

_KNOWN = "SELECT reltuples FROM pg_class WHERE oid = 'documents'::regclass"
_KNOWN_OF_FILE = "SELECT stat FROM sqlite_stat1 WHERE tbl = 'documents' LIMIT 1"
_OWN = ", ".join((*metadata.tables, "search_documents", "search_reports"))
_LEARNED = "SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'"


def learn(connection: Connection) -> None:
    """Look at all rows of a file (some seconds for a million), at some of a server's."""
    connection.exec_driver_sql(f"ANALYZE {_OWN}" if connection.dialect.name == "postgresql" else "ANALYZE")


def learn_what_grew(connection: Connection) -> None:
    """The same where there are twice as many documents as when it was last done: seldom, however much comes in."""
    there = int(connection.scalar(sa.select(sa.func.max(documents.c.id))) or 0)
    if there >= LEAST and there >= 2 * known(connection):
        learn(connection)


def known(connection: Connection) -> int:
    """How many documents there were when it last learned; nothing or less when it never did."""
    if connection.dialect.name == "postgresql":
        return int(connection.exec_driver_sql(_KNOWN).scalar() or 0)
    if connection.exec_driver_sql(_LEARNED).scalar() is None:
        return 0
    return int(str(connection.exec_driver_sql(_KNOWN_OF_FILE).scalar() or 0).partition(" ")[0])
