"""The days a question is about, and which of them the sources cover."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from demarche.errors import UsageError

__all__ = ["Calendar", "Days", "Flags", "Numbers", "month_of", "months"]

Days = tuple[date, date]  # first and last day, both included
Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A period, day by day. Days inside `gaps` are without sources and count nowhere."""

    first: date
    last: date
    gaps: tuple[Days, ...] = ()

    def __post_init__(self) -> None:
        for first, last in ((self.first, self.last), *self.gaps):
            if last < first:
                raise UsageError(f"a period cannot end ({last}) before it begins ({first})")

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def covered(self) -> Flags:
        """True for each day that sources cover."""
        flags = np.ones(len(self), dtype=np.bool_)
        for first, last in self.gaps:
            flags[slice(*self._clipped(first, last))] = False
        return flags

    def weekdays(self) -> npt.NDArray[np.int64]:
        """0 for Monday to 6 for Sunday, each day."""
        return (np.arange(len(self)) + self.first.weekday()) % 7

    def counts(self, days: Iterable[date]) -> Numbers:
        """How many of `days` fall on each day of the period; others are left out."""
        at = [(day - self.first).days for day in days if self.first <= day <= self.last]
        return np.bincount(np.array(at, dtype=np.int64), minlength=len(self)).astype(np.float64)

    def marked(self, stretches: Iterable[Days]) -> Flags:
        """True for each day within one of the stretches."""
        flags = np.zeros(len(self), dtype=np.bool_)
        for first, last in stretches:
            flags[slice(*self._clipped(first, last))] = True
        return flags

    def _clipped(self, first: date, last: date) -> tuple[int, int]:
        return max((first - self.first).days, 0), max((last - self.first).days + 1, 0)


def month_of(day: date) -> str:
    """`2025-03`."""
    return day.isoformat()[:7]


def months(first: date, last: date) -> tuple[str, ...]:
    """Every month from the first day's to the last day's: `2025-01`, `2025-02`, ..."""
    found, at = [], first.replace(day=1)
    while at <= last:
        found.append(month_of(at))
        at = (at + timedelta(days=32)).replace(day=1)
    return tuple(found)
