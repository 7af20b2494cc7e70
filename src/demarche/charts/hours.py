"""Hours in contact by counterpart, with their bounds; contacts of unknown length stand apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from demarche.charts.frame import DARK, LIGHT, Frame, Spec, framed, label_limit, layer, number, tooltip

__all__ = ["Hours", "hours"]


_KEY = "Solid: at least; faint: at most; arrow: nobody says how much more."


@dataclass(frozen=True, slots=True)
class Hours:
    """Minutes with one counterpart: least and most (None: open upwards), over `known` contacts; `unknown` others."""

    counterpart: str
    least: int
    most: int | None
    known: int
    unknown: int = 0
    link: str = ""  # where a click leads in an app


def hours(rows: Sequence[Hours], *, frame: Frame, width: int = 520) -> Spec:
    """One bar a counterpart, the longest first: dark up to the least, light up to the most, the unknown in words."""
    ranked = sorted(rows, key=lambda row: (-row.least, -(row.most or 0), row.counterpart))
    values = [_row(row) for row in ranked]
    reach = max((value["reach"] for value in values), default=0) or 1
    axis = {"title": None, "ticks": False, "domain": False, "labelLimit": label_limit(width)}
    y = {"field": "counterpart", "type": "nominal", "sort": [row.counterpart for row in ranked], "axis": axis}
    x = {"type": "quantitative", "scale": {"domain": [0, reach * 1.02]}, "axis": {"title": "hours"}}
    least, most = {"x": {**x, "field": "least"}}, {"x": {**x, "field": "reach"}}
    between = {**least, "x2": {"field": "reach"}}
    arrow: Spec = {"shape": "triangle-right", "filled": True, "size": 130, "color": DARK, "opacity": 1}
    body = {
        "width": width,
        "height": {"step": 30},
        "data": {"values": values},
        "encoding": {"y": y, "tooltip": tooltip("counterpart", "said")},
        "layer": [
            layer("bar", between, where="datum.reach > datum.least", height=16, color=LIGHT, stroke=DARK),
            layer("point", most, where="datum.open", **arrow),
            layer("bar", least, height=16, color=DARK),
            layer("text", {**most, "text": {"field": "said"}}, align="left", dx=12, fontSize=11, color="#2a2e34"),
        ],
    }
    return framed(frame, body, _description(ranked), _KEY)


def _row(row: Hours) -> Spec:
    reach = row.least if row.most is None else row.most
    return {
        "counterpart": row.counterpart,
        "least": row.least / 60,
        "reach": reach / 60,
        "open": row.known > 0 and row.most is None,
        "said": _said(row),
        "link": row.link,
    }


def _said(row: Hours) -> str:
    """`3.5–4 h in 5 contacts`, `2 h or more in 1 contact; 3 more of unknown length`."""
    if not row.known:
        return f"{number(row.unknown, 'contact')} of unknown length"
    low, high = _hours(row.least), _hours(row.most or row.least)
    total = f"{low} h or more" if row.most is None else f"{low} h" if low == high else f"{low}–{high} h"
    rest = f"; {row.unknown} more of unknown length" if row.unknown else ""
    return f"{total} in {number(row.known, 'contact')}{rest}"


def _hours(minutes: int) -> str:
    return f"{minutes / 60:.1f}".removesuffix(".0")


def _description(rows: Sequence[Hours]) -> str:
    if not rows:
        return "Bar chart of hours in contact: no contacts."
    shown = "; ".join(f"{row.counterpart} {_said(row).replace(';', ',')}" for row in rows[:6])
    more = f"; and {len(rows) - 6} more" if len(rows) > 6 else ""
    return f"Bar chart of hours in contact with {number(len(rows), 'counterpart')}: {shown}{more}."
