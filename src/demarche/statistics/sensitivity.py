"""Would the answer stand without this source, without the doubtful rows, with confirmed ones only?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from demarche.statistics.calendar import Calendar
from demarche.statistics.finding import figure, number
from demarche.statistics.follows import Follows, Series, follows
from demarche.statistics.window import Window

__all__ = ["Sensitivity", "sensitivity"]


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The full answer beside the answer of each reduced series, in the order given.

    `sentences` say for each window between which ratios it moves, and which drops carry it across `alpha`.
    """

    full: Follows
    reduced: tuple[tuple[str, Follows], ...]
    sentences: tuple[str, ...]


def sensitivity(
    series: Series, reduced: Mapping[str, Series], calendar: Calendar, *, alpha: float = 0.05, **options: Any
) -> Sensitivity:
    """Run the test on the full series and again on each reduced one; `options` go to `follows`.

    The keys say what is left out: "without TASS", "without doubtful rows", "confirmed only". A reduced series whose
    source covered days that no other source covers brings its own `gaps`.
    """
    full = follows(series, calendar, **options)
    others = tuple((name, follows(one, calendar, **options)) for name, one in reduced.items())
    return Sensitivity(full, others, tuple(_sentence(window, others, alpha) for window in full.windows))


def _sentence(window: Window, others: tuple[tuple[str, Follows], ...], alpha: float) -> str:
    what = f"{number(window.days, 'day')} {window.side}"
    again = [(name, found) for name, one in others for found in one.windows if _same(window, found)]
    ratios = [found.estimate for _, found in again if found.estimate is not None]
    if not ratios:
        return f"{what}: nothing to compare after any drop."
    lost = [name for name, found in again if _below(found, alpha) != _below(window, alpha)]
    moved = f"p moves across {alpha:g} {', '.join(lost)}" if lost else f"no drop moves p across {alpha:g}"
    gone = [name for name, _ in others if name not in {name for name, _ in again}]
    left = f"; no such pressure is left {', '.join(gone)}" if gone else ""
    return f"{what}: the ratio is {figure(min(ratios))} to {figure(max(ratios))} after the drops; {moved}{left}."


def _same(one: Window, other: Window) -> bool:
    return (one.side, one.days) == (other.side, other.days)


def _below(window: Window, alpha: float) -> bool:
    return window.p_corrected is not None and window.p_corrected <= alpha
