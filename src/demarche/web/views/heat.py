"""Traffic as a map: months down, counterparts across, the darker the more."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from demarche.analysis.traffic import Traffic
from demarche.charts import Traffic as Mark
from demarche.web.views.dates import when

__all__ = ["Cell", "Heat", "heat", "heat_marks"]

SHOWN = 12
"""Counterparts that stand in the map; the table beside and the downloads have all."""
SHADES = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """One month with one counterpart: `shade` from 0 to 4; `blank` where no document covers the month."""

    contacts: int
    doubtful: int
    shade: int
    blank: bool
    address: str


@dataclass(frozen=True, slots=True)
class Heat:
    """The map: the counterparts with most contacts first, the months from the latest; `more` are left out."""

    names: tuple[str, ...]
    months: tuple[tuple[str, tuple[Cell, ...]], ...]
    more: int


def heat(answer: Traffic) -> Heat:
    """The map of an answer by month."""
    names = tuple(pair.counterpart for pair in answer.pairs[:SHOWN])
    most = max((row.contacts for row in answer.rows), default=0) or 1
    months: dict[str, dict[str, Cell]] = {}
    for row in (row for row in answer.rows if row.second in names):
        blank = not row.contacts and not row.covered
        shade = -(-SHADES * row.contacts // most)
        asked = {"who": answer.of, "with": row.second, "kind": "contact", "since": row.period, "until": row.period}
        cell = Cell(row.contacts, row.doubtful, shade, blank, f"/?{urlencode(asked)}")
        months.setdefault(row.period, {})[row.second] = cell
    lines = tuple(
        (when(month).words, tuple(cells[name] for name in names if name in cells))
        for month, cells in sorted(months.items(), reverse=True)
    )
    return Heat(names, lines, max(0, len(answer.pairs) - SHOWN))


def heat_marks(shown: Heat) -> list[Mark]:
    """The same squares for the chart."""
    return [
        Mark(month, name, cell.contacts, cell.doubtful, cell.blank)
        for month, cells in shown.months
        for name, cell in zip(shown.names, cells, strict=False)  # a month may lack a counterpart
    ]
