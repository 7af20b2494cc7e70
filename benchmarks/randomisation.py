"""Does the test of docs/methods.md ("Contact around pressure") keep its word? A simulation study.

    python -m benchmarks.randomisation [LEDGERS]          (2,000 a scenario by default; a few minutes on one core)

Each simulated ledger is two years of one pair (or what the scenario says): about one contact a week with working-day
patterns, a level that triples from the first day to the last, 30 deadlines that follow the same trend and like
Fridays, a threat some weeks before each, and three gaps of one to four weeks without any source. Under the null the
contacts know nothing of the deadlines; with an effect they are doubled in the 7 days up to a deadline. The last two
scenarios show why the calendar is not simply turned as a whole.

Printed: how often the test of one window (7 days up to a deadline) rejects at 5 %; the same after correction for all
six windows; how often any of the six is rejected after correction; the median rate ratio; how often the 95 %
interval holds the true ratio.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from demarche.statistics import Calendar, Follows, Series, follows
from demarche.statistics.calendar import Numbers

FIRST = date(2024, 1, 1)
CONTACTS_BY_WEEKDAY = np.array([1.2, 1.3, 1.2, 1.2, 1.1, 0.6, 0.4])
DEADLINES_BY_WEEKDAY = np.array([1.0, 0.7, 0.7, 0.8, 2.0, 0.3, 0.3])


@dataclass(frozen=True)
class Scenario:
    """How a ledger is made up. `bursts` is the variance of a random level that holds for five days at a time."""

    name: str
    effect: float = 1.0
    a_week: float = 1.0
    days: int = 730
    deadlines: int = 30
    trend: float = 3.0
    gaps: int = 3
    bursts: float = 0.0
    weeks: int = 8


NULL = Scenario("null: weekdays, trend, gaps")
DOUBLED = Scenario("doubled before 30 deadlines", effect=2.0)
SCENARIOS = (
    NULL,
    replace(NULL, name="null, no gaps, no trend", gaps=0, trend=1.0),
    replace(NULL, name="null, level grows tenfold", trend=10.0),
    replace(NULL, name="null, contacts in bursts", bursts=1.0),
    replace(NULL, name="null, half as many contacts", a_week=0.5),
    replace(NULL, name="null, one year, 12 deadlines", days=365, deadlines=12),
    DOUBLED,
    replace(DOUBLED, name="doubled, contacts in bursts", bursts=1.0),
    replace(DOUBLED, name="doubled, half as many contacts", a_week=0.5),
    replace(DOUBLED, name="doubled, one year, 12 deadlines", days=365, deadlines=12),
    replace(NULL, name="null, turned as one stretch", weeks=1000),
    replace(NULL, name="the same, level grows tenfold", weeks=1000, trend=10.0),
)


def main() -> None:
    """Print one line a scenario."""
    ledgers = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    began = time.perf_counter()
    print(f"{ledgers:,} simulated ledgers a scenario; rejections at 5 %\n")
    print(f"{'scenario':34}{'7 days':>8}{'corrected':>11}{'any of 6':>10}{'ratio':>7}{'in interval':>13}")
    for scenario in SCENARIOS:
        _report(scenario, ledgers)
    print(f"\n{time.perf_counter() - began:.0f} s")


def _report(scenario: Scenario, ledgers: int) -> None:
    alone, corrected, anything, ratios, held = [], [], [], [], []
    for seed in range(ledgers):
        found = _asked(scenario, seed)
        window = found.windows[1]
        alone.append(_rejects(window.p))
        corrected.append(_rejects(window.p_corrected))
        anything.append(any(_rejects(other.p_corrected) for other in found.windows))
        if window.estimate is not None and window.interval is not None:
            low, high = window.interval
            ratios.append(window.estimate)
            held.append(low <= scenario.effect and (high is None or scenario.effect <= high))
    shares = [f"{100 * np.mean(flags):.1f} %" for flags in (alone, corrected, anything, held)]
    print(f"{scenario.name:34}{shares[0]:>8}{shares[1]:>11}{shares[2]:>10}{np.median(ratios):7.2f}{shares[3]:>13}")


def _rejects(p: float | None) -> bool:
    return p is not None and p <= 0.05


def _asked(scenario: Scenario, seed: int) -> Follows:
    rng = np.random.default_rng([seed, 1])  # its own stream: the rotations are drawn from `seed`
    calendar, series = simulated(scenario, rng)
    return follows(series, calendar, weeks=scenario.weeks, draws=999, seed=seed)


def simulated(scenario: Scenario, rng: np.random.Generator) -> tuple[Calendar, Series]:
    """One made-up pair of sides."""
    days = np.arange(scenario.days)
    calendar = Calendar(FIRST, FIRST + timedelta(scenario.days - 1), tuple(_gaps(scenario, rng)))
    trend = scenario.trend ** (days / scenario.days)
    likely = DEADLINES_BY_WEEKDAY[calendar.weekdays()] * trend * calendar.covered()
    deadlines = np.sort(rng.choice(scenario.days, scenario.deadlines, replace=False, p=likely / likely.sum()))
    threats = deadlines - rng.integers(5, 40, scenario.deadlines)
    rate = CONTACTS_BY_WEEKDAY[calendar.weekdays()] * trend / trend.mean() * scenario.a_week / 7
    rate = rate * _level(scenario, rng) * np.where(_before(deadlines, scenario.days), scenario.effect, 1.0)
    contacts = np.repeat(days, rng.poisson(rate) * calendar.covered())
    dates = tuple(FIRST + timedelta(int(day)) for day in contacts)
    return calendar, Series(
        contacts=tuple((day, day) for day in dates),
        deadlines=tuple(FIRST + timedelta(int(day)) for day in deadlines),
        threats=tuple(FIRST + timedelta(int(day)) for day in threats),
    )


def _gaps(scenario: Scenario, rng: np.random.Generator) -> Iterator[tuple[date, date]]:
    for _ in range(scenario.gaps):
        first = FIRST + timedelta(int(rng.integers(0, scenario.days)))
        yield first, first + timedelta(int(rng.integers(7, 29)) - 1)


def _level(scenario: Scenario, rng: np.random.Generator) -> Numbers:
    if not scenario.bursts:
        return np.ones(scenario.days)
    level = rng.gamma(1 / scenario.bursts, scenario.bursts, size=scenario.days // 5 + 1)
    return np.repeat(level, 5)[: scenario.days]


def _before(
    deadlines: np.ndarray[tuple[int], np.dtype[np.int64]], days: int
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    flags = np.zeros(days, dtype=np.bool_)
    for day in deadlines:
        flags[max(0, day - 6) : day + 1] = True
    return flags


if __name__ == "__main__":
    main()
