"""A contact as a count sees it: an event of the ledger with the names on its two sides."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - a contact has a `date` of its own
from functools import cached_property

from demarche.ledger import Event, Participant, ReportRow
from demarche.ledger.edtf import Days, parse
from demarche.ledger.names import key

__all__ = ["Contact", "Told", "told_by"]

#: groups that come along with a side that is named anyway
_COMPANY = frozenset({"delegation", "delegations", "advisers", "aides"})


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
    def exact(self) -> Day | None:
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
    """An event with its two sides; `told` are its reports that nobody rejected, the most telling first.

    `twins` are the ids of events that it may be one with.
    """

    event: Event
    told: tuple[Told, ...]
    twins: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id

    @property
    def standing(self) -> str:
        """Who stands for it: "machine", "confirmed" or "person"."""
        return self.event.standing

    @property
    def disputed(self) -> bool:
        """True when its reports contradict each other."""
        return self.event.disputed

    @property
    def maybe_same(self) -> int:
        """Of how many other events it may be one."""
        return self.event.perhaps

    @property
    def notes(self) -> tuple[str, ...]:
        """Which of its reports give another day."""
        other = [t.row for t in self.told if t.row.date and t.row.date != self.date]
        return tuple(f"{row.id} gives another date, {row.date}" for row in other)

    @property
    def reports(self) -> tuple[ReportRow, ...]:
        """The ledger's rows."""
        return tuple(t.row for t in self.told)

    @property
    def date(self) -> str | None:
        """The most precise date (EDTF)."""
        return self.event.date

    @cached_property
    def days(self) -> Days | None:
        """The days of the most precise date."""
        return parse(self.event.date)

    @property
    def exact(self) -> Day | None:
        """Its day, when it is one day and not only about right."""
        found = self.days
        return found.earliest if found and found.one_day and not found.approximate else None

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
    def third(self) -> tuple[str, ...]:
        """Who took part and speaks for neither of the two sides: the other leaders at a summit."""
        sides = self.sides_of(self.left) | self.sides_of(self.right)
        return tuple(sorted({p.name for p in self._present() if _is_third(p, sides)}))

    def sides_of(self, names: tuple[str, ...]) -> frozenset[str]:
        """The states and bodies that these names speak for."""
        return frozenset(p.side for p in self._present() if p.side and p.name in names)

    def _present(self) -> list[Participant]:
        return [p for t in self.told for p in t.row.participants if p.role == "participants"]

    @property
    def minutes(self) -> tuple[int, int | None] | None:
        """Least and greatest length that its reports give, None for an open end; None when none gives any."""
        least, most = self.event.minutes_min, self.event.minutes_max
        return None if least is None and most is None else (least or 0, most)


def told_by(told: Told) -> str:
    """Who tells it: its publisher, or the title or name of its document."""
    source = told.row.document
    return source.publisher or source.title or source.name


def _is_third(participant: Participant, sides: frozenset[str]) -> bool:
    if participant.side:
        return participant.side not in sides
    return participant.kind in ("group", "institution") and participant.name.lower() not in _COMPANY


def _names(sides: list[tuple[frozenset[str], frozenset[str]]]) -> tuple[str, ...]:
    named = {name for names, _ in sides for name in names}
    people = {name for names, persons in sides for name in names & persons}
    return tuple(sorted(people or named))
