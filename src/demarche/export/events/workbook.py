"""Events as an Excel workbook: real dates, a frozen header with filters, links, a sheet that explains the columns."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from demarche.export.events.columns import COLUMNS, Cell, Column

if TYPE_CHECKING:
    from demarche.ledger import Event

__all__ = ["write_workbook"]

MOST_CHARACTERS = 32_000
"""A cell of Excel holds 32,767."""

MOST_ROWS = 1_048_575
"""Rows of a sheet without its header; what is more goes to a further sheet."""


def write_workbook(events: Iterable[Event], view: str, as_of: str) -> Iterator[bytes]:
    """The workbook; rows are written to disk as they come. Nothing in it is a formula."""
    import xlsxwriter

    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        book = xlsxwriter.Workbook(file.name, options)
        forms = {
            "head": book.add_format({"bold": True, "bottom": 1}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        }
        written = _sheets(book, forms, events)
        _explain(book, forms["head"], written, view, as_of)
        book.close()
        file.seek(0)
        while part := file.read(1 << 18):
            yield part


def _sheets(book: Any, forms: dict[str, Any], events: Iterable[Event]) -> int:
    """The rows, on as many sheets as they need; how many rows."""
    sheet, at, written = None, 0, 0
    for event in events:
        if sheet is None or at == MOST_ROWS:
            _close(sheet, at)
            sheet, at = _begun(book, forms["head"]), 0
        at += 1
        written += 1
        for place, column in enumerate(COLUMNS):
            _write(sheet, at, place, column, column.read(event), forms)
    _close(sheet or _begun(book, forms["head"]), at)
    return written


def _begun(book: Any, head: Any) -> Any:
    number = len(book.worksheets()) + 1
    sheet = book.add_worksheet("Events" if number == 1 else f"Events {number}")
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.name, head)
    return sheet


def _close(sheet: Any, rows: int) -> None:
    if sheet is not None:
        sheet.autofilter(0, 0, rows, len(COLUMNS) - 1)


def _write(sheet: Any, row: int, place: int, column: Column, cell: Cell, forms: dict[str, Any]) -> None:
    if cell in (None, ""):
        return
    if column.form == "number" and isinstance(cell, int):
        sheet.write_number(row, place, cell)
    elif column.form == "day" and (day := _day(str(cell))):
        sheet.write_datetime(row, place, day, forms["day"])
    elif column.form == "link" and str(cell).startswith(("https://", "http://")) and len(str(cell)) < 2000:
        sheet.write_url(row, place, str(cell), string=str(cell))
    else:
        sheet.write_string(row, place, str(cell)[:MOST_CHARACTERS])


def _day(words: str) -> date | None:
    """A day that Excel has: its calendar begins in 1900."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return None
    return day if day.year >= 1900 else None


def _explain(book: Any, head: Any, rows: int, view: str, as_of: str) -> None:
    sheet = book.add_worksheet("About")
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 90)
    facts = (
        ("rows", str(rows)),
        ("as of", as_of),
        ("view", view),
        ("made by", "demarche, a sourced ledger of diplomacy"),
    )
    for at, (name, value) in enumerate(facts):
        sheet.write_string(at, 0, name, head)
        sheet.write_string(at, 1, value)
    for at, column in enumerate(COLUMNS, len(facts) + 1):
        sheet.write_string(at, 0, column.name, head)
        sheet.write_string(at, 1, column.meaning)
