"""The period in an address: read, moved on, and put back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from demarche.analysis.sides import asked_period
from demarche.analysis.wording import period as in_words
from demarche.errors import UsageError
from demarche.ledger.edtf import Days
from demarche.web.views.periods import period

__all__ = ["YEARS", "Period"]

#: the years that one may ask for
YEARS = range(1000, 3000)


@dataclass(frozen=True, slots=True)
class Period:
    """A period as typed (`2025`, `2025-03/2025-10`, `12 June 2025`) and its days; None for all dates."""

    typed: str = ""
    days: Days | None = None

    @classmethod
    def of(cls, typed: str) -> Period:
        """Read it. UsageError where it cannot be read or has two readings."""
        typed = typed.strip()[:60]
        if not typed:
            return cls()
        ends = [end.strip() for end in typed.split("/")] if typed.count("/") == 1 else [typed]
        edtf = "/".join(end if end in ("", "..") else period(end) or "" for end in ends)
        days = asked_period(edtf)
        reached = (days.earliest, days.latest) if days else ()
        if any(day and day.year not in YEARS for day in reached):
            raise UsageError(f"the period {edtf} is out of reach; years run from {YEARS[0]} to {YEARS[-1]}")
        return cls(edtf, days)

    @property
    def words(self) -> str:
        """`1 Jan – 31 Dec 2025`, `all dates`."""
        return in_words(self.days)

    @property
    def window(self) -> tuple[date, date] | None:
        """Its first and last day, where both are known."""
        if self.days is None or self.days.earliest is None or self.days.latest is None:
            return None
        return self.days.earliest, self.days.latest

    def moved(self, by: int) -> str:
        """The stretch of the same length before it (-1) or after it (1); nothing where it has no ends."""
        if self.window is None:
            return ""
        first, last = self.window
        step = (last - first + timedelta(days=1)) * by
        try:
            return f"{(first + step).isoformat()}/{(last + step).isoformat()}"
        except OverflowError:
            return ""
