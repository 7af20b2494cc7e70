"""What stands aside while an empty ledger is filled: keys true by making, and indexes that only questions need.

A load that is killed meanwhile leaves a ledger that answers as it should, slowly; the next load builds them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.ledger.bulk import server
from demarche.ledger.schema import documents, participants, reports

if TYPE_CHECKING:
    from demarche.ledger.connection import Database

__all__ = ["put_aside"]

_NAMES = {
    "ix_documents_date",
    "ix_documents_source_class",
    "ix_participants_actor",
    "ix_reports_earliest",
    "ix_reports_kind",
}
_ASIDE = [index for table in (documents, participants, reports) for index in table.indexes if index.name in _NAMES]


@contextmanager
def put_aside(database: Database) -> Iterator[None]:
    """Fill the tables inside this; a ledger that holds reports keeps its indexes."""
    if not database.on_server:
        _trust(database, True)
    with database.writing() as connection:
        if connection.scalar(sa.select(reports.c.id).limit(1)) is None:
            for index in _ASIDE:
                index.drop(connection, checkfirst=True)
            if database.on_server:
                server.set_aside(connection)
    try:
        yield
    finally:
        with database.writing() as connection:
            for index in _ASIDE:
                index.create(connection, checkfirst=True)
            if database.on_server:
                server.put_back(connection)
        if not database.on_server:
            _trust(database, False)


def _trust(database: Database, trusting: bool) -> None:
    """Rows that are made together point to each other: they need not be looked up; nor is what is freed wiped out.

    Of the one connection that a load has, and only outside of a transaction.
    """
    session: Any = database.engine.raw_connection()
    try:
        for setting in ("foreign_keys", "secure_delete"):
            session.driver_connection.execute(f"PRAGMA {setting} = {'OFF' if trusting else 'ON'}")
    finally:
        session.close()
