"""Any small table as CSV, Excel or JSON Lines: columns by name, rows of words, numbers and nothing.

for part in TABLES["csv"](Table("log", ("when", "who"), rows), "2025-12-31"): ...
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from demarche.export.csv_table import safe

__all__ = ["TABLES", "Cell", "Table"]

Cell = str | int | float | None
MOST_CHARACTERS = 32_000


@dataclass(frozen=True)
class Table:
    """A table: its name, its columns, its rows as long as the columns."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]


def write_csv(table: Table, _as_of: str) -> Iterator[bytes]:
    """UTF-8, a header, an empty cell for what is not known; nothing that a spreadsheet would run."""
    yield _line(table.columns)
    for row in table.rows:
        yield _line([cell if isinstance(cell, float) else safe(cell) for cell in row])


def write_jsonl(table: Table, _as_of: str) -> Iterator[bytes]:
    """One object a row, without what is not known."""
    for row in table.rows:
        told = {name: cell for name, cell in zip(table.columns, row, strict=True) if cell not in (None, "")}
        yield json.dumps(told, ensure_ascii=False).encode() + b"\n"


def write_workbook(table: Table, as_of: str) -> Iterator[bytes]:
    """One sheet with a frozen header and filters; its day stands in the name of the sheet."""
    import xlsxwriter

    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        book = xlsxwriter.Workbook(file.name, {"constant_memory": True})
        sheet = book.add_worksheet(f"{table.name} {as_of}"[:31])
        head = book.add_format({"bold": True, "bottom": 1})
        sheet.freeze_panes(1, 0)
        for place, name in enumerate(table.columns):
            sheet.write_string(0, place, name, head)
        at = 0
        for at, row in enumerate(table.rows, 1):
            for place, cell in enumerate(row):
                if isinstance(cell, int | float):
                    sheet.write_number(at, place, cell)
                elif cell:
                    sheet.write_string(at, place, cell[:MOST_CHARACTERS])
        sheet.autofilter(0, 0, at, len(table.columns) - 1)
        book.close()
        file.seek(0)
        yield file.read()


TABLES: dict[str, Callable[[Table, str], Iterator[bytes]]] = {
    "csv": write_csv,
    "xlsx": write_workbook,
    "jsonl": write_jsonl,
}


def _line(cells: Iterable[Cell]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerow(list(cells))
    return stream.getvalue().encode()
