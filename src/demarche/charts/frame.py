"""What all charts share: title, source line and day of asking, alt text, colours that also work in grey."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from demarche.errors import UsageError

__all__ = [
    "ACCENT",
    "DARK",
    "LIGHT",
    "MIDDLE",
    "Frame",
    "Spec",
    "counted",
    "day",
    "framed",
    "iso",
    "joined",
    "label_limit",
    "layer",
    "moment",
    "number",
    "tooltip",
]

Spec = dict[str, Any]

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

#: far apart in lightness, so that they stay apart in grey
DARK, ACCENT, LIGHT = "#17375e", "#b8501f", "#9db4cc"

#: for marks that stand alone: light, yet three times apart from the paper
MIDDLE = "#6384a6"

_WIDE = 400

_CONFIG: Spec = {
    "font": "Helvetica Neue, Arial, sans-serif",
    "background": "white",
    "view": {"stroke": None},
    "title": {
        "anchor": "start",
        "frame": "bounds",
        "fontSize": 16,
        "subtitleFontSize": 11,
        "subtitleColor": "#4a4f57",
        "subtitlePadding": 5,
        "subtitleLineHeight": 15,
        "offset": 16,
        "color": "#111418",
    },
    "axis": {
        "labelFontSize": 11,
        "titleFontSize": 11,
        "titleFontWeight": "normal",
        "titleColor": "#4a4f57",
        "labelColor": "#2a2e34",
        "labelPadding": 6,
        "domainColor": "#8a9099",
        "tickColor": "#8a9099",
        "gridColor": "#edeff2",
    },
    "legend": {"labelFontSize": 11, "titleFontSize": 11, "titleFontWeight": "normal", "titleColor": "#4a4f57"},
    "header": {"labelFontSize": 12, "labelFontWeight": "bold"},
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a chart. `source` names where the rows come from; it and `as_of` are printed."""

    title: str
    source: str
    as_of: date
    subtitle: str = ""

    def lines(self, key: str) -> list[str]:
        """The lines under the title: what is shown, how to read it, where it comes from."""
        said = [line for line in (self.subtitle, key) if line]
        return [*said, f"Source: {self.source}. As of {day(self.as_of)}."]


def framed(frame: Frame, body: Mapping[str, Any], description: str, key: str = "") -> Spec:
    """The whole specification: Vega-Lite 5, data inside, nothing to fetch. `key` says in words what the marks mean."""
    if not frame.title or not frame.source:
        raise UsageError("a chart needs a title and a source; it is not drawn without them")
    return {
        "$schema": _SCHEMA,
        "description": f"{frame.title}. {description} Source: {frame.source}, as of {day(frame.as_of)}.",
        "title": {"text": frame.title, "subtitle": frame.lines(key)},
        "config": _CONFIG,
        **body,
    }


def layer(
    mark: str, encoding: Mapping[str, Any], *, where: str = "", values: Sequence[Spec] | None = None, **look: Any
) -> Spec:
    """One layer: a mark and its look, the rows it shows (`where`, a Vega expression), or rows of its own."""
    found: Spec = {"mark": {"type": mark, **look}, "encoding": dict(encoding)}
    if where:
        found["transform"] = [{"filter": where}]
    if values is not None:
        found["data"] = {"values": list(values)}
    return found


def tooltip(*names: str) -> list[Spec]:
    """What a mark says when pointed at: these fields of its row."""
    return [{"field": name, "type": "nominal"} for name in names]


def day(at: date) -> str:
    """`17 Oct 2025`."""
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"


def iso(at: date) -> str:
    """The day as Vega reads it in local time, whatever the zone of the reader."""
    return f"{at.isoformat()}T00:00:00"


def label_limit(width: int) -> int:
    """How long the names beside a plot of this width may be, in pixels."""
    return 320 if width >= _WIDE else 110


def moment(at: date) -> Spec:
    """The day as Vega-Lite writes it where values are fixed; texts would need `eval` there."""
    return {"year": at.year, "month": at.month, "date": at.day}


def number(count: int, what: str, many: str = "") -> str:
    """`1 call`, `no calls`."""
    return f"{count or 'no'} {what if count == 1 else many or what + 's'}"


def counted(counts: Mapping[str, int]) -> str:
    """`3 calls, 1 visit`, the most frequent first."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return joined([number(count, what, "rounds of talks" if what == "talks" else "") for what, count in ranked])


def joined(words: Iterable[str]) -> str:
    """`a, b and c`."""
    items: Sequence[str] = list(words)
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)
