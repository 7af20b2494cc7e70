"""Speed of reading: from text to reports, beside the bare language pipeline, on the same documents in one run.

    python -m benchmarks.reading [N] [--data FILE] [--processes P]

Prints documents and words a second, the ratio of the two, peak memory, and the figures that peers document. With
--processes both are done once more by so many processes: spaCy's own ``n_process``, which sends every text back to the
parent, and ours, which send back reports; processor time of all of them together.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import active_children, get_context
from pathlib import Path

from demarche.documents import arrivals
from demarche.documents.walk import expected
from demarche.model import Document
from demarche.pipeline import engine, read_documents

WHITE_HOUSE = Path(__file__).parents[2] / "shared" / "data" / "readouts" / "whitehouse.jsonl.gz"
CHUNK = 25
PEERS = (
    ("HeidelTime, dates alone, as documented", "1.5-3.2 articles/s"),
    ("PETRARCH's parser, as documented", "2-5 sentences/s"),
)


def sample(path: Path, number: int) -> list[Document]:
    """So many documents, the same ones every time."""
    total = expected([str(path)]) or number
    chosen = set(random.Random(2025).sample(range(total), min(number, total)))
    return [a.document for i, a in enumerate(arrivals([str(path)])) if i in chosen and a.document]


def timed(work: Callable[[], int]) -> tuple[float, int]:
    """Seconds of processor time, and what the work returned."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def bare(documents: list[Document]) -> int:
    """The language pipeline and nothing else; returns the number of sentences."""
    return sum(sum(1 for _ in doc.sents) for doc in engine().nlp.pipe(d.text for d in documents))


def whole(documents: list[Document]) -> int:
    """Text to reports; returns the number of reports."""
    return sum(len(reports) for _, reports in read_documents(documents))


def bare_by(processes: int, documents: list[Document]) -> int:
    """The language pipeline in spaCy's own processes; returns the number of sentences."""
    texts = [d.text for d in documents]
    return sum(sum(1 for _ in doc.sents) for doc in engine().nlp.pipe(texts, n_process=processes, batch_size=CHUNK))


def whole_by(processes: int, documents: list[Document]) -> int:
    """Text to reports in processes of ours; returns the number of reports."""
    parts = [documents[start : start + CHUNK] for start in range(0, len(documents), CHUNK)]
    with ProcessPoolExecutor(processes, get_context("fork")) as pool:
        return sum(pool.map(whole, parts))


def timed_by(work: Callable[[], int]) -> tuple[float, float]:
    """Seconds of processor time, of this process and of those that it starts, and seconds by the clock."""
    clock, before = time.perf_counter(), os.times()
    work()
    for child in active_children():
        child.join()
    after = os.times()
    return sum(after[:4]) - sum(before[:4]), time.perf_counter() - clock


def by_processes(processes: int, documents: list[Document]) -> None:
    """Measure both by several processes, and print."""
    bare_seconds, bare_clock = timed_by(partial(bare_by, processes, documents))
    whole_seconds, whole_clock = timed_by(partial(whole_by, processes, documents))
    words = sum(len(d.text.split()) for d in documents)
    print(f"{processes} processes, the pipeline's n_process  {words / bare_seconds:7,.0f} words/s of processor time")
    print(f"{processes} processes, whole reading             {words / whole_seconds:7,.0f} words/s of processor time")
    print(f"ratio {whole_seconds / bare_seconds:.2f} of processor time, {whole_clock / bare_clock:.2f} by the clock")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("number", nargs="?", type=int, default=500)
    parser.add_argument("--data", type=Path, default=WHITE_HOUSE)
    parser.add_argument("--processes", type=int, default=0, metavar="P")
    options = parser.parse_args()
    if not options.data.exists():
        sys.exit(f"{options.data} is not there; name a file of documents with --data")
    documents = sample(options.data, options.number)
    words = sum(len(d.text.split()) for d in documents)
    warm = documents[:5]
    bare(warm)
    whole(warm)
    bare_seconds = whole_seconds = 0.0
    sentences = reports = 0
    for start in range(0, len(documents), CHUNK):  # turn about, so that whatever else the machine does hits both alike
        part = documents[start : start + CHUNK]
        seconds, number = timed(partial(whole, part))
        whole_seconds, reports = whole_seconds + seconds, reports + number
        seconds, number = timed(partial(bare, part))
        bare_seconds, sentences = bare_seconds + seconds, sentences + number
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(documents)} documents, {words:,} words, {sentences:,} sentences, {reports:,} reports found")
    for name, seconds in (("bare language pipeline", bare_seconds), ("whole reading", whole_seconds)):
        rates = f"{len(documents) / seconds:6.1f} documents/s  {words / seconds:8,.0f} words/s"
        print(f"{name:24} {seconds:7.1f} s  {rates}  {sentences / seconds:6.0f} sentences/s")
    print(f"ratio {whole_seconds / bare_seconds:.2f}")
    print(f"peak memory {memory:.0f} MB")
    if options.processes:
        by_processes(options.processes, documents)
    for name, figure in PEERS:
        print(f"{name:42} {figure}")


if __name__ == "__main__":
    main()
