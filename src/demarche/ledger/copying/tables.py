"""The tables of a ledger as plain rows, the same from a file and from a server, and the digest of a table.

A digest adds up the SHA-256 of every row, so the order in which a database gives them does not matter, and a row that
is missing, doubled or changed shows. JSON is compared as it is written, except that a bare 2.0 is 2: SQLite keeps a
number that stands alone as a number.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.ledger.schema import metadata

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

__all__ = ["BATCH", "TABLES", "Digest", "count_rows", "digest_of", "json_places", "names", "rows", "rows_of"]

TABLES: tuple[Table, ...] = tuple(metadata.sorted_tables)
"""Every table, those that are pointed at first."""

BATCH = 2_000
"""Rows that are held at once."""

_ALL = 2**256
_numbers = count()
_NUMBER = frozenset("-0123456789")


@dataclass(slots=True)
class Digest:
    """How many rows there are, and the sum of their hashes: of words, numbers and None as Python writes them."""

    rows: int = 0
    total: int = 0

    @property
    def text(self) -> str:
        """The sum in hexadecimal."""
        return f"{self.total:064x}"

    def add(self, found: Iterable[Sequence[Any]], json_at: Sequence[int] = ()) -> None:
        """Count these rows in; `json_at` are the places of columns that hold JSON."""
        for row in found:
            told = ascii(_with_numbers(row, json_at) if json_at else row)  # in a third of the time that JSON takes
            self.rows += 1
            self.total += int.from_bytes(hashlib.sha256(told.encode()).digest(), "big")
        self.total %= _ALL


def _with_numbers(row: Sequence[Any], places: Sequence[int]) -> Sequence[Any]:
    told = list(row)
    for place in places:
        if told[place] is not None and told[place][:1] in _NUMBER:
            number = json.loads(told[place])
            told[place] = int(number) if number == int(number) else number
    return told


def json_places(table: Table) -> tuple[int, ...]:
    """The places of the columns that hold JSON."""
    return tuple(place for place, column in enumerate(table.columns) if isinstance(column.type, sa.JSON))


def names(table: Table) -> list[str]:
    """The columns, as both databases spell them."""
    return [f'"{column.name}"' for column in table.columns]


def count_rows(connection: Connection, table: Table) -> int:
    """How many rows a table has."""
    return int(connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0)


def digest_of(connection: Connection, table: Table, step: Callable[[int], None]) -> Digest:
    """The digest of a table."""
    found, places = Digest(), json_places(table)
    for batch in rows_of(connection, table):
        found.add(batch, places)
        step(len(batch))
    return found


def rows_of(connection: Connection, table: Table) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of a table in batches, with JSON as it is written."""
    listed = [f'CAST("{c.name}" AS TEXT)' if isinstance(c.type, sa.JSON) else f'"{c.name}"' for c in table.c]
    return rows(connection, f'SELECT {", ".join(listed)} FROM "{table.name}"')


def rows(connection: Connection, query: str) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of a query in batches; neither database holds more of them for us than one batch."""
    raw: Any = connection.connection
    server = connection.dialect.name == "postgresql"
    cursor = raw.driver_connection.cursor(name=f"demarche_copy_{next(_numbers)}") if server else raw.cursor()
    try:
        cursor.execute(query)
        while batch := cursor.fetchmany(BATCH):
            yield batch
    finally:
        cursor.close()
