"""The bundled samples, written for this project (CC0): short readouts and news notes, the facts of 2025 as tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

__all__ = ["facts", "samples"]

_FACTS = ("contacts.csv", "lengths.csv", "pressures.csv", "offers.csv")


@contextmanager
def samples() -> Iterator[Path]:
    """The file of sample documents, one a line."""
    with as_file(files("demarche.samples") / "documents.jsonl") as path:
        yield path


@contextmanager
def facts() -> Iterator[tuple[Path, ...]]:
    """The tables of facts: contacts, their lengths by who told them, pressures, offers."""
    with as_file(files("demarche.samples")) as folder:
        yield tuple(folder / name for name in _FACTS)
