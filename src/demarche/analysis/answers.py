"""What an answer is made of."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.analysis.contacts import Contact
from demarche.analysis.coverage import Coverage
from demarche.analysis.rules import CountingRule
from demarche.ledger import Match

__all__ = ["Answer", "Change", "Doubtful", "Durations"]


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A contact that the value leaves out, and why: it could belong to the count, or the rule leaves it out."""

    contact: Contact
    reason: str


@dataclass(frozen=True, slots=True)
class Change:
    """What the number would be otherwise: "9 if the call of 12 Mar, told only by X, is counted"."""

    value: int
    words: str
    contacts: tuple[Contact, ...] = ()


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

    `rule` is the rule in words, `counting` the same as fields. `doubtful` may belong to the count; `left_out` are
    contacts that the counting rule leaves out (no official source, ...), each with its reason. `changes` say what
    would change the number. `breakdown` are `(label, number)` pairs when `by` was given; a contact with several
    counterparts is counted once under each of them. `between` and `and_` say how the names were understood.
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
    counting: CountingRule
    left_out: tuple[Doubtful, ...] = ()
    changes: tuple[Change, ...] = ()
