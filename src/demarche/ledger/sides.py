"""Which side an actor of a field stands for: as the reading says, else as the authority facts say."""

from __future__ import annotations

from datetime import date
from functools import cache

from demarche.actors import Authority
from demarche.actors.names import pieces
from demarche.model import Field

__all__ = ["ACTOR_FIELDS", "standing"]

#: fields that name actors; each is a role in the table of participants
ACTOR_FIELDS = frozenset({"participants", "initiator", "actor", "recipient"})


def standing(item: Field, day: date | None) -> tuple[str, str]:
    """`(side, kind)` of the actor a field names, '' where nobody knows."""
    side, kind = item.side or "", item.actor_kind or ""
    if side and kind:
        return side, kind
    known_side, known_kind = _known(str(item.value), day)
    return side or known_side, kind or known_kind


@cache
def _authority() -> Authority:
    return Authority.load()


@cache
def _places() -> dict[str, tuple[str, str]]:
    """Plain names of states and bodies -> their side and kind."""
    facts = _authority()
    bodies = {facts.label(i): (facts.label(facts.side_id(i)), "institution") for i in facts.institutions}
    return bodies | {facts.label(s): (facts.label(s), "state") for s in facts.states}


def _known(name: str, day: date | None) -> tuple[str, str]:
    place = _places().get(name)
    if place:
        return place
    person = _authority().named(pieces(name), day)
    return (_authority().side_of(person.id, day) or "", "person") if person else ("", "")
