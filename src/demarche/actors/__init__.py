"""Authority facts: people, offices with dates, states, institutions; and who a name means on a day."""

from __future__ import annotations

from demarche.actors.authority import Authority
from demarche.actors.facts import Institution, Person, State, Term

__all__ = ["Authority", "Institution", "Person", "State", "Term"]
