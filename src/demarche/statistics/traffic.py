"""What contacts between two sides are like: who asks for them, how long they last, how many planned ones never came."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from demarche.statistics.calendar import Days, month_of, months
from demarche.statistics.finding import Finding, number, percent, small
from demarche.statistics.proportion import Share, clopper_pearson, share, sign_test

__all__ = ["Balance", "Length", "Lengths", "Month", "Plan", "initiator_balance", "lengths", "never_came"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance(Finding):
    """How many contacts each of two sides asked for: `estimate` is the first side's share of the `n` known ones."""

    sides: tuple[str, str]
    counts: tuple[int, int]
    unknown: int
    p: float


@dataclass(frozen=True, slots=True)
class Length:
    """How long one contact took: its days, and its minutes from least to most (most None: open upwards)."""

    days: Days
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """The contacts of one month: known lengths summed from `least` to `most` minutes, unknown ones counted apart."""

    month: str
    known: int
    unknown: int
    least: int
    most: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths(Finding):
    """Minutes a contact on average, as far as lengths are known: `interval` is its bounds, not a matter of chance."""

    months: tuple[Month, ...]
    undated: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned contact: the last day it was meant for, and what became of it ("unknown": no text says)."""

    until: date
    became: Literal["held", "cancelled", "unknown"]


def initiator_balance(initiators: Iterable[str | None], sides: tuple[str, str], level: float = 0.95) -> Balance:
    """Who asked for the contacts; None, or anybody else, counts as unknown."""
    counts = Counter(initiators)
    total = sum(counts.values())
    ours, theirs = counts[sides[0]], counts[sides[1]]
    known = ours + theirs
    p = sign_test(ours, known) if known else 1.0
    interval = clopper_pearson(ours, known, level) if known else None
    return Balance(
        method="initiator-balance",
        estimate=ours / known if known else None,
        interval=interval,
        n=known,
        sentence=_balance_sentence(sides, (ours, theirs), total - known, interval, level, p),
        level=level,
        notes=tuple(_balance_notes(known, total)),
        sides=sides,
        counts=(ours, theirs),
        unknown=total - known,
        p=p,
    )


def lengths(contacts: Sequence[Length], level: float = 0.95) -> Lengths:
    """Length over time, by month; contacts whose days reach over two months are in no month."""
    dated = [contact for contact in contacts if month_of(contact.days[0]) == month_of(contact.days[1])]
    known = [contact for contact in contacts if contact.least is not None]
    whole = _summed("", known)
    low = whole.least / len(known) if known else None
    high = whole.most / len(known) if known and whole.most is not None else None
    return Lengths(
        method="length-over-time",
        estimate=(low + high) / 2 if low is not None and high is not None else low,
        interval=None if low is None else (low, high),
        n=len(known),
        sentence=_lengths_sentence(whole, len(contacts), low, high),
        level=level,
        notes=tuple(small(len(known), "known length")),
        months=tuple(_by_month(dated)),
        undated=len(contacts) - len(dated),
        unknown=len(contacts) - len(known),
    )


def never_came(plans: Iterable[Plan], as_of: date, level: float = 0.95) -> Share:
    """The share of planned contacts that did not come about, among those due by `as_of` whose fate is told."""
    became = Counter(plan.became for plan in plans if plan.until <= as_of)
    known = became["held"] + became["cancelled"]
    words = {"of": "planned contact", "did": "never came"}
    return share(became["cancelled"], known, became["unknown"], level=level, method="planned-that-never-came", **words)


def _by_month(dated: Sequence[Length]) -> Iterator[Month]:
    """Every month from the first contact to the last, silent ones included."""
    within: dict[str, list[Length]] = defaultdict(list)
    for contact in dated:
        within[month_of(contact.days[0])].append(contact)
    days = [contact.days[0] for contact in dated]
    span = months(min(days), max(days)) if days else ()
    return (_summed(month, within[month]) for month in span)


def _summed(month: str, contacts: Sequence[Length]) -> Month:
    known = [contact for contact in contacts if contact.least is not None]
    most = [contact.most for contact in known if contact.most is not None]
    total = sum(most) if len(most) == len(known) else None
    return Month(month, len(known), len(contacts) - len(known), sum(c.least or 0 for c in known), total)


def _balance_sentence(
    sides: tuple[str, str],
    counts: tuple[int, int],
    unknown: int,
    interval: tuple[float, float] | None,
    level: float,
    p: float,
) -> str:
    rest = f" For {number(unknown, 'contact')} it is not known." if unknown else ""
    if interval is None:
        return f"Who asked for the contacts is not known.{rest}"
    low, high = interval
    return (
        f"{sides[0]} asked for {number(counts[0], 'contact')}, {sides[1]} for {counts[1]}: "
        f"{percent(counts[0] / sum(counts))} by {sides[0]} "
        f"({percent(level)} interval {percent(low)} to {percent(high)}; p = {p:.2g} if both asked equally often).{rest}"
    )


def _balance_notes(known: int, total: int) -> Iterator[str]:
    yield from small(known, "known initiator")
    if known < total / 2:
        yield f"for {total - known} of {total} contacts nobody says who asked: the rest need not be like them"


def _lengths_sentence(whole: Month, total: int, low: float | None, high: float | None) -> str:
    if low is None:
        return f"No length is known for {number(total, 'contact')}."
    have = "has" if total == 1 else "have"
    return (
        f"{whole.known} of {number(total, 'contact')} {have} a known length: {_minutes(low, high)} minutes on average, "
        f"{_minutes(whole.least, whole.most)} in all{_missing(total - whole.known)}."
    )


def _missing(unknown: int) -> str:
    return f"; {unknown} unknown, not counted as zero" if unknown else ""


def _minutes(low: float, high: float | None) -> str:
    if high is None:
        return f"at least {low:.0f}"
    return f"{low:.0f}" if round(low) == round(high) else f"{low:.0f} to {high:.0f}"
