"""A whole set of documents read by several processes, beside the bare language pipeline on every N-th chunk.

    python -m benchmarks.whole_set FOLDER [--data FILE] [--workers 2] [--every 8]
    python -m benchmarks.whole_set FOLDER --status

FOLDER keeps one line a chunk: a run that is stopped (Ctrl-C, kill) goes on where it was. The bare pipeline reads the
same chunk in the same process just after, so that a busy machine hits both alike; the ratio is of processor time.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import asdict, dataclass, fields
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path

from benchmarks.reading import PEERS, WHITE_HOUSE, bare, timed, whole

from demarche.documents import arrivals
from demarche.model import Document

CHUNK = 16
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Done:
    """What one chunk cost. Seconds are of processor time; ``begun`` and ``ended`` are by the clock; memory in MB."""

    chunk: int
    worker: int
    documents: int
    characters: int
    words: int
    sentences: int
    reports: int
    seconds: float
    bare_seconds: float
    begun: float
    ended: float
    memory: float
    peak: float


def read_chunk(chunk: int, documents: list[Document], with_bare: bool) -> Done:
    """Read one chunk, and the bare pipeline over it where asked (0 seconds otherwise)."""
    begun = time.time()
    seconds, reports = timed(lambda: whole(documents))
    ended = time.time()
    bare_seconds, sentences = timed(lambda: bare(documents)) if with_bare else (0.0, 0)
    return Done(
        chunk,
        os.getpid(),
        len(documents),
        sum(len(d.text) for d in documents),
        sum(len(d.text.split()) for d in documents),
        sentences,
        reports,
        seconds,
        bare_seconds,
        begun,
        ended,
        memory(),
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def memory() -> float:
    """Memory in use by this process in MB, where the system tells it."""
    status = Path("/proc/self/statm")
    pages = int(status.read_text().split()[1]) if status.exists() else 0
    return pages * resource.getpagesize() / 2**20


def warm_up() -> None:
    """Load everything before the first chunk is timed; end when the process that hands out chunks was killed."""
    threading.Thread(target=_follow_parent, daemon=True).start()
    whole([Document("warm", "The presidents of Finland and France spoke by phone on 3 March 2025.")])


def _follow_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def known(state: Path) -> list[Done]:
    """The chunks done so far; a line that a kill cut short is left out."""
    names = {field.name for field in fields(Done)}
    found = []
    for line in state.read_text("utf-8").splitlines() if state.exists() else ():
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if isinstance(row, dict) and row.keys() == names:
            found.append(Done(**row))
    return found


def documents_of(path: Path) -> Iterator[Document]:
    """The documents of a file, in order."""
    return (arrival.document for arrival in arrivals([str(path)]) if arrival.document)


def work(chunks: Iterable[tuple[int, list[Document]]], workers: int, every: int) -> Iterator[Done]:
    """Read chunks in so many processes; a few wait, the file is never held whole."""
    os.environ.update(dict.fromkeys(THREADS, "1"))
    with ProcessPoolExecutor(workers, get_context("spawn"), warm_up) as pool:
        waiting: set[Future[Done]] = set()
        for number, documents in chunks:
            waiting.add(pool.submit(read_chunk, number, documents, number % every == 0))
            if len(waiting) > 2 * workers:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        yield from (future.result() for future in waiting)


def run(folder: Path, data: Path, workers: int, every: int) -> None:
    """Read what is not read yet, keeping a line a chunk."""
    folder.mkdir(parents=True, exist_ok=True)
    state = folder / "chunks.jsonl"
    done = {row.chunk for row in known(state)}
    stream = documents_of(data)
    chunks = enumerate(iter(lambda: list(islice(stream, CHUNK)), []))
    with state.open("a", encoding="utf-8") as out:
        for row in work(((n, part) for n, part in chunks if n not in done), workers, every):
            out.write(json.dumps(asdict(row)) + "\n")
            out.flush()


def by_the_clock(rows: list[Done]) -> float:
    """Seconds in which at least one process was reading."""
    total, reached = 0.0, 0.0
    for row in sorted(rows, key=lambda row: row.begun):
        total += max(0.0, row.ended - max(reached, row.begun))
        reached = max(reached, row.ended)
    return total


def show(rows: list[Done]) -> None:
    """Print the figures of what has been read."""
    if not rows:
        print("nothing read yet")
        return
    documents, words = sum(r.documents for r in rows), sum(r.words for r in rows)
    seconds, clock = sum(r.seconds for r in rows), by_the_clock(rows)
    print(f"{documents:,} documents, {sum(r.characters for r in rows):,} characters, {words:,} words read", end="; ")
    print(f"{sum(r.reports for r in rows):,} reports; {len({r.worker for r in rows})} processes took part")
    print(f"a core   {documents / seconds:6.2f} documents/s {words / seconds:8,.0f} words/s, of processor time")
    print(f"together {documents / clock:6.2f} documents/s {words / clock:8,.0f} words/s, by the clock")
    both = [r for r in rows if r.bare_seconds]
    if both:
        bare = sum(r.bare_seconds for r in both)
        own, sentences = sum(r.seconds for r in both), sum(r.sentences for r in both)
        print(f"bare     {sum(r.words for r in both) / bare:,.0f} words/s a core, on {len(both)} of {len(rows)} chunks")
        print(f"ratio    {own / bare:.2f}; {sentences / own:,.0f} sentences/s a core")
    print(f"memory   peak {max(r.peak for r in rows):,.0f} MB a process", end="; ")
    quarters = [rows[len(rows) * n // 4 : len(rows) * (n + 1) // 4] for n in range(4)] if len(rows) > 3 else [rows]
    print("highest in use, by quarters:", ", ".join(f"{max(r.memory for r in part):,.0f}" for part in quarters))
    for name, figure in PEERS:
        print(f"{name:42} {figure}")


def main() -> None:
    """Read, then print; or print only."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, default=WHITE_HOUSE)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--every", type=int, default=8, help="the bare pipeline reads every so many chunks too")
    parser.add_argument("--status", action="store_true", help="print what has been read so far, and read nothing")
    options = parser.parse_args()
    if not options.status:
        if not options.data.exists():
            sys.exit(f"{options.data} is not there; name a file of documents with --data")
        run(options.folder, options.data, options.workers, options.every)
    show(known(options.folder / "chunks.jsonl"))


if __name__ == "__main__":
    main()
