"""Names on the two sides of a table: whom the question is about, and whom each contact was with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from demarche.analysis.contacts import Contact
from demarche.analysis.sides import Sides
from demarche.ledger import Match, Participant

__all__ = ["Level", "called", "is_state", "labelled", "sides_of"]

Level = Literal["side", "person"]
Labels = Callable[[Contact], tuple[str, ...]]


def called(match: Match) -> str:
    """The name of a match: the state of a side, the person of a name, or what was typed."""
    if match.rule == "side":
        return next((p.side for p in match.actors if p.side), match.asked)
    return match.actors[0].name if match.actors else match.asked


def is_state(matches: Sequence[Match]) -> bool:
    """True when a whole side is asked about, not a person of it."""
    return bool(matches) and matches[0].rule == "side"


def sides_of(matches: Sequence[Match]) -> frozenset[str]:
    """The states and bodies of everybody meant."""
    return frozenset(side for match in matches for p in match.actors if (side := _side(p)))


def labelled(sides: Sides, level: Level, *, pooled: bool = False) -> Labels:
    """How a contact's counterparts are called: by the names asked for, else by state or by person.

    People of the own side come along to a contact; they are nobody's counterpart.
    """
    if sides.second and pooled:
        together = (" or ".join(map(called, sides.second)),)
        return lambda _: together
    if sides.second:
        return lambda contact: _asked(contact, sides.second)
    own = sides_of(sides.first)
    return lambda contact: _met(contact, own, level)


def _asked(contact: Contact, matches: Sequence[Match]) -> tuple[str, ...]:
    present = {_key(p) for told in contact.told for p in _present(told.row.participants)}
    found = (called(match) for match in matches if present & {_key(p) for p in match.actors})
    return tuple(dict.fromkeys(found))


def _met(contact: Contact, own: frozenset[str], level: Level) -> tuple[str, ...]:
    named = set(contact.right)
    others = [
        p
        for told in contact.told
        for p in _present(told.row.participants)
        if p.name in named and _side(p) not in own and (p.side or p.kind != "group")
    ]
    labels = (p.side or p.name if level == "side" else p.name for p in others)
    return tuple(sorted(set(labels)))


def _present(participants: Sequence[Participant]) -> list[Participant]:
    return [p for p in participants if p.role == "participants"]


def _key(participant: Participant) -> tuple[str, str | None]:
    return participant.name, participant.side


def _side(participant: Participant) -> str | None:
    return participant.side or (participant.name if participant.kind == "state" else None)
