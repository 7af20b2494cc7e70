"""A ledger into another place, row by row: a file into a server, a server into a file, one into another of its kind.

    with one reading transaction there and one writing transaction here:
        every table poured ─▶ words of free text ─▶ indexes made ─▶ read back and compared ─▶ kept, or nothing is

What is compared is what was written, as the target gives it back, before anybody else sees it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.address import on_server, shown
from demarche.errors import LedgerError, UsageError
from demarche.ledger.connection import Database
from demarche.ledger.copying.loading import load, settle
from demarche.ledger.copying.tables import TABLES, Digest, count_rows, digest_of
from demarche.ledger.copying.words import copy_words

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["Copied", "Step", "copy_ledger", "digests"]

TIMEOUT = 30.0
Step = Callable[[int], None]
"""Called with the number of rows that were read or written since the last call."""


@dataclass(frozen=True, slots=True)
class Copied:
    """Table -> how many rows it holds and their digest, the same in both ledgers."""

    tables: dict[str, Digest]

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(found.rows for found in self.tables.values())

    @property
    def digest(self) -> str:
        """One digest of all tables, in hexadecimal."""
        lines = (f"{name} {found.rows} {found.text}\n" for name, found in sorted(self.tables.items()))
        return hashlib.sha256("".join(lines).encode()).hexdigest()


def copy_ledger(source: str, target: str, began: Callable[[int], Step] = lambda _rows: lambda _: None) -> Copied:
    """Copy the ledger at `source` to `target`, which must hold nothing, and compare both.

    `began` is told how many steps there will be, and gives what is called as they are made.
    LedgerError: no ledger there, a target that cannot be made or written. UsageError: a target that holds something.
    Nothing is in the target then, and a file that was not there before is gone.
    """
    if _same(source, target):
        raise UsageError(f"{shown(target)} is the ledger itself; name another place to copy it to")
    with closing(Database.open(source, create=False, read_only=True, timeout=TIMEOUT)) as there, _made(target) as here:
        with there.reading() as old, here.writing() as new:
            if any(count_rows(new, table) for table in TABLES):
                raise UsageError(f"{here.path} holds something already; nothing was copied; name an empty place")
            step = began(_steps(old))
            with load(new) as pour:
                poured = {table.name: pour(old, table, step) for table in TABLES}
                copy_words(old, new, step)
            for table in TABLES:
                if digest_of(new, table, step) != poured[table.name]:
                    raise LedgerError(f"{here.path}: the table {table.name} is not the same there; nothing was copied")
        settle(here)
    return Copied(poured)


def _steps(old: Connection) -> int:
    """Every row is written and read back; reports and documents are made findable."""
    rows = {table.name: count_rows(old, table) for table in TABLES}
    return 2 * sum(rows.values()) + rows["documents"] + rows["reports"]


def digests(address: str) -> Copied:
    """What is in a ledger: to be compared with another one, or with what a copy said."""
    with (
        closing(Database.open(address, create=False, read_only=True, timeout=TIMEOUT)) as there,
        there.reading() as old,
    ):
        return Copied({table.name: digest_of(old, table, lambda _: None) for table in TABLES})


@contextmanager
def _made(target: str) -> Iterator[Database]:
    """The target, open for writing; a file that was made for it goes away when the copy fails."""
    fresh = not on_server(target) and not Path(target).exists()
    database = Database.open(target, create=True, read_only=False, timeout=TIMEOUT)
    try:
        yield database
    except BaseException:
        database.close()
        if fresh:
            for part in (target, f"{target}-wal", f"{target}-shm"):
                Path(part).unlink(missing_ok=True)
        raise
    database.close()


def _same(source: str, target: str) -> bool:
    if on_server(source) or on_server(target):
        return source == target
    return Path(source).exists() and Path(target).exists() and Path(source).samefile(target)
