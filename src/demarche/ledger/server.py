"""A ledger in a PostgreSQL database: its address, how transactions run there, and its one queue of writers.

Whoever asks sees the ledger as it was when the question began (REPEATABLE READ), as on a file. Whoever writes waits
for its turn by a lock that the whole database shares: what follows from rows that two write at once would fit
neither, and so no write has to be tried again because of another. A session that ends, killed or cut off, gives the
lock back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.address import shown
from demarche.errors import LedgerError
from demarche.ledger.values import DUMP

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine import URL

__all__ = ["OLDEST", "check_server", "open_server", "queue", "reader", "writer"]

OLDEST = 13
"""The oldest version of PostgreSQL that will do: from this one on the owner of a database may add `pg_trgm`."""

_LOCK = 0x646D7263  # of all writers to one database
_PATIENCE = 10  # seconds until a server that says nothing is taken for absent
_FORM = "postgresql+psycopg://user@host/database"
_QUEUE = sa.text("SELECT set_config('lock_timeout', :wait, true), pg_advisory_xact_lock(:lock)")


def open_server(address: str) -> Engine:
    """What connects to this database; nothing is asked of it yet. LedgerError when the address cannot be understood."""
    url = _url(address)
    waiting = {} if "connect_timeout" in url.query else {"connect_timeout": _PATIENCE}
    named = {} if "application_name" in url.query else {"application_name": "demarche"}
    options: dict[str, Any] = {"json_serializer": DUMP, "pool_pre_ping": True, "connect_args": waiting | named}
    try:
        engine = sa.create_engine(url, **options)
    except ModuleNotFoundError as error:
        raise LedgerError(
            f"{shown(address)}: psycopg, which talks to PostgreSQL, is missing; "
            "install it: pip install 'demarche[postgresql]'"
        ) from error
    sa.event.listen(engine, "connect", _settle)
    return engine


def _url(address: str) -> URL:
    unclear = (
        f"{shown(address)} is not the address of a database; write {_FORM}, "
        "with %40 for @, %3A for : and %2F for / in a password"
    )
    if address.partition("?")[0].count("@") > 1:  # what stands behind the first would be taken for the host, and told
        raise LedgerError(unclear)
    try:
        url = sa.make_url(address)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise LedgerError(unclear) from error
    if url.drivername not in ("postgresql", "postgresql+psycopg", "postgres"):
        raise LedgerError(f"{shown(address)}: a ledger is a file, or a database of PostgreSQL: {_FORM}")
    return url.set(drivername="postgresql+psycopg")


def _settle(session: Any, _record: object) -> None:
    """How the server should go about our questions, which ask for few rows out of many.

    Compiling a query takes longer than answering it; rows that lie apart cost what they do on a solid-state disk; and
    a plan for anybody at all is a bad one for the few who are in everything.
    """
    session.execute("SET jit = off; SET random_page_cost = 1.1; SET plan_cache_mode = force_custom_plan")
    session.commit()


def reader(engine: Engine) -> Engine:
    """For transactions that only ask."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def writer(engine: Engine, read_only: bool) -> Engine:
    """For transactions that write; with `read_only` the server refuses it."""
    return engine.execution_options(isolation_level="READ COMMITTED", postgresql_readonly=read_only)


def queue(connection: Connection, timeout: float) -> None:
    """Wait for one's turn to write, so many seconds at most. The turn ends with the transaction."""
    connection.execute(_QUEUE, {"wait": str(max(1, round(timeout * 1000))), "lock": _LOCK})


def check_server(connection: Connection, shown_address: str) -> None:
    """LedgerError for a server that is too old, or a database that cannot hold every letter."""
    version = connection.dialect.server_version_info or (0,)
    if int(version[0]) < OLDEST:
        known = ".".join(str(part) for part in version)
        raise LedgerError(
            f"{shown_address}: PostgreSQL {known} is too old for a ledger; nothing was changed; "
            f"use version {OLDEST} or newer"
        )
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise LedgerError(
            f"{shown_address}: this database keeps text as {encoding}, a ledger needs UTF8; nothing was changed; "
            "make one: createdb -E UTF8 -T template0 NAME"
        )
