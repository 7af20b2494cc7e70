"""Lists of reports and of events in the forms that other programs read; one format a file.

    FORMATS["csv"](ledger.reports(Filters(who="Putin")), sys.stdout)

A writer takes rows and a text stream (opened with `newline=""`), writes row by row, and returns how many it wrote.
"""

from collections.abc import Callable, Iterable
from typing import TextIO

from demarche.export import csv_table, events_json, events_table, json_lines
from demarche.ledger import Event, ReportRow

__all__ = ["EVENT_FORMATS", "FORMATS", "EventWriter", "Writer"]

Writer = Callable[[Iterable[ReportRow], TextIO], int]
EventWriter = Callable[[Iterable[Event], TextIO], int]

FORMATS: dict[str, Writer] = {"csv": csv_table.write, "json": json_lines.write}
EVENT_FORMATS: dict[str, EventWriter] = {"csv": events_table.write, "json": events_json.write}
