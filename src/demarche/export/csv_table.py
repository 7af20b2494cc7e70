"""CSV for research: UTF-8, comma, a header, ISO and EDTF dates, an empty cell for what is not known.

One table for every kind: columns that a kind does not have are empty. Several names in one cell are parted by `; `,
the pooled sides of a claim by ` | `. A cell that a spreadsheet would run as a formula gets a leading
apostrophe, which spreadsheets hide; R, pandas and Stata see it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from typing import TextIO

from demarche.analysis import telling
from demarche.ledger import ReportRow
from demarche.model import Lasting, Value

__all__ = ["COLUMNS", "safe", "write"]

Cell = str | int | None

#: column -> how it is read from a row, in the order of the table
COLUMNS: dict[str, Callable[[ReportRow], Cell]] = {
    "id": lambda r: r.id,
    "kind": lambda r: r.kind,
    "type": lambda r: r.type,
    "status": lambda r: r.status,
    "plover": lambda r: r.plover,
    "date": lambda r: r.date,
    "earliest": lambda r: r.earliest,
    "latest": lambda r: r.latest,
    "minutes_min": lambda r: r.minutes_min,
    "minutes_max": lambda r: r.minutes_max,
    "who": lambda r: telling.who(r).replace(", ", "; "),
    "what": lambda r: telling.what(r),
    "participants": lambda r: _joined(r.names()),
    "sides": lambda r: _joined(tuple(dict.fromkeys(p.side for p in r.participants if p.side))),
    "initiator": lambda r: _joined(r.names("initiator")),
    "actor": lambda r: _joined(r.names("actor")),
    "recipient": lambda r: _joined(r.names("recipient")),
    "about": lambda r: _several(r, "about"),
    "stance": lambda r: _several(r, "stance"),
    "channel": lambda r: _several(r, "channel"),
    "said": lambda r: _several(r, "quote"),
    "content": lambda r: _several(r, "content"),
    "measure": lambda r: _several(r, "measure"),
    "condition": lambda r: _several(r, "condition"),
    "deadline": lambda r: _several(r, "deadline"),
    "mode": lambda r: _several(r, "mode"),
    "horizon": lambda r: _several(r, "horizon"),
    "subjects": lambda r: _sides(r, "subjects"),
    "reference": lambda r: _sides(r, "reference"),
    "contact_types": lambda r: _several(r, "contact_types"),
    "value": lambda r: _end(r.first("value"), least=True),
    "value_max": lambda r: _end(r.first("value"), least=False),
    "unit": lambda r: _several(r, "unit"),
    "relation": lambda r: _several(r, "relation"),
    "period": lambda r: _several(r, "period"),
    "credited": lambda r: _several(r, "source"),
    "place": lambda r: r.place,
    "topics": lambda r: _several(r, "topics"),
    "quote": lambda r: r.quote,
    "publisher": lambda r: r.document.publisher,
    "published": lambda r: r.document.date,
    "title": lambda r: r.document.title,
    "url": lambda r: r.document.url,
    "document": lambda r: r.document.name,
    "version": lambda r: r.document.version,
    "extractor": lambda r: r.extractor,
    "origin": lambda r: r.origin,
    "verdict": lambda r: r.verdict,
    "standing": lambda r: r.standing,
    "edited": lambda r: _joined(r.edited),
}


def write(rows: Iterable[ReportRow], stream: TextIO) -> int:
    """Write the header and one line a report; how many reports."""
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    written = 0
    for row in rows:
        table.writerow([safe(read(row)) for read in COLUMNS.values()])
        written += 1
    return written


def safe(cell: Cell) -> str | int:
    """The cell so that no spreadsheet takes it for a formula; None is empty."""
    if isinstance(cell, str) and len(cell) > 1 and cell[0] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{cell}"
    return "" if cell is None else cell


def _several(row: ReportRow, name: str) -> str:
    return _joined(tuple(str(value) for value in row.all(name)))


def _sides(row: ReportRow, name: str) -> str:
    """Sides parted by a bar, the names pooled in one by a semicolon."""
    sides = (side if isinstance(side, tuple) else (side,) for side in row.all(name))
    return " | ".join(_joined(tuple(map(str, side))) for side in sides)


def _end(value: Value | None, *, least: bool) -> Cell:
    """A number is both ends; a length its least or greatest minutes, empty where it is open; a day is itself."""
    if isinstance(value, Lasting):
        return value.min if least else value.max
    return value if isinstance(value, int | str) else None


def _joined(names: tuple[str, ...]) -> str:
    return "; ".join(names)
