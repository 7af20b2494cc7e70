"""Coverage as pictures: a bar a month, a strip of months a source."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.analysis import CoverageTable, MonthRow, SourceRow
from demarche.web.views.dates import when

__all__ = ["MonthLine", "SourceLine", "month_lines", "source_lines"]

WIDTH = 160


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One month: its bars in units, official documents first, and the word when it is a gap or thin."""

    row: MonthRow
    words: str
    official: float
    others: float
    remark: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source with a strip: the outline of a mark a month, from one to four high."""

    row: SourceRow
    span: str
    strip: str


def month_lines(table: CoverageTable, limit: int | None = None) -> list[MonthLine]:
    """The months, the latest first."""
    most = max((row.documents for row in table.months), default=0) or 1
    return [_month(row, most) for row in table.months[::-1][:limit]]


def _month(row: MonthRow, most: int) -> MonthLine:
    official = WIDTH * row.official / most
    others = WIDTH * (row.documents - row.official) / most
    remark = "no documents" if not row.documents else "thin" if row.thin else ""
    return MonthLine(row, when(row.month).words, round(official, 1), round(others, 1), remark)


def source_lines(table: CoverageTable, limit: int | None) -> list[SourceLine]:
    """The sources with most documents first; every month of the ledger has its place in the strips."""
    places = {row.month: place for place, row in enumerate(table.months)}
    numbers: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for cell in table.cells:
        if cell.month in places:
            numbers.setdefault((cell.publisher, cell.source_class), []).append((places[cell.month], cell.documents))
    return [_source(row, numbers.get((row.publisher, row.source_class), [])) for row in table.sources[:limit]]


def _source(row: SourceRow, numbers: list[tuple[int, int]]) -> SourceLine:
    most = max((n for _, n in numbers), default=1)
    strip = "".join(f"M{place}.1 5v-{1 + 3 * n // most}h.8V5z" for place, n in sorted(numbers))
    first, last = when(row.first).words, when(row.last).words
    return SourceLine(row, first if first == last else f"{first} – {last}", strip)
