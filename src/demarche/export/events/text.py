"""Events as CSV (UTF-8, ISO dates, empty means missing, no cell a spreadsheet would run) and as JSON Lines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from demarche.export.csv_table import safe
from demarche.export.events.columns import COLUMNS
from demarche.export.json_lines import event_object
from demarche.ledger import Event

__all__ = ["event_line", "write_csv", "write_jsonl"]


def write_csv(events: Iterable[Event], _view: str, _as_of: str) -> Iterator[bytes]:
    """The header, then a line an event."""
    yield _csv_line([column.name for column in COLUMNS])
    for event in events:
        yield _csv_line([safe(column.read(event)) for column in COLUMNS])


def write_jsonl(events: Iterable[Event], _view: str, _as_of: str) -> Iterator[bytes]:
    """A line an event, with every report in full."""
    for event in events:
        yield json.dumps(event_line(event), ensure_ascii=False).encode() + b"\n"


def event_line(event: Event) -> dict[str, Any]:
    """An event as one object: what it is, and the reports that tell of it."""
    facts: dict[str, Any] = {column.name: column.read(event) for column in COLUMNS}
    facts["disputed"] = event.disputed
    facts["reports"] = [event_object(row) for row in event.reports]
    return {name: value for name, value in facts.items() if value not in (None, "")}


def _csv_line(cells: list[Any]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerow(cells)
    return stream.getvalue().encode()
