"""Lengths as words and as bars: a bar from the least to the greatest minutes, an arrow where it is open."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.analysis.wording import clock

__all__ = ["SCALE", "Bar", "bar", "words"]

SCALE = 180
"""Minutes from end to end of a bar: a call has 30 to 150; what is longer runs over the end with an arrow."""

WIDTH = 72
"""Units from end to end."""

_LEAST = 3.0


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a bar starts and how long it is, in units; `over` when it goes on beyond the end of the scale."""

    start: float
    width: float
    over: bool
    exact: bool
    words: str


def words(least: int | None, most: int | None) -> str:
    """`2 h 30`, `50–70 min`, `over 2 h`, `up to 45 min`, or nothing."""
    if least is None and most is None:
        return ""
    if least is None:
        return f"up to {clock(most or 0)}"
    if most is None:
        return f"over {clock(least)}"
    if least == most:
        return clock(least)
    return f"{clock(least)} – {clock(most)}" if most >= 60 else f"{least}–{most} min"


def bar(least: int | None, most: int | None) -> Bar | None:
    """The bar of a length; None when nobody tells it."""
    told = words(least, most)
    if not told:
        return None
    start, end = least or 0, SCALE if most is None else most
    left = min(start, SCALE) * WIDTH / SCALE
    right = min(end, SCALE) * WIDTH / SCALE
    exact = least == most
    left = min(left if not exact else max(0.0, left - _LEAST / 2), WIDTH - 2 * _LEAST)
    return Bar(round(left, 1), round(max(right - left, _LEAST), 1), most is None or most > SCALE, exact, told)
