"""What can be set as a field: its words in the codebook, or people, by typing the beginning in either alphabet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice

from demarche.actors import Authority
from demarche.entries import FIELDS, HEADS
from demarche.entries.codebook import PLOVER, heads_of
from demarche.ledger import Participant
from demarche.ledger.names import words
from demarche.ledger.searching import folded
from demarche.model import STANCES, STATUSES, TYPES, Kind

__all__ = ["ACTORS", "Choice", "codebook", "fields_of", "in_latin", "known_people", "people"]

ACTORS = ("participants", "initiator", "actor", "recipient", "about", "subjects", "reference", "source")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value and what tells it from others of its name."""

    value: str
    note: str = ""


def fields_of(kind: Kind) -> tuple[str, ...]:
    """Every field that a person can set on a report of this kind."""
    return (*heads_of(kind), *(name for name in FIELDS[kind] if name not in HEADS))


def codebook(kind: Kind, field: str) -> tuple[str, ...]:
    """The words that a field may hold, none where it may hold any."""
    table: dict[str, Iterable[str]] = {"type": TYPES.get(kind, ()), "status": STATUSES.get(kind, ())}
    table |= {"stance": STANCES, "plover": PLOVER, "mode": ("verbal", "material")}
    return tuple(table.get(field, ()))


def in_latin(typed: str) -> str:
    """What was typed, in Latin letters where it was not."""
    return typed if typed.isascii() else folded(typed)


def people(met: Iterable[Participant], typed: str, limit: int) -> list[Choice]:
    """Those that the ledger has met, then those that the authority facts know."""
    found: dict[str, Choice] = {}
    for actor in met:
        note = actor.side if actor.side and actor.side != actor.name else actor.kind or ""
        found.setdefault(actor.name, Choice(actor.name, note))
    for choice in known_people(typed):
        if len(found) >= limit:
            break
        found.setdefault(choice.value, choice)
    return list(islice(found.values(), limit))


def known_people(typed: str) -> Iterable[Choice]:
    """People of the authority facts of whom every word typed begins a word of a name."""
    asked = words(in_latin(typed))
    if asked:
        for known, choice in _index():
            if all(any(word.startswith(a) for word in known) for a in asked):
                yield choice


@cache
def _index() -> tuple[tuple[frozenset[str], Choice], ...]:
    facts = Authority.load()
    found: list[tuple[frozenset[str], Choice]] = []
    for person in facts.people.values():
        terms = sorted(facts.terms_of.get(person.id, ()), key=lambda term: term.start, reverse=True)
        note = f"{terms[0].office}, {facts.label(terms[0].place)}" if terms else ""
        choice, names = Choice(person.name, note), dict.fromkeys((person.name, *person.aliases))
        found += [(frozenset(words(in_latin(name))), choice) for name in names]
    return tuple(found)
