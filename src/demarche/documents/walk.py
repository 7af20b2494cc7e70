"""Paths -> sources: files, folders with all that is in them, standard input."""

from __future__ import annotations

import difflib
import gzip
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BufferedReader, BytesIO
from pathlib import Path

from demarche.documents.arrivals import Source
from demarche.documents.limits import FILE_BYTES

STANDARD_INPUT = "standard input"


@dataclass(frozen=True, slots=True)
class Missing:
    """A path that gives no source, and why."""

    name: str
    reason: str


def find_sources(paths: Iterable[str], suffixes: frozenset[str]) -> Iterator[Source | Missing]:
    """A source a file, in the order given; a folder's files sorted by path. Hidden files of folders are left out."""
    for name in paths:
        path = Path(name)
        if name == "-":
            yield Source(STANDARD_INPUT, _standard_input())
        elif _is_folder(path):
            yield from _folder(path, suffixes)
        else:
            yield _open(path)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        return False


def _folder(folder: Path, suffixes: frozenset[str]) -> Iterator[Source | Missing]:
    files = sorted(_files(folder))
    if not files:
        yield Missing(str(folder), "is a folder without documents")
    for path in files:
        if _suffix(path) in suffixes:
            yield _open(path)
        else:
            yield Missing(str(path), f"is not a format that demarche reads ({', '.join(sorted(suffixes))})")


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if not name.startswith("."))


def _suffix(path: Path) -> str:
    name = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return name.suffix.lower()


def _open(path: Path) -> Source | Missing:
    try:
        if not path.exists():
            return Missing(str(path), f"does not exist{_nearest(path)}")
        if not path.is_file():
            return Missing(str(path), "is not a file")
        return Source(str(path), path.open("rb"))
    except (OSError, ValueError) as error:
        return Missing(str(path), f"cannot be opened: {reason(error)}")


def reason(error: Exception) -> str:
    """The system's own words for an error, without its number and file name."""
    return (getattr(error, "strerror", None) or str(error)).lower()


def _standard_input() -> BufferedReader:
    stream = sys.stdin.buffer
    return stream if isinstance(stream, BufferedReader) else BufferedReader(BytesIO(stream.read(FILE_BYTES + 1)))


def _nearest(path: Path) -> str:
    """The file that may have been meant."""
    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return ""
    close = difflib.get_close_matches(path.name, names, n=1, cutoff=0.75)
    return f"; did you mean {path.parent / close[0]}?" if close else ""


def expected(paths: Iterable[str]) -> int | None:
    """How many documents these paths hold, about: for a progress bar. None when standard input is among them."""
    total = 0
    for name in paths:
        path = Path(name)
        if name == "-":
            return None
        files = _files(path) if _is_folder(path) else [path]
        total += sum(_documents_in(file) for file in files)
    return total


def _documents_in(path: Path) -> int:
    """Lines of a JSON Lines file, 1 of any other."""
    if _suffix(path) not in (".jsonl", ".ndjson"):
        return 1
    opened = gzip.open if path.suffix.lower() == ".gz" else open
    try:
        with opened(path, "rb") as stream:
            return _lines(iter(lambda: stream.read(1 << 20), b""))
    except (OSError, EOFError, zlib.error):
        return 1


def _lines(blocks: Iterable[bytes]) -> int:
    """Lines, the last one with or without its line end."""
    total, last = 0, b"\n"
    for block in blocks:
        total, last = total + block.count(b"\n"), block[-1:]
    return total + (last != b"\n")
