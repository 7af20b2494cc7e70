"""The bundled sample documents: short readouts and news notes written for this project (CC0)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path


@contextmanager
def samples() -> Iterator[Path]:
    """The file of sample documents, one a line."""
    with as_file(files("demarche.samples") / "documents.jsonl") as path:
        yield path
