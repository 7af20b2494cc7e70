"""Files that were dropped into a watched folder since the last time, each when it is whole."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

__all__ = ["fresh_files"]

SETTLED = 2.0
"""Seconds that a file must have been left alone: a copy under way is no document yet."""


def fresh_files(
    folders: Iterable[str], seen: dict[str, str], sleep: Callable[[float], None] = time.sleep
) -> dict[str, str]:
    """Path -> what tells this file from a later one, of the files that are new or other than `seen`.

    A file that is still being written is left for the next time.
    """
    found = {path: mark for folder in folders for path, mark in _files(Path(folder)) if seen.get(path) != mark}
    if any(_young(path) for path in found):
        sleep(SETTLED)
    return {path: mark for path, mark in found.items() if _mark(Path(path)) == mark}


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if not name.startswith(".") and (mark := _mark(path)):
                yield str(path), mark


def _mark(path: Path) -> str:
    try:
        facts = path.stat()
    except OSError:  # gone, or not to be read
        return ""
    return f"{facts.st_size}:{facts.st_mtime_ns}"


def _young(path: str) -> bool:
    try:
        return time.time() - Path(path).stat().st_mtime < SETTLED
    except OSError:
        return False
