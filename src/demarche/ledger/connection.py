"""The file under a ledger: opening it, checking that it is one, transactions, and errors in one line.

One transaction a write, begun with BEGIN IMMEDIATE so that two writers queue instead of failing halfway. WAL with
synchronous=NORMAL: a killed process loses nothing that was committed, readers never wait for a writer.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import sqlalchemy as sa

from demarche.errors import LedgerError
from demarche.ledger.failures import explain
from demarche.ledger.schema import REVISIONS

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

__all__ = ["APPLICATION_ID", "Database", "only_read"]

APPLICATION_ID = 0x646D7263  # "dmrc" in the header of every ledger file
_MAGIC = b"SQLite format 3\0"
_DUMP = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


class Database:
    """An open ledger file (or PostgreSQL database) with its two kinds of transaction."""

    def __init__(self, path: str, engine: Engine, timeout: float) -> None:
        self.path = path
        self.timeout = timeout
        self._reader = engine
        self._writer = engine.execution_options(immediate=True)

    @classmethod
    def open(cls, path: str | Path, *, create: bool, read_only: bool, timeout: float) -> Database:
        """Open, check, and bring up to date; see `Ledger.open`."""
        address = os.fspath(path)
        engine = _server(address) if "://" in address else _file(Path(address), create, read_only, timeout)
        database = cls(address, engine, timeout)
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
            _queue(connection)
            yield connection

    @contextmanager
    def noting(self) -> Iterator[Connection]:
        """A small write from which nothing else follows: it does not wait until a long one is done, where it can."""
        with self._explained("this was not written"), self._writer.begin() as connection:
            yield connection

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

    def _prepare(self, create: bool, read_only: bool) -> None:
        with self._explained("it stays as it is"):
            with self._reader.begin() as connection:
                revision = _revision(connection, self.path)
            if revision == REVISIONS[-1]:
                return
            if read_only:
                raise LedgerError(f"{self.path}: {_unready(revision)}; open it once for writing: demarche read …")
            if revision is None and not create:
                raise LedgerError(
                    f"{self.path} is empty, not a ledger; make one: demarche read PATH --ledger {self.path}"
                )
            _upgrade(self._writer, self.path)


def _unready(revision: str | None) -> str:
    return "an empty file, not a ledger" if revision is None else "a ledger of an older demarche"


def _upgrade(engine: Engine, path: str) -> None:
    """Run the migrations in one transaction; whoever comes second finds the work done."""
    from alembic import command  # slow to import, and needed only here
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "demarche.ledger:migrations")
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        if _revision(connection, path) == REVISIONS[-1]:
            return
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _revision(connection: Connection, path: str) -> str | None:
    """The migration a ledger stands at, None for an empty file; LedgerError when it is not ours."""
    tables = set(sa.inspect(connection).get_table_names())
    if not tables:
        return None
    if not {"alembic_version", "documents", "reports"} <= tables or not _ours(connection):
        raise LedgerError(
            f"{path} is not a ledger but another database; it stays as it is; name another file: --ledger F"
        )
    revision = str(connection.scalar(sa.text("SELECT version_num FROM alembic_version")))
    if revision not in REVISIONS:
        raise LedgerError(
            f"{path} was written by a newer demarche (revision {revision}); it stays as it is; "
            "upgrade demarche to open it"
        )
    return revision


def _ours(connection: Connection) -> bool:
    if connection.dialect.name != "sqlite":
        return True
    return connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID


# -- SQLite ---------------------------------------------------------------------------------------------------------


def _file(path: Path, create: bool, read_only: bool, timeout: float) -> Engine:
    _check_file(path, create)
    mode = _mode(path, create, read_only)
    address = f"file:{quote(str(path))}?{mode}"
    engine = sa.create_engine(
        "sqlite://", creator=_connector(address, read_only, timeout), poolclass=sa.pool.QueuePool, json_serializer=_DUMP
    )
    sa.event.listen(engine, "begin", _begin)
    return engine


def _check_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, not a ledger; name a file: --ledger {path / 'ledger.db'}")
    if not path.exists():
        if not create:
            raise LedgerError(f"no ledger at {path}; make one: demarche read PATH --ledger {path}")
        if not path.parent.is_dir():
            raise LedgerError(
                f"no folder {path.parent} for the ledger {path.name}; make it first: mkdir -p {path.parent}"
            )
        return
    try:
        with path.open("rb") as stream:
            head = stream.read(len(_MAGIC))
    except OSError as error:
        raise LedgerError(
            f"{path} cannot be read ({error.strerror}); it stays as it is; check who may read it"
        ) from error
    if head and head != _MAGIC:
        raise LedgerError(f"{path} is not a ledger; it stays as it is; name another file: --ledger F")


def _mode(path: Path, create: bool, read_only: bool) -> str:
    """How SQLite opens the file. Where nothing may be written a WAL file needs `immutable`, or it will not open."""
    if not read_only:
        return "mode=rwc" if create else "mode=rw"
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return "mode=rw"
    wal = path.with_name(path.name + "-wal")
    return "mode=ro" if wal.exists() and wal.stat().st_size else "immutable=1"


def only_read(path: Path) -> str:
    """The file as SQLite's own address, with no right to write."""
    return f"file:{quote(str(path))}?{_mode(path, create=False, read_only=True).replace('mode=rw', 'mode=ro')}"


def _connector(address: str, read_only: bool, timeout: float) -> Callable[[], sqlite3.Connection]:
    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(address, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        elif connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            _to_wal(connection)
        return connection

    return connect


def _to_wal(connection: sqlite3.Connection) -> None:
    """WAL, but only for a file that is empty or ours: another program's database stays as it is."""
    empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if empty or connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        connection.execute("PRAGMA journal_mode = WAL")


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _queue(connection: Connection) -> None:
    """One writer at a time on a server too: what follows from rows that two write at once would fit neither."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")


# -- PostgreSQL -----------------------------------------------------------------------------------------------------


def _server(address: str) -> Engine:
    options: dict[str, Any] = {"json_serializer": _DUMP}
    try:
        return sa.create_engine(address, **options)
    except (sa.exc.ArgumentError, sa.exc.NoSuchModuleError, ModuleNotFoundError) as error:
        raise LedgerError(
            f"{address}: no way to reach this database ({error}); install psycopg, or name a file"
        ) from error
