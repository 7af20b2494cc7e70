"""The days of a question as the statistics take them: a closed calendar with its gaps, closed days of contacts."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from demarche.analysis.coverage import Coverage
from demarche.ledger.edtf import Days
from demarche.statistics import Calendar

__all__ = ["Span", "calendar_of", "month_days", "spanned"]

Span = tuple[date, date]
_DAY = timedelta(days=1)


def calendar_of(asked: Days | None, coverage: Coverage, contacts: Iterable[Days | None] = ()) -> Calendar:
    """The period asked about, else all days with documents or contacts; days without documents are its gaps."""
    known = [day for days in contacts if days for day in (days.earliest, days.latest) if day]
    known += [date.fromisoformat(day) for day in (coverage.first, coverage.last) if day]
    first = (asked and asked.earliest) or min(known, default=date.today())
    last = (asked and asked.latest) or max(known, default=first)
    first, last = min(first, last), max(first, last)
    return Calendar(first, last, tuple(_gaps(first, last, coverage)))


def _gaps(first: date, last: date, coverage: Coverage) -> Iterator[Span]:
    if coverage.first is None or coverage.last is None:
        yield first, last
        return
    begins, ends = date.fromisoformat(coverage.first), date.fromisoformat(coverage.last)
    if first < begins:
        yield first, min(last, begins - _DAY)
    yield from (month_days(month) for month in coverage.gaps)
    if last > ends:
        yield max(first, ends + _DAY), last


def month_days(month: str) -> Span:
    """The first and the last day of `2025-03` or `2025`."""
    if len(month) == 4:
        return date(int(month), 1, 1), date(int(month), 12, 31)
    year, number = map(int, month.split("-"))
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def spanned(days: Days | None, calendar: Calendar) -> Span | None:
    """The days of a contact, open ends closed just beyond the calendar; None without a date."""
    if days is None:
        return None
    wide = days.widened()
    first = wide.earliest or min(calendar.first, wide.latest or calendar.first) - _DAY
    last = wide.latest or max(calendar.last, wide.earliest or calendar.last) + _DAY
    return first, last
