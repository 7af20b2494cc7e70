"""The contacts that a claim is about, and what counts of them under one reading and one rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from demarche.analysis.answers import Doubtful
from demarche.analysis.checking.claims import Side
from demarche.analysis.checking.readings import Reading
from demarche.analysis.contacts import Contact
from demarche.analysis.counting import counted
from demarche.analysis.doubts import Asked
from demarche.analysis.rules import CountingRule
from demarche.analysis.sides import Sides, contacts_between, resolved
from demarche.edtf import Days
from demarche.ledger import Ledger

__all__ = ["RULES", "Counting", "Gathered", "Tally", "gather", "tally"]


@dataclass(frozen=True, slots=True)
class Counting:
    """A counting rule with its short name; a `strict` one asks for better evidence of the same contacts."""

    name: str
    rule: CountingRule
    strict: bool = False


#: the rules under which every claim is judged; the first one decides, the others stand beside it
RULES: tuple[Counting, ...] = (
    Counting("all sources", CountingRule()),
    Counting("at least one official source", CountingRule(sources="official"), strict=True),
    Counting("official sources of both sides", CountingRule(sources="both"), strict=True),
    Counting("confirmed or entered by a person", CountingRule(confirmed=True), strict=True),
    Counting("one a day", CountingRule(per_day=True)),
)


@dataclass(frozen=True, slots=True)
class Gathered:
    """Every contact of the sides of a claim, whatever its type, status and day; `unknown` names stand for nobody."""

    sides: Sides
    contacts: tuple[Contact, ...]
    unknown: tuple[str, ...] = ()

    def words(self) -> str:
        """`between A and B or C`."""
        return self.sides.words()


@dataclass(frozen=True, slots=True)
class Tally:
    """What counts under a reading and a rule: surely, perhaps (with reasons), and what the rule leaves out."""

    sure: tuple[Contact, ...]
    doubtful: tuple[Doubtful, ...] = ()
    left_out: tuple[Doubtful, ...] = ()

    @property
    def low(self) -> int:
        """How many surely count."""
        return len(self.sure)

    @property
    def high(self) -> int:
        """How many count at most, with every doubtful one."""
        return len(self.sure) + len(self.doubtful)

    @property
    def number(self) -> str:
        """`8`, `8 to 9`."""
        return f"{self.low}" if self.low == self.high else f"{self.low} to {self.high}"


def gather(ledger: Ledger, sides: Sequence[Side], days: Days) -> Gathered:
    """The contacts in which the first side and every other side took part; with one side, those with anybody."""
    first, second, *others = (*sides, (), ())[: max(2, len(sides))]
    pair = resolved(ledger, first, second, days)
    unknown = tuple(m.asked for m in (*pair.first, *pair.second) if not m.actors)
    wide = Days(days.earliest and days.earliest - timedelta(days=40), days.latest and days.latest + timedelta(days=40))
    found = contacts_between(ledger, pair, wide)
    for side in filter(None, others):
        present = _present(ledger, side)
        found = [contact for contact in found if present(contact)]
    return Gathered(pair, tuple(found), unknown)


def _present(ledger: Ledger, side: Side) -> Callable[[Contact], bool]:
    wanted = {p.name for name in side for p in ledger.resolve(name).actors}
    return lambda contact: any(p.name in wanted for t in contact.told for p in t.row.participants)


def tally(gathered: Gathered, reading: Reading, rule: CountingRule) -> Tally:
    """What counts, what may, what the rule leaves out."""
    asked = Asked(replace(rule, types=reading.types), reading.days)
    sure, doubtful, left_out = counted(gathered.contacts, asked)
    return Tally(tuple(sure), _reasoned(doubtful), _reasoned(left_out))


def _reasoned(found: Sequence[tuple[Contact, str]]) -> tuple[Doubtful, ...]:
    return tuple(Doubtful(contact, reason) for contact, reason in found)


def later_known(contacts: Sequence[Contact], day: date | None) -> int:
    """How many of these are known only from documents published after the day."""
    if day is None:
        return 0
    return sum(all((t.row.document.date or "") > day.isoformat() for t in c.told) for c in contacts)


def later_words(later: int, total: int) -> str:
    """`2 of the 8 are known only from documents published later`."""
    many = "all of them are" if later == total else f"{later} of the {total} {'is' if later == 1 else 'are'}"
    return f"{many} known only from documents published later"
