"""A calendar of days: how many contacts each, and which days no source covers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from demarche.charts.frame import DARK, Frame, Spec, day, framed, joined, layer, number, tooltip
from demarche.charts.marks import CROSS

__all__ = ["heatmap"]

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def heatmap(
    counts: Mapping[date, int],
    first: date,
    last: date,
    *,
    frame: Frame,
    gaps: Sequence[tuple[date, date]] = (),
    what: str = "contact",
) -> Spec:
    """One square a day, weeks as columns, a band a year; the darker the more. Uncovered days are crossed out."""
    rows = list(_rows(counts, first, last, gaps))
    most = max((row["count"] for row in rows), default=0) or 1
    x = {"field": "week", "type": "ordinal", "scale": {"domain": list(range(54))}, "axis": _months()}
    days = {"title": None, "domain": False, "ticks": False, "values": ["Mon", "Wed", "Fri", "Sun"]}
    y = {"field": "weekday", "type": "ordinal", "sort": list(_WEEKDAYS), "axis": days}
    at = {"x": x, "y": y, "tooltip": tooltip("day", "said")}
    text = {**at, "text": {"field": "count"}, "color": _contrast(most)}
    cross: Spec = {"shape": CROSS, "filled": True, "size": 26, "color": "#8a9099"}
    layers = [
        layer("rect", {**at, "color": _shade(most, what)}, where="datum.covered", stroke="white", strokeWidth=1.5),
        layer("point", at, where="!datum.covered", **cross),
        layer("text", text, where="datum.count > 1", fontSize=8.5),
    ]
    header = {"title": None, "labelAngle": 0, "labelAlign": "left"}
    body = {
        "data": {"values": rows},
        "facet": {"row": {"field": "year", "type": "ordinal", "header": header}},
        "spec": {"width": {"step": 13}, "height": {"step": 13}, "layer": layers},
    }
    key = "Crossed out: no source covers the day." if not all(row["covered"] for row in rows) else ""
    return framed(frame, body, _description(rows, first, last, what), key)


def _shade(most: int, what: str) -> Spec:
    scale = {"type": "sqrt", "domain": [0, most], "range": ["#f0f2f5", DARK]}
    legend = {"title": f"{what}s a day", "values": sorted({0, 1, most}), "format": "d", "gradientLength": 70}
    return {"field": "count", "type": "quantitative", "scale": scale, "legend": legend}


def _contrast(most: int) -> Spec:
    return {"condition": {"test": f"datum.count > {most / 3}", "value": "white"}, "value": "#111418"}


def _months() -> Spec:
    """Month names over the columns where a month begins in most years."""
    at = {round((date(2031, month, 1).timetuple().tm_yday + 1) / 7): _MONTHS[month - 1] for month in range(1, 13)}
    names = ", ".join(f"{column}: '{name}'" for column, name in at.items())
    look = {"domain": False, "ticks": False, "labelAngle": 0, "labelAlign": "left", "labelOverlap": False}
    return {"title": None, "orient": "top", **look, "values": list(at), "labelExpr": f"({{{names}}})[datum.value]"}


def _rows(counts: Mapping[date, int], first: date, last: date, gaps: Sequence[tuple[date, date]]) -> Iterator[Spec]:
    for at in (first + timedelta(offset) for offset in range((last - first).days + 1)):
        covered = not any(begin <= at <= end for begin, end in gaps)
        count = counts.get(at, 0)
        yield {
            "year": str(at.year),
            "week": (at.timetuple().tm_yday - 1 + date(at.year, 1, 1).weekday()) // 7,
            "weekday": _WEEKDAYS[at.weekday()],
            "count": count,
            "covered": covered or count > 0,
            "day": f"{_WEEKDAYS[at.weekday()]} {day(at)}",
            "said": str(count) if covered or count else "no source covers this day",
        }


def _description(rows: Sequence[Spec], first: date, last: date, what: str) -> str:
    total, busy = sum(row["count"] for row in rows), [row for row in rows if row["count"]]
    uncovered = sum(not row["covered"] for row in rows)
    most = max((row["count"] for row in busy), default=0)
    top = [row["day"] for row in busy if row["count"] == most]
    best = f" The most on one day: {most} ({joined(top) if len(top) < 4 else f'{len(top)} days'})." if busy else ""
    blank = f" {number(uncovered, 'day')} without sources crossed out." if uncovered else ""
    return (
        f"Calendar from {day(first)} to {day(last)}: {number(total, what)} on {number(len(busy), 'day')}.{best}{blank}"
    )
