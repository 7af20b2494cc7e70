"""A report as the counting sees it, and a contact: the reports that tell of one and the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from demarche.ledger import ReportRow
from demarche.ledger.edtf import Days, parse
from demarche.ledger.names import key

__all__ = ["Contact", "Told"]

_UNKNOWN = (None, None)


@dataclass(frozen=True)
class Told:
    """One report with the names on each of its two sides; `people` are those of them that are persons."""

    row: ReportRow
    left: frozenset[str]
    right: frozenset[str]
    people: frozenset[str] = frozenset()

    @cached_property
    def days(self) -> Days | None:
        """The days it may be of; None without a date."""
        return parse(self.row.date)

    @cached_property
    def left_people(self) -> frozenset[str]:
        """The persons on the first side, folded: one person spelled in two ways is one."""
        return frozenset(key(name) for name in self.left & self.people)

    @cached_property
    def right_people(self) -> frozenset[str]:
        """The persons on the second side, folded."""
        return frozenset(key(name) for name in self.right & self.people)

    @property
    def exact(self) -> date | None:
        """Its day, when it is one day and not only about right."""
        found = self.days
        return found.earliest if found and found.one_day and not found.approximate else None

    @property
    def types(self) -> frozenset[str]:
        """Its type, or the alternatives its coder left open."""
        return frozenset((self.row.type or "").split("|")) - {""}

    @property
    def statuses(self) -> frozenset[str]:
        """Its status, or both sides of `held|denied`."""
        return frozenset((self.row.status or "").split("|")) - {""}


@dataclass(frozen=True)
class Contact:
    """The reports that tell of one contact, the most precise first, and notes on how they came together.

    `maybe_same` is of how many other contacts it may be one: its date is too loose to tell.
    """

    told: tuple[Told, ...]
    notes: tuple[str, ...] = ()
    maybe_same: int = 0

    @property
    def reports(self) -> tuple[ReportRow, ...]:
        """The ledger's rows."""
        return tuple(t.row for t in self.told)

    @property
    def date(self) -> str | None:
        """The most precise date (EDTF)."""
        return self.told[0].row.date

    @property
    def days(self) -> Days | None:
        """The days of the most precise date."""
        return self.told[0].days

    @cached_property
    def types(self) -> tuple[str, ...]:
        """The types that its reports give it, the commonest first; open alternatives when there is nothing else."""
        plain = Counter(t.row.type for t in self.told if len(t.types) == 1 and t.row.type)
        opened = Counter(kind for t in self.told for kind in sorted(t.types))
        return tuple(kind for kind, _ in (plain or opened).most_common())

    @property
    def type(self) -> str | None:
        """The type that most of its reports give."""
        return self.types[0] if self.types else None

    @cached_property
    def left(self) -> tuple[str, ...]:
        """Names on the first side; only people when any is named."""
        return _names([(t.left, t.people) for t in self.told])

    @cached_property
    def right(self) -> tuple[str, ...]:
        """Names on the second side; only people when any is named."""
        return _names([(t.right, t.people) for t in self.told])

    @cached_property
    def others(self) -> tuple[str, ...]:
        """People who took part beside those of the two sides."""
        asked = {key(name) for t in self.told for name in t.left | t.right}
        present = {key(name): name for t in self.told for name in sorted(t.people)}
        return tuple(sorted(name for folded, name in present.items() if folded not in asked))

    @cached_property
    def minutes(self) -> tuple[int, int | None] | None:
        """Least and greatest length that its reports give, None for an open end; None when none gives any."""
        lengths = [(r.minutes_min, r.minutes_max) for r in self.reports]
        known = [pair for pair in lengths if pair != _UNKNOWN]
        if not known:
            return None
        most = [high for _, high in known if high is not None]
        return min(low or 0 for low, _ in known), max(most) if len(most) == len(known) else None


def _names(sides: list[tuple[frozenset[str], frozenset[str]]]) -> tuple[str, ...]:
    named = {name for names, _ in sides for name in names}
    people = {name for names, persons in sides for name in names & persons}
    return tuple(sorted(people or named))
