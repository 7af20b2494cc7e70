"""Names as people type them, in their fullest known form: `Putin` is Vladimir Putin, `US` the United States."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from demarche.actors import Authority
from demarche.actors.names import pieces

__all__ = ["full_name", "known_side", "place_of"]


def full_name(typed: str, day: date | None, sides: Sequence[str] = (), *, elsewhere: bool = True) -> str:
    """The fullest form that the facts know of a person, a state or a body; else as typed.

    A surname is looked for among the people of these sides first, and of all others unless `elsewhere` is False.
    """
    if state := place_of(typed):
        return state
    folded = pieces(typed)
    facts = _authority()
    person = facts.named(folded, day) if len(folded) > 1 else None
    if person is None and len(folded) == 1 and typed[:1].isupper():
        places = [_id(side) for side in sides if _id(side)] + ([None] if elsewhere else [])
        person = next((p for place in places if (p := facts.surnamed(folded, day, place=place))), None)
    return person.name if person else typed


def known_side(name: str, day: date | None) -> str:
    """For whom this person, state or body stands, as the facts say; '' where nobody knows."""
    place = place_of(name)
    if place:
        return place
    person = _authority().named(pieces(name), day)
    return (_authority().side_of(person.id, day) or "") if person else ""


def place_of(typed: str) -> str:
    """The plain name of a state or body that is called so; '' when none is."""
    return _places().get(tuple(pieces(typed)), "")


def _id(side: str | None) -> str | None:
    return _authority().id_of(side) if side else None


@cache
def _authority() -> Authority:
    return Authority.load()


@cache
def _places() -> dict[tuple[str, ...], str]:
    """Names of states and bodies, in folded pieces -> the name the codebook uses."""
    facts = _authority()
    found: dict[tuple[str, ...], str] = {}
    for group in (facts.states, facts.institutions):
        for item in group.values():
            label = facts.label(item.id)
            for name in (label, item.name, *item.aliases):
                found.setdefault(tuple(pieces(name)), label)
    return found
