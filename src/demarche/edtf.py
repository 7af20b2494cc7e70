"""EDTF (ISO 8601-2) as demarche needs it: which days a date may cover, and whether it is only about right.

Understood: `2025`, `2025-06`, `2025-06-12`, seasons (`2025-21` spring … `2025-24` winter), quarters (`2025-33` …),
decades (`202X`), intervals `a/b` with open ends (`../b`, `a/..`, `/b`, `a/`), the marks `~` `?` `%`, and a bar
between alternatives (`2025-06-12|2025-06-13`). A clock time after `T` is ignored.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

__all__ = ["Days", "days", "parse"]

_POINT = re.compile(r"(\d{3}X|\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T[\d:.+Z-]*)?")
_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10}


@dataclass(frozen=True, slots=True)
class Days:
    """The days a date may cover, both ends included; None is open. `approximate` when the date bears a `~`."""

    earliest: date | None
    latest: date | None
    approximate: bool = False

    @property
    def one_day(self) -> bool:
        """True for a single day, sure or about."""
        return self.earliest is not None and self.earliest == self.latest

    def widened(self, margin: int = 1) -> Days:
        """With `margin` days more at each end when it is approximate; the same otherwise."""
        if not self.approximate:
            return self
        step = timedelta(days=margin)
        return Days(self.earliest and self.earliest - step, self.latest and self.latest + step, True)

    def within(self, other: Days) -> bool:
        """True when it lies wholly inside `other`."""
        starts = other.earliest is None or (self.earliest is not None and self.earliest >= other.earliest)
        ends = other.latest is None or (self.latest is not None and self.latest <= other.latest)
        return starts and ends

    def touches(self, other: Days) -> bool:
        """True when some day may belong to both."""
        return not (_before(self.latest, other.earliest) or _before(other.latest, self.earliest))


@lru_cache(maxsize=20_000)  # a page reads the same days again and again
def parse(text: str | None) -> Days | None:
    """The days of an EDTF string; None when there is none or it cannot be read."""
    if not text:
        return None
    parts = [_interval(part.strip()) for part in text.split("|")]
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts):
        return None
    return known[0] if len(known) == 1 else _hull(known)


def days(first: date | None, last: date | None) -> Days:
    """The exact interval from `first` to `last`."""
    return Days(first, last)


def _interval(text: str) -> Days | None:
    if "/" not in text:
        return _point(text)
    first, _, last = text.partition("/")
    start, end = _end(first), _end(last)
    if start is None or end is None or _before(end.latest, start.earliest):
        return None
    return Days(start.earliest, end.latest, start.approximate or end.approximate)


def _end(text: str) -> Days | None:
    return Days(None, None) if text in ("", "..") else _point(text)


def _point(text: str) -> Days | None:
    bare = text.replace("~", "").replace("?", "").replace("%", "")
    found = _POINT.fullmatch(bare)
    if not found:
        return None
    try:
        first, last = _bounds(*found.groups())
    except ValueError:  # no such month or day
        return None
    return Days(first, last, "~" in text or "%" in text)


def _bounds(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    if year.endswith("X"):
        return date(int(year[:3] + "0"), 1, 1), date(int(year[:3] + "9"), 12, 31)
    number = int(year)
    if month in (None, "XX"):
        return date(number, 1, 1), date(number, 12, 31)
    if int(month or 0) in _SEASON_START:
        return _months(number, _SEASON_START[int(month or 0)], 3)
    if day in (None, "XX"):
        return _months(number, int(month or 0), 1)
    exact = date(number, int(month or 0), int(day or 0))
    return exact, exact


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    first = date(year, month, 1)
    years, last_month = divmod(month + count - 2, 12)
    return first, date(year + years, last_month + 1, monthrange(year + years, last_month + 1)[1])


def _hull(parts: list[Days]) -> Days:
    starts, ends = [p.earliest for p in parts], [p.latest for p in parts]
    return Days(
        None if None in starts else min(s for s in starts if s),
        None if None in ends else max(e for e in ends if e),
        any(p.approximate for p in parts),
    )


def _before(first: date | None, second: date | None) -> bool:
    return first is not None and second is not None and first < second
