"""Speed of linking: `python -m benchmarks.linking_speed [--million FILE]`.

- Adding 1,000 documents to a ledger of 100,000 events against adding them to an empty one, by the clock of the
  processor; each three times, in turn; the language step is left out, so that only the ledger is measured.
- With `--million`: events of a ledger that `python -m benchmarks.generate FILE` wrote, listed, counted and shown.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.generate import PEOPLE, STATES, documents, write

from demarche.ledger import Filters, Ledger

_ADDED, _LARGE, _TIMES = 1_000, 100_000, 3


def main() -> None:
    """Print one line a measurement."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--million", type=Path)
    options = parser.parse_args()
    if options.million:
        _ask(options.million)
    else:
        _compare()


def _compare() -> None:
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small.db", Path(folder) / "large.db"
        with Ledger.open(small, create=True):
            pass
        write(large, _LARGE, search=True)
        taken: dict[Path, list[float]] = {small: [], large: []}
        for _ in range(_TIMES):
            for path, seconds in taken.items():
                seconds.append(_add(path, Path(folder) / "copy.db"))
        least = {path: min(seconds) for path, seconds in taken.items()}
        print(f"adding {_ADDED:,} documents to an empty ledger     {least[small]:.2f} s of the processor")
        print(f"adding them to {_LARGE:,} events                   {least[large]:.2f} s of the processor")
        print(f"ratio                                          {least[large] / least[small]:.2f}")


def _add(base: Path, path: Path) -> float:
    shutil.copy(base, path)
    made = list(documents(_ADDED))
    with Ledger.open(path) as ledger, ledger.run("bench") as run:
        began = time.process_time()
        for document, reports in made:
            ledger.add(document, reports, run)
        taken = time.process_time() - began
    path.unlink()
    return taken


def _ask(path: Path) -> None:
    person, other = PEOPLE[0][0], PEOPLE[1][0]
    rare = PEOPLE[-1][0]
    asked: dict[str, Filters] = {
        "no filter": Filters(),
        "--who PERSON (in 30,000 events)": Filters(who=person),
        "--who PERSON (in few)": Filters(who=rare),
        "--who STATE (in one of eight)": Filters(who=STATES[0]),
        "--who STATE --with STATE": Filters(who=STATES[0], with_=STATES[1]),
        "--who STATE --with STATE (small ones)": Filters(who=STATES[150], with_=STATES[151]),
        "--who PERSON --with PERSON": Filters(who=person, with_=other),
        "--who STATE --kind contact --type call": Filters(who=STATES[0], kind="contact", type="call"),
        "--kind contact --since 2020-03 --until 2020-03": Filters(kind="contact", since="2020-03", until="2020-03"),
        "--who STATE --since 2020 --until 2020": Filters(who=STATES[0], since="2020", until="2020"),
        "--kind contact --status cancelled": Filters(kind="contact", status="cancelled"),
        "--actor PERSON --kind pressure": Filters(actor=person, kind="pressure"),
    }
    with Ledger.open(path, read_only=True) as ledger:
        for name, filters in asked.items():
            limited = Filters(**{n: getattr(filters, n) for n in filters.__slots__} | {"limit": 50})
            found = _median(lambda f=limited: ledger.events(f))  # type: ignore[misc]
            newest = Filters(**{n: getattr(limited, n) for n in filters.__slots__} | {"order": "-date"})
            latest = _median(lambda f=newest: ledger.events(f))  # type: ignore[misc]
            count = _median(lambda f=filters: ledger.count_events(f))  # type: ignore[misc]
            print(f"{name:48} 50 first {found:6.0f} ms   50 last {latest:6.0f} ms   how many {count:6.0f} ms")
        row = ledger.events(Filters(limit=1))[0]
        print(f"{'event(id)':48} {_median(lambda: ledger.event(row.id)):6.0f} ms")


def _median(call: Callable[[], object], times: int = 5) -> float:
    taken = []
    for _ in range(times):
        began = time.process_time()
        call()
        taken.append(time.process_time() - began)
    return statistics.median(taken) * 1000


if __name__ == "__main__":
    main()
