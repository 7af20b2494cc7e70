"""What two sides did to each other: pressures, offers, statements and contacts of a pair, each as a dated moment.

    pair = dyad(ledger, "Trump", "Russia", "2025")
    pair.contacts                    # `Contact`s that count as held; `pair.doubtful` may have been
    pair.moments("offer")            # in both directions, by day; `ours` tells whether the first side acts
    pair.towards("pressure")         # of the first side towards the second only

Everything is read when it is asked for; a rejected event is never there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from demarche.analysis import telling
from demarche.analysis.contacts import Contact
from demarche.analysis.doubts import Asked, Reasoned, sorted_out
from demarche.analysis.rules import CountingRule
from demarche.analysis.sides import Names, Sides, asked_period, contacts_between, resolved
from demarche.ledger import Event, Filters, Ledger, Participant, ReportRow
from demarche.ledger.edtf import Days, parse

__all__ = ["FRIENDLY", "HOSTILE", "Dyad", "Moment", "directed", "dyad", "moment", "standing", "told_rows"]

#: stances by their direction; request and neutral are neither
FRIENDLY = frozenset({"praise", "thank", "congratulate", "condole", "support"})
HOSTILE = frozenset({"doubt", "reject", "criticise", "accuse", "threaten"})
_HELD = CountingRule()


@dataclass(frozen=True, slots=True)
class Moment:
    """One event of a pair: who acts towards whom, what it is, when, and the sentence that tells of it.

    `ours` is True when the first side of the pair acts, False when the second does, None when both do together.
    """

    event: Event
    ours: bool | None
    by: tuple[str, ...]
    towards: tuple[str, ...]

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id

    @property
    def row(self) -> ReportRow:
        """Its most telling report that nobody rejected."""
        return told_rows(self.event)[0]

    @property
    def kind(self) -> str:
        """pressure, offer, statement, act."""
        return self.event.kind

    @property
    def label(self) -> str:
        """The type of a pressure or an offer, the stance of a statement, else the kind."""
        return telling.standing(self.row) if self.kind == "statement" else telling.label(self.row)

    @property
    def status(self) -> str:
        """How far it got; empty for a statement."""
        return self.event.status or ""

    @property
    def what(self) -> str:
        """What is threatened, offered or said."""
        return telling.what(self.row)

    @property
    def quote(self) -> str:
        """The sentence."""
        return self.row.quote

    @property
    def days(self) -> Days | None:
        """The days it may be of."""
        return parse(self.event.date)

    @property
    def day(self) -> date | None:
        """The first of them."""
        return self.days.earliest if self.days else None

    @property
    def friendly(self) -> bool:
        """Praise, thanks, congratulation, condolence, support."""
        return self.kind == "statement" and self.label in FRIENDLY

    @property
    def doubtful(self) -> bool:
        """Contradicted, perhaps told twice, or of no certain day."""
        return self.event.disputed or self.event.perhaps > 0 or self.days is None or not self.days.one_day


@dataclass(frozen=True)
class Dyad:
    """A pair of sides in a ledger and the days asked about (None: all)."""

    ledger: Ledger
    sides: Sides
    days: Days | None
    rule: CountingRule = _HELD

    @cached_property
    def sorted(self) -> tuple[list[Contact], Reasoned, Reasoned]:
        """Contacts that count under the rule, those that may, those that the rule leaves out."""
        return sorted_out(contacts_between(self.ledger, self.sides, self.days), Asked(self.rule, self.days))

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """The contacts between the two sides that count."""
        return tuple(self.sorted[0])

    @property
    def doubtful(self) -> tuple[Contact, ...]:
        """Contacts that may count: claimed by one side, of no certain day, perhaps counted already."""
        return tuple(contact for contact, _ in self.sorted[1])

    def towards(self, *kinds: str) -> tuple[Moment, ...]:
        """The first side's deeds of these kinds towards the second."""
        return _moments(self.ledger, kinds, (self.sides.between, self.sides.and_), self.days, ours=True)

    def moments(self, *kinds: str) -> tuple[Moment, ...]:
        """The deeds of these kinds in both directions and together, by day."""
        back = _moments(self.ledger, kinds, (self.sides.and_, self.sides.between), self.days, ours=False)
        found = {one.id: one for one in (*self._together(kinds), *back, *self.towards(*kinds))}
        return tuple(sorted(found.values(), key=_order))

    def _together(self, kinds: tuple[str, ...]) -> tuple[Moment, ...]:
        """Deeds of both: an agreement that names each of them as acting."""
        filters = _filters(kinds, self.days, actor=self.sides.between, with_=self.sides.and_)
        theirs = {(p.name, p.side) for match in self.sides.second for p in match.actors}
        events = [e for e in self.ledger.events(filters) if e.verdict != "reject" and told_rows(e)]
        both = [e for e in events if theirs & {(p.name, p.side) for p in _acting(e)}]
        return tuple(moment(event, ours=None) for event in both)


def dyad(
    ledger: Ledger,
    by: Names,
    against: Names,
    period: str | Days | None = None,
    *,
    states: bool = False,
    rule: CountingRule = _HELD,
) -> Dyad:
    """The pair as typed; with `states` everybody who speaks for the states of those named."""
    days = period if isinstance(period, Days) or period is None else asked_period(period)
    sides = resolved(ledger, by, against, days)
    if states:
        sides = resolved(ledger, _states(sides, first=True), _states(sides, first=False))
    return Dyad(ledger, sides, days, rule)


def directed(
    ledger: Ledger, kind: str | tuple[str, ...], by: Names, against: Names, days: Days | None = None
) -> list[Event]:
    """Events of a kind, or several, by one side towards the other, by date; empty names are anybody."""
    return standing(ledger.events(_filters(kind, days, actor=by, recipient=against)))


def standing(events: Iterable[Event]) -> list[Event]:
    """Those that nobody rejected, with a report that nobody rejected."""
    return [event for event in events if event.verdict != "reject" and told_rows(event)]


def _filters(
    kind: str | tuple[str, ...], days: Days | None, *, actor: Names, recipient: Names = (), with_: Names = ()
) -> Filters:
    since, until = (days.earliest, days.latest) if days else (None, None)
    return Filters(kind=kind, actor=actor, recipient=recipient, with_=with_, since=since, until=until)


def _acting(event: Event) -> list[Participant]:
    return [p for row in told_rows(event) for p in row.participants if p.role == "actor"]


def told_rows(event: Event) -> tuple[ReportRow, ...]:
    """The reports of an event that nobody rejected."""
    return tuple(row for row in event.reports if row.verdict != "reject")


def moment(event: Event, *, ours: bool | None) -> Moment:
    """The event as a moment: everybody whom its reports name as acting, and as acted upon."""
    rows = told_rows(event)
    return Moment(event, ours, _all(map(telling.from_whom, rows)), _all(map(telling.to_whom, rows)))


def _moments(
    ledger: Ledger,
    kinds: tuple[str, ...],
    pair: tuple[tuple[str, ...], tuple[str, ...]],
    days: Days | None,
    *,
    ours: bool,
) -> tuple[Moment, ...]:
    return tuple(sorted((moment(e, ours=ours) for e in directed(ledger, kinds, *pair, days)), key=_order))


def _order(one: Moment) -> tuple[date, str]:
    return one.day or date.max, one.id


def _all(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in lists for name in names))


def _states(sides: Sides, *, first: bool) -> tuple[str, ...]:
    """The states of everybody named; a name without one stays itself."""
    typed, matches = (sides.between, sides.first) if first else (sides.and_, sides.second)
    found = [p.side for match in matches for p in match.actors if p.side]
    return tuple(dict.fromkeys(found)) or typed
