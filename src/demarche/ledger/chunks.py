"""A stream in pieces small enough for one statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

__all__ = ["chunks"]

T = TypeVar("T")


def chunks(items: Iterable[T], size: int = 500) -> Iterator[list[T]]:
    """Yield lists of at most `size` items, in order."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch
