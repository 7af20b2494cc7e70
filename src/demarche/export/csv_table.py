"""CSV for research: UTF-8, comma, a header, ISO and EDTF dates, an empty cell for what is not known.

Several names in one cell are parted by `; `. A cell that a spreadsheet would run as a formula gets a leading
apostrophe, which spreadsheets hide; R, pandas and Stata see it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from typing import TextIO

from demarche.ledger import EventRow

__all__ = ["COLUMNS", "safe", "write"]

Cell = str | int | None

#: column -> how it is read from a row, in the order of the table
COLUMNS: dict[str, Callable[[EventRow], Cell]] = {
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
    "participants": lambda r: _joined(r.names()),
    "sides": lambda r: _joined(tuple(dict.fromkeys(p.side for p in r.participants if p.side))),
    "initiator": lambda r: _joined(r.names("initiator")),
    "actor": lambda r: _joined(r.names("actor")),
    "recipient": lambda r: _joined(r.names("recipient")),
    "place": lambda r: r.place,
    "quote": lambda r: r.quote,
    "publisher": lambda r: r.document.publisher,
    "published": lambda r: r.document.date,
    "title": lambda r: r.document.title,
    "url": lambda r: r.document.url,
    "document": lambda r: r.document.name,
    "version": lambda r: r.document.version,
    "extractor": lambda r: r.extractor,
    "verdict": lambda r: r.verdict,
}


def write(rows: Iterable[EventRow], stream: TextIO) -> int:
    """Write the header and one line a report; how many reports."""
    table = csv.writer(stream)
    table.writerow(COLUMNS)
    written = 0
    for row in rows:
        table.writerow([safe(read(row)) for read in COLUMNS.values()])
        written += 1
    return written


def safe(cell: Cell) -> str | int:
    """The cell so that no spreadsheet takes it for a formula; None is empty."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{cell}"
    return "" if cell is None else cell


def _joined(names: tuple[str, ...]) -> str:
    return "; ".join(names)
