"""Atoms: the known words of a text."""

from __future__ import annotations

from typing import NamedTuple


class Atom(NamedTuple):
    """A known word or word sequence: tokens [start, end), its kind and value."""

    start: int
    end: int
    kind: str  # state demonym institution seat office honorific bureau title group sideword collective
    value: str
    word: str = ""  # its last word as written, in small letters
