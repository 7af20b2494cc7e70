"""Who talks to whom, asked of a ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from demarche.analysis.answers import Doubtful
from demarche.analysis.contacts import Contact
from demarche.analysis.counting import counted
from demarche.analysis.coverage import coverage
from demarche.analysis.doubts import Asked, Reasoned
from demarche.analysis.rules import CountingRule
from demarche.analysis.sides import Names, Sides, asked_period, contacts_between, resolved
from demarche.analysis.traffic.answers import Pair, Traffic, TrafficRow
from demarche.analysis.traffic.days import calendar_of, month_days, spanned
from demarche.analysis.traffic.naming import Level, called, is_state, labelled, sides_of
from demarche.analysis.traffic.plain import THEM, asked_by, lengths_of, meetings_of, plans_of
from demarche.analysis.wording import number
from demarche.analysis.wording import period as in_words
from demarche.errors import UsageError
from demarche.ledger import Ledger
from demarche.statistics import Calendar, Share, initiator_balance, lengths, never_came, reciprocity, share, table

__all__ = ["UNITS", "traffic"]

UNITS = ("month", "year")
_HELD = CountingRule()
Label = Callable[[Contact], tuple[str, ...]]


def traffic(
    ledger: Ledger,
    *,
    of: Names,
    with_: Names = (),
    period: str | None = None,
    until: str | date | None = None,
    by: str = "month",
    level: Level | None = None,
    pooled: bool = False,
    rule: CountingRule = _HELD,
    as_of: date | None = None,
) -> Traffic:
    """Who `of` talks to, how much, and who asks: with everybody, or with each of `with_`, zeros included.

    Several names in `of` are pooled; each name of `with_` is a counterpart of its own, with `pooled` they are one.
    Without `with_` the counterparts of a state are states, those of a person persons; `level` says otherwise. A
    contact with several counterparts counts once for each. `period` is EDTF and ends with the day `until` at the
    latest; `as_of` is the day by which a plan is due.
    """
    if by not in UNITS:
        raise UsageError(f"no table by {by!r}; say {', '.join(UNITS)}")
    asked = Asked(rule, asked_period(period, until))
    sides = resolved(ledger, of, with_, asked.days)
    everything = contacts_between(ledger, sides, asked.days)
    rows, doubtful, _ = counted(everything, asked)
    covered = coverage(ledger, asked.days)
    calendar = calendar_of(asked.days, covered, [contact.days for contact in rows])
    label = labelled(sides, level or ("side" if is_state(sides.first) else "person"), pooled=pooled)
    side = _Side.of(sides, label, calendar, rows, doubtful)
    named = side.counterparts(_asked_for(sides, pooled=pooled))
    plans, undated, planned = plans_of(everything, calendar)
    as_of = as_of or date.today()
    return Traffic(
        of=side.name,
        rule=f"{number(len(rows), rule.types)} {sides.words()}, {in_words(asked.days)}, {rule.words()}",
        unit=by,
        calendar=calendar,
        as_of=as_of,
        rows=tuple(row for other in named for row in side.table(other, by)),
        pairs=tuple(map(side.pair, named)),
        balance=initiator_balance((side.asked(contact, THEM) for contact in rows), (side.name, THEM)),
        lengths=lengths(lengths_of(rows, calendar)),
        plans=never_came(plans, as_of),
        undated_plans=undated,
        planned=tuple(planned),
        returned=reciprocity(side.directed()),
        contacts=side.rows,
        doubtful=tuple(Doubtful(contact, reason) for contact, reason in doubtful),
        coverage=covered,
    )


def _by_counterpart(contacts: Iterable[Contact], label: Label) -> dict[str, tuple[Contact, ...]]:
    found: dict[str, list[Contact]] = defaultdict(list)
    for contact in contacts:
        for other in label(contact):
            found[other].append(contact)
    return {other: tuple(those) for other, those in found.items()}


@dataclass(frozen=True)
class _Side:
    """The side asked about with its contacts, those that count and those in doubt."""

    name: str
    own: frozenset[str]
    label: Label
    calendar: Calendar
    rows: tuple[Contact, ...]
    met: Mapping[str, tuple[Contact, ...]]  # by counterpart, the contacts that count
    unsure: Mapping[str, tuple[Contact, ...]]  # and those in doubt
    told: int  # how many of the rows name a counterpart

    @classmethod
    def of(cls, sides: Sides, label: Label, calendar: Calendar, rows: Sequence[Contact], doubtful: Reasoned) -> _Side:
        """The first side, by the name it was asked for."""
        name = " or ".join(map(called, sides.first))
        unsure = _by_counterpart((contact for contact, _ in doubtful), label)
        told = sum(bool(label(contact)) for contact in rows)
        met = _by_counterpart(rows, label)
        return cls(name, sides_of(sides.first), label, calendar, tuple(rows), met, unsure, told)

    def counterparts(self, asked: Sequence[str]) -> list[str]:
        """The most frequent first; those asked for come even with nothing."""
        found = dict.fromkeys([*self.met, *asked, *self.unsure])
        return sorted(found, key=lambda other: (-len(self.met.get(other, ())), other))

    def asked(self, contact: Contact, them: str) -> str | None:
        """Which side asked for a contact."""
        return asked_by(contact, self.own, self.name, them)

    def pair(self, other: str) -> Pair:
        """The side with one counterpart."""
        met = self.met.get(other, ())
        return Pair(
            counterpart=other,
            contacts=met,
            share=_share(len(met), self.told, other),
            balance=initiator_balance((self.asked(contact, other) for contact in met), (self.name, other)),
            lengths=lengths(lengths_of(met, self.calendar)),
        )

    def table(self, other: str, unit: str) -> Iterator[TrafficRow]:
        """A pair by month or year. What may belong to a month is doubtful there, for its date or anything else."""
        met = meetings_of(self.met.get(other, ()), self.name, other, self.calendar)
        cells = table(met, self.calendar, unit="year" if unit == "year" else "month", sides=(self.name, other))
        anytime = (self.calendar.first, self.calendar.last)
        maybe = [spanned(c.days, self.calendar) or anytime for c in self.unsure.get(other, ())]
        for cell in cells:
            first, last = month_days(cell.period)
            first, last = max(first, self.calendar.first), min(last, self.calendar.last)
            doubtful = round(cell.possible - cell.contacts) + sum(b <= last and e >= first for b, e in maybe)
            days = (last - first).days + 1
            yield TrafficRow(cell.period, self.name, other, round(cell.contacts), doubtful, cell.covered, days)

    def directed(self) -> Iterator[tuple[str, str]]:
        """Who asked whom for a contact, as far as it is told."""
        for contact in self.rows:
            for other in self.label(contact):
                asked = self.asked(contact, other)
                if asked is not None:
                    yield (self.name, other) if asked == self.name else (other, self.name)


def _asked_for(sides: Sides, *, pooled: bool) -> list[str]:
    typed = [called(match) for match in sides.second]
    return [" or ".join(typed)] if pooled and typed else typed


def _share(hits: int, met: int, other: str) -> Share:
    did = f"{'was' if met == 1 else 'were'} with {other}"
    return share(hits, met, of="contact", did=did, method="who-talks-to-whom")
