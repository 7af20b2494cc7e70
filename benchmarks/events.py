"""PLOVER roots from words: `python -m benchmarks.events [RECORDS.txt] [--folds N] [--classes]`.

Reads the ontology's gold standard records (default ../shared/data/events/plover_gsr), gives each sentence a root and
prints macro-F1 over the roots that occur, accuracy and the F1 of CONSULT and THREATEN for these ways:

- *rules*: the root of the first contact, pressure, offer or act that `demarche.reports` finds; none where it finds
  none (much of PLOVER is no matter between states);
- *words*: a linear model on the words alone, trained on the other folds (with `--folds N`; minutes);
- *frames*: the root of the frame that stands nearest the actor's verb; nothing trained;
- *shipped*: `demarche.reports.roots`, trained on our own sentences only, with actor and recipient given and without;
- *with other folds*: the same model trained on our sentences and on the records of the other folds (with `--folds`).

The lexicon was written from the definitions, then revised with the errors of the **even** records in sight. The
**odd** records were never read, though their figure was printed after each round: it tells how well the lexicon
carries over; that of the even ones how well it fits.

Names of version 0.5 are mapped to today's: DEMAND to REQUEST, DISAPPROVE and INVESTIGATE to ACCUSE, FIGHT to ASSAULT,
CONCEDE and RETREAT together to YIELD, as the published comparisons do.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zlib import crc32

from spacy.language import Language

from demarche.actors import Authority
from demarche.language import load
from demarche.language.annotate import annotate
from demarche.mentions import find_mentions
from demarche.model import Document
from demarche.reports import build_reports
from demarche.reports.roots.features import Features
from demarche.reports.roots.lexicon import ROOTS
from demarche.reports.roots.model import shipped

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from training.plover_root import Example, best, described, own_sentences, train

RECORDS = Path("../shared/data/events/plover_gsr/gold_standard_records/PLOVER_GSR_CAMEO.txt")
_TODAY = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
_YIELD = ("CONCEDE", "RETREAT")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the records, by their places."""

    name: str
    places: tuple[int, ...]


def records(path: Path) -> list[Example]:
    """The coded sentences with their actors."""
    found: list[Example] = []
    for row in json.loads(path.read_text(encoding="utf-8", errors="replace")):
        root = _TODAY.get(row["event"], row["event"])
        text = row.get("text")
        if root in ROOTS and text:
            found.append(Example(text, root, _places(text, row.get("source")), _places(text, row.get("target"))))
    return found


def _places(text: str, actors: object) -> tuple[tuple[int, int], ...]:
    """Where the actors are named: they come as a list of objects, one object or a plain string."""
    rows = actors if isinstance(actors, list) else [actors]
    words = [a.get("actorText", "") if isinstance(a, dict) else a for a in rows]
    names = [w for w in words if isinstance(w, str) and w]
    return tuple((place, place + len(name)) for name in names if (place := text.find(name)) >= 0)


def by_rules(examples: Sequence[Example], nlp: Language) -> list[str]:
    """The root of the first report that the rules find in each sentence; an empty word where they find none."""
    authority = Authority.load()
    documents = [Document(f"s{i}", e.text, date=date(2000, 1, 1)) for i, e in enumerate(examples)]
    told: list[str] = []
    for document, doc in annotate(documents, nlp):
        roots = [r.plover for r in build_reports(find_mentions(document, doc, authority)) if r.plover]
        told.append(roots[0] if roots else "")
    return told


def by_frames(rows: Sequence[Features]) -> list[str]:
    """The root whose frame ranks first; AGREE, the commonest, where no frame is found."""
    return [
        max(
            (name.removeprefix("rank:") for name in row if name.startswith("rank:")),
            key=lambda root: row[f"rank:{root}"],
            default="AGREE",
        )
        for row in rows
    ]


def cross_validated(
    examples: Sequence[Example],
    rows: Sequence[Features],
    folds: int,
    own: Sequence[tuple[Features, str]] = (),
) -> list[str]:
    """The root that a model trained on the other folds (and on our own sentences) gives to each record.

    Folds go by sentence: the same sentence never stands on both sides.
    """
    fold = [crc32(e.text.encode()) % folds for e in examples]
    told = [""] * len(examples)
    for held in range(folds):
        taught = [(row, e.root) for row, e, f in zip(rows, examples, fold, strict=True) if f != held]
        pairs = [*own, *taught, *taught]  # twice, as our own sentences stand in it with and without their sides
        model = train([row for row, _ in pairs], [root for _, root in pairs])
        for place in (i for i, f in enumerate(fold) if f == held):
            told[place] = best(model, rows[place])
    return told


def words_only(rows: Sequence[Features]) -> list[Features]:
    """The features that are plain words."""
    return [{name: value for name, value in row.items() if name.startswith("word:")} | {"bias": 1.0} for row in rows]


def f1(gold: Sequence[str], told: Sequence[str], root: str) -> float:
    """F1 of one root."""
    hits = sum(g == t == root for g, t in zip(gold, told, strict=True))
    named = sum(g == root for g in gold) + sum(t == root for t in told)
    return 2 * hits / named if named else 0.0


def line(name: str, gold: Sequence[str], told: Sequence[str], *, classes: bool = False) -> str:
    """One line of figures; with `classes` another with the F1 of every root."""
    gold, told = [_merged(root) for root in gold], [_merged(root) for root in told]
    present = sorted(set(gold))
    macro = sum(f1(gold, told, root) for root in present) / len(present)
    right = sum(g == t for g, t in zip(gold, told, strict=True)) / len(gold)
    singles = "  ".join(f"{root} {f1(gold, told, root):.3f}" for root in ("CONSULT", "THREATEN"))
    every = "\n    " + "  ".join(f"{root} {f1(gold, told, root):.2f}" for root in present) if classes else ""
    return f"{name:38} macro-F1 {macro:.3f}  accuracy {right:.3f}  {singles}{every}"


def _merged(root: str) -> str:
    return "YIELD" if root in _YIELD else root


def parts(count: int) -> list[Part]:
    """All records, the half that was looked at, and the half that never was."""
    every = tuple(range(count))
    return [Part("all", every), Part("even, seen", every[::2]), Part("odd, unseen", every[1::2])]


def main(arguments: list[str]) -> int:
    """Print the figures; 1 when there are no records."""
    paths = [a for a in arguments if not a.startswith("--") and not a.isdigit()]
    folds = int(arguments[arguments.index("--folds") + 1]) if "--folds" in arguments else 0
    path = Path(paths[0]) if paths else RECORDS
    if not path.exists():
        print(f"no records at {path}", file=sys.stderr)
        return 1
    examples, nlp = records(path), load()
    print(f"{len(examples)} sentences, {len({_merged(e.root) for e in examples})} roots")
    for name, told in _ways(examples, nlp, folds):
        for part in parts(len(examples)):
            gold = [examples[i].root for i in part.places]
            show = "--classes" in arguments and name.startswith("shipped, given")
            print(line(f"{name} ({part.name})", gold, [told[i] for i in part.places], classes=show))
    return 0


def _ways(examples: Sequence[Example], nlp: Language, folds: int) -> Iterator[tuple[str, list[str]]]:
    given = described(examples, nlp)
    bare = described([e.bare() for e in examples], nlp)
    model = shipped()
    yield "rules", by_rules(examples, nlp)
    yield "frames", by_frames(given)
    yield "shipped, given", [best(model, row) for row in given]
    yield "shipped, not given", [best(model, row) for row in bare]
    if folds:
        sentences = list(own_sentences())
        both = [*sentences, *(e.bare() for e in sentences)]
        own = list(zip(described(both, nlp), [e.root for e in both], strict=True))
        yield "words", cross_validated(examples, words_only(given), folds)
        yield "with other folds, given", cross_validated(examples, given, folds, own)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
