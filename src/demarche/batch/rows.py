"""Parquet files as inputs: how many rows they hold, and a stretch of them, never the whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from demarche.batch.arrow import arrow

__all__ = ["measure", "rows_of"]

_TOGETHER = 200  # rows that are decoded at once


def measure(path: str) -> tuple[int, float, str]:
    """Rows, bytes a row when unpacked, and what is wrong with the file ("" when nothing is)."""
    pyarrow, parquet = arrow()
    try:
        with parquet.ParquetFile(path) as file:
            if "text" not in file.schema_arrow.names:
                return 0, 0, 'has no column "text"'
            facts = file.metadata
            size = sum(facts.row_group(n).total_byte_size for n in range(facts.num_row_groups))
            return facts.num_rows, size / max(facts.num_rows, 1), "" if facts.num_rows else "is empty"
    except (pyarrow.ArrowException, OSError):
        return 0, 0, "is a broken Parquet file: write it anew"


def rows_of(path: str, first: int, count: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """`count` rows from number `first` (1 is the first) on, with their numbers; only their row groups are read."""
    _, parquet = arrow()
    with parquet.ParquetFile(path) as file:
        groups, number = _groups(file, first, first + count)
        for batch in file.iter_batches(_TOGETHER, row_groups=groups):
            for row in batch.to_pylist():
                if first <= number < first + count:
                    yield number, row
                number += 1


def _groups(file: Any, first: int, end: int) -> tuple[list[int], int]:
    """The row groups that hold these rows, and the number of the first row in them."""
    found: list[int] = []
    begins, start = 1, 1
    for group in range(file.metadata.num_row_groups):
        ends = start + file.metadata.row_group(group).num_rows
        if start < end and first < ends:
            begins = begins if found else start
            found.append(group)
        start = ends
    return found, begins
