"""What a large collection would take, from measured rates: `python -m benchmarks.scale [--documents N] [--cores C]`.

Nothing is measured here. Rates are those that `benchmarks/reading.py`, `batch.py` and `load.py` printed; give others by
their options. Prices and the shape of the collection are assumptions, each with where it is from.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Plan:
    """Rates, and assumptions."""

    documents: float = 100e6  # English-language news articles that a global monitor sees in a few years
    words: float = 600  # a news article; assumed
    words_per_second: float = 4099  # of one core: benchmarks/reading.py, README
    growth: float = 0.9  # of each core when there are many; benchmarks/batch.py: 1.88 of 2
    threads: float = 2  # virtual processors to a core, as clouds sell them; assumed to be of no more use than the core
    cores: int = 256
    reports: float = 3.45  # a document; benchmarks/batch.py on White House documents: news at large has fewer
    bytes: float = 5183  # a document in the batch, packed; benchmarks/batch.py
    ledger_bytes: float = 2800  # a report in a ledger; benchmarks/load.py
    rows_per_second: float = 4_982  # benchmarks/load.py, a million on two shared processors; put in yours
    linked_per_second: float = 4_986  # the same
    price: float = 0.0425  # dollars a virtual processor and hour: 2.04 an hour for 48 (c5.12xlarge on demand, an
    # example in the AWS EC2 Auto Scaling guide, seen November 2026); spot prices there are 0.38 of it
    storage_price: float = 0.023  # dollars a GB and month of object storage; assumed


def table(plan: Plan) -> Iterator[tuple[str, str]]:
    """What is asked, and the answer."""
    core_hours = plan.documents * plan.words / plan.words_per_second / 3600 / plan.growth
    processor_hours = core_hours * plan.threads
    reports = plan.documents * plan.reports
    batch, ledger = plan.documents * plan.bytes / 1e9, reports * plan.ledger_bytes / 1e9
    yield "documents", f"{plan.documents:,.0f}"
    yield "core-hours of reading", f"{core_hours:,.0f}"
    yield f"hours on {plan.cores} cores", f"{core_hours / plan.cores:,.1f}"
    yield "memory of the workers (0.5 GB each)", f"{plan.cores * 0.5:,.0f} GB"
    yield "reading, dollars", f"{processor_hours * plan.price:,.0f}"
    yield "reports", f"{reports:,.0f}"
    yield "batch folder", f"{batch:,.0f} GB, {batch * plan.storage_price:,.0f} dollars a month"
    yield "rows into one ledger", f"{reports / plan.rows_per_second / 3600:,.1f} h"
    yield "linking", f"{reports / plan.linked_per_second / 3600:,.1f} h"
    yield "the ledger", f"{ledger:,.0f} GB"


def main() -> None:
    """Print the table in Markdown."""
    parser = argparse.ArgumentParser()
    for item in fields(Plan):
        kind = int if item.type == "int" else float
        parser.add_argument(f"--{item.name.replace('_', '-')}", type=kind, default=item.default)
    plan = Plan(**vars(parser.parse_args()))
    print("| what | how much |\n|---|---|")
    for what, much in table(plan):
        print(f"| {what} | {much} |")


if __name__ == "__main__":
    main()
