"""What a question gets: the answer in a sentence, how the question was understood, and everything behind it."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.analysis.answers import Doubtful
from demarche.analysis.checking.claims import Claim
from demarche.analysis.checking.verdicts import Verdict
from demarche.analysis.contacts import Contact
from demarche.analysis.coverage import Coverage

__all__ = ["Number", "Reply"]


@dataclass(frozen=True, slots=True)
class Number:
    """What the number is under one reading and one rule."""

    reading: str
    rule: str
    number: str


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in words; `value` is the number, the date or yes/no it comes down to, None when it cannot be told.

    `numbers` are those under each reading and rule, `breakdown` the labels with their numbers. A question that holds a
    claim ("was it the eighth call?") has its `verdict`.
    """

    question: Claim
    understood: str
    answer: str
    value: int | str | None
    numbers: tuple[Number, ...] = ()
    rows: tuple[Contact, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()
    breakdown: tuple[tuple[str, int], ...] = ()
    coverage: Coverage | None = None
    notes: tuple[str, ...] = ()
    verdict: Verdict | None = None
