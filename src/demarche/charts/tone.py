"""Tone between two sides by month: friendly statements above the line, hostile ones below, doubt apart from both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from demarche.charts.frame import Frame, Spec, framed, layer, number, tooltip
from demarche.errors import UsageError

__all__ = ["FRIENDLY", "HOSTILE", "Tone", "tone"]

#: stances from the middle line outwards, each lighter than the one before: grey keeps the order
FRIENDLY: dict[str, str] = {
    "support": "#17375e",
    "thank": "#4f7cab",
    "praise": "#9db4cc",
    "congratulate": "#cfdae6",
    "condole": "#e6e9ed",
}
HOSTILE: dict[str, str] = {
    "threaten": "#6b2408",
    "accuse": "#b8501f",
    "criticise": "#dd8f62",
    "reject": "#efc0a3",
    "doubt": "#f8e3d6",
}


_LEAST, _MOST, _NARROW = 12, 64, 400
_KEY = "Above: friendly; below: hostile; dashed: the difference."
_POINT: Spec = {"shape": "diamond", "filled": True, "fill": "white", "stroke": "#111418", "size": 50}
_MONTH = (
    "slice(datum.value, 5) == '01' || datum.index == 0 ? [monthAbbrevFormat(toNumber(slice(datum.value, 5)) - 1), "
    "slice(datum.value, 0, 4)] : monthAbbrevFormat(toNumber(slice(datum.value, 5)) - 1)"
)


@dataclass(frozen=True, slots=True)
class Tone:
    """Statements of one stance in one month ("2025-03")."""

    month: str
    stance: str
    count: int


def tone(rows: Iterable[Tone], *, frame: Frame, months: Sequence[str] = (), width: int | None = None) -> Spec:
    """A column a month. `months` lists those to show, so that silent ones keep their place; neutral ones are out.

    In `width` pixels the columns are as wide as there is room for.
    """
    shown = [row for row in rows if row.stance in FRIENDLY or row.stance in HOSTILE]
    order = list(months) or sorted({row.month for row in shown})
    for row in shown:
        if row.month not in order:
            raise UsageError(f"{row.month} is not among the months to show; nothing was drawn")
    said_at_all = {row.stance for row in shown if row.count}
    stances = [stance for stance in (*reversed(FRIENDLY), *HOSTILE) if stance in said_at_all]
    colors = [{**FRIENDLY, **HOSTILE}[stance] for stance in stances]
    months_axis = {"title": None, "labelAngle": 0, "labelOverlap": True, "labelExpr": _MONTH}
    x = {"field": "month", "type": "ordinal", "scale": {"domain": order}, "axis": months_axis}
    axis = {"title": "← hostile · statements · friendly →", "labelExpr": "abs(datum.value)"}
    y = {"type": "quantitative", "axis": axis}
    scale = {"domain": stances, "range": colors}
    color = {"field": "stance", "type": "nominal", "sort": stances, "scale": scale, "legend": _legend(width)}
    bar = {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}, "color": color}
    said = {"tooltip": tooltip("month", "stance", "count")}
    zero = {"y": {"field": "zero", "type": "quantitative"}}
    net = {"x": x, "y": {**y, "field": "net"}}
    body = {
        "width": {"step": _step(width, len(order))},
        "height": 260,
        "layer": [
            layer("bar", {**bar, **said}, values=_stacked(shown), stroke="#2a2e34", strokeWidth=0.6),
            layer("rule", zero, values=[{"zero": 0}], color="#111418", strokeWidth=1.2),
            layer("line", net, values=_net(shown, order), strokeWidth=5, color="white", opacity=0.85),
            layer("line", net, values=_net(shown, order), strokeDash=[4, 3], color="#111418", point=_POINT),
        ],
    }
    return framed(frame, body, _description(shown, order), _KEY)


def _step(width: int | None, months: int) -> int:
    """Pixels of a month, its gap with it."""
    return 40 if width is None else max(_LEAST, min(_MOST, width // max(1, months)))


def _legend(width: int | None) -> Spec:
    """Right of the columns, or under them where there is no room."""
    return (
        {"title": "stance"}
        if width is None or width >= _NARROW
        else {"title": "stance", "orient": "bottom", "columns": 3}
    )


def _stacked(rows: Sequence[Tone]) -> list[Spec]:
    """Bars from the middle line outwards, in the order of the tables."""
    counts = Counter({(row.month, row.stance): 0 for row in rows})
    for row in rows:
        counts[row.month, row.stance] += row.count
    values = []
    for month in sorted({row.month for row in rows}):
        for sign, stances in ((1, FRIENDLY), (-1, HOSTILE)):
            low = 0
            for stance in stances:
                count = counts[month, stance]
                if count:
                    values.append(
                        {
                            "month": month,
                            "stance": stance,
                            "count": count,
                            "low": sign * low,
                            "high": sign * (low + count),
                        }
                    )
                low += count
    return values


def _net(rows: Sequence[Tone], order: Sequence[str]) -> list[Spec]:
    net = Counter(dict.fromkeys(order, 0))
    for row in rows:
        net[row.month] += row.count if row.stance in FRIENDLY else -row.count
    return [{"month": month, "net": net[month]} for month in order]


def _description(rows: Sequence[Tone], order: Sequence[str]) -> str:
    if not rows:
        return "Tone by month: no friendly or hostile statements."
    friendly, hostile = Counter[str](), Counter[str]()
    for row in rows:
        (friendly if row.stance in FRIENDLY else hostile)[row.stance] += row.count
    return (
        f"Tone by month from {order[0]} to {order[-1]}: {number(sum(friendly.values()), 'friendly statement')}"
        f"{_kinds(friendly)} and {number(sum(hostile.values()), 'hostile one')}{_kinds(hostile)}; "
        "a dashed line shows friendly less hostile."
    )


def _kinds(counts: Counter[str]) -> str:
    return f" ({', '.join(f'{stance} {count}' for stance, count in counts.most_common())})" if counts else ""
