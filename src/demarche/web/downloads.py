"""Downloads of a view: every row that its filter lets through, in a format another program reads."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from starlette.responses import StreamingResponse

from demarche.export.events import EventWriter, write_csv, write_jsonl, write_workbook
from demarche.export.plain_tables import TABLES, Table
from demarche.web.failures import NotThere

if TYPE_CHECKING:
    from demarche.ledger import Event, Filters, Ledger

__all__ = ["DOWNLOADS", "Download", "download", "download_events", "form_of", "save"]


@dataclass(frozen=True, slots=True)
class Download:
    """A format: its words on the page, the end of the file's name, its media type, its writer."""

    words: str
    suffix: str
    media: str
    write: EventWriter


DOWNLOADS = {
    "csv": Download("CSV", "csv", "text/csv; charset=utf-8", write_csv),
    "xlsx": Download(
        "Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_workbook
    ),
    "jsonl": Download("JSON Lines", "jsonl", "application/jsonl; charset=utf-8", write_jsonl),
}


def download(form: Download, ledger: Ledger, filters: Filters, view: str) -> StreamingResponse:
    """The file as an answer; `view` is the address of the view, written into the workbook."""
    return download_events(form, ledger.each_event(filters), view)


def download_events(form: Download, events: Iterable[Event], view: str, name: str = "") -> StreamingResponse:
    """The same of these events; `name` becomes a part of the file's name."""
    day = datetime.now(UTC).date().isoformat()
    file = "-".join(part for part in ("demarche", name, day) if part)
    headers = {"content-disposition": f'attachment; filename="{file}.{form.suffix}"'}
    return StreamingResponse(_chunks(form.write(events, view, day)), media_type=form.media, headers=headers)


def form_of(name: str) -> Download:
    """The format of this name; 404 when there is none."""
    if name not in DOWNLOADS:
        raise NotThere(f"There is no download {name}; there are {', '.join(DOWNLOADS)}.")
    return DOWNLOADS[name]


def save(name: str, table: Table) -> StreamingResponse:
    """A small table as an answer, in the format of this name."""
    form, day = form_of(name), datetime.now(UTC).date().isoformat()
    headers = {"content-disposition": f'attachment; filename="demarche-{table.name}-{day}.{form.suffix}"'}
    return StreamingResponse(TABLES[name](table, day), media_type=form.media, headers=headers)


def _chunks(parts: Iterable[bytes], least: int = 64 * 1024) -> Iterator[bytes]:
    """Small parts made into larger ones."""
    held = io.BytesIO()
    for part in parts:
        held.write(part)
        if held.tell() >= least:
            yield held.getvalue()
            held = io.BytesIO()
    yield held.getvalue()
