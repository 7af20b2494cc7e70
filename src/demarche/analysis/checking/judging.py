"""What every judge is given, and what all judges share: clauses on what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from demarche.analysis.checking.claims import Claim
from demarche.analysis.checking.gather import Tally
from demarche.analysis.checking.nouns import numbered, things
from demarche.analysis.checking.readings import Reading
from demarche.analysis.checking.verdicts import Judgement, Outcome
from demarche.analysis.contacts import Contact
from demarche.analysis.hours import HoursAnswer
from demarche.analysis.wording import day as day_words
from demarche.analysis.wording import names

__all__ = ["Case", "cannot", "contradicted", "days_of", "of_days", "supported"]


@dataclass(frozen=True, slots=True)
class Case:
    """A claim with what counts under one reading and one rule.

    `complete` says that a person vouches for the ledger: it holds every contact of the sides in these days. `gaps` say
    where the documents leave part of the days uncovered. `other` is what counts for the reference of a comparison,
    `hours` and `other_hours` the same summed by length.
    """

    claim: Claim
    reading: Reading
    tally: Tally
    complete: bool = False
    gaps: tuple[str, ...] = ()
    other: Tally | None = None
    hours: HoursAnswer | None = None
    other_hours: HoursAnswer | None = None

    @property
    def value(self) -> int:
        """The number claimed."""
        return self.claim.value if isinstance(self.claim.value, int) else 0

    @property
    def until(self) -> date | None:
        """The last day that counts."""
        return self.reading.days.latest

    def nouns(self, count: int) -> str:
        """`8 calls`, `1 meeting`, `no call`."""
        return numbered(count, self.reading.types)

    def thing(self) -> str:
        """`call`, `call or meeting`, `contact`."""
        return things(self.reading.types, 1)


def supported(shown: str, why: str) -> Judgement:
    """The ledger bears it out."""
    return Judgement(Outcome.SUPPORTED, shown, why)


def contradicted(shown: str, why: str) -> Judgement:
    """The ledger plainly holds otherwise."""
    return Judgement(Outcome.CONTRADICTED, shown, why)


def cannot(shown: str, why: str) -> Judgement:
    """The ledger does not decide it; `why` says what would have to be true."""
    return Judgement(Outcome.CANNOT_TELL, shown, why)


def days_of(contact: Contact) -> str:
    """`16 Oct 2025`, or its loose date."""
    return day_words(contact.exact) if contact.exact else (contact.date or "no date")


def of_days(contacts: Sequence[Contact]) -> str:
    """`12 Feb 2025, 18 Mar 2025 and 6 more`."""
    return names([days_of(contact) for contact in contacts])
