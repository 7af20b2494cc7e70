"""One watcher of a ledger at a time. The system lets go of the lock when the watcher ends, however it ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from demarche.errors import UsageError

__all__ = ["locked"]

LOCK = ".watch.lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock; UsageError when another program holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("a+b") as stream:
        if not _taken(stream.fileno()):
            stream.seek(0)
            who = stream.read(20).decode("ascii", "replace").strip()
            raise UsageError(
                f"this ledger is being watched already{f' (process {who})' if who else ''}; nothing was done; "
                "stop the other `demarche watch`, or wait until it is done"
            )
        stream.truncate(0)
        stream.write(str(os.getpid()).encode())
        stream.flush()
        yield


def _taken(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        return _taken_on_windows(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _taken_on_windows(handle: int) -> bool:
    import msvcrt

    os.lseek(handle, 1 << 20, os.SEEK_SET)  # behind what is written: a locked stretch cannot be read there
    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return False
    return True
