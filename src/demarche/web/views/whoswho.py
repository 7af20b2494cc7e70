"""Who is who: the people of a ledger under the sides they stand for, with what the authority facts know of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from demarche.actors import Authority
from demarche.actors.names import pieces
from demarche.ledger import Participant
from demarche.web.views.dates import when

__all__ = ["Person", "Side", "sides"]


@dataclass(frozen=True, slots=True)
class Person:
    """An actor of the ledger: other spellings, offices as (office, state or body, from when to when)."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    offices: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """A state or body with its people; `more` are left out."""

    name: str
    people: tuple[Person, ...]
    more: int = 0


def sides(actors: Iterable[Participant], first: int, last: int, most: int) -> tuple[list[Side], int]:
    """The sides by name, each with its people by name, those of no side last: from one to another, and how many in all.

    Of each at most so many people are told.
    """
    groups: dict[str, dict[str, str]] = {}
    for actor in actors:
        groups.setdefault(actor.side or "", {})[actor.name] = actor.kind or ""
    ordered = sorted(groups, key=lambda side: (not side, side))
    found = []
    for side in ordered[first:last]:
        people = sorted(item for item in groups[side].items() if item[0] != side)
        found.append(Side(side, tuple(_person(n, k) for n, k in people[:most]), max(0, len(people) - most)))
    return found, len(ordered)


def _person(name: str, kind: str) -> Person:
    facts = _facts()
    known = facts.named(pieces(name)) if kind == "person" else None
    if known is None:
        return Person(name, kind)
    terms = sorted(facts.terms_of.get(known.id, ()), key=lambda term: term.start, reverse=True)
    offices = tuple((t.office, facts.label(t.place), _span(t.start, t.end)) for t in terms)
    return Person(name, kind, tuple(alias for alias in known.aliases if alias != name), offices)


def _span(start: str, end: str) -> str:
    first = when(start).words if start else "…"
    return f"{first} – {when(end).words}" if end else f"since {first}"


@cache
def _facts() -> Authority:
    return Authority.load()
