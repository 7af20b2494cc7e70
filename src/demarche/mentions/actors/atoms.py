"""Atoms and runs: the known words of a text, and its runs of capitals that may name people."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from demarche.mentions.actors.tokens import Tokens

PLACE_KINDS = frozenset({"state", "institution", "demonym", "seat"})


class Atom(NamedTuple):
    """A known word or word sequence: tokens [start, end), its kind and value."""

    start: int
    end: int
    kind: str  # state demonym institution seat office honorific bureau title group sideword collective
    value: str
    word: str = ""  # its last word as written, in small letters


class Run(NamedTuple):
    """A run of capitals that may name a person: tokens [start, end), and the id if the authority knows the name."""

    start: int
    end: int
    person: str | None
    given: int = -1  # the first token that is a known given name


@dataclass(slots=True)
class Scan:
    """The atoms and runs of one text, and which token belongs to which."""

    tokens: Tokens
    atoms: list[Atom]
    runs: list[Run] = field(default_factory=list)
    atom_of: dict[int, Atom] = field(default_factory=dict)
    run_of: dict[int, Run] = field(default_factory=dict)
    given: frozenset[str] = frozenset()  # known given names, folded
