"""Lists of reports in the forms that other programs read, one format a file; events are in `demarche.export.events`.

    FORMATS["csv"](ledger.reports(Filters(who="Putin")), sys.stdout)

A writer takes rows and a text stream (opened with `newline=""`), writes row by row, and returns how many it wrote.
"""

from collections.abc import Callable, Iterable
from typing import TextIO

from demarche.export import csv_table, json_lines
from demarche.ledger import ReportRow

__all__ = ["FORMATS", "Writer"]

Writer = Callable[[Iterable[ReportRow], TextIO], int]

FORMATS: dict[str, Writer] = {"csv": csv_table.write, "json": json_lines.write}
