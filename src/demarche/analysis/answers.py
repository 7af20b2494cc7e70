"""What an answer is made of."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.analysis.contacts import Contact
from demarche.analysis.coverage import Coverage
from demarche.ledger import Match

__all__ = ["Answer", "Doubtful", "Durations"]


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A contact that the value leaves out, and why: it could belong to the count."""

    contact: Contact
    reason: str


@dataclass(frozen=True, slots=True)
class Durations:
    """Lengths of the counted contacts: `minutes_min`–`minutes_max` over the `known` ones, `unknown` without any.

    `minutes_max` is None when one of them is open ("more than two hours"). Unknown lengths are not in the sum.
    """

    known: int
    unknown: int
    minutes_min: int
    minutes_max: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A number with its rule, its rows, what is doubtful and what is missing.

    `breakdown` are `(label, number)` pairs when `by` was given; a contact with several counterparts is counted once
    under each of them. `between` and `and_` say how the names were understood.
    """

    value: int
    rule: str
    rows: tuple[Contact, ...]
    doubtful: tuple[Doubtful, ...]
    breakdown: tuple[tuple[str, int], ...]
    durations: Durations
    coverage: Coverage
    between: tuple[Match, ...]
    and_: tuple[Match, ...]
