"""How reading at scale grows with workers: `python -m benchmarks.batch --engine ray --workers 1,2 [N] [--data FILE]`.

Reads the same N documents with each number of workers and prints documents a second: of the whole run, and from the
first shard that was done to the last one (loading models and beginning a cluster take the same time however much is
read). Says whether all came to the same digest. A worker computes on one processor: more workers than processors, or
another busy program, say nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.reading import WHITE_HOUSE, sample

from demarche.batch import Progress, Request, Summary, read_batch

SHARD = 10


def main() -> None:
    """Print one line a number of workers, and how they compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("number", nargs="?", type=int, default=400)
    parser.add_argument("--engine", default="local")
    parser.add_argument("--workers", default="1,2")
    parser.add_argument("--address")
    parser.add_argument("--data", type=Path, default=WHITE_HOUSE)
    options = parser.parse_args()
    if not options.data.exists():
        sys.exit(f"{options.data} is not there; name a file of documents with --data")
    with tempfile.TemporaryDirectory() as here:
        path = Path(here) / "documents.jsonl"
        _write(path, options.data, options.number)
        print(f"{options.number} documents, shards of {SHARD}, {os.cpu_count()} processors, engine {options.engine}")
        rates: dict[int, float] = {}
        digests = set()
        for workers in map(int, options.workers.split(",")):
            folder = Path(here) / f"out-{workers}"
            request = Request((str(path),), folder, options.engine, workers, options.address, shard_documents=SHARD)
            summary, rates[workers] = _read(request)
            digests.add(summary.digest)
            whole = summary.documents / summary.seconds
            size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / summary.documents
            print(
                f"{workers} workers: {rates[workers]:.2f} documents/s once begun, {whole:.2f} with beginning",
                flush=True,
            )
            print(f"  {summary.reports / summary.documents:.2f} reports and {size:,.0f} bytes a document")
        least = min(rates)
        for workers, rate in rates.items():
            print(f"{workers} : {least} workers = {rate / rates[least]:.2f}")
        print("the same rows" if len(digests) == 1 else "OTHER ROWS")


def _write(path: Path, data: Path, number: int) -> None:
    with path.open("w", encoding="utf-8") as stream:
        for document in sample(data, number):
            facts = {name: getattr(document, name) for name in ("id", "title", "publisher", "url", "source", "text")}
            facts["date"] = document.date.isoformat() if document.date else None
            stream.write(json.dumps(facts, ensure_ascii=False) + "\n")


def _read(request: Request) -> tuple[Summary, float]:
    heard: list[tuple[float, int]] = []

    def told(progress: Progress) -> None:
        if progress.read and (not heard or progress.read != heard[-1][1]):
            heard.append((time.perf_counter(), progress.read))

    summary = read_batch(request, told)
    (began, first), (ended, last) = heard[0], heard[-1]
    return summary, (last - first) / max(ended - began, 0.001)


if __name__ == "__main__":
    main()
