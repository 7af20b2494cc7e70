"""How well contacts are found: `python -m benchmarks.contacts [GOLD_DIR ...] [--errors]`.

For every gold set (default ../shared/gold/dev and ../shared/gold/news) it prints precision, recall and F1 of contacts
and of usable rows (type, all participants, status and date right), false contacts in documents without any, the recall
for each type and status, how often each field of a matched contact is right, and the seconds of reading. `--errors`
adds what was missed and what was found too much.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from demarche.documents import arrivals
from demarche.evaluation.figures import Figures, measure
from demarche.evaluation.gold import report_lines as gold_lines
from demarche.evaluation.matching import Line
from demarche.evaluation.printing import errors
from demarche.model import Document
from demarche.pipeline import read_documents
from demarche.reports.serialize import report_lines

DEFAULTS = (Path("../shared/gold/dev"), Path("../shared/gold/news"))


@dataclass(frozen=True, slots=True)
class Run:
    """One gold set, read: the gold contacts, ours, the figures and the time it took."""

    gold: list[Line]
    ours: list[Line]
    figures: Figures
    seconds: float


def documents_of(folder: Path) -> list[Document]:
    """The documents of a gold folder."""
    return [a.document for a in arrivals([str(folder / "documents.jsonl")]) if a.document]


def run(folder: Path) -> Run:
    """Read one set and compare its contacts."""
    documents = documents_of(folder)
    start = time.perf_counter()
    ours = [line for d, reports in read_documents(iter(documents)) for line in report_lines(d, reports)]
    seconds = time.perf_counter() - start
    gold = contacts(gold_lines(folder / "reports.jsonl"))
    figures = measure({d.id: d.text for d in documents}, gold, contacts(ours))
    return Run(gold, contacts(ours), figures, seconds)


def contacts(lines: Iterable[Line]) -> list[Line]:
    """The reports of contacts among the lines of a set."""
    return [line for line in lines if line["kind"] == "contact"]


def summary(done: Run) -> Iterator[str]:
    """The figures of one set, a line each."""
    tally = done.figures.kinds["contact"]
    usable = 2 * done.figures.usable / max(1, tally.gold + tally.ours)
    yield f"contacts    P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}   usable rows F1 {usable:.3f}"
    told = {line["doc"] for line in done.gold}
    quiet = done.figures.documents - len(told)
    extra = sum(line["doc"] not in told for line in done.ours)
    yield f"no contact  {extra} false in {quiet} documents"
    missed = done.figures.missed
    for field in ("type", "status"):
        yield f"{field:11} " + "  ".join(recalls(done.gold, missed, field))
    yield "fields      " + "  ".join(f"{n} {s.right}/{s.of}" for n, s in done.figures.fields.items())
    yield f"reading     {done.seconds:.1f} s"


def recalls(gold: list[Line], missed: list[Line], field: str) -> Iterator[str]:
    """The share of gold contacts that was found, for each value of a field."""
    counted, lost = (Counter(str(line.get(field)) for line in lines) for lines in (gold, missed))
    for value, number in counted.most_common(7):
        yield f"{value} {number - lost[value]}/{number}"


def main(arguments: list[str]) -> None:
    """Measure and print."""
    folders = [Path(a) for a in arguments if not a.startswith("-")] or [f for f in DEFAULTS if f.exists()]
    if not folders:
        print("no gold folder here: give one")
        return
    for folder in folders:
        done = run(folder)
        print(f"{folder}: {done.figures.documents} documents, {len(done.gold)} contacts")
        print("\n".join(summary(done)))
        if "--errors" in arguments:
            print("\n".join(errors(done.figures, "contact")))


if __name__ == "__main__":
    main(sys.argv[1:])
