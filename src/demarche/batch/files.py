"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

__all__ = ["TEMPORARY", "put", "sweep"]

TEMPORARY = ".part-"
"""How the names of files begin that are being written: a killed run may leave some, the next one removes them."""


def put(path: Path, data: bytes) -> None:
    """Write a file under another name, make sure that it is on the disk, then give it its own."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{TEMPORARY}{uuid4().hex}")
    try:
        with draft.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Remove what a killed run left half-written."""
    for draft in folder.rglob(f"{TEMPORARY}*"):
        draft.unlink(missing_ok=True)
