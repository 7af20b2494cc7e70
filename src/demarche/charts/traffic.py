"""Traffic as a map: periods down, counterparts across, the darker the more; no document is a dash and not a zero."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from demarche.charts.frame import DARK, Frame, Spec, framed, joined, layer, number, tooltip

__all__ = ["Traffic", "traffic"]

_KEY = "The darker the more; “?”: doubtful ones besides; a dash: no documents of this time."
_CELL, _ROW = 74, 26
_LETTERS, _LINE, _ACROSS = 96, 13, 13  # pixels of a name over its column, of its lines; letters of a line


@dataclass(frozen=True, slots=True)
class Traffic:
    """Contacts with one counterpart in one period ("Mar 2025"); `blank` where no document covers the period."""

    period: str
    counterpart: str
    contacts: int
    doubtful: int = 0
    blank: bool = False


def traffic(cells: Sequence[Traffic], *, frame: Frame) -> Spec:
    """One square a period and counterpart, in the order given."""
    periods = list(dict.fromkeys(cell.period for cell in cells))
    names = list(dict.fromkeys(cell.counterpart for cell in cells))
    most = max((cell.contacts for cell in cells), default=0) or 1
    plain: Spec = {"title": None, "ticks": False, "domain": False, "grid": False}
    heads = [_lines(name) for name in names]
    deep = max((head.count("\n") for head in heads), default=0)
    lines = {"labelExpr": "split(datum.label, '\\n')", "labelBaseline": "bottom", "labelPadding": 5 + _LINE * deep}
    across = {**plain, "orient": "top", "labelAngle": 0, "labelLimit": _LETTERS, **lines}
    x = {"field": "head", "type": "nominal", "sort": heads, "axis": across}
    y = {"field": "period", "type": "nominal", "sort": periods, "axis": plain}
    at = {"x": x, "y": y, "tooltip": tooltip("counterpart", "period", "told")}
    shade = {"type": "quantitative", "scale": {"domain": [0, most], "range": ["#f3f5f7", DARK]}, "legend": None}
    ink = {"condition": {"test": f"datum.contacts > {most / 2}", "value": "white"}, "value": "#111418"}
    body = {
        "width": {"step": _CELL},
        "height": {"step": _ROW},
        "data": {"values": [_cell(cell) for cell in cells]},
        "layer": [
            layer("rect", {**at, "color": {"field": "contacts", **shade}}, where="!datum.blank", stroke="white"),
            layer("text", {**at, "text": {"field": "said"}, "color": ink}, fontSize=11),
        ],
    }
    return framed(frame, body, _description(cells, periods), _KEY)


def _lines(name: str) -> str:
    return "\n".join(wrap(name, _ACROSS, break_long_words=False, break_on_hyphens=False)) or name


def _cell(cell: Traffic) -> Spec:
    said = "–" if cell.blank else f"{cell.contacts}{' ?' if cell.doubtful else ''}"
    doubt = f", {cell.doubtful} doubtful besides" if cell.doubtful else ""
    told = "no documents" if cell.blank else f"{number(cell.contacts, 'contact')}{doubt}"
    return {
        "period": cell.period,
        "counterpart": cell.counterpart,
        "head": _lines(cell.counterpart),
        "contacts": cell.contacts,
        "blank": cell.blank,
        "said": said,
        "told": told,
    }


def _description(cells: Sequence[Traffic], periods: Sequence[str]) -> str:
    if not cells:
        return "Traffic by month: no contacts."
    counts: Counter[str] = Counter()
    for cell in cells:
        counts[cell.counterpart] += cell.contacts
    each = joined(f"{count} with {name}" for name, count in counts.most_common(5))
    others = len(counts) - 5
    more = f" and {number(others, 'other counterpart')}" if others > 0 else ""
    doubtful = sum(cell.doubtful for cell in cells)
    unsure = f" {number(doubtful, 'doubtful one')} besides." if doubtful else ""
    return f"Contacts by month over {number(len(periods), 'month')}: {each}{more}.{unsure}"
