"""Who talks to whom: tables of pairs and months with their zeros, shares of counterparts, reciprocity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations
from typing import Literal

from demarche.errors import UsageError
from demarche.statistics.calendar import Calendar, Days, month_of, months
from demarche.statistics.finding import Finding, number, percent, small
from demarche.statistics.proportion import clopper_pearson

__all__ = ["Cell", "Counterpart", "Meeting", "Pair", "Unit", "counterparts", "edges", "reciprocity", "table"]

Unit = Literal["month", "year"]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One contact of two sides, of any kind: the days it may have fallen on, and how much it weighs."""

    days: Days
    sides: Pair
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One pair in one month or year. `contacts` surely fell in it, `possible` may have; zeros are rows too.

    `covered` is the number of its days that sources cover: a zero on no covered day says nothing.
    """

    period: str
    sides: Pair
    contacts: float
    possible: float
    covered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart(Finding):
    """One counterpart of a side, with its share of all that side's contacts."""

    side: str
    counterpart: str


def table(
    meetings: Iterable[Meeting], calendar: Calendar, *, unit: Unit = "month", sides: Sequence[str] | None = None
) -> tuple[Cell, ...]:
    """Every pair in every month (or year) of the period, zeros included.

    The pairs are those of `sides`, or else every two sides that meet anybody. A contact whose days reach over two
    months, or out of the period, is `possible` in each month it touches and sure in none.
    """
    sure: Counter[tuple[str, Pair]] = Counter()
    maybe: Counter[tuple[str, Pair]] = Counter()
    seen: set[str] = set()
    for meeting in meetings:
        pair = _pair(meeting.sides)
        touched = _touched(meeting.days, unit, calendar)
        target = sure if len(touched) == 1 and _inside(meeting.days, calendar) else maybe
        for period in touched:
            target[period, pair] += meeting.weight  # type: ignore[assignment]  # a Counter adds broken weights too
        seen.update(pair if touched else ())
    covered = _covered(calendar, unit)
    pairs = list(combinations(sorted(set(sides) if sides is not None else seen), 2))
    return tuple(
        Cell(period, pair, sure[period, pair], sure[period, pair] + maybe[period, pair], covered[period])
        for pair in pairs
        for period in _periods(calendar, unit)
    )


def edges(meetings: Iterable[Meeting]) -> tuple[tuple[Pair, float], ...]:
    """The pairs that met with their weights, the strongest first: the network."""
    weights: Counter[Pair] = Counter()
    for meeting in meetings:
        weights[_pair(meeting.sides)] += meeting.weight  # type: ignore[assignment]
    return tuple(sorted(weights.items(), key=lambda item: (-item[1], item[0])))


def counterparts(meetings: Iterable[Meeting], side: str, level: float = 0.95) -> tuple[Counterpart, ...]:
    """With whom a side's contacts were, the most frequent first; a contact counts once for each counterpart."""
    counts: Counter[str] = Counter()
    for meeting in meetings:
        if side in meeting.sides:
            counts[meeting.sides[meeting.sides[0] == side]] += 1
    total = sum(counts.values())
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(_counterpart(side, name, count, total, level) for name, count in ranked)


def reciprocity(directed: Iterable[Pair], level: float = 0.95) -> Finding:
    """How far acts are returned: twice the smaller direction of each pair, over all acts (Squartini et al. 2013).

    `directed` has one (from, to) for each act: who asked for the call, who travelled. 1: each pair gives and takes
    alike; 0: every pair is one-way. It describes these acts; no interval is given.
    """
    counts = Counter(directed)
    total = sum(counts.values())
    back = sum(min(count, counts[to, from_]) for (from_, to), count in counts.items() if from_ != to)
    pairs = len({_pair(pair) for pair in counts if pair[0] != pair[1]})
    estimate = back / total if total else None
    said = (
        "No acts between sides." if estimate is None else f"{percent(estimate)} of {number(total, 'act')} are returned."
    )
    return Finding(
        method="reciprocity",
        estimate=estimate,
        interval=None,
        n=total,
        sentence=f"{said} ({number(pairs, 'pair')} of sides).",
        level=level,
        notes=tuple(small(total, "act")),
    )


def _counterpart(side: str, name: str, count: int, total: int, level: float) -> Counterpart:
    low, high = clopper_pearson(count, total, level)
    return Counterpart(
        method="who-talks-to-whom",
        estimate=count / total,
        interval=(low, high),
        n=total,
        sentence=(
            f"{count} of {side}'s {number(total, 'contact')} were with {name}: {percent(count / total)} "
            f"({percent(level)} interval {percent(low)} to {percent(high)})."
        ),
        level=level,
        notes=tuple(small(total, "contact")),
        side=side,
        counterpart=name,
    )


def _pair(sides: Pair) -> Pair:
    first, second = sorted(sides)
    if first == second:
        raise UsageError(f"a contact needs two sides, not {first!r} twice")
    return first, second


def _touched(days: Days, unit: Unit, calendar: Calendar) -> tuple[str, ...]:
    first, last = max(days[0], calendar.first), min(days[1], calendar.last)
    return _periods(Calendar(first, last), unit) if first <= last else ()


def _inside(days: Days, calendar: Calendar) -> bool:
    return calendar.first <= days[0] and days[1] <= calendar.last


def _periods(calendar: Calendar, unit: Unit) -> tuple[str, ...]:
    if unit == "year":
        return tuple(str(year) for year in range(calendar.first.year, calendar.last.year + 1))
    return months(calendar.first, calendar.last)


@lru_cache(maxsize=8)  # a table of many pairs asks for the same days for each
def _covered(calendar: Calendar, unit: Unit) -> Counter[str]:
    return Counter(_name(day, unit) for day in _covered_days(calendar))


def _covered_days(calendar: Calendar) -> Iterator[date]:
    first = calendar.first.toordinal()
    return (date.fromordinal(first + at) for at, covered in enumerate(calendar.covered().tolist()) if covered)


def _name(day: date, unit: Unit) -> str:
    return str(day.year) if unit == "year" else month_of(day)
