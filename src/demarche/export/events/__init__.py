"""Lists of events in files that other programs read: a row an event, what its reports say together.

    for part in write_csv(events, view, as_of):      # bytes, part by part; nothing is held in memory
        file.write(part)

`view` is the address or the words of the question, `as_of` the day of the answer (ISO).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from demarche.export.events.columns import COLUMNS, Column
from demarche.export.events.text import write_csv, write_jsonl
from demarche.export.events.workbook import write_workbook
from demarche.ledger import Event

__all__ = ["COLUMNS", "Column", "EventWriter", "write_csv", "write_jsonl", "write_workbook"]

EventWriter = Callable[[Iterable[Event], str, str], Iterator[bytes]]
