"""Does contact follow pressure? Rates around deadlines and threats, and a randomisation test with a stated null.

    series = Series(contacts=((day, day), ...), deadlines=(day, ...), threats=(day, ...))
    found = follows(series, Calendar(date(2025, 1, 1), date(2025, 12, 31), gaps=((day, day),)))
    found.null                      # what the test takes for granted when there is no tie
    for window in found.windows:    # 3, 7, 14 days up to a deadline; 3, 7, 14 days after a threat
        window.sentence, window.estimate, window.interval, window.p, window.p_corrected

Nothing here says "because": that one thing came before another is all that dates can show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from demarche.errors import UsageError
from demarche.statistics.baseline import Labels, rate_ratio
from demarche.statistics.calendar import Calendar, Days, Flags, Numbers
from demarche.statistics.finding import number
from demarche.statistics.rotation import Rotations, adjusted, p_values, rotate, stretches
from demarche.statistics.window import Asked, Side, Tally, Window, make

__all__ = ["NULL", "WINDOWS", "Follows", "Series", "follows"]

WINDOWS = (3, 7, 14)

NULL = (
    "Null: inside each stretch of about {weeks} weeks it makes no difference which weeks the pressure fell in. "
    "The pressure calendar of each stretch is rotated by whole weeks, deadlines and threats together, so weekdays, the "
    "level of each stretch and clusters of pressure survive; days without sources count on neither side."
)


@dataclass(frozen=True, slots=True)
class Series:
    """What happened between two sides. A contact whose day is not known (first < last) is left out of the test.

    `gaps`, when given, replace the gaps of the calendar: a dropped source may leave days without any.
    """

    contacts: tuple[Days, ...]
    deadlines: tuple[date, ...] = ()
    threats: tuple[date, ...] = ()
    gaps: tuple[Days, ...] | None = None


@dataclass(frozen=True, slots=True)
class Follows:
    """All windows tried on one series, with the null, the number of rotations and the seed that drew them.

    `every` tells that the rotations are all there are: the p-values are exact and the seed plays no part.
    """

    windows: tuple[Window, ...]
    null: str
    rotations: int
    every: bool
    seed: int
    notes: tuple[str, ...]

    @property
    def smallest_p(self) -> float:
        """No p-value of this test can be smaller."""
        return 1 / (self.rotations + (not self.every))


@dataclass(frozen=True, slots=True)
class _Data:
    """The series as arrays over the days of the period."""

    contacts: Numbers
    covered: Flags
    labels: Labels
    weekdays: Labels

    def tally(self, mark: Flags) -> Tally:
        days = self.covered & mark
        return Tally(int(self.contacts[days].sum()), int(days.sum()))


def follows(
    series: Series,
    calendar: Calendar,
    *,
    windows: tuple[int, ...] = WINDOWS,
    weeks: int = 8,
    draws: int = 9_999,
    seed: int = 1,
    level: float = 0.95,
) -> Follows:
    """Compare the windows with all other covered days of the period.

    The window before a deadline is the `k` days that end with it: a deadline runs out with its day. The window after
    a threat is the `k` days that follow its day: which came first on the day itself is not known.
    """
    if not windows or min(windows) < 1 or weeks < 2 or draws < 1:
        raise UsageError("windows need at least one day each, stretches at least two weeks, and there must be a draw")
    if series.gaps is not None:
        calendar = Calendar(calendar.first, calendar.last, series.gaps)
    asked = _asked(series, windows, level)
    data = _data(series, calendar, weeks)
    marks = np.zeros((len(asked), len(calendar)), dtype=np.bool_)
    for row, one in zip(marks, asked, strict=True):
        row[:] = calendar.marked(_days(series, one))
    rotations = rotate(
        data.contacts, data.covered, marks, data.labels, data.weekdays, draws=draws, seed=seed
    )  # all windows turn together, so that the correction knows how they hang together
    found = tuple(_windows(data, asked, marks, rotations))
    notes = tuple(_notes(series, calendar, rotations))
    return Follows(found, NULL.format(weeks=weeks), len(rotations.rotated), rotations.every, seed, notes)


def _asked(series: Series, windows: tuple[int, ...], level: float) -> list[Asked]:
    sides: list[tuple[Side, int]] = [
        ("before a deadline", len(series.deadlines)),
        ("after a threat", len(series.threats)),
    ]
    each = sorted(set(windows))
    tried = len(each) * sum(bool(pressures) for _, pressures in sides)
    return [Asked(side, k, pressures, tried, level) for side, pressures in sides if pressures for k in each]


def _days(series: Series, asked: Asked) -> Iterator[Days]:
    if asked.side == "before a deadline":
        return ((day - timedelta(asked.days - 1), day) for day in series.deadlines)
    return ((day + timedelta(1), day + timedelta(asked.days)) for day in series.threats)


def _data(series: Series, calendar: Calendar, weeks: int) -> _Data:
    covered = calendar.covered()
    contacts = calendar.counts(first for first, last in series.contacts if first == last)
    return _Data(contacts * covered, covered, stretches(len(calendar), weeks), calendar.weekdays())


def _windows(data: _Data, asked: list[Asked], marks: Flags, rotations: Rotations) -> Iterator[Window]:
    alone, corrected = p_values(rotations), adjusted(rotations)
    for at, (one, mark) in enumerate(zip(asked, marks, strict=True)):
        fit = rate_ratio(data.contacts, data.covered, data.labels, data.weekdays, mark)
        p = float(alone[at]), float(corrected[at])
        yield make(one, data.tally(mark), data.tally(~mark), fit, p)


def _notes(series: Series, calendar: Calendar, rotations: Rotations) -> Iterable[str]:
    vague = sum(first < last for first, last in series.contacts)
    if vague:
        yield f"{number(vague, 'contact')} without a certain day left out"
    outside = sum(first == last and not calendar.first <= first <= calendar.last for first, last in series.contacts)
    if outside:
        yield f"{number(outside, 'contact')} outside the period left out"
    uncovered = len(calendar) - int(calendar.covered().sum())
    if uncovered:
        yield f"{number(uncovered, 'day')} of {len(calendar)} without sources left out on both sides"
    if rotations.every and len(rotations.rotated) < 100:
        least = 1 / len(rotations.rotated)
        yield f"small numbers: only {number(len(rotations.rotated), 'rotation')}; p cannot fall below {least:.2g}"
    yield from (f"no {what} given" for what in ("deadlines", "threats") if not getattr(series, what))
