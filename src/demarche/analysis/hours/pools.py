"""Sides pooled for a sum of hours: a principal with his envoys, each from the day of his appointment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from demarche.actors import Authority
from demarche.actors.names import pieces
from demarche.analysis.contacts import Contact
from demarche.analysis.sides import Names, Sides
from demarche.analysis.wording import day
from demarche.ledger import Ledger, Match

__all__ = ["Pool", "appointment", "too_early", "with_envoys"]


@dataclass(frozen=True, slots=True)
class Pool:
    """The contacts whose hours are summed: those of `between` with any of `and_`; several names of a side are pooled.

    The first name of a side is its principal, the others come as his envoys. With `envoys`, everybody in the ledger
    who held an office of envoy for the principal's state is pooled with him too.
    """

    between: Names
    and_: Names = ()
    envoys: bool = False

    @property
    def left(self) -> tuple[str, ...]:
        """The names of the first side."""
        return (self.between,) if isinstance(self.between, str) else self.between

    @property
    def right(self) -> tuple[str, ...]:
        """The names of the second side."""
        return (self.and_,) if isinstance(self.and_, str) else self.and_


def with_envoys(ledger: Ledger, pool: Pool) -> Pool:
    """The pool with the envoys that this ledger has met, by name."""
    if not pool.envoys or not pool.right:
        return pool
    states = {actor.side for actor in ledger.resolve(pool.right[0]).actors if actor.side}
    known = {actor.name for actor in ledger.actors()}
    found = sorted(name for state in states for name in _envoys_of(state) if name in known)
    return replace(pool, and_=tuple(dict.fromkeys((*pool.right, *found))))


def too_early(contact: Contact, sides: Sides) -> str:
    """Why a contact of an envoy does not count: it was before his first appointment by that state.

    A contact counts when the principal took part, or one of those pooled with him who was in office by then, or of
    whom the authority facts know no office.
    """
    at = contact.days.latest if contact.days else None
    if at is None:
        return ""
    pairs = ((contact.left, sides.first), (contact.right, sides.second))
    return next((reason for names, matches in pairs if (reason := _too_early(contact, names, matches, at))), "")


def _too_early(contact: Contact, names: tuple[str, ...], matches: tuple[Match, ...], at: date) -> str:
    principal = {actor.name for match in matches[:1] for actor in match.actors}
    if len(matches) < 2 or principal & set(names):
        return ""
    starts = [(appointment(name, contact.sides_of((name,))), name) for name in names]
    if not starts or any(start is None or start <= at for start, _ in starts):
        return ""
    start, name = min((start, name) for start, name in starts if start)
    return f"before the appointment of {name} ({day(start)})"


@cache
def appointment(name: str, states: frozenset[str]) -> date | None:
    """The day from which this person held an office for one of these states; None where nobody knows."""
    facts = _authority()
    person = facts.named(pieces(name))
    terms = facts.terms_of.get(person.id, ()) if person else ()
    return _first(term.start for term in terms if facts.label(facts.side_id(term.place)) in states)


def _first(days: Iterable[str]) -> date | None:
    """The earliest of days that may be cut short ("2017", "2017-01")."""
    whole = [(start + "-01-01")[:10] if len(start) == 4 else (start + "-01")[:10] for start in days if start]
    return date.fromisoformat(min(whole)) if whole else None


def _envoys_of(state: str) -> list[str]:
    """Everybody who ever was an envoy of this state, by name."""
    facts = _authority()
    terms = [t for t in facts.terms_in.get(facts.id_of(state) or "", ()) if _is_envoy(t.office)]
    return [facts.people[t.person].name for t in terms if t.person in facts.people]


def _is_envoy(office: str) -> bool:
    return "envoy" in office or office.startswith("special representative")


@cache
def _authority() -> Authority:
    return Authority.load()
