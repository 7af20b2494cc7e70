"""Which side an actor of a field stands for: as the reading says, else as the authority facts say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import TypeAlias

from demarche.actors import Authority
from demarche.actors.names import pieces
from demarche.model import Field, Report

__all__ = ["ACTOR_FIELDS", "said_in", "standing", "told_of"]

#: fields that name actors; each is a role in the table of participants
ACTOR_FIELDS = ("participants", "initiator", "actor", "recipient", "about", "subjects", "reference")

#: fields that may also hold other words ("the plan"): only a known actor counts as one there
_LOOSE = frozenset({"about"})

Standing: TypeAlias = tuple[str, str]  # side, kind; '' where nobody knows
Told: TypeAlias = tuple[str, tuple[str, str, str]]  # role, (name, side, kind)


def told_of(report: Report, document: dict[str, Standing], day: date | None) -> Iterator[Told]:
    """Whom the fields of a report name, in order; the names of one pooled side each for itself.

    `document` is what other fields of the same document say of a name.
    """
    for item in report.fields:
        if item.name not in ACTOR_FIELDS:
            continue
        for name in item.value if isinstance(item.value, tuple) else (item.value,):
            side, kind = standing(item, str(name), document, day)
            if kind or item.name not in _LOOSE:
                yield item.name, (str(name), side, kind)


def said_in(reports: Iterable[Report]) -> dict[str, Standing]:
    """What a document's own fields say of its actors: the first that knows a name's side and kind."""
    found: dict[str, Standing] = {}
    for item in (item for report in reports for item in report.fields):
        if item.name in ACTOR_FIELDS and item.side and item.actor_kind:
            found.setdefault(str(item.value), (item.side, item.actor_kind))
    return found


def standing(item: Field, name: str, document: dict[str, Standing], day: date | None) -> Standing:
    """For whom a name stands and what it is: as its field says, else the rest of the document, else the facts."""
    side, kind = item.side or "", item.actor_kind or ""
    if side and kind:
        return side, kind
    known_side, known_kind = document.get(name) or _known(name, day)
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
