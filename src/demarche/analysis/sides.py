"""The two sides that a question asks about, and the contacts between them in a ledger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from demarche.analysis.contacts import Contact, Told
from demarche.analysis.twins import twins_among
from demarche.analysis.wording import matched
from demarche.errors import UsageError
from demarche.ledger import Event, Filters, Ledger, Match, Participant
from demarche.ledger.edtf import Days, parse

__all__ = ["Names", "Sides", "asked_period", "bounds", "contacts_between", "resolved", "seen_between"]

_MARGIN = timedelta(days=8)  # a looser date may reach that far into the period

Names = str | tuple[str, ...]
Actor = tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Sides:
    """Two sides as typed and as the ledger understood them; an empty second side is anybody."""

    between: tuple[str, ...]
    and_: tuple[str, ...]
    first: tuple[Match, ...]
    second: tuple[Match, ...]

    def words(self) -> str:
        """`between A and B or C`, `of A`."""
        first = " or ".join(matched(m) for m in self.first)
        return f"between {first} and {' or '.join(matched(m) for m in self.second)}" if self.second else f"of {first}"


def resolved(ledger: Ledger, between: Names, and_: Names, days: Days | None = None) -> Sides:
    """Both sides with the actors that their names stand for; of an office whoever held it on the days asked."""
    asked = bounds(days)
    first, second = (tuple(ledger.resolve(name, *asked) for name in _listed(side)) for side in (between, and_))
    return Sides(_listed(between), _listed(and_), first, second)


def bounds(days: Days | None) -> tuple[str, str]:
    """The first and the last of the days (ISO); empty where open."""
    first, last = (days.earliest, days.latest) if days else (None, None)
    return first.isoformat() if first else "", last.isoformat() if last else ""


def asked_period(period: str | None, until: str | date | None = None) -> Days | None:
    """The days of an EDTF period, cut off after the day `until`; None for all dates."""
    days = parse(period)
    if period and days is None:
        raise UsageError(f"cannot read the period {period!r}; write 2025, 2025-03 or 2025-01-01/2025-10-17")
    if until is None:
        return days
    cut = parse(str(until))
    if cut is None or cut.latest is None:
        raise UsageError(f"cannot read the day {until!r}; write 2025-10-16")
    last = cut.latest if days is None or days.latest is None else min(days.latest, cut.latest)
    first = days.earliest if days else None
    if first and first > last:
        raise UsageError(f"the period {period} begins after {last.isoformat()}, where it is to end")
    return Days(first, last)


def contacts_between(ledger: Ledger, sides: Sides, days: Days | None) -> list[Contact]:
    """Every contact between the two sides that may lie in the period, by date; rejected ones left out."""
    since = days.earliest - _MARGIN if days and days.earliest else None
    until = days.latest + _MARGIN if days and days.latest else None
    asked = Filters(who=sides.between, with_=sides.and_, kind="contact", since=since, until=until, undated=True)
    ours, theirs = _actors(sides.first), _actors(sides.second) if sides.second else None
    events = [event for event in ledger.events(asked) if event.verdict != "reject"]
    twins = twins_among(ledger, events)
    return [Contact(event, _told(event, ours, theirs), twins.get(event.id, frozenset())) for event in events]


def seen_between(contacts: Iterable[Contact], sides: Sides) -> list[Contact]:
    """The same contacts as those of these two sides."""
    ours, theirs = _actors(sides.first), _actors(sides.second) if sides.second else None
    return [Contact(contact.event, _told(contact.event, ours, theirs), contact.twins) for contact in contacts]


def _told(event: Event, ours: frozenset[Actor], theirs: frozenset[Actor] | None) -> tuple[Told, ...]:
    """The reports of the event with the names on each side; without a second side, that is everybody else."""
    told = []
    for row in event.reports:
        if row.verdict == "reject":
            continue
        taking_part = [p for p in row.participants if p.role == "participants"]
        left = frozenset(p.name for p in taking_part if _actor(p) in ours)
        right = frozenset(
            p.name for p in taking_part if (_actor(p) not in ours if theirs is None else _actor(p) in theirs)
        )
        told.append(Told(row, left, right, frozenset(p.name for p in taking_part if p.kind == "person")))
    return tuple(told)


def _listed(names: Names) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else names


def _actors(matches: Iterable[Match]) -> frozenset[Actor]:
    return frozenset(_actor(p) for match in matches for p in match.actors)


def _actor(participant: Participant) -> Actor:
    return participant.name, participant.side, participant.kind
