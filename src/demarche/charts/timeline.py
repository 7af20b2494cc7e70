"""Pressure and contact of a pair on one time axis: what came before what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from demarche.charts.frame import ACCENT, DARK, Frame, Spec, counted, day, framed, iso, layer, number, tooltip
from demarche.charts.lanes import WIDTH, ended, lanes
from demarche.charts.marks import DEADLINE, TYPES, Contact, Pressure, outcomes, span

__all__ = ["timeline"]

_LANE = 28
_MARGIN = timedelta(days=2)
_KEY = (
    "Triangle: announced; tick: deadline, dashed below; dots grow with length, hollow: length not known, "
    "bar: day not certain."
)
_TIME: Spec = {"format": "%-d %b", "labelOverlap": True, "title": None, "tickCount": 12}


def timeline(
    contacts: Sequence[Contact], pressures: Sequence[Pressure], *, frame: Frame, period: tuple[date, date] | None = None
) -> Spec:
    """Above, each pressure from its announcement to its deadline and its outcome; below, the contacts by type.

    Deadlines run through as dashed lines. A contact of unknown length is a hollow mark, one on an uncertain day a bar.
    """
    first, last = period or span(contacts, pressures, frame.as_of)
    seen = [contact for contact in contacts if contact.first <= last and contact.last >= first]
    rows = list(lanes(pressures, first, last, frame.as_of))
    scale = {"domain": [iso(first - _MARGIN), iso(last + _MARGIN)]}
    parts = [_pressures(rows, pressures, scale), _contacts(seen, rows, scale)]
    body = {"vconcat": parts, "spacing": 14, "resolve": {"legend": {"shape": "independent", "color": "independent"}}}
    return framed(frame, body, _description(seen, rows, first, last), _KEY)


def _pressures(rows: list[Spec], pressures: Sequence[Pressure], scale: Spec) -> Spec:
    count = max((row["lane"] for row in rows), default=0) + 1
    x = {"field": "announced", "type": "temporal", "scale": scale, "axis": None}
    axis = {"title": "Pressure", "labels": False, "ticks": False, "domain": False}
    y = {"field": "lane", "type": "ordinal", "scale": {"domain": list(range(count))}, "axis": axis}
    tick: Spec = {**DEADLINE, "size": 12, "clip": True}
    rule: Spec = {"strokeWidth": 2, "color": ACCENT, "clip": True}
    beyond = {"x": {**x, "field": "solid"}, "x2": {"field": "end"}}
    name = {"x": {**x, "field": "named"}, "text": {"field": "name"}}
    text: Spec = {"fontSize": 9.5, "dy": -12, "color": "#2a2e34", "align": "left"}
    states = [pressure.state for pressure in pressures if ended(pressure)]
    outcome = {"x": {**x, "field": "at"}, **outcomes(states, orient="top", titleOrient="left", titlePadding=10)}
    return {
        "width": WIDTH,
        "height": max(2, count) * _LANE,
        "data": {"values": rows},
        "encoding": {"y": y, "tooltip": tooltip("label", "from", "due", "became")},
        "layer": [
            layer("rule", {"x": x, "x2": {"field": "solid"}}, **rule),
            layer("rule", beyond, where="datum.end > datum.solid", **rule, strokeDash=[2, 4]),
            layer("tick", {"x": {**x, "field": "deadline"}}, where="datum.deadline", **tick),
            layer("point", {"x": x}, shape="triangle-up", filled=True, size=80, color=ACCENT, opacity=1, clip=True),
            layer("point", outcome, where="datum.at", filled=True, size=90, opacity=1, clip=True),
            layer("text", name, where="datum.rightward", **text, dx=-3),
            layer("text", name, where="!datum.rightward", **text),
        ],
    }


def _contacts(contacts: Sequence[Contact], pressures: Sequence[Spec], scale: Spec) -> Spec:
    rows = [_row(contact) for contact in contacts]
    types = [kind for kind in TYPES if any(row["type"] == kind for row in rows)] or ["call"]
    types += sorted({row["type"] for row in rows} - set(types))
    x = {"field": "first", "type": "temporal", "scale": scale, "axis": _TIME}
    y = {"field": "type", "type": "ordinal", "scale": {"domain": types}, "axis": {"title": "Contact", "grid": True}}
    size = {"field": "minutes", "type": "quantitative", "scale": {"range": [40, 260], "domainMin": 0}, "legend": None}
    at = {"x": x, "y": y, "tooltip": tooltip("label", "day", "type", "length")}
    due = [{"deadline": row["deadline"]} for row in pressures if row["deadline"]]
    certain, known = "datum.first === datum.last", "datum.minutes !== null"
    mark: Spec = {"color": DARK, "opacity": 0.85}
    stretch: Spec = {"height": 6, "color": DARK, "opacity": 0.4, "clip": True}
    return {
        "width": WIDTH,
        "height": max(2, len(types)) * 30,
        "data": {"values": rows},
        "layer": [
            layer("rule", {"x": {**x, "field": "deadline"}}, values=due, strokeDash=[3, 3], color="#6a7079", clip=True),
            layer("bar", {**at, "x2": {"field": "last"}}, where=f"!({certain})", **stretch),
            layer("point", {**at, "size": size}, where=f"{certain} && {known}", **mark, filled=True, stroke="white"),
            layer("point", at, where=f"{certain} && !({known})", **mark, filled=False, size=60, strokeWidth=1.5),
        ],
    }


def _row(contact: Contact) -> Spec:
    certain = contact.first == contact.last
    return {
        "label": contact.label,
        "first": iso(contact.first),
        "last": iso(contact.last),
        "type": contact.type,
        "minutes": contact.least,
        "day": day(contact.first) if certain else f"{day(contact.first)} to {day(contact.last)}",
        "length": _length(contact),
    }


def _length(contact: Contact) -> str:
    if contact.least is None:
        return "length not known"
    if contact.most is None:
        return f"at least {contact.least} min"
    return f"{contact.least} min" if contact.least == contact.most else f"{contact.least} to {contact.most} min"


def _description(contacts: Sequence[Contact], pressures: Sequence[Spec], first: date, last: date) -> str:
    kinds = Counter(contact.type for contact in contacts)
    met = f"{number(len(contacts), 'contact')}{f' ({counted(kinds)})' if kinds else ''}"
    due = sum(row["deadline"] is not None for row in pressures)
    said = f"{number(len(pressures), 'pressure')}, {due} with a deadline"
    unknown = sum(contact.least is None for contact in contacts)
    hollow = f" The length of {unknown} contacts is not known." if unknown else ""
    return f"Timeline from {day(first)} to {day(last)}: {met}; {said}.{hollow}"
