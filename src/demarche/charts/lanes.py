"""Pressures in lanes: none runs into another, and each has room for its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from demarche.charts.frame import Spec, day, iso
from demarche.charts.marks import OUTCOMES, Pressure

__all__ = ["WIDTH", "ended", "lanes", "named", "room"]

WIDTH = 760  # pixels of the time axis
_LETTERS = 44
_LETTER = 5.0  # pixels of one letter of the names
_BETWEEN = timedelta(days=3)


def lanes(pressures: Sequence[Pressure], first: date, last: date, as_of: date, width: int = WIDTH) -> Iterator[Spec]:
    """One row a pressure that reaches into the period, each in the first lane that is free."""
    free: list[date] = []
    for pressure in sorted(pressures, key=lambda one: (one.announced, one.label)):
        end = pressure.end(as_of)
        if end < first or pressure.announced > last:
            continue
        begin, until = room(pressure.announced, end, pressure.label, (first, last), width)
        lane = next((at for at, taken in enumerate(free) if taken + _BETWEEN < begin), len(free))
        free[lane : lane + 1] = [until]
        yield {"lane": lane, **_row(pressure, end), **named(pressure.announced, pressure.label, begin, first)}


def ended(pressure: Pressure) -> date | None:
    """The day at which the outcome is drawn: its own, else that of the deadline, else that of the announcement."""
    if pressure.state == "open":
        return None
    return pressure.ended or pressure.deadline or pressure.announced


def room(start: date, end: date, label: str, window: tuple[date, date], width: int = WIDTH) -> tuple[date, date]:
    """The days that a line and its name take up; a name near the right end reaches to the left instead."""
    first, last = window
    a_day = width / max(1, (last - first).days)
    needed = timedelta(days=min(len(label), _LETTERS) * _LETTER / a_day)
    begin = max(first, min(start, last - needed))
    return begin, max(end, begin + needed)


def named(start: date, label: str, begin: date, first: date) -> Spec:
    """The name as it is drawn, where, and whether it stands to the right of its mark."""
    name = label if len(label) <= _LETTERS else f"{label[: _LETTERS - 1].rstrip()}…"
    return {"name": name, "named": iso(begin), "rightward": begin == max(start, first)}


def _row(pressure: Pressure, end: date) -> Spec:
    at = ended(pressure)
    return {
        "label": pressure.label,
        "announced": iso(pressure.announced),
        "solid": iso(min(pressure.deadline or end, end)),
        "end": iso(end),
        "deadline": iso(pressure.deadline) if pressure.deadline else None,
        "at": iso(at) if at else None,
        "from": day(pressure.announced),
        "due": day(pressure.deadline) if pressure.deadline else "no deadline",
        "became": OUTCOMES[pressure.state][0],
        "link": pressure.link,
    }
