"""Figures of tests as pages and files show them: a window, a reduced series, a step of a curve."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

from demarche.statistics.finding import figure, number

if TYPE_CHECKING:
    from demarche.analysis.following import FollowsAnswer
    from demarche.export.plain_tables import Cell
    from demarche.statistics import Curve, Follows, Window

__all__ = ["COLUMNS", "Reduced", "StepLine", "WindowLine", "reduced", "rows", "small", "steps", "unchanged", "windows"]

COLUMNS = (
    *("rows", "window", "days", "pressures", "contacts_inside", "days_inside", "contacts_outside", "days_outside"),
    *("ratio", "low", "high", "p", "p_corrected"),
)
_WIDE = 4.0  # the scale of the little picture: a quarter to four times
_SPAN = 120


@dataclass(frozen=True, slots=True)
class WindowLine:
    """A window: what is inside and outside, the ratio with its interval, as words and as places on a scale."""

    words: str
    inside: str
    outside: str
    ratio: str
    interval: str
    p: str
    corrected: str
    number: int
    notes: tuple[str, ...]
    at: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Reduced:
    """The same test with other rows."""

    name: str
    contacts: int
    pressures: str
    ratios: str
    corrected: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step of a curve: so many days later, how many were at risk, ended, were watched no longer; the share left."""

    days: int
    at_risk: int
    ends: int
    censored: int
    left: str
    interval: str


def windows(answer: FollowsAnswer) -> tuple[WindowLine, ...]:
    """The windows that were tried."""
    return tuple(_window(window) for window in answer.windows)


def _window(window: Window) -> WindowLine:
    low, high = window.interval or (None, None)
    return WindowLine(
        words=f"{number(window.days, 'day')} {window.side}",
        inside=f"{window.inside.contacts} ({window.inside.a_week:.2f})",
        outside=f"{window.outside.contacts} ({window.outside.a_week:.2f})",
        ratio="" if window.estimate is None else figure(window.estimate),
        interval=f"{figure(low)} – {figure(high)}" if window.interval else "",
        p=_p(window.p),
        corrected=_p(window.p_corrected),
        number=window.n,
        notes=window.notes,
        at=None if window.estimate is None else _place(window.estimate),
        low=_place(low or 0.0),
        high=_place(high if high is not None else _WIDE),
    )


def _place(ratio: float) -> float:
    """Where a ratio stands on a scale from a quarter to four times, once in the middle."""
    held = min(max(ratio, 1 / _WIDE), _WIDE)
    return round(_SPAN / 2 + log2(held) / log2(_WIDE) * _SPAN / 2, 1)


def _p(value: float | None) -> str:
    return "" if value is None else f"{value:.2g}" if value < 0.995 else "1"


def small(answer: FollowsAnswer) -> tuple[str, ...]:
    """What to take care of: each note once, with the windows it is of; then those of the whole test."""
    found: dict[str, list[str]] = {}
    for window in answer.windows:
        for note in window.notes:
            found.setdefault(note, []).append(f"{number(window.days, 'day')} {window.side}")
    every = len(answer.windows)
    said = [note if len(where) == every else f"{note} ({', '.join(where)})" for note, where in found.items()]
    return (*said, *answer.full.notes, *answer.notes)


def reduced(answer: FollowsAnswer) -> tuple[Reduced, ...]:
    """All rows, then each series that changes the figures."""
    whole = _figures(answer.full)
    changed = ((name, one) for name, one in answer.found.reduced if _figures(one) != whole)
    return tuple(_reduced(name, one) for name, one in (("all rows", answer.full), *changed))


def unchanged(answer: FollowsAnswer) -> tuple[str, ...]:
    """What can be left out without any change."""
    whole = _figures(answer.full)
    return tuple(name.removeprefix("without ") for name, one in answer.found.reduced if _figures(one) == whole)


def _figures(one: Follows) -> tuple[tuple[int, int, int], ...]:
    return tuple((w.n, w.inside.contacts, w.outside.contacts) for w in one.windows)


def _reduced(name: str, one: Follows) -> Reduced:
    if not one.windows:
        return Reduced(name, 0, "none", "", "")
    first = one.windows[0]
    ratios = [w.estimate for w in one.windows if w.estimate is not None]
    ps = [w.p_corrected for w in one.windows if w.p_corrected is not None]
    nouns = {"before a deadline": "deadline", "after a threat": "threat"}
    counts = {window.side: window.n for window in one.windows}
    return Reduced(
        name,
        first.inside.contacts + first.outside.contacts,
        ", ".join(number(n, nouns[side]) for side, n in counts.items()),
        f"{figure(min(ratios))} – {figure(max(ratios))}" if ratios else "",
        _p(min(ps)) if ps else "",
    )


def rows(answer: FollowsAnswer) -> Iterator[tuple[Cell, ...]]:
    """A line a window, of all rows and of each reduced series."""
    for name, one in (("all rows", answer.full), *answer.found.reduced):
        for w in one.windows:
            low, high = w.interval or (None, None)
            counts = (w.inside.contacts, w.inside.days, w.outside.contacts, w.outside.days)
            yield name, w.side, w.days, w.n, *counts, w.estimate, low, high, w.p, w.p_corrected


def steps(curve: Curve) -> tuple[StepLine, ...]:
    """A line a step."""
    return tuple(
        StepLine(
            step.days,
            step.at_risk,
            step.ends,
            step.censored,
            f"{100 * step.open_share:.0f} %",
            f"{100 * step.low:.0f} – {100 * step.high:.0f} %" if step.low is not None and step.high else "",
        )
        for step in curve.steps
    )
