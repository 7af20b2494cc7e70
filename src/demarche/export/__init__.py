"""Lists of reports in the forms that other programs read; one format a file.

    FORMATS["csv"](ledger.events(Filters(who="Putin")), sys.stdout)

A writer takes rows and a text stream (opened with `newline=""`), writes row by row, and returns how many it wrote.
"""

from collections.abc import Callable, Iterable
from typing import TextIO

from demarche.export import csv_table, json_lines
from demarche.ledger import EventRow

__all__ = ["FORMATS", "Writer"]

Writer = Callable[[Iterable[EventRow], TextIO], int]

FORMATS: dict[str, Writer] = {"csv": csv_table.write, "json": json_lines.write}
