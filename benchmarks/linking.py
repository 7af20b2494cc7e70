"""How well reports of one event are linked, on the linking set (benchmarks/linking_set).

    python -m benchmarks.linking [--half 1|2|all] [--read] [--wrong] [--hard]

Pairs of reports that are put together wrongly or missed give precision, recall and F1; of the near twins the share
that was put together. `--half 1` are the events that the rules were developed on, 2 (default) the others. Without
`--read` the reports are the coded ones: linking alone is measured. With it they come from our own reading, and a pair
counts when both of its reports were found. `--wrong` prints the pairs. `--hard` takes the hard part, tuned on by none.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.linking_set.cast import HERE, cast

from demarche.ledger import Ledger
from demarche.model import LIST_FIELDS, Document, Field, Lasting, Report, Span

Line = dict[str, Any]
Pair = tuple[str, str]
_HEADS = ("doc", "id", "event", "kind", "type", "plover", "status", "evidence")
_NAMES = ("participants", "initiator", "actor", "recipient", "about")


@dataclass(slots=True)
class Tally:
    """Pairs of reports."""

    right: int = 0
    wrong: list[Pair] = field(default_factory=list)
    missed: list[Pair] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the pairs put together, those that are."""
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """Of the pairs that are one event, those put together."""
        return self.right / max(1, self.right + len(self.missed))

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def main() -> None:
    """Link, compare, print."""
    options = _options()
    folder_of = HERE / "hard" if options.hard else HERE
    documents, gold = _documents(folder_of), _lines(folder_of / "reports.jsonl")
    chosen = {line["event"] for line in gold if _in_half(line["event"], "all" if options.hard else options.half)}
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "l.db", create=True) as ledger:
        found = _read(ledger, documents, gold) if options.read else _coded(ledger, documents, gold)
        events = {row.id: row.event_id or "" for row in ledger.reports()}
        ours = {key: events[report] for report, key in found.items()}
        twins = _lines(folder_of / "twins.jsonl")
        ids = {key: report for report, key in found.items()}
        _print(ours, gold, chosen, ids, ledger, twins, wrong=options.wrong)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--half", choices=("1", "2", "all"), default="2")
    parser.add_argument("--read", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--hard", action="store_true")
    return parser.parse_args()


def _in_half(event: str, half: str) -> bool:
    """Near twins have neighbouring numbers and stay in one half."""
    return half == "all" or ((int(event[1:]) - 1) // 2) % 2 == int(half) - 1


def _print(
    ours: dict[Pair, str],
    gold: list[Line],
    chosen: set[str],
    ids: dict[Pair, str],
    ledger: Ledger,
    near: list[Line],
    *,
    wrong: bool,
) -> None:
    event_of = {(line["doc"], line["id"]): line["event"] for line in gold if line["event"] in chosen}
    by_kind: dict[str, Tally] = defaultdict(Tally)
    kinds = {(line["doc"], line["id"]): line["kind"] for line in gold}
    known = [key for key in event_of if key in ours]
    for a, b in combinations(known, 2):
        same, put = event_of[a] == event_of[b], ours[a] == ours[b]
        for tally in (by_kind[kinds[a]], by_kind["all"]):
            if same and put:
                tally.right += 1
            elif same != put:
                (tally.missed if same else tally.wrong).append((ids[a], ids[b]))
    for kind, tally in by_kind.items():
        print(f"{kind:10} F1 {tally.f1:.3f}  precision {tally.precision:.3f}  recall {tally.recall:.3f}", end="  ")
        print(f"({tally.right} right, {len(tally.wrong)} wrong, {len(tally.missed)} missed)")
    print(f"reports    {len(known)} of {len(event_of)} found, of {len(chosen)} events")
    _print_twins(ours, event_of, near)
    if wrong:
        _print_pairs(ledger, by_kind["all"])


def _print_twins(ours: dict[Pair, str], event_of: dict[Pair, str], near: list[Line]) -> None:
    """Of the near twins with reports in both, those of which some were put together."""
    members: dict[str, set[str]] = defaultdict(set)
    for key, event in event_of.items():
        if key in ours:
            members[event].add(ours[key])
    twins = [t for t in near if members.get(t["a"]) and members.get(t["b"])]
    merged = [t for t in twins if members[t["a"]] & members[t["b"]]]
    pairs = [(a, b) for t in twins for a in _of(event_of, ours, t["a"]) for b in _of(event_of, ours, t["b"])]
    joined = sum(ours[a] == ours[b] for a, b in pairs)
    share = joined / max(1, len(pairs))
    print(f"near twins {len(merged)} of {len(twins)} touched; {joined} of {len(pairs)} pairs merged ({share:.1%})")
    for twin in merged:
        print(f"           {twin['a']} and {twin['b']}: {twin['why']}")


def _of(event_of: dict[Pair, str], ours: dict[Pair, str], event: str) -> list[Pair]:
    return [key for key, of in event_of.items() if of == event and key in ours]


def _print_pairs(ledger: Ledger, tally: Tally) -> None:
    from demarche.ledger.links.judging import judge
    from demarche.ledger.links.telling import told_of_row

    for label, pairs in (("WRONG", tally.wrong), ("MISSED", tally.missed)):
        for a, b in pairs:
            one, other = ledger.show(a).event, ledger.show(b).event
            judgement = judge(told_of_row(one), told_of_row(other))
            print(label, judgement.score, [(name, points) for name, points, _ in judgement.why])
            for row in (one, other):
                words = f"{row.type} {row.date} {row.document.date} {row.names()} {row.quote[:150]!r}"
                print(f"    {row.document.name} {words}")


# -- the reports, coded ---------------------------------------------------------------------------------------------


def _documents(folder: Path) -> dict[str, Document]:
    return {line["id"]: _document(line) for line in _lines(folder / "documents.jsonl")}


def _document(line: Line) -> Document:
    day = date.fromisoformat(line["date"]) if line.get("date") else None
    return Document(line["id"], line["text"], line["title"], line["publisher"], line.get("url"), day)


def _coded(ledger: Ledger, documents: dict[str, Document], gold: list[Line]) -> dict[str, Pair]:
    """Add the coded reports; report id -> (document, number)."""
    sides = {p.name: p.state.name for people in cast().values() for p in people.values()}
    by_document: dict[str, list[Line]] = defaultdict(list)
    for line in gold:
        by_document[line["doc"]].append(line)
    found: dict[str, Pair] = {}
    with ledger.run("coded") as run:
        for name, lines in by_document.items():
            ledger.add(documents[name], [_report(line, sides) for line in lines], run)
    by_place = {(line["doc"], line["kind"], line["evidence"][0]["text"], line.get("type")): line for line in gold}
    for row in ledger.reports():
        line = by_place[row.document.name, row.kind, row.quote, row.type]
        found[row.id] = (line["doc"], line["id"])
    return found


def _report(line: Line, sides: dict[str, str]) -> Report:
    evidence = tuple(Span(e["start"], e["end"]) for e in line["evidence"])
    fields = tuple(f for name, value in line.items() if name not in _HEADS for f in _fields(name, value, sides))
    return Report(line["doc"], line["kind"], line.get("type"), line.get("status"), evidence, fields, line.get("plover"))


def _fields(name: str, value: Any, sides: dict[str, str]) -> Iterator[Field]:
    values = value if name in LIST_FIELDS or isinstance(value, list) else [value]
    for item in values:
        if name == "duration":
            yield Field(name, Lasting(item.get("min"), item.get("max")), reason="codebook")
        elif name in _NAMES:
            plain, _, state = str(item).partition("|")
            kind = "person" if plain in sides else None
            side = sides.get(plain) or state or None
            yield Field(name, plain, reason="codebook", side=side, actor_kind=kind)  # type: ignore[arg-type]
        elif item is not None:
            yield Field(name, item, reason="codebook")


# -- the reports, read ----------------------------------------------------------------------------------------------


def _read(ledger: Ledger, documents: dict[str, Document], gold: list[Line]) -> dict[str, Pair]:
    """Read the documents; of the reports found the one that overlaps a coded one of its kind, the nearest first."""
    from demarche.pipeline import read_documents

    with ledger.run("read") as run:
        for document, reports in read_documents(iter(documents.values())):
            ledger.add(document, reports, run)
    rows: dict[str, list[Any]] = defaultdict(list)
    for row in ledger.reports():
        rows[row.document.name].append(row)
    found: dict[str, Pair] = {}
    for line in gold:
        free = [row for row in rows[line["doc"]] if row.id not in found]
        best = max(((_likeness(row, line, ledger), row.id) for row in free), default=None)
        if best and best[0] > 0:
            found[best[1]] = (line["doc"], line["id"])
    return found


def _likeness(row: Any, line: Line, ledger: Ledger) -> float:
    if row.kind != line["kind"] or not _overlaps(ledger, row.id, line):
        return 0.0
    coded = {str(n).split("|")[0] for name in _NAMES for n in _list(line.get(name))}
    ours = {p.name for p in row.participants}
    return 1.0 + (row.type == line.get("type")) + len(coded & ours) if coded & ours else 0.0


def _overlaps(ledger: Ledger, report: str, line: Line) -> bool:
    spans = [quote.span for quote in ledger.show(report).evidence]
    return any(s.overlaps(Span(e["start"], e["end"])) for s in spans for e in line["evidence"])


def _list(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _lines(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


if __name__ == "__main__":
    main()
