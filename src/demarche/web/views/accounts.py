"""An event in full: a table of fields by sources, with each source's words; disagreements marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from demarche.ledger import Detail, EventDetail, FieldRow, Quote, ReportRow
from demarche.web.views.words import field, reason, value

__all__ = ["Cell", "FieldLine", "field_lines"]

_ORDER = ("status", "type", "date", "duration", "participants", "initiator", "actor", "recipient", "about", "place")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says of one field: the value, its words, or the reason why it has none."""

    said: str
    quotes: tuple[Quote, ...] = ()
    reason: str = ""
    agrees: bool = True


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field with a cell (or several values) a report, in the order of the reports; `disputed` where they differ."""

    name: str
    words: str
    cells: tuple[tuple[Cell, ...], ...]
    disputed: bool


def field_lines(event: EventDetail, details: Iterable[Detail]) -> list[FieldLine]:
    """The fields that any report tells, in the codebook's order."""
    told = {detail.event.id: detail for detail in details}
    against = {(a.report_id, a.field) for _, accounts in event.accounts for a in accounts if not a.agrees}
    columns = [_cells(told[row.id]) if row.id in told else {} for row in event.event.reports]
    lines = []
    for name in _names(columns):
        cells = []
        for row, column in zip(event.event.reports, columns, strict=True):
            agrees = (row.id, name) not in against
            cells.append(tuple(Cell(c.said, c.quotes, c.reason, agrees) for c in column.get(name, ())))
        disputed = any(not cell.agrees for several in cells for cell in several)
        lines.append(FieldLine(name, field(name), tuple(cells), disputed))
    return lines


def _names(columns: Iterable[Mapping[str, object]]) -> list[str]:
    seen = dict.fromkeys(name for column in columns for name in column)
    return sorted(seen, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER))


def _cells(detail: Detail) -> dict[str, tuple[Cell, ...]]:
    """The fields of one report; its type and status stand in its evidence."""
    row = detail.event
    found: dict[str, list[Cell]] = {name: [Cell(said)] for name, said in _heads(row) if said}
    for item in detail.fields:
        found.setdefault(item.name, []).append(_cell(item))
    return {name: tuple(cells) for name, cells in found.items()}


def _heads(row: ReportRow) -> tuple[tuple[str, str], ...]:
    return ("status", row.status or ""), ("type", row.type or "")


def _cell(item: FieldRow) -> Cell:
    return Cell(value(item.value), item.quotes, reason(item.reason))
