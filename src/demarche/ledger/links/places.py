"""Which state a place lies in, so that a visit to Peru and one to Lima are not taken for two."""

from __future__ import annotations

from functools import cache

from demarche.actors import Authority
from demarche.actors.facts import venues
from demarche.ledger.names import key

__all__ = ["one_place", "state_of"]


def state_of(place: str) -> str:
    """The folded name of the state that a place is or lies in; '' where the facts know none, or several."""
    return _states().get(key(place), "")


def one_place(a: str, b: str) -> bool:
    """One name within the words of the other, or a state and a place in it. Both folded; St. is Saint."""
    a, b = _spelled(a), _spelled(b)
    if f" {a} " in f" {b} " or f" {b} " in f" {a} ":
        return True
    states = _states()
    return states.get(a) == b or states.get(b) == a


def _spelled(place: str) -> str:
    return " ".join("saint" if word == "st" else word for word in place.split())


@cache
def _states() -> dict[str, str]:
    """Folded names of states, capitals and venues -> the state; a name in two states is none."""
    facts = Authority.load()
    found: dict[str, str] = {}
    for state in facts.states.values():
        label = key(facts.label(state.id))
        found |= dict.fromkeys(map(key, (facts.label(state.id), state.name, *state.aliases)), label)
    for name, state_id in [*((s.capital, s.id) for s in facts.states.values()), *venues()]:
        label = key(facts.label(state_id)) if state_id in facts.states else ""
        found[key(name)] = label if found.get(key(name), label) == label else ""
    return found
