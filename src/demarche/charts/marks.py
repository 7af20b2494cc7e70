"""The things that charts show, as plain data, and the shape that stands for each."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date

from demarche.charts.frame import ACCENT, DARK, MIDDLE, Spec, layer

__all__ = [
    "CROSS",
    "DEADLINE",
    "OUTCOMES",
    "TYPES",
    "Contact",
    "Offer",
    "Pressure",
    "beside_announced",
    "outcomes",
    "span",
]

#: an x that can be filled
CROSS = "M-1,-.6L-.6,-1L0,-.4L.6,-1L1,-.6L.4,0L1,.6L.6,1L0,.4L-.6,1L-1,.6L-.4,0Z"

#: a square with a hole: what is not carried out beside what is
FRAME = "M-1,-1L1,-1L1,1L-1,1ZM-.5,-.5L-.5,.5L.5,.5L.5,-.5Z"

#: the look of a deadline
DEADLINE: Spec = {"orient": "vertical", "thickness": 3, "size": 16, "color": "#111418", "opacity": 1}

#: contact types in the order of their rows
TYPES = ("summit", "meeting", "visit", "talks", "call", "message")

#: what became of a pressure: its words, its shape and its colour; shapes alone tell them apart
OUTCOMES: dict[str, tuple[str, str, str]] = {
    "carried_out": ("carried out", "square", ACCENT),
    "partly_carried_out": ("partly carried out", "diamond", ACCENT),
    "not_carried_out": ("not carried out", FRAME, DARK),
    "met": ("met", "circle", DARK),
    "withdrawn": ("withdrawn", "triangle-down", DARK),
    "overtaken": ("overtaken", "cross", DARK),
    "deferred": ("put off", "M-1,-1L0,0L-1,1ZM0,-1L1,0L0,1Z", DARK),
    "lapsed": ("day passed, no text", CROSS, "#4a4f57"),
    "unknown": ("told in words only", "M-.9,-1L.9,-1L-.9,1L.9,1Z", "#4a4f57"),
    "open": ("open", "triangle-right", MIDDLE),
}


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact: the days it may have fallen on, its type, its minutes from least to most (None: not known).

    `about` when its source gives the day as about right. `link` is where a click leads in an app.
    """

    first: date
    last: date
    type: str
    least: int | None = None
    most: int | None = None
    label: str = ""
    about: bool = False
    link: str = ""
    held: bool = True  # False for one that is planned, cancelled or denied: it ends no silence


@dataclass(frozen=True, slots=True)
class Pressure:
    """A threat, ultimatum or demand: announced, due, and what became of it (a key of `OUTCOMES`) on which day."""

    announced: date
    label: str
    deadline: date | None = None
    state: str = "open"
    ended: date | None = None
    link: str = ""

    def end(self, as_of: date) -> date:
        """The last day that its line reaches to."""
        reach = [self.announced, *(day for day in (self.deadline, self.ended) if day)]
        return max(*reach, as_of) if self.state in ("open", "deferred") and not self.ended else max(reach)


@dataclass(frozen=True, slots=True)
class Offer:
    """Something held out: on which day, what, and what became of it in words."""

    made: date
    label: str
    became: str = ""
    link: str = ""


def outcomes(states: Container[str], **legend: object) -> Spec:
    """Shape and colour by outcome, with a legend of those that occur; nothing when none does."""
    used = [words for state, words in OUTCOMES.items() if state in states]
    if not used:
        return {}
    domain = [words for words, _, _ in used]
    ranges = {"shape": [shape for _, shape, _ in used], "color": [color for _, _, color in used]}
    look = {"title": "outcome", **legend}
    return {
        name: {"field": "became", "type": "nominal", "legend": look, "scale": {"domain": domain, "range": values}}
        for name, values in ranges.items()
    }


def beside_announced(encoding: Spec, field: str, **look: object) -> list[Spec]:
    """The marks of outcomes; one that falls on the announcement, or whose day nobody tells, stands right of it."""
    at, announced = f"datum.{field}", "datum.announced"
    filled: Spec = {"filled": True, "opacity": 1, **look}
    return [
        layer("point", encoding, where=f"{at} && {at} !== {announced}", **filled),
        layer("point", encoding, where=f"{at} === {announced}", **filled, xOffset=11),
    ]


def span(
    contacts: Sequence[Contact], pressures: Sequence[Pressure], as_of: date, offers: Sequence[Offer] = ()
) -> tuple[date, date]:
    """The days from the first to the last thing shown."""
    made = [offer.made for offer in offers]
    firsts = [*(c.first for c in contacts), *(p.announced for p in pressures), *made]
    lasts = [*(c.last for c in contacts), *(p.end(as_of) for p in pressures), *made]
    return min(firsts, default=as_of), max(lasts, default=as_of)
