"""`demarche evaluate`: how good the reading is on a hand-coded set."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from demarche.cli.console import data, print_json, talk
from demarche.cli.progress import progress
from demarche.cli.summary import print_list
from demarche.cli.words import choices
from demarche.documents import Arrival, arrivals
from demarche.errors import UsageError
from demarche.evaluation import Figures, measure, report_lines
from demarche.evaluation.printing import errors, lines
from demarche.model import KINDS, Document


def evaluate_command(gold: Path, reports: Path | None, kind: str | None, *, as_json: bool) -> None:
    """Read the documents of a gold folder, or take the reports of a file, and print the figures."""
    kinds = choices([kind] if kind else [], KINDS, "kind")
    documents = _documents(gold)
    expected = report_lines(gold / "reports.jsonl")
    ours = report_lines(reports) if reports else list(_read(gold, documents))
    figures = measure({d.id: d.text for d in documents}, expected, ours)
    if as_json:
        print_json(figures_dict(figures))
        return
    for wanted in kinds:
        for line in errors(figures, wanted):
            data().print(line, soft_wrap=True)
    for line in lines(figures):
        data().print(line, soft_wrap=True)


def _documents(gold: Path) -> list[Document]:
    path = gold / "documents.jsonl"
    for needed in (path, gold / "reports.jsonl"):
        if not needed.is_file():
            raise UsageError(f"{gold} is not a gold folder: it has no {needed.name}")
    found = list(arrivals([str(path)]))
    print_list(talk(), "Skipped", [(a.where, a.skipped) for a in found if a.document is None])
    return [a.document for a in found if a.document is not None]


def _read(gold: Path, documents: list[Document]) -> Iterator[dict[str, Any]]:
    from demarche import pipeline
    from demarche.reports import serialize

    skipped: list[tuple[str, str]] = []
    with progress([str(gold / "documents.jsonl")]) as step:
        for landing in pipeline.read_arrivals(Arrival(d.id, d) for d in documents):
            step()
            if landing.skipped:
                skipped.append((landing.arrival.where, landing.skipped))
            elif landing.arrival.document is not None:
                yield from serialize.report_lines(landing.arrival.document, landing.reports)
    print_list(talk(), "Skipped", skipped)


def figures_dict(figures: Figures) -> dict[str, Any]:
    """The figures for JSON."""
    kinds = {
        name: {
            "gold": t.gold,
            "system": t.ours,
            "matched": t.matched,
            "precision": t.precision,
            "recall": t.recall,
            "f1": t.f1,
        }
        for name, t in figures.kinds.items()
    }
    fields = {name: {"right": share.right, "of": share.of} for name, share in figures.fields.items()}
    usable = {"rows": figures.usable, "precision": figures.usable_precision, "recall": figures.usable_recall}
    return {
        "documents": figures.documents,
        "misquoted": figures.misquoted,
        "kinds": kinds,
        "contact_fields": fields,
        "usable": usable,
    }
