"""Words before a date that narrow, open or blur it: "early", "the end of", "by", "since", "around"."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date

from demarche.mentions.dates.calendar import Stretch, around, month_of, months_of, moved, shift, since, until
from demarche.mentions.dates.grammar import Hit, Rule

_THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "close": 2}


def third(hit: Hit, value: Stretch) -> Stretch | None:
    """ "early March" is 1 to 10 March, "mid-May" 11 to 20 May, "late August" 21 to 31 August; of a year, a third."""
    if value.first is None or value.last is None:
        return None
    which = _THIRDS[hit.word("p")]
    if value.unit == "month":
        return _cut_month(value, which)
    if value.unit == "year":
        return _keep(value, months_of(value.first.year, 4 * which + 1, 4, "part"))
    if value.unit == "week":
        return _keep(value, _week_part(value.first, which))
    if value.unit in ("season", "quarter"):
        month = shift(value.first, 31 * which)
        return _keep(value, month_of(month.year, month.month))
    if value.unit in ("decade", "century"):
        return _keep(value, _years(value, which))
    if value.unit == "day" and value.first == value.last:
        return value  # "late on Wednesday"
    return None


def _keep(value: Stretch, cut: Stretch) -> Stretch:
    return replace(cut, relative=value.relative, yearless=value.yearless)


def _cut_month(value: Stretch, which: int) -> Stretch:
    assert value.first is not None
    first = value.first
    days = ((1, 10), (11, 20), (21, monthrange(first.year, first.month)[1]))[which]
    return _keep(value, Stretch(first.replace(day=days[0]), first.replace(day=days[1]), "interval"))


def _week_part(monday: date, which: int) -> Stretch:
    first, last = ((0, 1), (2, 3), (3, 6))[which]
    return Stretch(shift(monday, first), shift(monday, last), "interval")


def _years(value: Stretch, which: int) -> Stretch:
    assert value.first is not None and value.last is not None
    years = value.last.year - value.first.year + 1
    low = value.first.year + (0, 3 * years // 10, 7 * years // 10)[which]
    high = value.first.year + (3 * years // 10, 7 * years // 10, years)[which] - 1
    return Stretch(date(low, 1, 1), date(high, 12, 31), "interval", shape=f"{low:04d}/{high:04d}")


def nth_week(hit: Hit, value: Stretch) -> Stretch | None:
    """ "the first week of December" is 1 to 7 December; "the last week" its last seven days."""
    if value.unit == "day" and "n" not in hit and value.first is not None:
        return _keep(value, around(value.first, "week"))
    if value.unit not in ("month", "year", "season") or value.first is None or value.last is None:
        return None
    unit, last = hit.unit("u"), hit.word("n") in ("last", "final")
    number = hit.whole("n", 1)
    size = {"week": 7, "day": 1, "weekend": 2}.get(unit)
    if size is None:
        return _nth_month(value, unit, number, last)
    size *= max(1, hit.whole("k", 1))
    if unit == "day" and hit.word("u") == "days" and "k" not in hit:
        size = 10  # "the first days of May"
    first = shift(value.last, 1 - size) if last else shift(value.first, size * (number - 1))
    if first > value.last:
        return None
    end = min(shift(first, size - 1), value.last)
    return _keep(value, Stretch(first, end, "day" if size == 1 else "interval"))


def _nth_month(value: Stretch, unit: str, number: int, last: bool) -> Stretch | None:
    size = {"month": 1, "quarter": 3}.get(unit)
    if value.first is None or value.unit != "year" or size is None:
        return None
    start = 13 - size if last else 1 + size * (number - 1)
    if not 1 <= start <= 12:
        return None
    cut = months_of(value.first.year, start, size, "quarter")
    return _keep(value, replace(cut, unit="month") if size == 1 else cut)


def half(hit: Hit, value: Stretch) -> Stretch | None:
    """ "the first half of 2025", "the second half of May"."""
    if value.first is None or value.last is None or value.unit not in ("month", "year"):
        return None
    second = hit.word("n") in ("second", "2nd", "last", "latter")
    if value.unit == "year":
        return _keep(value, months_of(value.first.year, 7 if second else 1, 6, "quarter"))
    middle = value.first.replace(day=15)
    cut = (shift(middle, 1), value.last) if second else (value.first, middle)
    return _keep(value, Stretch(*cut, "interval"))


def by(hit: Hit, value: Stretch) -> Stretch | None:
    """ "by 1 September", "until the end of the week", "before May": then at the latest."""
    if value.last is None or value.first is None or value.name:
        return None
    if hit.word("p") == "before" and not _closes(value) and not value.clock:
        return replace(until(Stretch(value.first, shift(value.first, -1), "interval")), relative=value.relative)
    return until(value)


def _closes(value: Stretch) -> bool:
    """ "the end of the year" is still before its last day."""
    if value.last is None or value.unit not in ("interval", "part"):
        return False
    after = shift(value.last, 1)
    return after.day == 1 or after.weekday() == 0


def from_then(hit: Hit, value: Stretch) -> Stretch | None:
    """ "since spring", "after 5 May": then at the earliest."""
    if value.first is None or value.name or value.last is None:
        return None
    if hit.word("p") == "after" and value.clock:
        return value  # "after noon on Tuesday" is still Tuesday
    if hit.word("p") == "after":
        after = shift(value.last, 1)
        return replace(since(Stretch(after, after)), relative=value.relative)
    return since(value)


def offset(hit: Hit, value: Stretch) -> Stretch | None:
    """ "two days after 5 May", "a week before Christmas"."""
    if value.unit != "day" or value.first is None or value.reason:
        return None
    count = hit.whole("n") if "n" in hit else {"couple": 2, "few": 3, "several": 3}.get(hit.word("q"), 1)
    sign = -1 if hit.word("way") == "before" else 1
    there = moved(value.first, sign * count, hit.unit("u"))
    return _keep(value, Stretch(there, there))


def blurred(_hit: Hit, value: Stretch) -> Stretch | None:
    """ "around 5 May", "some time in August": approximate."""
    return replace(value, approximate=True) if value.unit in ("day", "month", "year", "season") else None


PARTS: tuple[Rule[Stretch], ...] = (
    Rule("third", "(the)? (very)? p:(early|mid|late) (DASH|in|on)? (the)?", third),
    Rule("third", "(the|at the)? (very)? p:(beginning|start|middle|end|close) (of|DASH) (the)?", third),
    Rule(
        "nth-unit",
        "(the)? n:(NTH|last|final|opening) k:NUM? u:(WEEKS|DAYS|MONTHS|QUARTERS|weekend) (of|in) (the)?",
        nth_week,
    ),
    Rule("week-of", "(the)? u:WEEKS (of|beginning|starting) (the)?", nth_week),
    Rule("half", "(the)? n:(NTH|last|latter) half of (the)?", half),
    Rule("by", "p:(by|until|till|before|through) (the)?", by),
    Rule("by", "(no|not) later than (the)?", by),
    Rule("since", "p:(since|after) (the)?", from_then),
    Rule("offset", "(a|n:NUM|(a)? q:QUANT (of)?) u:LONGUNIT way:(after|before|from|following) (the)?", offset),
    Rule("around", "p:(around|about|circa|approximately|roughly) (the)?", blurred),
    Rule("around", "(some)? (time|sometime) (around|in|during) (the)?", blurred),
    Rule("around", "on or (around|about)", blurred),
)
