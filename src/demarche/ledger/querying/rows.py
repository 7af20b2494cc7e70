"""What a query gives: names of columns and rows of plain values, fetched as they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Protocol

__all__ = ["Ask", "Cell", "Rows", "plain"]

Cell = str | int | float | None
_Fetch = Callable[[], Sequence[Sequence[object]]]


class Ask(Protocol):
    """Asks a query."""

    def __call__(self, sql: str, most: int | None = None) -> Rows:
        """The rows, so many at most."""


class Rows:
    """The rows of one query, to be gone through once. `cut` is True at the end when there were more than asked for."""

    def __init__(self, columns: Sequence[str], fetch: _Fetch, most: int | None = None) -> None:
        self.columns = _told_apart(columns)
        self.cut = False
        self._fetch = fetch
        self._most = most

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        given = 0
        while some := self._fetch():
            for row in some:
                if given == self._most:
                    self.cut = True
                    return
                given += 1
                yield tuple(map(plain, row))


def plain(value: object) -> Cell:
    """A value of a database driver as a word, a number or nothing; bytes are told in hexadecimal."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, float):
        return value if isfinite(value) else str(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, Decimal):
        if not value.is_finite():
            return str(value)
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    return value.isoformat() if isinstance(value, date) else str(value)


def _told_apart(columns: Sequence[str]) -> tuple[str, ...]:
    """Names of which none is there twice: the second `id` is `id_2`."""
    found: dict[str, None] = {}
    for name in columns:
        free, number = name, 1
        while free in found:
            number += 1
            free = f"{name}_{number}"
        found[free] = None
    return tuple(found)
