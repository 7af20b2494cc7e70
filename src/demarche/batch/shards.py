"""One shard from its inputs to its files: the same bytes whoever does it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from demarche.batch.arrow import arrow
from demarche.batch.files import put
from demarche.batch.inputs import Cut, Input
from demarche.batch.plan import Piece, Shard
from demarche.batch.rows import rows_of
from demarche.batch.tables import TABLES, Row, document_row, reject_row, report_rows, schema
from demarche.documents import Arrival, Given, Source, read_source
from demarche.documents.jsonl import lines_of, read_lines, unpacked
from demarche.documents.parquet import read_row
from demarche.documents.walk import reason
from demarche.errors import FatalError, UsageError
from demarche.pipeline import Landing, engine, read_arrivals

__all__ = ["DONE", "Job", "Receipt", "read_shard", "write_shard"]

DONE = "done"
"""The folder of receipts: a shard is done when its receipt is there."""

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Job:
    """What whoever reads shards must know."""

    folder: str
    inputs: tuple[Input, ...]
    given: Given
    pipeline: str | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a shard came to; `digest` is of its rows, whatever their files are packed with."""

    shard: int
    documents: int
    reports: int
    rejects: int
    bytes: int
    digest: str

    def plain(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def read_shard(job: Job, shard: Shard, tick: Callable[[], None] = lambda: None) -> Receipt:
    """Read one shard and write its files, its receipt last. `tick` is called after each document.

    UsageError when an input cannot be opened (any more); OSError when the folder cannot be written.
    """
    tables: dict[str, list[Row]] = {name: [] for name in TABLES}
    for landing in _landings(list(_arrivals(job, shard)), job.pipeline):
        document, arrival = landing.arrival.document, landing.arrival
        if document is None or landing.skipped:
            tables["rejects"].append(reject_row(arrival, landing.skipped))
        else:
            tables["documents"].append(document_row(arrival, document, len(landing.reports)))
            tables["reports"] += report_rows(document, landing.reports)
        tick()
    return write_shard(Path(job.folder), shard, tables)


def write_shard(folder: Path, shard: Shard, tables: dict[str, list[Row]]) -> Receipt:
    """Write the rows of one shard, by table, and then its receipt."""
    size = 0
    for name, rows in tables.items():
        if rows or name != "rejects":
            packed = _packed(rows, name)
            put(folder / name / f"{shard.name}.parquet", packed)
            size += len(packed)
    documents, reports, rejects = (len(tables[name]) for name in TABLES)
    receipt = Receipt(shard.number, documents, reports, rejects, size, _digest(tables))
    put(folder / DONE / f"{shard.name}.json", json.dumps(receipt.plain()).encode())
    return receipt


def _packed(rows: Sequence[Row], table: str) -> bytes:
    """In memory first: what goes wrong on the disk is then an error of the system, with its number."""
    pa, parquet = arrow()
    stream = BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows, schema(table)), stream, compression="zstd")
    return stream.getvalue()


def _digest(tables: dict[str, list[Row]]) -> str:
    found = sha256()
    for name in TABLES:
        for row in tables[name]:
            found.update(json.dumps([name, row], ensure_ascii=False, default=str).encode())
    return found.hexdigest()


def _landings(arrivals: list[Arrival], pipeline: str | None) -> Iterator[Landing]:
    """All together; where that fails for a fault of ours, one by one, so that only the one that cannot is left out."""
    if any(arrival.document for arrival in arrivals):
        engine(pipeline)  # a model that cannot be loaded is no fault of a document: it stops the run
    try:
        yield from list(read_arrivals(arrivals, pipeline))
    except FatalError:
        raise
    except Exception:  # noqa: BLE001 - whatever it is, it is found again below, at the document that has it
        for arrival in arrivals:
            yield from _alone(arrival, pipeline)


def _alone(arrival: Arrival, pipeline: str | None) -> list[Landing]:
    try:
        return list(read_arrivals([arrival], pipeline))
    except Exception as error:  # noqa: BLE001 - one document must not cost the others
        why = f"could not be read, a fault of demarche: {type(error).__name__}: {error}"
        return [Landing(arrival, skipped=why)]


# -- what stands in a shard -------------------------------------------------------------------------------------------


def _arrivals(job: Job, shard: Shard) -> Iterator[Arrival]:
    for piece in shard.pieces:
        item = job.inputs[piece.input]
        if piece.problem:
            yield Arrival(item.name, skipped=piece.problem)
            continue
        try:
            yield from _of_piece(item, piece, job.given)
        except FileNotFoundError as error:
            raise UsageError(
                f"{item.name} cannot be opened: {reason(error)}; what was read is kept; "
                "inputs must lie where every machine of the run sees them under one path"
            ) from error


def _of_piece(item: Input, piece: Piece, given: Given) -> Iterator[Arrival]:
    if item.cut is Cut.ROWS:
        for number, row in rows_of(item.path, piece.first, piece.count or 0):
            yield read_row(f"{item.name} row {number}", row, given)
        return
    with Path(item.path).open("rb") as stream:
        source = Source(item.name, stream)
        if item.cut is Cut.WHOLE:
            yield from read_source(source, given)
        else:
            yield from read_lines(item.name, _numbered(source, piece), given)


def _numbered(source: Source, piece: Piece) -> Iterator[tuple[int, bytes]]:
    """The lines of a piece with their numbers. What stands before them is jumped over, or unpacked where it must be."""
    packed = unpacked(source)
    if packed is source.stream:
        packed.seek(piece.offset)
    else:
        left = piece.offset
        while left and (block := packed.read(min(left, _BLOCK))):
            left -= len(block)
    lines = (line for line, _ in lines_of(packed))
    yield from enumerate(islice(lines, piece.count), piece.first)
