"""A phrase: a stretch of tokens that names an actor, before anybody has been identified."""

from __future__ import annotations

from dataclasses import dataclass, field

from demarche.mentions.actors.atoms import PLACE_KINDS, Atom, Run

HEAD_KINDS = frozenset({"office", "title", "honorific", "group", "sideword", "collective", "bureau"})
GENITIVE = frozenset({"'s", "’s", "'", "’"})


__all__ = ["GENITIVE", "HEAD_KINDS", "PLACE_KINDS", "Phrase"]


@dataclass(slots=True)
class Phrase:
    """A stretch of tokens that names an actor, before anybody has been identified.

    `nouns` are the head atoms ("Deputy Prime Minister", "Foreign Minister"); `places` the ids of the states and bodies
    in it; `owner` is "his", "their", or the run that stands in the genitive.
    """

    start: int
    end: int
    nouns: list[Atom] = field(default_factory=list)
    places: list[Atom] = field(default_factory=list)
    targets: list[Atom] = field(default_factory=list)
    owner: str = ""
    owner_run: Run | None = None
    determiner: str = ""
    modifiers: list[str] = field(default_factory=list)
    run: Run | None = None
    apposed: bool = False  # the name and the office stand beside each other, parted by a comma
    former: bool = False
    inner: bool = False  # the office is of a body inside the state: "President of the Senate of X"
