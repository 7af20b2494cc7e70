"""Pressures with their lives, as marks of a chart and as cells of a table."""

from __future__ import annotations

from collections.abc import Iterable

from demarche.analysis.pressures import PressureLife
from demarche.charts import Pressure
from demarche.web.views.words import shortened

__all__ = ["pressure_marks"]


def pressure_marks(lives: Iterable[PressureLife]) -> list[Pressure]:
    """From the day of the announcement over the deadline in force to what became of it."""
    return [mark for life in lives if (mark := _mark(life))]


def _mark(life: PressureLife) -> Pressure | None:
    if life.day is None:
        return None
    due = life.due if life.due and life.due >= life.day else None
    ended = life.ended if life.ended and life.ended >= life.day else None
    return Pressure(life.day, named(life), due, life.state, ended, f"/event/{life.id}")


def named(life: PressureLife) -> str:
    """`Trump: tariffs of 100 percent`: short enough for a mark."""
    who = ", ".join(name.rsplit(" ", 1)[-1] for name in life.by[:2])
    what = shortened(life.what, 90)
    return f"{who}: {what}" if who else what
