"""Merged events as JSON lines: what the reports imply together, and every report in full under `told`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from demarche.export.events_table import as_row, publishers
from demarche.export.json_lines import event_object
from demarche.ledger import Event

__all__ = ["merged_object", "write"]


def write(events: Iterable[Event], stream: TextIO) -> int:
    """Write one line an event; how many."""
    written = 0
    for event in events:
        stream.write(json.dumps(merged_object(event), ensure_ascii=False) + "\n")
        written += 1
    return written


def merged_object(event: Event) -> dict[str, Any]:
    """An event as one object; `standing` is machine, confirmed or person."""
    line = event_object(as_row(event))
    for own in ("doc", "source", "extractor"):
        line.pop(own, None)
    line |= {"standing": event.standing, "disputed": event.disputed, "perhaps": event.perhaps}
    return line | {"publishers": list(publishers(event)), "told": [event_object(row) for row in event.reports]}
