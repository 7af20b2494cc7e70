"""How long a report takes over a large ledger: `python -m benchmarks.report [EVENTS] [--keep FILE]`.

A generated ledger (see `generate`), its two busiest sides, one year and all fifteen; each time a fresh process, as a
user starts it, with and without the pictures. Prints one line a run: seconds on the clock and of processor time (they
differ when the machine is busy with something else), rows of the appendix, size of the file.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.generate import STATES, write

LIMIT = 5.0
_COMMAND = ("-m", "demarche.cli", "report", "--between", STATES[0], "--and", STATES[1])
_RUNS = (
    ("one year", ("--in", "2020")),
    ("one year, tables only", ("--in", "2020", "--no-charts")),
    ("fifteen years", ()),
)


def main() -> None:
    """Make the ledger, write the reports, say whether they were quick enough."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", nargs="?", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="make the ledger here, or use the one that is")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = asked.keep or Path(folder) / "generated.ledger"
        if not ledger.exists():
            write(ledger, asked.events)
        seconds = list(_measured(ledger, Path(folder) / "report.html"))
    print(f"slowest {max(seconds):.1f} s, {'within' if max(seconds) <= LIMIT else 'OVER'} {LIMIT:g} s")


def _measured(ledger: Path, report: Path) -> Iterator[float]:
    for name, options in _RUNS:
        start, used = time.perf_counter(), _processor()
        command = [sys.executable, *_COMMAND, *options, "--ledger", str(ledger), "-o", str(report)]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
        taken, worked = time.perf_counter() - start, _processor() - used
        rows = report.read_text("utf-8").count("<article ")
        size = report.stat().st_size / 1024
        print(f"{name:24} {taken:6.1f} s  {worked:6.1f} s of processor  {rows:6,} rows  {size:8,.0f} KiB")
        yield taken


def _processor() -> float:
    """Processor seconds of the runs so far."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
