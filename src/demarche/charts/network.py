"""The network: sides on a circle, a line for each two that were in contact, the thicker the more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import cos, pi, sin

from demarche.charts.frame import DARK, Frame, Spec, framed, layer, number, tooltip

__all__ = ["network"]

Edge = tuple[tuple[str, str], int]
_MOST = 24  # sides that a circle has room for
_AXIS: Spec = {"type": "quantitative", "axis": None, "scale": {"domain": [-1.45, 1.45]}}


def network(edges: Sequence[Edge], *, frame: Frame) -> Spec:
    """The busiest sides on a circle, the busiest on top; each line says how many contacts it stands for."""
    weights: Counter[str] = Counter()
    for (one, other), count in edges:
        weights[one] += count
        weights[other] += count
    names = [name for name, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_MOST]]
    places = {name: _place(at, len(names)) for at, name in enumerate(names)}
    lines = [_line(pair, count, places) for pair, count in edges if set(pair) <= set(places)]
    dots = [{"name": name, "contacts": weights[name], **_dot(*places[name])} for name in names]
    x, y = {**_AXIS, "field": "x"}, {**_AXIS, "field": "y"}
    ends = {"x": x, "y": y, "x2": {"field": "x2"}, "y2": {"field": "y2"}, "tooltip": tooltip("pair", "contacts")}
    width = {"field": "contacts", "type": "quantitative", "scale": {"range": [0.8, 9], "domainMin": 0}, "legend": None}
    middle = {"x": {**_AXIS, "field": "mx"}, "y": {**_AXIS, "field": "my"}, "text": {"field": "contacts"}}
    size = {"field": "contacts", "type": "quantitative", "scale": {"range": [40, 420], "domainMin": 0}, "legend": None}
    label = {"x": {**_AXIS, "field": "lx"}, "y": {**_AXIS, "field": "ly"}, "text": {"field": "name"}}
    halo: Spec = {"fontSize": 10, "color": "#111418"}
    body = {
        "width": 520,
        "height": 520,
        "layer": [
            layer("rule", {**ends, "strokeWidth": width}, values=lines, color=DARK, opacity=0.35, strokeCap="round"),
            layer("text", middle, values=lines, stroke="white", strokeWidth=3, **halo),
            layer("text", middle, values=lines, **halo),
            layer("point", {"x": x, "y": y, "size": size}, values=dots, filled=True, color=DARK, opacity=1),
            layer("text", label, values=dots, fontSize=11.5, color="#111418"),
        ],
    }
    return framed(frame, body, _description(edges, len(weights)), _key(len(weights)))


def _place(at: int, of: int) -> tuple[float, float]:
    angle = pi / 2 - 2 * pi * at / max(of, 1)
    return round(cos(angle), 3), round(sin(angle), 3)


def _line(pair: tuple[str, str], count: int, places: dict[str, tuple[float, float]]) -> Spec:
    (x, y), (x2, y2) = places[pair[0]], places[pair[1]]
    middle = {"mx": x + 0.44 * (x2 - x), "my": y + 0.44 * (y2 - y)}  # off the centre, where lines cross
    return {"pair": " – ".join(pair), "contacts": count, "x": x, "y": y, "x2": x2, "y2": y2, **middle}


def _dot(x: float, y: float) -> Spec:
    return {"x": x, "y": y, "lx": x * 1.2, "ly": y * 1.13}


def _key(sides: int) -> str:
    cut = f" The {_MOST} busiest of {sides} sides." if sides > _MOST else ""
    return f"Lines: contacts of each two sides; dots: all contacts of a side.{cut}"


def _description(edges: Sequence[Edge], sides: int) -> str:
    ranked = sorted(edges, key=lambda edge: (-edge[1], edge[0]))[:6]
    shown = "; ".join(f"{one} and {other} {count}" for (one, other), count in ranked)
    most = f" The most: {shown}." if shown else ""
    return f"Network of {number(sides, 'side')} and {number(len(edges), 'pair')} in contact.{most}"
