"""How much of the linking set our own reading finds: `python -m benchmarks.linking_set.check [--missed]`.

A coded report is found when a report of ours has the same kind, overlapping evidence and a common actor; beside it the
share of its fields that are right.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict

from benchmarks.linking_set.cast import HERE

from demarche.documents import arrivals
from demarche.evaluation.figures import measure
from demarche.evaluation.gold import report_lines as gold_lines
from demarche.pipeline import read_documents
from demarche.reports.serialize import report_lines


def main(*, missed: bool) -> None:
    """Read, compare, print."""
    documents = [a.document for a in arrivals([str(HERE / "documents.jsonl")]) if a.document]
    ours = [line for d, found in read_documents(iter(documents)) for line in report_lines(d, found)]
    gold = gold_lines(HERE / "reports.jsonl")
    figures = measure({d.id: d.text for d in documents}, gold, ours)
    coded: Counter[str] = Counter(line["kind"] for line in gold)
    for kind, tally in figures.kinds.items():
        if coded[kind]:
            print(f"{kind:10} found {tally.recall:.3f} of {tally.gold}, right {tally.precision:.3f} of {tally.ours}")
    print("fields     " + "  ".join(f"{n} {s.right}/{s.of}" for n, s in figures.fields.items()))
    lost = {(line["doc"], line["id"]) for line in figures.missed}
    told: defaultdict[str, int] = defaultdict(int)
    for line in gold:
        told[line["event"]] += (line["doc"], line["id"]) not in lost
    print(f"events     {sum(n > 1 for n in told.values())} of {len(told)} found in two documents or more")
    if missed:
        for line in figures.missed:
            print(line["kind"], line["type"], line["doc"], "|".join(e["text"] for e in line["evidence"]))


if __name__ == "__main__":
    main(missed="--missed" in sys.argv)
