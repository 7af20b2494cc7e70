"""Rows of a query as a Parquet file with typed columns; needs the extra `parquet` (polars).

A column that bears the name of a column of the views has its type: a day is a date, a time a timestamp in UTC, a number
or minutes an integer, a flag true or false. Any other column has the type of its values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from demarche.errors import DemarcheError, UsageError
from demarche.ledger.querying import Cell, Rows
from demarche.ledger.views import VIEWS, Form

if TYPE_CHECKING:
    from polars import DataFrame

__all__ = ["ready", "write_parquet"]

_BATCH = 50_000
"""So many rows are held in memory at once."""

_FORMS: dict[str, Form] = {column.name: column.form for view in VIEWS for column in view.columns}


def ready() -> None:
    """UsageError when the extra is not installed."""
    try:
        import polars  # noqa: F401 - only whether it is there
    except ImportError:
        raise UsageError('Parquet is written with polars: pip install "demarche[parquet]"') from None


def write_parquet(rows: Rows, path: Path) -> int:
    """Write the rows, and put the whole file in its place at the end; how many rows."""
    batches = _batches(rows)
    first = next(batches, [])
    forms = [_FORMS.get(name) or _found(cells) for name, cells in _columns(rows.columns, first)]
    written = 0

    def frames() -> Iterator[DataFrame]:
        nonlocal written
        for batch in _begun_with(first, batches):
            written += len(batch)
            yield _frame(rows.columns, forms, batch)

    with _in_place(path) as part:
        _sink(frames(), rows.columns, forms, part)
    return written


def _sink(frames: Iterator[DataFrame], columns: Sequence[str], forms: Sequence[str], part: Path) -> None:
    """Batch after batch into one file; an error of a query passes through as it is."""
    import polars
    from polars.io.plugins import register_io_source

    stopped: list[DemarcheError] = []

    def source(
        _columns: list[str] | None, _predicate: Any, _rows: int | None, _size: int | None
    ) -> Iterator[DataFrame]:
        try:
            yield from frames
        except DemarcheError as error:
            stopped.append(error)
            raise

    schema = polars.Schema({name: _types()[form] for name, form in zip(columns, forms, strict=True)})
    try:
        register_io_source(source, schema=schema).sink_parquet(part)
    except polars.exceptions.PolarsError:
        if stopped:  # our own error, which came back wrapped
            raise stopped[0] from None
        raise


def _types() -> dict[str, Any]:
    import polars

    text, whole = polars.String(), polars.Int64()
    return {
        "text": text,
        "edtf": text,
        "month": text,
        "day": polars.Date(),
        "moment": polars.Datetime("us", "UTC"),
        "number": whole,
        "minutes": whole,
        "score": polars.Float64(),
        "flag": polars.Boolean(),
    }


def _frame(columns: Sequence[str], forms: Sequence[str], batch: Sequence[Sequence[Cell]]) -> DataFrame:
    import polars

    series = [_series(form, cells) for form, (_, cells) in zip(forms, _columns(columns, batch), strict=True)]
    return polars.DataFrame([one.alias(name) for name, one in zip(columns, series, strict=True)])


def _series(form: str, cells: Sequence[Cell]) -> Any:
    """One column; a value that is none of its form (no day of a calendar) is empty."""
    import polars

    kind = _types()[form]
    if form in ("day", "moment"):
        words = polars.Series(cells, dtype=polars.String)
        pattern = "%Y-%m-%d" if form == "day" else "%Y-%m-%dT%H:%M:%S%#z"
        return words.str.strptime(kind if form == "day" else polars.Datetime("us", "UTC"), pattern, strict=False)
    if form in ("text", "edtf", "month"):
        return polars.Series([None if cell is None else str(cell) for cell in cells], dtype=kind)
    return polars.Series(cells, dtype=kind, strict=False)


def _found(cells: Sequence[Cell]) -> Form:
    """The form of the values of a column that is none of the views'."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {int} and all(-(2**63) <= int(cell) < 2**63 for cell in cells if cell is not None):
        return "number"
    return "score" if kinds and kinds <= {int, float} else "text"


def _columns(names: Sequence[str], batch: Sequence[Sequence[Cell]]) -> list[tuple[str, list[Cell]]]:
    return [(name, [row[at] for row in batch]) for at, name in enumerate(names)]


def _batches(rows: Rows) -> Iterator[list[tuple[Cell, ...]]]:
    stream = iter(rows)
    while batch := list(islice(stream, _BATCH)):
        yield batch


def _begun_with(
    first: list[tuple[Cell, ...]], others: Iterator[list[tuple[Cell, ...]]]
) -> Iterator[list[tuple[Cell, ...]]]:
    yield first
    yield from others


@contextmanager
def _in_place(path: Path) -> Iterator[Path]:
    """A file beside it to be written to, which takes its place when all went well, and is gone otherwise."""
    part = path.with_name(f".{path.name}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
