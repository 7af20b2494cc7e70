"""The inputs cut into shards, always in the same places: by documents and bytes, whoever will read them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from demarche.batch.inputs import Cut, Input
from demarche.documents import Source
from demarche.documents.jsonl import lines_of, unpacked
from demarche.documents.walk import reason

__all__ = ["SHARD_BYTES", "SHARD_DOCUMENTS", "Piece", "Shard", "plan"]

SHARD_DOCUMENTS = 200
"""Documents a shard holds unless told otherwise: about a minute's reading of one processor."""

SHARD_BYTES = 8_000_000
"""A shard ends after so many bytes, however few its documents: it is held in memory."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one input: `count` lines or rows from number `first` (1 is the first) on; `offset` in bytes, gzip
    taken off. `count` None is the whole file, 0 nothing but the `problem` that ended it."""

    input: int
    first: int = 1
    count: int | None = None
    offset: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Shard:
    """What is read together and written together."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def name(self) -> str:
        """`000012`: what its files are called."""
        return f"{self.number:06d}"

    @property
    def documents(self) -> int:
        """How many it holds, about: empty lines count, and a whole file counts as one."""
        return sum(1 if piece.count is None else piece.count for piece in self.pieces)

    def plain(self) -> dict[str, Any]:
        """For JSON."""
        pieces = [[p.input, p.first, p.count, p.offset, p.problem] for p in self.pieces]
        return {"shard": self.number, "pieces": pieces}

    @classmethod
    def read(cls, plain: dict[str, Any]) -> Shard:
        """What `plain` wrote."""
        return cls(plain["shard"], tuple(Piece(*piece) for piece in plain["pieces"]))


def plan(inputs: Iterable[Input], most: int = SHARD_DOCUMENTS) -> Iterator[Shard]:
    """Shards of at most `most` documents, numbered from 0; small pieces of several files share one."""
    held: list[Piece] = []
    documents = size = number = 0
    for piece, piece_bytes in _pieces(inputs, most):
        count = 1 if piece.count is None else piece.count
        if held and (documents + count > most or size + piece_bytes > SHARD_BYTES):
            yield Shard(number, tuple(held))
            held, documents, size, number = [], 0, 0, number + 1
        held.append(piece)
        documents, size = documents + count, size + piece_bytes
    if held:
        yield Shard(number, tuple(held))


def _pieces(inputs: Iterable[Input], most: int) -> Iterator[tuple[Piece, int]]:
    """Pieces with their bytes."""
    for number, item in enumerate(inputs):
        if item.cut is Cut.LINES:
            yield from _of_lines(number, item, most)
        elif item.cut is Cut.ROWS:
            yield from _of_rows(number, item, most)
        else:
            yield Piece(number), item.bytes


def _of_lines(number: int, item: Input, most: int) -> Iterator[tuple[Piece, int]]:
    first, count, offset, size = 1, 0, 0, 0
    problem = ""
    with Path(item.path).open("rb") as stream:
        lines = lines_of(unpacked(Source(item.name, stream)))
        while True:
            try:
                _, length = next(lines)
            except StopIteration:
                break
            except (OSError, EOFError, zlib.error) as error:
                problem = f"cannot be read from line {first + count} on: {reason(error)}"
                break
            if count and (count == most or size + length > SHARD_BYTES):
                yield Piece(number, first, count, offset), size
                first, count, offset, size = first + count, 0, offset + size, 0
            count, size = count + 1, size + length
    if count:
        yield Piece(number, first, count, offset), size
    if problem or not (count or offset):
        yield Piece(number, first, 0, offset, problem or "is empty"), 0


def _of_rows(number: int, item: Input, most: int) -> Iterator[tuple[Piece, int]]:
    from demarche.batch.rows import measure

    rows, per_row, problem = measure(item.path)
    if problem:
        yield Piece(number, 1, 0, 0, problem), 0
        return
    step = max(1, min(most, int(SHARD_BYTES / max(per_row, 1))))
    for start in range(0, rows, step):
        count = min(step, rows - start)
        yield Piece(number, start + 1, count), int(count * per_row)
