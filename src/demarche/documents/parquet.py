"""Parquet files of documents: one document a row, with the columns of JSON Lines; needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from demarche.documents.arrivals import Arrival, Given, Source
from demarche.documents.build import arrival
from demarche.documents.jsonl import found_in
from demarche.errors import DocumentError

ROWS = 500
"""So many rows are held in memory at once."""


def read_parquet(source: Source, given: Given) -> Iterator[Arrival]:
    """Every row a document; a row without a text is skipped by its number."""
    try:
        for number, row in enumerate(_rows(source), 1):
            yield read_row(f"{source.name} row {number}", row, given)
    except DocumentError as error:
        yield Arrival(source.name, skipped=str(error))


def read_row(where: str, row: dict[str, Any], given: Given) -> Arrival:
    """The document of one row; days may be dates or text."""
    plain = {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
    try:
        return arrival(where, found_in(plain, "parquet"), given)
    except DocumentError as error:
        return Arrival(where, skipped=str(error))


def _rows(source: Source) -> Iterator[dict[str, Any]]:
    if not source.peek():
        raise DocumentError("is empty")
    try:
        import polars
    except ImportError:
        raise DocumentError('is a Parquet file: pip install "demarche[parquet]" reads those') from None
    try:
        whole = polars.scan_parquet(source.stream)
        if "text" not in whole.collect_schema().names():
            raise DocumentError('has no column "text"')
        total = int(whole.select(polars.len()).collect().item())
        for start in range(0, total, ROWS):
            yield from whole.slice(start, ROWS).collect().iter_rows(named=True)
    except (polars.exceptions.PolarsError, polars.exceptions.PanicException, OSError) as error:
        raise DocumentError("is a broken Parquet file: write it anew") from error
