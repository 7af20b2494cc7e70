"""How well statements and claims are read: `python -m benchmarks.statements [GOLD_DIR ...] [--missed]`.

Prints, for the gold sets together (default ../shared/gold/dev and news): precision, recall and F1 of statements, of
the direct ones alone (a match shares its speaker) and of claims; on matched pairs the share of right stances, and of
claims with the right type, value, unit and relation; and the time of building both beside the whole reading.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from demarche.documents import arrivals
from demarche.evaluation.assignment import assign
from demarche.evaluation.figures import harmonic
from demarche.evaluation.gold import report_lines as gold_lines
from demarche.evaluation.matching import Line, any_of, pair_score
from demarche.model import Document
from demarche.pipeline import read_documents
from demarche.reports.serialize import report_lines

DEFAULTS = (Path("../shared/gold/dev"), Path("../shared/gold/news"))
KINDS = ("statement", "claim")
CLAIM_FIELDS = ("type", "value", "unit", "relation")


@dataclass(slots=True)
class Tally:
    """Counts over all sets: reports by kind and type, and right fields on matched pairs."""

    gold: Counter[str] = field(default_factory=Counter)
    ours: Counter[str] = field(default_factory=Counter)
    matched: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)


def documents_of(folder: Path) -> Iterator[Document]:
    """The documents of a gold folder."""
    yield from (a.document for a in arrivals([str(folder / "documents.jsonl")]) if a.document)


def compare(tally: Tally, gold: list[Line], ours: list[Line]) -> None:
    """Count the reports of one document and kind."""
    for counter, lines in ((tally.gold, gold), (tally.ours, ours)):
        for line in lines:
            counter.update(labels(line))
    pairs = assign([[pair_score(g, s) for s in ours] for g in gold]) if gold and ours else []
    for i, j in pairs:
        tally.matched.update(labels(gold[i]))
        tally.right.update(right_fields(gold[i], ours[j]))
    kept = {i for i, _ in pairs}
    tally.lost += [f"{g['doc']} {g['evidence'][0]['text'][:100]}" for i, g in enumerate(gold) if i not in kept]


def labels(line: Line) -> Iterator[str]:
    """What a report is counted as: its kind, and `direct` beside it."""
    yield line["kind"]
    if line["kind"] == "statement" and line.get("type") == "direct":
        yield "direct"


def right_fields(gold: Line, ours: Line) -> Iterator[str]:
    """The fields of a matched pair that are right."""
    if gold["kind"] == "statement":
        yield from (("stance",) if any_of(gold.get("stance"), ours.get("stance")) else ())
        return
    for name in CLAIM_FIELDS:
        if any_of(gold.get(name), ours.get(name)) or gold.get(name) == ours.get(name):
            yield name


def run(folders: Iterable[Path]) -> tuple[Tally, float]:
    """Read and compare every set; the second value is the time of reading in seconds."""
    tally, seconds = Tally(), 0.0
    for folder in folders:
        gold = [line for line in gold_lines(folder / "reports.jsonl") if line["kind"] in KINDS]
        start = time.perf_counter()
        read = [(d, list(report_lines(d, reports))) for d, reports in read_documents(documents_of(folder))]
        seconds += time.perf_counter() - start
        for document, lines in read:
            for kind in KINDS:
                own = [line for line in lines if line["kind"] == kind]
                compare(tally, [g for g in gold if g["doc"] == document.id and g["kind"] == kind], own)
    return tally, seconds


def main(arguments: list[str]) -> None:
    """Measure and print."""
    folders = [Path(a) for a in arguments if not a.startswith("-")] or [f for f in DEFAULTS if f.exists()]
    if not folders:
        sys.exit("no gold folder: give one")
    tally, seconds = run(folders)
    print(f"{'':10} {'gold':>5} {'ours':>5} {'match':>5} {'P':>6} {'R':>6} {'F1':>6}")
    for name in ("statement", "direct", "claim"):
        gold, ours, matched = tally.gold[name], tally.ours[name], tally.matched[name]
        p, r = matched / max(1, ours), matched / max(1, gold)
        print(f"{name:10} {gold:5} {ours:5} {matched:5} {p:6.3f} {r:6.3f} {harmonic(p, r):6.3f}")
    print(f"stance right on {tally.right['stance']} of {tally.matched['statement']} matched statements")
    fields = "  ".join(f"{name} {tally.right[name]}" for name in CLAIM_FIELDS)
    print(f"right on {tally.matched['claim']} matched claims: {fields}")
    print(f"reading took {seconds:.1f} s")
    if "--missed" in arguments:
        print("\n".join(tally.lost))


if __name__ == "__main__":
    main(sys.argv[1:])
