"""The parts of a timeline, one under the other: pressures, offers, contacts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from demarche.charts.frame import ACCENT, DARK, Spec, day, iso, layer, tooltip
from demarche.charts.lanes import ended, named, room
from demarche.charts.marks import DEADLINE, TYPES, Contact, Offer, Pressure, beside_announced, outcomes
from demarche.charts.windows import Window

__all__ = ["contact_part", "offer_part", "pressure_part"]

_LANE = 28
_BETWEEN = timedelta(days=3)
_DAY = timedelta(days=1)
_NAMES: Spec = {"fontSize": 9.5, "dy": -12, "color": "#2a2e34", "align": "left"}


def pressure_part(rows: Sequence[Spec], pressures: Sequence[Pressure], window: Window) -> Spec:
    """Each pressure in its lane: a triangle, a line to its deadline, dashes beyond it, its outcome."""
    x, y = _x("announced", window), _lane(rows, "Pressure")
    tick: Spec = {**DEADLINE, "size": 12, "clip": True}
    rule: Spec = {"strokeWidth": 2, "color": ACCENT, "clip": True}
    beyond = {"x": {**x, "field": "solid"}, "x2": {"field": "end", "type": "temporal"}}
    states = [pressure.state for pressure in pressures if ended(pressure)]
    outcome = {"x": {**x, "field": "at"}, **outcomes(states, orient="top", titleOrient="left", titlePadding=10)}
    marks = [
        layer("rule", {"x": x, "x2": {"field": "solid", "type": "temporal"}}, **rule),
        layer("rule", beyond, where="datum.end > datum.solid", **rule, strokeDash=[2, 4]),
        layer("tick", {"x": {**x, "field": "deadline"}}, where="datum.deadline", **tick),
        layer("point", {"x": x}, shape="triangle-up", filled=True, size=80, color=ACCENT, opacity=1, clip=True),
        *beside_announced(outcome, "at", size=90, clip=True),
        *_name_layers(x),
    ]
    return _part("pressures", rows, marks, y, tooltip("label", "from", "due", "became"), window)


def offer_part(offers: Sequence[Offer], days: tuple[date, date], window: Window) -> Spec:
    """Each offer as a diamond with its name."""
    rows = list(_offer_lanes(offers, days, window.width))
    x, y = _x("made", window), _lane(rows, "Offer")
    mark = layer("point", {"x": x}, shape="diamond", filled=True, size=90, color=DARK, opacity=1, clip=True)
    return _part("offers", rows, [mark, *_name_layers(x)], y, tooltip("label", "day", "became"), window)


def contact_part(contacts: Sequence[Contact], pressures: Sequence[Spec], quiet: Sequence[Spec], window: Window) -> Spec:
    """The contacts by type, with the deadlines running through and the longest silences in a row of their own."""
    rows = [_row(contact) for contact in contacts]
    types = [kind for kind in TYPES if any(row["type"] == kind for row in rows)] or ["call"]
    types += sorted({row["type"] for row in rows} - set(types)) + (["no contact"] if quiet else [])
    x = {**_x("first", window), "axis": window.time_axis}
    y = {"field": "type", "type": "ordinal", "scale": {"domain": types}, "axis": {"title": "Contact", "grid": True}}
    due = [{"deadline": row["deadline"]} for row in pressures if row["deadline"]]
    deadline = {"x": {**x, "field": "deadline"}}
    return {
        "name": "contacts",
        "width": window.width,
        "height": max(2, len(types)) * 30,
        "data": {"values": rows},
        "layer": [
            *window.holes(words=True),
            layer("rule", deadline, values=due, strokeDash=[3, 3], color="#6a7079", clip=True),
            *(_silence_layers(x, y, quiet) if quiet else ()),
            *_contact_layers(x, y),
        ],
    }


def _contact_layers(x: Spec, y: Spec) -> list[Spec]:
    at = {"x": x, "y": y, "tooltip": tooltip("label", "day", "type", "length")}
    size = {"field": "minutes", "type": "quantitative", "scale": {"range": [40, 260], "domainMin": 0}, "legend": None}
    certain, known = "datum.first === datum.last", "datum.minutes !== null"
    mark: Spec = {"color": DARK, "opacity": 0.85, "clip": True}
    stretch: Spec = {"height": 6, "color": DARK, "opacity": 0.4, "clip": True}
    about = {**at, "text": {"value": "≈"}}
    return [
        layer("bar", {**at, "x2": {"field": "last", "type": "temporal"}}, where=f"!({certain})", **stretch),
        layer("point", {**at, "size": size}, where=f"{certain} && {known}", **mark, filled=True, stroke="white"),
        layer("point", at, where=f"{certain} && !({known})", **mark, filled=False, size=60, strokeWidth=1.5),
        layer("text", about, where="datum.about", dx=-9, align="right", fontSize=12, color="#2a2e34"),
    ]


def _silence_layers(x: Spec, y: Spec, quiet: Sequence[Spec]) -> list[Spec]:
    line = {
        "x": {**x, "field": "from"},
        "x2": {"field": "to", "type": "temporal"},
        "y": y,
        "tooltip": tooltip("said", "when"),
    }
    words = {"x": {**x, "field": "middle"}, "y": y, "text": {"field": "said"}}
    return [
        layer("rule", line, values=quiet, color="#6a7079", strokeWidth=1.5, strokeDash=[1, 3], clip=True),
        layer("text", words, values=quiet, dy=-7, fontSize=9.5, color="#4a4f57"),
    ]


def _name_layers(x: Spec) -> list[Spec]:
    name = {"x": {**x, "field": "named"}, "text": {"field": "name"}}
    return [
        layer("text", name, where="datum.rightward", **_NAMES, dx=-3),
        layer("text", name, where="!datum.rightward", **_NAMES),
    ]


def _part(name: str, rows: Sequence[Spec], marks: Sequence[Spec], y: Spec, said: list[Spec], window: Window) -> Spec:
    """A part of lanes; the stretches without documents lie under it and have no lane."""
    for mark in marks:
        mark["encoding"] |= {"y": y, "tooltip": said}
    return {
        "name": name,
        "width": window.width,
        "height": max(2, len(y["scale"]["domain"])) * _LANE,
        "data": {"values": list(rows)},
        "layer": [*window.holes(), *marks],
    }


def _x(field: str, window: Window) -> Spec:
    return {"field": field, "type": "temporal", "scale": window.scale, "axis": None}


def _lane(rows: Sequence[Spec], title: str) -> Spec:
    count = max((row["lane"] for row in rows), default=0) + 1
    axis = {"title": title, "labels": False, "ticks": False, "domain": False, "grid": False}
    return {"field": "lane", "type": "ordinal", "scale": {"domain": list(range(count))}, "axis": axis}


def _offer_lanes(offers: Sequence[Offer], days: tuple[date, date], width: int) -> Iterator[Spec]:
    free: list[date] = []
    for offer in sorted(offers, key=lambda one: (one.made, one.label)):
        begin, until = room(offer.made, offer.made, offer.label, days, width)
        lane = next((at for at, taken in enumerate(free) if taken + _BETWEEN < begin), len(free))
        free[lane : lane + 1] = [until]
        said = {"label": offer.label, "day": day(offer.made), "became": offer.became or "not told", "link": offer.link}
        yield {"lane": lane, "made": iso(offer.made), **said, **named(offer.made, offer.label, begin, days[0])}


def _row(contact: Contact) -> Spec:
    certain = contact.first == contact.last
    said = day(contact.first) if certain else f"{day(contact.first)} to {day(contact.last)}"
    return {
        "label": contact.label,
        "first": iso(contact.first),
        "last": iso(contact.last if certain else contact.last + _DAY),
        "type": contact.type,
        "minutes": contact.least,
        "day": f"about {said}" if contact.about else said,
        "length": _length(contact),
        "about": contact.about,
        "link": contact.link,
    }


def _length(contact: Contact) -> str:
    if contact.least is None:
        return "length not known"
    if contact.most is None:
        return f"at least {contact.least} min"
    return f"{contact.least} min" if contact.least == contact.most else f"{contact.least} to {contact.most} min"
