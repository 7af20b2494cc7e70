"""Deadlines as lifelines: from the announcement over the deadline to what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from demarche.charts.frame import (
    DARK,
    Frame,
    Spec,
    day,
    framed,
    iso,
    joined,
    label_limit,
    layer,
    moment,
    number,
    tooltip,
)
from demarche.charts.marks import DEADLINE, OUTCOMES, Pressure, beside_announced, outcomes, span

__all__ = ["lifelines"]

_MARGIN = timedelta(days=2)
_NARROW = 400
_KEY = "Circle: announced; tick: deadline; dotted: past the deadline; last mark: what became of it."


def lifelines(pressures: Sequence[Pressure], *, frame: Frame, width: int = 520) -> Spec:
    """One row a pressure, the earliest on top: solid up to its deadline, dashed beyond it, its outcome as a mark.

    A line that ends in an arrow is still open on the day of asking.
    """
    ranked = sorted(pressures, key=lambda one: (one.announced, one.label))
    rows = [_row(pressure, frame) for pressure in ranked]
    first, last = span((), pressures, frame.as_of)
    x = {
        "type": "temporal",
        "axis": {"title": None, "format": "%-d %b %Y", "labelOverlap": True, "tickCount": 7},
        "scale": {"domain": [moment(first - _MARGIN), moment(last + _MARGIN)]},
    }
    axis = {"title": None, "ticks": False, "domain": False, "grid": True, "labelLimit": label_limit(width)}
    y = {"field": "label", "type": "nominal", "sort": list(dict.fromkeys(row["label"] for row in rows)), "axis": axis}
    rule: Spec = {"strokeWidth": 2, "color": DARK}
    begun, end = {"x": {**x, "field": "announced"}}, {"x": {**x, "field": "end"}}
    beyond = {"x": {**x, "field": "solid"}, "x2": {"field": "end", "type": "temporal"}}
    outcome = {**end, **outcomes([pressure.state for pressure in pressures], **_legend(width))}
    body = {
        "width": width,
        "height": {"step": 26},
        "data": {"values": rows},
        "encoding": {"y": y, "tooltip": tooltip("label", "from", "due", "became", "on")},
        "layer": [
            layer("rule", {**begun, "x2": {"field": "solid", "type": "temporal"}}, **rule),
            layer("rule", beyond, where="datum.end > datum.solid", **rule, strokeDash=[2, 4]),
            layer("point", begun, shape="circle", filled=False, fill="white", color=DARK, size=45, opacity=1),
            layer("tick", {"x": {**x, "field": "deadline"}}, where="datum.deadline", **DEADLINE),
            *beside_announced(outcome, "end", size=110),
        ],
    }
    return framed(frame, body, _description(ranked), _KEY)


def _legend(width: int) -> Spec:
    """Right of the plot, or under it where there is no room."""
    return {} if width >= _NARROW else {"orient": "bottom", "columns": 2}


def _row(pressure: Pressure, frame: Frame) -> Spec:
    end = pressure.end(frame.as_of)
    solid = min(pressure.deadline or end, end)
    return {
        "label": f"{day(pressure.announced).rsplit(' ', 1)[0]}: {pressure.label}",
        "announced": iso(pressure.announced),
        "solid": iso(solid),
        "end": iso(end),
        "deadline": iso(pressure.deadline) if pressure.deadline else None,
        "from": day(pressure.announced),
        "due": day(pressure.deadline) if pressure.deadline else "no deadline",
        "became": OUTCOMES[pressure.state][0],
        "on": day(pressure.ended) if pressure.ended else "",
        "link": pressure.link,
    }


def _description(pressures: Sequence[Pressure]) -> str:
    if not pressures:
        return "Lifelines of pressures: none."
    became = Counter(OUTCOMES[pressure.state][0] for pressure in pressures)
    ends = joined(f"{count} {words}" for words, count in sorted(became.items(), key=lambda item: (-item[1], item[0])))
    due = sum(pressure.deadline is not None for pressure in pressures)
    first, last = pressures[0].announced, pressures[-1].announced
    return (
        f"Lifelines of {number(len(pressures), 'pressure')} announced from {day(first)} to {day(last)}, "
        f"{due} with a deadline: {ends}."
    )
