"""What the demo checks at its end: figures known from the facts, asked of the ledger that it has just made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from demarche.analysis import Answer, ComparisonAnswer, Pool, compare, count
from demarche.analysis.hours.wording import decimal
from demarche.ledger import Ledger

__all__ = ["AS_OF", "PERIOD", "Asked", "Check", "checked"]

PERIOD, AS_OF = "2025", "2025-10-16"


@dataclass(frozen=True)
class Asked:
    """The questions of the demo, each asked once."""

    ledger: Ledger

    @cached_property
    def calls(self) -> Answer:
        """Calls of Putin and Trump."""
        return count(self.ledger, between="Putin", and_="Trump", type="call", period=PERIOD, until=AS_OF)

    @cached_property
    def meetings(self) -> Answer:
        """Meetings of Putin and Witkoff."""
        return count(self.ledger, between="Putin", and_="Witkoff", type="meeting", period=PERIOD, until=AS_OF)

    @cached_property
    def hours(self) -> ComparisonAnswer:
        """Hours with Trump and Witkoff against hours with Lukashenko."""
        first, second = Pool("Putin", ("Trump", "Witkoff")), Pool("Putin", "Lukashenko")
        return compare(self.ledger, first=first, second=second, period=PERIOD, until=AS_OF)


@dataclass(frozen=True, slots=True)
class Check:
    """One figure: what it is, what the facts make it, what the ledger says."""

    what: str
    expected: str
    found: str

    @property
    def right(self) -> bool:
        """True when both agree."""
        return self.expected == self.found


def checked(asked: Asked) -> Iterator[Check]:
    """Every check, asked now."""
    for what, expected, ask in _CHECKS:
        yield Check(what, expected, ask(asked))


def _calls(asked: Asked) -> str:
    return str(asked.calls.value)


def _meetings(asked: Asked) -> str:
    return str(asked.meetings.value)


def _first(asked: Asked) -> str:
    return f"{decimal(asked.hours.first.told)} in {asked.hours.first.contacts} contacts"


def _second(asked: Asked) -> str:
    answer = asked.hours.second
    return f"{decimal(answer.told)} in {answer.contacts} contacts, {len(answer.unknown)} without a length"


def _verdict(asked: Asked) -> str:
    return asked.hours.verdict


_CHECKS: tuple[tuple[str, str, Callable[[Asked], str]], ...] = (
    ("calls of Putin and Trump in 2025 to 16 October", "8", _calls),
    ("meetings of Putin and Witkoff", "5", _meetings),
    ("hours of Putin with Trump and Witkoff", "27.5 – 34.9 h in 14 contacts", _first),
    ("hours of Putin with Lukashenko", "13.8 – 14.4 h in 14 contacts, 9 without a length", _second),
    ("is the first more, less or about as much", "cannot tell", _verdict),
)
