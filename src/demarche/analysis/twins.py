"""Events that may be one with an event that is counted already: the number takes one of them, and says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol, TypeVar

from demarche.ledger import Event, Ledger
from demarche.ledger.edtf import parse

__all__ = ["apart", "pairs", "twins_among"]


class HasTwins(Protocol):
    """A view of an event."""

    @property
    def event(self) -> Event:
        """The event."""

    @property
    def twins(self) -> frozenset[str]:
        """Ids of events that it may be one with."""


T = TypeVar("T", bound=HasTwins)


def twins_among(ledger: Ledger, events: Sequence[Event]) -> Mapping[str, frozenset[str]]:
    """Which of these may be one with which other events; asked only where there are any."""
    unsure = [event.id for event in events if event.perhaps]
    return ledger.twins(unsure) if unsure else {}


def apart(items: Sequence[T]) -> tuple[list[T], list[tuple[T, list[T]]]]:
    """Those that are surely different ones, and each of the others with those it may be one with.

    The more precise a date, the sooner it counts; the order of the items is kept. Two that are each of one day, and of
    another one, are two: `pairs` finds them, for the answer says what they would be as one.
    """
    kept: dict[str, T] = {}
    doubtful: dict[str, list[T]] = {}
    for item in sorted(items, key=_precision):
        others = [kept[other] for other in sorted(item.twins) if other in kept and not _days_apart(item, kept[other])]
        if others:
            doubtful[item.event.id] = others
        else:
            kept[item.event.id] = item
    unsure = [(item, doubtful[item.event.id]) for item in items if item.event.id in doubtful]
    return [item for item in items if item.event.id in kept], unsure


def pairs(items: Sequence[T]) -> list[tuple[T, T]]:
    """Those among these that may be one, each pair once."""
    known = {item.event.id: item for item in items}
    return [(item, known[other]) for item in items for other in sorted(item.twins) if item.event.id < other in known]


def _days_apart(a: HasTwins, b: HasTwins) -> bool:
    """Both are of one day, and not of the same."""
    first, second = parse(a.event.date), parse(b.event.date)
    exact = all(days and days.one_day and not days.approximate for days in (first, second))
    return exact and first != second


def _precision(item: HasTwins) -> tuple[int, date, str]:
    days = parse(item.event.date)
    if days is None or days.earliest is None or days.latest is None:
        return 10_000_000, date.max, item.event.id
    return (days.latest - days.earliest).days * 2 + days.approximate, days.earliest, item.event.id
