"""A ledger that is open: checking that it is one, bringing it up to date, transactions, and errors in one line.

`sqlite_file.py` and `server.py` say how a file and a PostgreSQL database are reached.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.address import on_server, shown
from demarche.errors import LedgerError
from demarche.ledger import server, sqlite_file
from demarche.ledger.failures import explain
from demarche.ledger.schema import REVISIONS

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

__all__ = ["Database"]


class Database:
    """An open ledger file (or PostgreSQL database) with its two kinds of transaction; `path` is as it may be shown."""

    def __init__(self, path: str, reader: Engine, writer: Engine, timeout: float) -> None:
        self.path = path
        self.timeout = timeout
        self.writes = 0  # grows with every write of this program: what it remembers of the ledger may be out of date
        self._reader = reader
        self._writer = writer

    @classmethod
    def open(cls, path: str | Path, *, create: bool, read_only: bool, timeout: float) -> Database:
        """Open, check, and bring up to date; see `Ledger.open`."""
        address = os.fspath(path)
        if on_server(address):
            engine = server.open_server(address)
            ways = server.reader(engine), server.writer(engine, read_only)
        else:
            engine = sqlite_file.open_file(Path(address), create, read_only, timeout)
            ways = engine, engine.execution_options(immediate=True)
        database = cls(shown(address), *ways, timeout)
        try:
            database._prepare(create, read_only)
        except BaseException:
            database.close()
            raise
        return database

    def close(self) -> None:
        """Close every connection; SQLite then folds the WAL back into the one file."""
        self._reader.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only asks."""
        with self._explained("nothing was changed"), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes: all of it or nothing."""
        with self._explained("this was not written, all before it was"), self._writer.begin() as connection:
            self._queue(connection)
            yield connection
        self.writes += 1

    @contextmanager
    def noting(self) -> Iterator[Connection]:
        """A small write from which nothing else follows: it does not wait until a long one is done, where it can."""
        with self._explained("this was not written"), self._writer.begin() as connection:
            yield connection

    def _queue(self, connection: Connection) -> None:
        """On a file the beginning of the transaction has waited already."""
        if self.on_server:
            server.queue(connection, self.timeout)

    @contextmanager
    def _explained(self, unchanged: str) -> Iterator[None]:
        try:
            yield
        except sa.exc.SQLAlchemyError as error:
            raise LedgerError(explain(error, self.path, unchanged, self.timeout)) from error

    @property
    def engine(self) -> Engine:
        """What connects to it; for queries of others, which open a connection of their own."""
        return self._reader

    @property
    def on_server(self) -> bool:
        """True for a database on a server, False for a file."""
        return self._reader.dialect.name == "postgresql"

    def _prepare(self, create: bool, read_only: bool) -> None:
        with self._explained("it stays as it is"):
            with self._reader.begin() as connection:
                if self.on_server:
                    server.check_server(connection, self.path)
                revision = _revision(connection, self.path)
            if revision == REVISIONS[-1]:
                return
            if read_only:
                raise LedgerError(f"{self.path}: {_unready(revision)}; open it once for writing: demarche read …")
            if revision is None and not create:
                raise LedgerError(
                    f"{self.path} is empty, not a ledger; make one: demarche read PATH --ledger {self.path}"
                )
            with self._writer.begin() as connection:
                self._queue(connection)
                _upgrade(connection, self.path)


def _unready(revision: str | None) -> str:
    return "empty, not a ledger" if revision is None else "a ledger of an older demarche"


def _upgrade(connection: Connection, path: str) -> None:
    """Run the migrations in this transaction; whoever comes second finds the work done."""
    if _revision(connection, path) == REVISIONS[-1]:
        return
    from alembic import command  # slow to import, and needed only here
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "demarche.ledger:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {sqlite_file.APPLICATION_ID}")


def _revision(connection: Connection, path: str) -> str | None:
    """The migration a ledger stands at, None for an empty file; LedgerError when it is not ours."""
    tables = set(sa.inspect(connection).get_table_names())
    if not tables:
        return None
    if not {"alembic_version", "documents", "reports"} <= tables or not _ours(connection):
        raise LedgerError(
            f"{path} is not a ledger but another database; it stays as it is; name another one: --ledger F"
        )
    revision = str(connection.scalar(sa.text("SELECT version_num FROM alembic_version")))
    if revision not in REVISIONS:
        raise LedgerError(
            f"{path} was written by a newer demarche (revision {revision}); it stays as it is; "
            "upgrade demarche to open it"
        )
    return revision


def _ours(connection: Connection) -> bool:
    return connection.dialect.name != "sqlite" or sqlite_file.ours(connection)
