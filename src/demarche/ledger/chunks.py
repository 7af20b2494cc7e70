"""Small change of the SQL modules: rows, and a stream in pieces small enough for one statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

__all__ = ["SqlRow", "chunks", "new_id"]

T = TypeVar("T")
SqlRow: TypeAlias = Any  # SQLAlchemy 2.0 and 2.1 type their rows differently; we read them by name


def chunks(items: Iterable[T], size: int = 500) -> Iterator[list[T]]:
    """Yield lists of at most `size` items, in order."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch


def new_id(connection: Connection, table: Table, row: dict[str, Any]) -> int:
    """Insert one row; the id that the database gave it."""
    key: Any = connection.execute(table.insert(), row).inserted_primary_key
    return int(key[0])
