"""Episodes under each other: every pressure begins at day 0, with what is told before and after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from demarche.charts.frame import (
    ACCENT,
    DARK,
    MIDDLE,
    Frame,
    Spec,
    day,
    framed,
    label_limit,
    layer,
    number,
    tooltip,
)
from demarche.charts.marks import DEADLINE, OUTCOMES, outcomes

__all__ = ["Beat", "Episode", "episodes"]

_KEY = (
    "Day 0: announced. Dot: contact (hollow: in doubt; bar: one day of these); diamond: offer or concession; "
    "triangle: friendly words; tick: deadline; last mark: what became of it."
)
_NARROW = 400
_STEP, _UNDER = 30, 8  # pixels of a row; offers and friendly words stand under its line
_SHOWN = ("contact", "offer", "concession", "praise")


@dataclass(frozen=True, slots=True)
class Beat:
    """Something told so many days after the announcement (negative: before it), on a day from `first` to `last`.

    `kind` is contact, offer, concession or praise; `sure` False where it may not belong.
    """

    first: int
    last: int
    kind: str
    label: str
    sure: bool = True
    link: str = ""


@dataclass(frozen=True, slots=True)
class Episode:
    """A pressure and its window in days from its announcement; `state` is a key of `OUTCOMES`."""

    announced: date
    label: str
    first: int
    last: int
    state: str = "open"
    due: int | None = None
    ended: int | None = None
    beats: tuple[Beat, ...] = ()
    link: str = ""

    @property
    def end(self) -> int:
        """The day at which its line ends: of the outcome, else of the deadline, else of the announcement."""
        return next((at for at in (self.ended, self.due) if at is not None), 0)


def episodes(told: Sequence[Episode], *, frame: Frame, width: int = 560) -> Spec:
    """One row an episode, the earliest on top; what stands left of the line came before the announcement."""
    ranked = sorted(told, key=lambda one: (one.announced, one.label))
    lines = [_line(one) for one in ranked]
    order = [line["row"] for line in lines]
    beats = [beat for one, row in zip(ranked, order, strict=True) for beat in _beats(one, row)]
    x, y = _days(ranked, width), _rows(order, width)
    body = {
        "width": width,
        "height": {"step": _STEP},
        "encoding": {"y": y},
        "layer": [*_line_layers(lines, x), *_beat_layers(beats, x), *_end_layers(ranked, lines, x, width)],
    }
    return framed(frame, body, _description(ranked), _KEY)


def _days(told: Sequence[Episode], width: int) -> Spec:
    domain = [min((one.first for one in told), default=-14) - 1, max((one.last for one in told), default=14) + 1]
    axis = {
        "title": "days from the announcement",
        "labelExpr": "datum.value > 0 ? '+' + datum.label : datum.value < 0 ? '−' + abs(datum.value) : '0'",
        "tickCount": max(4, min(14, width // 60)),
        "labelOverlap": True,
    }
    return {"type": "quantitative", "axis": axis, "scale": {"domain": domain, "nice": False, "zero": False}}


def _rows(order: Sequence[str], width: int) -> Spec:
    names = list(dict.fromkeys(order))
    axis = {"title": None, "ticks": False, "domain": False, "grid": False, "labelLimit": label_limit(width)}
    return {"field": "row", "type": "nominal", "sort": names, "scale": {"domain": names}, "axis": axis}


def _line_layers(lines: Sequence[Spec], x: Spec) -> list[Spec]:
    said = tooltip("label", "from", "due", "became", "on")
    window = {"x": {**x, "field": "first"}, "x2": {"field": "last"}}
    line = {"x": {**x, "field": "zero"}, "x2": {"field": "end"}, "tooltip": said}
    begun = {"x": {**x, "field": "zero"}, "tooltip": said}
    return [
        layer("bar", window, values=lines, height=22, color="#eef1f4"),
        layer("rule", {"x": {**x, "datum": 0}, "y": None}, values=[{}], color="#8a9099", strokeWidth=1),
        layer("rule", line, values=lines, strokeWidth=2, color=ACCENT),
        layer("point", begun, values=lines, shape="triangle-up", filled=True, size=70, color=ACCENT, opacity=1),
    ]


def _beat_layers(beats: Sequence[Spec], x: Spec) -> list[Spec]:
    at = {"x": {**x, "field": "middle"}, "tooltip": tooltip("label", "days", "doubt")}
    stretch = {"x": {**x, "field": "from"}, "x2": {"field": "to"}, "tooltip": at["tooltip"]}
    contact, one_day = "datum.kind === 'contact'", "datum.from === datum.to"
    gift = "datum.kind === 'offer' || datum.kind === 'concession'"
    filled: Spec = {"filled": True, "opacity": 0.9, "stroke": "white", "strokeWidth": 0.6}
    under: Spec = {**filled, "yOffset": _UNDER}
    hollow: Spec = {"filled": True, "fill": "white", "stroke": DARK, "strokeWidth": 1.3, "opacity": 1}
    found = [
        layer("bar", stretch, where=f"!({one_day})", height=5, color=DARK, opacity=0.3),
        layer("point", at, where="datum.kind === 'praise'", shape="triangle-down", size=52, color=MIDDLE, **under),
        layer("point", at, where=gift, shape="diamond", size=62, color="#2a6a49", **under),
        layer("point", at, where=f"{contact} && datum.sure && {one_day}", size=62, color=DARK, **filled),
        layer("point", at, where=f"{contact} && !(datum.sure && {one_day})", size=48, **hollow),
    ]
    for one in found:
        one["data"] = {"values": list(beats)}
    return found


def _end_layers(told: Sequence[Episode], lines: Sequence[Spec], x: Spec, width: int) -> list[Spec]:
    legend: Spec = {} if width >= _NARROW else {"orient": "bottom", "columns": 2}
    drawn = [one.state for one in told if one.state != "open"]
    said = tooltip("label", "became", "on")
    end = {"x": {**x, "field": "end"}, **outcomes(drawn, **legend), "tooltip": said}
    due = {"x": {**x, "field": "deadline"}, "tooltip": said}
    ticks = layer("tick", due, where="datum.deadline !== null", values=lines, **{**DEADLINE, "size": 14})
    mark: Spec = {"filled": True, "opacity": 1, "size": 95}
    apart = layer("point", end, where="!datum.open && datum.end !== 0", values=lines, **mark)
    beside = layer("point", end, where="!datum.open && datum.end === 0", values=lines, **mark, xOffset=11)
    return [ticks, apart, beside]


def _line(one: Episode) -> Spec:
    return {
        "row": f"{day(one.announced)}: {one.label}",
        "label": one.label,
        "zero": 0,
        "first": one.first,
        "last": one.last,
        "end": one.end,
        "deadline": one.due,
        "open": one.state == "open",
        "from": day(one.announced),
        "due": "no deadline" if one.due is None else f"day {one.due:+d}",
        "became": OUTCOMES[one.state][0],
        "on": "" if one.ended is None else f"day {one.ended:+d}",
        "link": one.link,
    }


def _beats(one: Episode, row: str) -> Iterator[Spec]:
    for beat in one.beats:
        if beat.kind in _SHOWN:
            yield {
                "row": row,
                "kind": beat.kind,
                "label": beat.label,
                "from": beat.first,
                "to": beat.last,
                "middle": (beat.first + beat.last) / 2,
                "days": f"{beat.first:+d}" if beat.first == beat.last else f"{beat.first:+d} to {beat.last:+d}",
                "doubt": "" if beat.sure else "in doubt",
                "sure": beat.sure,
                "link": beat.link,
            }


def _description(told: Sequence[Episode]) -> str:
    if not told:
        return "Episodes of pressure: none."
    contacts = [beat for one in told for beat in one.beats if beat.kind == "contact" and beat.sure]
    before = sum(beat.last < 0 for beat in contacts)
    after = sum(beat.first > 0 for beat in contacts)
    gifts = sum(beat.kind in ("offer", "concession") for one in told for beat in one.beats)
    words = sum(beat.kind == "praise" for one in told for beat in one.beats)
    return (
        f"{number(len(told), 'episode')} of pressure announced from {day(told[0].announced)} to "
        f"{day(told[-1].announced)}. In their windows: {number(before, 'contact')} before the announcement, "
        f"{after} after it, {len(contacts) - before - after} on its day or on one of several days; "
        f"{number(gifts, 'offer or concession', 'offers or concessions')}; "
        f"{number(words, 'friendly statement')}. One that lies in two windows stands in both."
    )
