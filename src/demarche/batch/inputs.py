"""What goes into a batch: files by name, size and hash, and how each can be cut."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from demarche.documents import READERS, Source, format_of
from demarche.documents.walk import Missing, find_sources, reason
from demarche.errors import UsageError

__all__ = ["Cut", "Input", "find_inputs", "same_inputs"]


class Cut(StrEnum):
    """How a file is cut into shards."""

    LINES = "lines"  # JSON Lines, also compressed
    ROWS = "rows"  # Parquet
    WHOLE = "whole"  # every other format


_CUTS = {"JSON Lines": Cut.LINES, "Parquet": Cut.ROWS}


@dataclass(frozen=True, slots=True)
class Input:
    """One file. `name` is what it was called when the batch was begun: messages and sources of documents say it.

    `path` is where it lies now. `sha256` is of the bytes as they lie there, `modified` in nanoseconds.
    """

    name: str
    path: str
    cut: Cut
    bytes: int
    modified: int
    sha256: str = ""

    def plain(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)

    @classmethod
    def read(cls, plain: dict[str, Any]) -> Input:
        """What `plain` wrote."""
        return cls(**{**plain, "cut": Cut(plain["cut"])})


def find_inputs(paths: Iterable[str]) -> list[Input]:
    """The files of these paths, folders sorted by path, not yet hashed.

    UsageError when one of them cannot be read: a batch is told of whole inputs, not of what is left of them.
    """
    found = list(_each(paths))
    if not found:
        raise UsageError("no input; name files of documents: demarche batch read FILE... --out DIR")
    return found


def _each(paths: Iterable[str]) -> Iterator[Input]:
    suffixes = frozenset(suffix for form in READERS for suffix in form.suffixes)
    for path in paths:
        if path == "-":
            raise UsageError("standard input cannot be read again when a run goes on; put it into a file")
        for source in find_sources([path], suffixes):
            if isinstance(source, Source):
                yield _input(source)
            elif source.name == path:
                raise _unreadable(source)
            # other files of a folder are none of ours: readme, pictures


def _input(source: Source) -> Input:
    with source.stream:
        cut = _CUTS.get(format_of(source).name, Cut.WHOLE)
    path = Path(source.name)
    facts = path.stat()
    return Input(source.name, str(path.resolve()), cut, facts.st_size, facts.st_mtime_ns)


def _unreadable(missing: Missing) -> UsageError:
    return UsageError(f"{missing.name} {missing.reason}; nothing was read; correct the name and run it again")


def hashed(item: Input) -> Input:
    """The input with its SHA-256."""
    try:
        with Path(item.path).open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise UsageError(f"{item.name} cannot be read: {reason(error)}; nothing was read") from error
    return Input(item.name, item.path, item.cut, item.bytes, item.modified, digest)


def same_inputs(given: list[Input], recorded: list[Input]) -> list[Input] | None:
    """The recorded inputs where they lie now; None where others are given.

    A file that kept its place, size and time of change is taken for the same; any other is hashed.
    """
    if len(given) != len(recorded):
        return None
    found = []
    for now, before in zip(given, recorded, strict=True):
        if now.bytes != before.bytes:
            return None
        unchanged = (now.path, now.modified) == (before.path, before.modified)
        if not unchanged and hashed(now).sha256 != before.sha256:
            return None
        found.append(Input(before.name, now.path, before.cut, now.bytes, now.modified, before.sha256))
    return found
