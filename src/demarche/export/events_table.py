"""Merged events as CSV: the columns of the table of reports, read from what the reports imply together, and more.

`standing` tells who stands for a row: machine (found), confirmed (found, and a person agreed), person (entered).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TextIO

from demarche.export.csv_table import COLUMNS, safe
from demarche.ledger import Event, ReportRow

__all__ = ["EVENT_COLUMNS", "as_row", "publishers", "write"]

#: columns that only an event has, after those of its reports
EVENT_COLUMNS: dict[str, Callable[[Event], str | int | None]] = {
    "standing": lambda e: e.standing,
    "reports": lambda e: len(e.reports),
    "documents": lambda e: len({r.document.hash for r in e.reports}),
    "publishers": lambda e: "; ".join(publishers(e)),
    "officials": lambda e: "; ".join(dict.fromkeys(r.document.speaks_for for r in e.reports if r.document.speaks_for)),
    "disputed": lambda e: int(e.disputed),
    "perhaps": lambda e: e.perhaps,
    "report_ids": lambda e: "; ".join(r.id for r in e.reports),
}


def as_row(event: Event) -> ReportRow:
    """Its most telling report with what all reports imply together: id, type, state, date, length."""
    return replace(
        event.row,
        id=event.id,
        type=event.type,
        status=event.status,
        date=event.date,
        earliest=event.earliest,
        latest=event.latest,
        minutes_min=event.minutes_min,
        minutes_max=event.minutes_max,
        verdict=event.verdict,
    )


def publishers(event: Event) -> tuple[str, ...]:
    """Who tells of it, the most telling first."""
    return tuple(dict.fromkeys(r.document.publisher for r in event.reports if r.document.publisher))


def write(events: Iterable[Event], stream: TextIO) -> int:
    """Write the header and one line an event; how many."""
    table = csv.writer(stream, lineterminator="\n")
    of_reports = {name: read for name, read in COLUMNS.items() if name not in EVENT_COLUMNS}
    table.writerow([*of_reports, *EVENT_COLUMNS])
    written = 0
    for event in events:
        row = as_row(event)
        cells = [read(row) for read in of_reports.values()]
        table.writerow([safe(cell) for cell in (*cells, *(read(event) for read in EVENT_COLUMNS.values()))])
        written += 1
    return written
