"""Answers in words: dates, periods, numbers of things, names joined."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from demarche.ledger import Holder, Match
from demarche.ledger.edtf import Days

__all__ = [
    "clock",
    "contact_in_words",
    "day",
    "held",
    "in_office",
    "matched",
    "names",
    "number",
    "period",
    "reports_in_words",
]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NOUNS = {
    "call": ("call", "calls"),
    "meeting": ("meeting", "meetings"),
    "summit": ("summit", "summits"),
    "visit": ("visit", "visits"),
    "talks": ("round of talks", "rounds of talks"),
    "message": ("message", "messages"),
}


def number(value: int, types: Sequence[str] = ()) -> str:
    """`8 calls`, `1 round of talks`, `5 calls or meetings`, `2 contacts`."""
    nouns = [_NOUNS.get(kind, ("contact", "contacts"))[value != 1] for kind in types or ("",)]
    return f"{value} {' or '.join(dict.fromkeys(nouns))}"


class Dated(Protocol):
    """What naming a contact needs of it."""

    @property
    def type(self) -> str | None:
        """Its type."""

    @property
    def days(self) -> Days | None:
        """The days it may be of."""


def contact_in_words(contact: Dated, *, article: bool = False) -> str:
    """`call of 12 Mar 2025`, `meeting of 1 Jan – 31 Jan 2025`, `contact without a date`."""
    noun = _NOUNS.get(contact.type or "", ("contact", "contacts"))[0]
    at = f"of {period(contact.days)}" if contact.days else "without a date"
    return f"{'the ' if article else ''}{noun} {at}"


def reports_in_words(value: int, kind: str, type_: str | None) -> str:
    """`1 threat`, `3 sanctions`, `2 direct statements`, `2 statements`."""
    if type_ is None:
        noun = kind
    elif kind in ("pressure", "offer"):
        noun = {"aid": "aid offer"}.get(type_, type_)
    else:
        noun = f"{type_} {kind}"
    return f"{value} {noun}{'s' * (value != 1)}"


def clock(minutes: int) -> str:
    """`45 min`, `2 h`, `2 h 30`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def day(at: date) -> str:
    """`17 Oct 2025`."""
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"


def period(days: Days | None) -> str:
    """`1 Jan – 17 Oct 2025`, `until 17 Oct 2025`, `all dates`."""
    if days is None or (days.earliest is None and days.latest is None):
        return "all dates"
    if days.earliest is None or days.latest is None:
        return f"until {day(days.latest)}" if days.latest else f"from {day(days.earliest or date.min)}"
    if days.earliest == days.latest:
        return day(days.earliest)
    first = day(days.earliest)
    if days.earliest.year == days.latest.year:
        first = first.removesuffix(f" {days.earliest.year}")
    return f"{first} – {day(days.latest)}"


def names(items: Sequence[str], most: int = 4) -> str:
    """`A, B and C`, or the first few and how many more."""
    if len(items) > most:
        return f"{', '.join(items[:most])} and {len(items) - most} more"
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def matched(match: Match) -> str:
    """Whom a typed name was taken for."""
    if match.rule == "nobody":
        holders = f"{held(match)}, " if match.holders else ""
        return f"{match.asked} ({holders}not in this ledger)"
    if match.rule == "office":
        return f"{match.asked} ({held(match)})"
    found = list(dict.fromkeys(actor.name for actor in match.actors))
    if match.rule == "side" and found != [match.asked]:
        return f"{match.asked} (everybody who stands for it: {names(found)})"
    return names(found)


def held(match: Match) -> str:
    """Who held the office that was asked for: `Antony Blinken to 20 Jan 2025, Marco Rubio since 21 Jan 2025`."""
    return ", ".join(in_office(one) for one in match.holders)


def in_office(one: Holder) -> str:
    """`Marco Rubio since 21 Jan 2025`."""
    since, until = (day(date.fromisoformat(d)) if len(d) == 10 else d for d in (one.since, one.until))
    if since and until:
        return f"{one.name} {since} – {until}"
    return f"{one.name} since {since}" if since else f"{one.name} to {until}" if until else one.name
