"""One window around pressure: contacts inside and outside it, their ratio with its interval, and the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from demarche.statistics.baseline import Fit
from demarche.statistics.finding import Finding, Interval, figure, number, percent, small
from demarche.statistics.proportion import clopper_pearson

__all__ = ["Asked", "Side", "Tally", "Window", "make"]

Side = Literal["before a deadline", "after a threat"]

_FEW_CONTACTS = 5
_WHERE: dict[Side, tuple[str, str]] = {
    "before a deadline": ("up to a deadline", "deadline"),
    "after a threat": ("after a threat", "threat"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A window of the question: how many days on which side of how many pressures, one of `tried` windows."""

    side: Side
    days: int
    pressures: int
    tried: int
    level: float


@dataclass(frozen=True, slots=True)
class Tally:
    """Contacts on covered days, and how many such days."""

    contacts: int
    days: int

    @property
    def a_week(self) -> float:
        """The rate."""
        return 7 * self.contacts / self.days if self.days else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Window(Finding):
    """One window: `estimate` is the rate inside over the rate outside at equal level and weekday; `n` counts pressures.

    `p` is the two-sided p-value of this window alone, `p_corrected` the one after correction for all windows tried.
    """

    side: Side
    days: int
    inside: Tally
    outside: Tally
    p: float | None
    p_corrected: float | None


def make(asked: Asked, inside: Tally, outside: Tally, fit: Fit, p: tuple[float, float]) -> Window:
    """The window as a finding; without a ratio it has no p-value either."""
    interval = _interval(fit, inside, outside, asked.level) if fit.ratio is not None else None
    return Window(
        method="contact-around-pressure",
        estimate=fit.ratio,
        interval=interval,
        n=asked.pressures,
        sentence=f"{_rates(asked, inside, outside)} {_compared(asked, fit, interval, p)}",
        level=asked.level,
        notes=tuple(_notes(asked, inside, outside, fit)),
        side=asked.side,
        days=asked.days,
        inside=inside,
        outside=outside,
        p=p[0] if interval else None,
        p_corrected=p[1] if interval else None,
    )


def _interval(fit: Fit, inside: Tally, outside: Tally, level: float) -> Interval:
    """Given their sum, the contacts inside are binomial: the exact interval of that share, turned into a ratio.

    Both counts are scaled down by the dispersion, so bursts of contacts widen the interval.
    """
    a, b = inside.contacts / fit.dispersion, outside.contacts / fit.dispersion
    low, high = clopper_pearson(a, a + b, level)
    scale = fit.outside / fit.inside
    return scale * low / (1 - low), scale * high / (1 - high) if high < 1 else None


def _rates(asked: Asked, inside: Tally, outside: Tally) -> str:
    return (
        f"In the {number(asked.days, 'day')} {_WHERE[asked.side][0]}: {number(inside.contacts, 'contact')} on "
        f"{inside.days} covered days ({inside.a_week:.2f} a week); on the other {outside.days} days "
        f"{outside.contacts} ({outside.a_week:.2f} a week)."
    )


def _compared(asked: Asked, fit: Fit, interval: Interval | None, p: tuple[float, float]) -> str:
    if fit.ratio is None or interval is None:
        return "There is too little to compare."
    low, high = interval
    return (
        f"At equal level and weekday that is {figure(fit.ratio)} times the rate of other days "
        f"({percent(asked.level)} interval {figure(low)} to {figure(high)}); p = {p[0]:.2g}, "
        f"{p[1]:.2g} after correction for {number(asked.tried, 'window')}."
    )


def _notes(asked: Asked, inside: Tally, outside: Tally, fit: Fit) -> Iterator[str]:
    yield from small(asked.pressures, _WHERE[asked.side][1])
    fewer = min(inside.contacts, outside.contacts)
    if fewer < _FEW_CONTACTS:
        where = "inside" if fewer == inside.contacts else "outside"
        yield f"small numbers: {number(fewer, 'contact')} {where} the windows"
    if inside.days > outside.days:
        yield "the windows cover more than half of the period"
    if fit.dispersion > 1.5:
        yield f"contacts come in bursts (dispersion {fit.dispersion:.1f}); the interval is widened for it"
