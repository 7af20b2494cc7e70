"""Time to an end with open cases: Kaplan & Meier's curve, and the log-rank test by permutation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb, exp, log, sqrt

import numpy as np

from demarche.errors import UsageError
from demarche.statistics.calendar import Flags, Numbers

__all__ = ["Curve", "Spell", "Step", "kaplan_meier", "log_rank"]

#: with so few ways to deal the labels they are gone through one by one instead of drawn
ALL_OF_THEM = 20_000


@dataclass(frozen=True, slots=True)
class Spell:
    """One case: how many days it was watched, and whether it ended then (`ended` False: still open, censored)."""

    days: int
    ended: bool

    def __post_init__(self) -> None:
        if self.days < 0:
            raise UsageError(f"a case cannot end {-self.days} days before it begins")


@dataclass(frozen=True, slots=True)
class Step:
    """The curve from this day on: `open_share` still without an end, between `low` and `high`.

    `at_risk` cases were watched just before the day, `ends` ended on it; `censored` left it open, on this day or
    later, before the next step. The interval has no ends while nothing has ended, and none once everything has.
    """

    days: int
    at_risk: int
    ends: int
    censored: int
    open_share: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Curve:
    """The steps in order, the first at day 0; the median time with its interval (None: not reached)."""

    spells: tuple[Spell, ...]
    steps: tuple[Step, ...]
    median: int | None
    median_low: int | None
    median_high: int | None
    level: float

    def at(self, days: int) -> Step:
        """The step that holds on that day."""
        return [step for step in self.steps if step.days <= days][-1]

    def at_risk(self, days: int) -> int:
        """How many cases were still watched and open just before that day, for the table under a chart."""
        return sum(spell.days >= days for spell in self.spells)


def kaplan_meier(spells: Sequence[Spell], level: float = 0.95) -> Curve:
    """The product-limit curve with Greenwood's variance and intervals on the log(-log) scale.

    A case censored on the day of an end counts as at risk then. The median's interval is that of Brookmeyer & Crowley:
    the days whose interval holds one half.
    """
    from scipy.special import ndtri

    steps = tuple(_steps(spells, float(ndtri((1 + level) / 2))))
    median = next((step.days for step in steps if step.open_share <= 0.5), None)
    low = next((step.days for step in steps if _end(step.low, step.open_share) <= 0.5), None)
    high = next((step.days for step in steps if _end(step.high, step.open_share) <= 0.5), None)
    return Curve(tuple(spells), steps, median, low, high, level)


def _end(bound: float | None, share: float) -> float:
    return share if bound is None else bound


def _steps(spells: Sequence[Spell], z: float) -> Iterator[Step]:
    ends = sorted({spell.days for spell in spells if spell.ended} | {0})
    share, variance = 1.0, 0.0
    for at, day in enumerate(ends):
        until = ends[at + 1] if at + 1 < len(ends) else None
        risk = sum(spell.days >= day for spell in spells)
        ended = sum(spell.ended and spell.days == day for spell in spells)
        left = sum(not s.ended and day <= s.days and (until is None or s.days < until) for s in spells)
        if ended:
            share *= 1 - ended / risk
            variance += ended / (risk * (risk - ended)) if risk > ended else 0.0
        yield Step(day, risk, ended, left, share, *_log_log(share, variance, z))


def _log_log(share: float, variance: float, z: float) -> tuple[float | None, float | None]:
    if not 0 < share < 1:
        return None, None
    spread = z * sqrt(variance) / abs(log(share))
    return share ** exp(spread), share ** exp(-spread)


def log_rank(first: Sequence[Spell], second: Sequence[Spell], *, draws: int = 9_999, seed: int = 1) -> float:
    """Two-sided p-value of the log-rank test by dealing the group labels anew.

    Every deal is gone through when there are few enough; else as many as asked for are drawn, and p is (b+1)/(m+1).
    It takes for granted that cases are censored alike in both groups.
    """
    if not first or not second:
        return 1.0
    spells = [*first, *second]
    parts = _scores(spells)
    observed = abs(parts[: len(first)].sum())
    every = comb(len(spells), len(first)) <= ALL_OF_THEM
    dealt = np.abs(_every_deal(parts, len(first)) if every else _drawn(parts, len(first), draws, seed))
    extra = 0 if every else 1
    return float(((dealt >= observed - 1e-9).sum() + extra) / (len(dealt) + extra))


def _scores(spells: Sequence[Spell]) -> Numbers:
    """Each case's log-rank score: 1 if it ended, less the hazard it was under (Peto & Peto 1972). They sum to zero.

    The sum over a group is observed less expected ends of that group.
    """
    days = np.array([spell.days for spell in spells])
    ended: Flags = np.array([spell.ended for spell in spells], dtype=np.bool_)
    times = np.unique(days[ended])
    hazards = np.array([(ended & (days == at)).sum() / (days >= at).sum() for at in times])
    under = (days[:, None] >= times[None, :]) @ hazards if len(times) else np.zeros(len(days))
    return np.asarray(ended.astype(np.float64) - under)


def _every_deal(scores: Numbers, size: int) -> Numbers:
    deals = np.array(list(combinations(range(len(scores)), size)))
    return np.asarray(scores[deals].sum(axis=1))


def _drawn(scores: Numbers, size: int, draws: int, seed: int) -> Numbers:
    rng = np.random.default_rng(seed)
    return np.array([rng.permutation(scores)[:size].sum() for _ in range(draws)])
