"""Speed of loading a batch into a ledger: `python -m benchmarks.load [REPORTS] [--ledger FILE|ADDRESS] [--workers N]`.

Makes a batch of generated reports (`benchmarks/generate.py`: invented people of 200 states, fifteen years, every tenth
event told twice), loads it, and prints reports a second for the rows (all tables, with their indexes and those of free
text), apart from that for linking them into events, and peak memory. The machine may do other things meanwhile, so it
prints the time of the processors too, and what they would come to with nothing else to do.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.generate import PUBLISHERS, _as_report, _happens

from demarche.batch import load_batch
from demarche.batch.manifest import Manifest, save_plan
from demarche.batch.plan import Shard
from demarche.batch.shards import Receipt, write_shard
from demarche.batch.tables import document_row, report_rows
from demarche.documents import Arrival, Given
from demarche.model import Document, Report

SHARD = 5_000


def told(number: int, count: int) -> Iterator[tuple[Document, list[Report]]]:
    """So many documents of this part with one report each, always the same; every eleventh tells of the one before."""
    rng = random.Random(number)
    happened = _happens(rng)
    for n in range(count):
        if n % 11 != 10:
            happened = _happens(rng)
        name = f"{number}-{n}"
        text = f"{happened.sentence} Note {name}."
        publisher, url = PUBLISHERS[n % len(PUBLISHERS)], f"https://example.org/{name}"
        document = Document(name, text, f"Note {name}", publisher, url, happened.day, "generated", "given")
        yield document, [replace(_as_report(happened, document))]


def write_batch(folder: Path, reports: int, workers: int) -> None:
    """A folder as `demarche batch read` makes it."""
    sizes = [min(SHARD, reports - start) for start in range(0, reports, SHARD)]
    with ProcessPoolExecutor(workers) as pool:
        receipts = list(pool.map(partial(_write_part, folder), range(len(sizes)), sizes))
    plan = save_plan(folder, (Shard(n, ()) for n in range(len(sizes))))
    Manifest("generated", (), Given(), SHARD, plan[0], reports, plan[2]).save(folder, receipts)


def _write_part(folder: Path, number: int, size: int) -> Receipt:
    tables: dict[str, list[dict[str, object]]] = {"documents": [], "reports": [], "rejects": []}
    for document, reports in told(number, size):
        arrival = Arrival(f"generated line {document.id}", document)
        tables["documents"].append(document_row(arrival, document, len(reports)))
        tables["reports"] += report_rows(document, reports)
    return write_shard(folder, Shard(number, ()), tables)


def main() -> None:
    """Print one line a measurement."""
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--ledger", default="")
    parser.add_argument("--folder", type=Path, help="Where the batch lies, or is put to be used again.")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as here:
        folder = options.folder or Path(here) / "batch"
        if not (folder / "manifest.json").exists():
            began = time.perf_counter()
            write_batch(folder, options.reports, options.workers)
            print(f"made {options.reports:,} reports in {time.perf_counter() - began:.0f} s", flush=True)
        _load(folder, options.ledger or str(Path(here) / "load.ledger"), options.workers)


@dataclass(frozen=True, slots=True)
class _Mark:
    """Seconds so far: of the clock, of this process, and of the other processes that have ended."""

    clock: float
    own: float
    others: float

    @classmethod
    def now(cls) -> _Mark:
        """What the clocks say."""
        used = [sum(resource.getrusage(of)[:2]) for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return cls(time.perf_counter(), *used)


def _load(folder: Path, ledger: str, workers: int) -> None:
    marks: dict[str, _Mark] = {"Opening": _Mark.now()}

    def mark(what: str, *_: int) -> None:
        marks.setdefault(what, _Mark.now())

    done = load_batch(folder, ledger, workers, mark)
    marks["end"] = _Mark.now()
    reports = done.reports or 1
    print(f"rows: {done.reports:,} reports in {done.seconds:.1f} s, {done.reports / done.seconds:,.0f} reports/s")
    print(
        f"linking, apart: {done.linked.reports:,} reports, {done.linked.judged:,} pairs judged, "
        f"in {done.linking_seconds:.1f} s, {done.linked.reports / done.linking_seconds:,.0f} reports/s"
    )
    print("seconds of the clock; microseconds of processors a report in this process and in the others:")
    for (what, began), (_, ended) in pairwise(marks.items()):
        own, others = (1e6 * used / reports for used in (ended.own - began.own, ended.others - began.others))
        most = 1e6 * (os.cpu_count() or 1) / max(own + others, 1e-9)
        told = f"{ended.clock - began.clock:6.1f} s  {own:6.1f} + {others:6.1f} µs"
        print(f"  {what:45} {told}  (at most {most:,.0f} reports/s of these processors)")
    own, others = (resource.getrusage(of).ru_maxrss / 1024 for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"peak memory: {own:.0f} MB, the largest of {workers} other processes {others:.0f} MB")
    if Path(ledger).exists():
        print(f"the ledger: {Path(ledger).stat().st_size / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
