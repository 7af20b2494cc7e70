"""What every statistic answers: a figure, its interval, how many things it rests on, and one plain sentence.

`method` names the section of docs/methods.md that says how the figure is made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

__all__ = ["FEW", "METHODS", "Finding", "Interval", "Method", "figure", "number", "percent", "small"]

Method = Literal[
    "contact-around-pressure",
    "shares",
    "time-to-outcome",
    "with-and-without-contact",
    "who-talks-to-whom",
    "initiator-balance",
    "length-over-time",
    "reciprocity",
    "planned-that-never-came",
]
#: the sections of docs/methods.md, each with its title
METHODS: dict[Method, str] = {
    "contact-around-pressure": "Contact around pressure",
    "shares": "Shares",
    "time-to-outcome": "Time to outcome",
    "with-and-without-contact": "With and without contact",
    "who-talks-to-whom": "Who talks to whom",
    "initiator-balance": "Initiator balance",
    "length-over-time": "Length over time",
    "reciprocity": "Reciprocity",
    "planned-that-never-came": "Planned that never came",
}
#: below this many things a figure is called small
FEW = 10

Interval = tuple[float, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One figure. `estimate` is None when the data cannot give one; an `interval` open upwards ends with None.

    `n` counts what the figure rests on (the sentence says what), `level` is the level of the interval.
    """

    method: Method
    estimate: float | None
    interval: Interval | None
    n: int
    sentence: str
    level: float = 0.95
    notes: tuple[str, ...] = ()


def small(count: int, what: str, enough: int = FEW) -> Iterable[str]:
    """The note on small numbers, or nothing."""
    if count < enough:
        yield f"small numbers: {number(count, what)}"


def number(count: int, what: str) -> str:
    """`1 deadline`, `2 deadlines`, `no deadlines`."""
    return f"{count or 'no'} {what}{'s' * (count != 1)}"


def figure(value: float | None) -> str:
    """Two or three digits that mean something: `0.04`, `2.4`, `18`; an open end is `any size`."""
    if value is None:
        return "any size"
    if value >= 10:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 0.95 else f"{value:.2f}"


def percent(value: float) -> str:
    """`37 %`."""
    return f"{100 * value:.0f} %"
