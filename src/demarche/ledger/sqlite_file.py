"""A ledger in a SQLite file: which files are opened, how, and how a transaction begins.

One transaction a write, begun with BEGIN IMMEDIATE so that two writers queue instead of failing halfway. WAL with
synchronous=NORMAL: a killed process loses nothing that was committed, readers never wait for a writer.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import sqlalchemy as sa

from demarche.errors import LedgerError
from demarche.ledger.values import DUMP

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

__all__ = ["APPLICATION_ID", "only_read", "open_file", "ours"]

APPLICATION_ID = 0x646D7263  # "dmrc" in the header of every ledger file
_MAGIC = b"SQLite format 3\0"
_MAPPED = 2**31  # bytes, all that SQLite allows: a page at hand is then read without asking the system for it


def open_file(path: Path, create: bool, read_only: bool, timeout: float) -> Engine:
    """What connects to this file; LedgerError when it is missing, a folder, or something else."""
    _check_file(path, create)
    mode = _mode(path, create, read_only)
    address = f"file:{quote(str(path))}?{mode}"
    engine = sa.create_engine(
        "sqlite://", creator=_connector(address, read_only, timeout), poolclass=sa.pool.QueuePool, json_serializer=DUMP
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


def ours(connection: Connection) -> bool:
    """Whether the file bears the mark of a ledger."""
    return connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID


def only_read(path: Path) -> str:
    """The file as SQLite's own address, with no right to write."""
    return f"file:{quote(str(path))}?{_mode(path, create=False, read_only=True).replace('mode=rw', 'mode=ro')}"


def _connector(address: str, read_only: bool, timeout: float) -> Callable[[], sqlite3.Connection]:
    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(address, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -16000")  # kB; a page of a million events needs more than 2000
        connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
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
