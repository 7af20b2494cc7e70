"""The figures: reports against a gold coding, by kind, and field by field for contacts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from demarche.evaluation.assignment import assign
from demarche.evaluation.matching import (
    Line,
    any_of,
    matched_names,
    names,
    pair_score,
    same_date,
    same_duration,
    same_name,
)
from demarche.model import KINDS

CONTACT_FIELDS = ("type", "status", "participants", "date", "initiator", "duration")
Key = tuple[str, str]


@dataclass(slots=True)
class Tally:
    """Reports of one kind: in the gold coding, ours, and those that match."""

    gold: int = 0
    ours: int = 0
    matched: int = 0

    @property
    def precision(self) -> float:
        """The share of ours that is right."""
        return self.matched / self.ours if self.ours else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold reports that we have."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return harmonic(self.precision, self.recall)


@dataclass(slots=True)
class Share:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def count(self, right: bool) -> None:
        """One more case."""
        self.right += right
        self.of += 1


@dataclass(slots=True)
class Figures:
    """Everything that is measured; `missed` and `extra` are the reports without a partner."""

    documents: int
    misquoted: int
    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    fields: dict[str, Share] = field(default_factory=dict)
    usable: int = 0
    missed: list[Line] = field(default_factory=list)
    extra: list[Line] = field(default_factory=list)

    @property
    def usable_precision(self) -> float:
        """The share of our contacts with type, all participants, status and date right."""
        return self.usable / max(1, self.kinds["contact"].ours)

    @property
    def usable_recall(self) -> float:
        """The share of the gold contacts that we have with all four right."""
        return self.usable / max(1, self.kinds["contact"].gold)


def harmonic(p: float, r: float) -> float:
    """F1 of a precision and a recall."""
    return 2 * p * r / (p + r) if p + r else 0.0


def measure(texts: Mapping[str, str], gold: Iterable[Line], ours: Iterable[Line]) -> Figures:
    """Compare two sets of report lines over the documents of `texts` (id -> text)."""
    gold_lines = [line for line in gold if line.get("kind") != "none"]
    our_lines = [line for line in ours if line.get("doc") in texts and line.get("kind") != "none"]
    figures = Figures(len(texts), sum(_misquotes(line, texts) for line in our_lines))
    theirs, own = _grouped(gold_lines), _grouped(our_lines)
    for key in {**theirs, **own}:
        _compare(figures, theirs.get(key, []), own.get(key, []))
    return figures


def _compare(figures: Figures, gold: list[Line], ours: list[Line]) -> None:
    pairs = assign([[pair_score(g, s) for s in ours] for g in gold])
    kind = (gold or ours)[0]["kind"]
    tally = figures.kinds.setdefault(kind, Tally())
    tally.gold += len(gold)
    tally.ours += len(ours)
    tally.matched += len(pairs)
    figures.missed += _without(gold, {i for i, _ in pairs})
    figures.extra += _without(ours, {j for _, j in pairs})
    if kind == "contact":
        for i, j in pairs:
            _compare_fields(figures, gold[i], ours[j])


def _compare_fields(figures: Figures, gold: Line, ours: Line) -> None:
    right = dict(_checks(gold, ours))
    for name in CONTACT_FIELDS:
        if name in right:
            figures.fields.setdefault(name, Share()).count(right[name])
    figures.usable += all(right.get(name, True) for name in ("type", "status", "participants", "date"))


def _checks(gold: Line, ours: Line) -> Iterator[tuple[str, bool]]:
    """Every field that either coding gives (a date only where the gold one has it), and whether ours is right."""
    hits, extra = matched_names(names(gold, "participants"), names(ours, "participants"))
    yield "type", any_of(gold.get("type"), ours.get("type"))
    yield "status", any_of(gold.get("status"), ours.get("status"))
    yield "participants", hits == len(names(gold, "participants")) and not extra
    if gold.get("date"):
        yield "date", same_date(gold["date"], ours.get("date"))
    asked, answered = gold.get("initiator"), ours.get("initiator")
    if asked or answered:
        yield "initiator", bool(asked and answered) and same_name(asked or "", answered or "")
    if gold.get("duration") or ours.get("duration"):
        yield "duration", same_duration(gold.get("duration"), ours.get("duration"))


def _misquotes(line: Line, texts: Mapping[str, str]) -> int:
    evidence = line.get("evidence") or []
    text = texts[line["doc"]]
    return sum(1 for e in evidence if text[e["start"] : e["end"]] != e["text"]) + (not evidence)


def _grouped(lines: list[Line]) -> dict[Key, list[Line]]:
    groups: dict[Key, list[Line]] = defaultdict(list)
    for line in lines:
        groups[line["doc"], line["kind"]].append(line)
    return groups


def _without(lines: list[Line], taken: set[int]) -> list[Line]:
    return [line for i, line in enumerate(lines) if i not in taken]
