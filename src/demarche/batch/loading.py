"""A batch into a ledger: rows shard by shard, then events."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.batch.loaded import documents_in
from demarche.batch.manifest import Manifest, receipts, totals
from demarche.errors import UsageError
from demarche.ledger import runs
from demarche.ledger.bulk import Linked, Packed, joined, link, packed, put, put_aside, roomy
from demarche.ledger.connection import Database
from demarche.ledger.learning import learn_what_grew
from demarche.ledger.schema import loaded
from demarche.model import Document, Report
from demarche.processes import spread, uncollected

if TYPE_CHECKING:
    from demarche.ledger import Run

__all__ = ["Loaded", "load_batch"]

TOGETHER = 100_000
"""Documents and reports that are put in by one transaction, about: in memory, and lost when a run is killed.

Rows go all over the tables, so each transaction writes most pages of them anew: few large ones are quicker.
"""


@dataclass(slots=True)
class Loaded:
    """What a load did. Seconds are of the clock: of the rows, and of linking them into events."""

    shards: int = 0
    before: int = 0  # shards that were there already
    outcomes: Counter[str] = field(default_factory=Counter)
    reports: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)
    linked: Linked = field(default_factory=lambda: Linked(0))
    seconds: float = 0.0
    linking_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class _Part:
    """One shard, packed in some process."""

    shard: int
    documents: int
    reports: int
    refused: list[tuple[str, str]]
    packed: bytes


def load_batch(
    folder: Path, ledger: str, workers: int = 0, told: Callable[[str, int, int], None] = lambda *_: None
) -> Loaded:
    """Put the reports of a batch into a ledger, made if missing, and link them. Loading twice adds nothing.

    `told` hears what is being done, and how many reports of how many are done. UsageError: no batch, or one that is
    not read to its end. LedgerError: the ledger cannot be opened or written; the shards before are in it.
    """
    there = {receipt.shard: receipt.reports for receipt in receipts(folder)}
    batch, extractor = _complete(folder)
    workers = workers or os.cpu_count() or 1
    database = Database.open(ledger, create=True, read_only=False, timeout=30)
    try:
        done, began = Loaded(), time.perf_counter()
        missing = _missing(database, batch, there, done)
        source = _Source(folder, batch, extractor, workers)
        with put_aside(database):
            if missing:
                _put_all(database, source, missing, done, partial(told, "Loading"))
        done.seconds, began = time.perf_counter() - began, time.perf_counter()
        done.linked = link(database, ledger, workers, lambda what: told(f"Linking: {what}", 0, 0))
        done.linking_seconds = time.perf_counter() - began
        with database.writing() as connection:
            learn_what_grew(connection)
        return done
    finally:
        database.close()


def _complete(folder: Path) -> tuple[str, str]:
    """The digest of all rows of a batch that is whole, and its extractor."""
    manifest = Manifest.load(folder)
    if manifest is None:
        raise UsageError(f"{folder} holds no batch; make one: demarche batch read INPUT... --out {folder}")
    found = totals(receipts(folder))
    if found["shards"] != manifest.shards:
        raise UsageError(
            f"{folder}: {found['shards']:,} of {manifest.shards:,} shards are read; nothing was loaded; "
            "give its `demarche batch read` command again first"
        )
    return str(found["digest"]), manifest.extractor


def _missing(database: Database, batch: str, there: dict[int, int], done: Loaded) -> dict[int, int]:
    with database.reading() as connection:
        known = set(connection.scalars(sa.select(loaded.c.shard).where(loaded.c.batch == batch)))
    done.before = len(known)
    return {shard: reports for shard, reports in there.items() if shard not in known}


@dataclass(frozen=True, slots=True)
class _Source:
    """The batch that is put in, and how many processes pack it."""

    folder: Path
    batch: str
    extractor: str
    workers: int


def _put_all(
    database: Database, source: _Source, missing: dict[int, int], done: Loaded, told: Callable[[int, int], None]
) -> None:
    with database.writing() as connection:
        run = runs.start(connection, source.extractor)
    total = sum(missing.values())
    told(0, total)
    for group in _groups(spread(partial(_pack, source.folder), missing, source.workers)):
        _put_group(database, source, group, run, done)
        told(done.reports, total)
    with database.writing() as connection:
        runs.finish(connection, run, len(done.refused))


def _pack(folder: Path, shard: int) -> _Part:
    with uncollected():
        made = packed(documents_in(folder, f"{shard:06d}"))
        return _Part(shard, len(made.documents), len(made.reports), made.refused, made.dump())


def _groups(parts: Iterator[_Part]) -> Iterator[list[_Part]]:
    group: list[_Part] = []
    held = 0
    for part in parts:
        group.append(part)
        held += part.reports + part.documents
        if held >= TOGETHER:
            yield group
            group, held = [], 0
    if group:
        yield group


def _put_group(database: Database, source: _Source, group: list[_Part], run: Run, done: Loaded) -> None:
    """Whole shards or nothing of them."""
    with database.writing() as connection, uncollected():
        whole = joined(Packed.load(part.packed) for part in group)
        roomy(connection)
        made = put(connection, whole, run, _Again(source.folder, group))
        rows = [{"batch": source.batch, "shard": part.shard, "run_id": run.id} for part in group]
        connection.execute(loaded.insert(), rows)
    done.shards += len(group)
    done.outcomes.update(made.outcomes)
    done.reports += made.reports
    done.refused += whole.refused


class _Again:
    """A document of a group by its place in the group, read once more from its shard."""

    def __init__(self, folder: Path, group: list[_Part]) -> None:
        self._folder = folder
        self._group = group
        self._shard: tuple[int, list[tuple[Document, list[Report]]]] = (-1, [])

    def __call__(self, place: int) -> tuple[Document, list[Report]]:
        for part in self._group:
            if place < part.documents:
                return self._read(part)[place]
            place -= part.documents
        raise IndexError(place)

    def _read(self, part: _Part) -> list[tuple[Document, list[Report]]]:
        if self._shard[0] != part.shard:
            refused = {name for name, _ in part.refused}
            read = documents_in(self._folder, f"{part.shard:06d}")
            self._shard = part.shard, [one for one in read if one[0].id not in refused]
        return self._shard[1]
