"""Rows of a query as CSV, JSON Lines and an Excel workbook."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from demarche.export.csv_table import safe
from demarche.export.plain_tables import Table, write_csv, write_workbook
from demarche.ledger.querying import Cell, Rows

__all__ = ["csv_lines", "json_lines", "write_xlsx"]


def csv_lines(rows: Rows) -> Iterator[bytes]:
    """UTF-8 with a header; an empty cell for what is not known, nothing that a spreadsheet would run."""
    return write_csv(Table("query", tuple(str(safe(name)) for name in rows.columns), rows), "")


def json_lines(rows: Rows) -> Iterator[bytes]:
    """One object a row, all columns in it; `null` for what is not known."""
    for row in rows:
        yield json.dumps(dict(zip(rows.columns, row, strict=True)), ensure_ascii=False).encode() + b"\n"


def write_xlsx(rows: Rows, path: Path) -> int:
    """A workbook of one sheet; how many rows."""
    counted = _Counted(rows)
    today = datetime.now(UTC).date().isoformat()
    path.write_bytes(b"".join(write_workbook(Table("query", rows.columns, counted), today)))
    return counted.number


class _Counted:
    """The rows, counted as they are taken."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.number = 0

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        for row in self._rows:
            self.number += 1
            yield row
