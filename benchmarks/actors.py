"""How well and how fast actors are found: `python -m benchmarks.actors [GOLD_DIR ...] [--missed]`.

Prints, for each set (default ../shared/gold/dev and news): the share of contact participants in gold that some
mention of the same document names (by the scorer's own `same_name`), the share named in exactly gold's words, the
share of gold places found, how many names of people the authority facts know, how many pronouns were resolved, and
the time of finding beside the language pipeline's.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from spacy.tokens import Doc

from demarche.actors import Authority
from demarche.language import load
from demarche.language.annotate import annotate
from demarche.mentions.actors import find_actors, find_title_actors
from demarche.mentions.places import find_places
from demarche.mentions.quotes import find_quotations
from demarche.model import ActorMention, Document, PlaceMention

DEFAULTS = (Path("../shared/gold/dev"), Path("../shared/gold/news"))
SameName = Callable[[str, str], bool]


@dataclass(slots=True)
class Tally:
    """The counts of one gold set."""

    participants: int = 0
    named: int = 0
    exact: int = 0
    places: int = 0
    placed: int = 0
    missed: list[str] = field(default_factory=list)
    people: int = 0
    known: int = 0
    pronouns: int = 0
    words: int = 0
    seconds: float = 0.0
    pipeline_seconds: float = 0.0


def scorer(gold: Path) -> SameName:
    """The scorer's own comparison of two names."""
    spec = importlib.util.spec_from_file_location("gold_score", gold.parent / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"no score.py beside {gold}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    same: SameName = module.same_name
    return same


def documents(gold: Path) -> Iterator[Document]:
    """The documents of a gold set."""
    for line in (gold / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        day = date.fromisoformat(row["date"]) if row["date"] else None
        yield Document(row["id"], row["text"], row["title"] or "", row["publisher"] or "", row["url"], day)


def contacts(gold: Path) -> dict[str, list[dict[str, object]]]:
    """The gold contacts of each document."""
    found: dict[str, list[dict[str, object]]] = defaultdict(list)
    for line in (gold / "reports.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["kind"] == "contact":
            found[row["doc"]].append(row)
    return found


def measure(gold: Path, authority: Authority) -> Tally:
    """Read one gold set and count."""
    same, wanted, tally = scorer(gold), contacts(gold), Tally()
    begun = time.process_time()
    pairs = list(annotate(documents(gold), load()))
    tally.pipeline_seconds = time.process_time() - begun
    for document, doc in pairs:
        begun = time.process_time()
        actors, places = _found(document, doc, authority)
        tally.seconds += time.process_time() - begun
        tally.words += sum(1 for token in doc if not (token.is_space or token.is_punct))
        _count(tally, document.id, wanted[document.id], actors, places, same)
    return tally


def _found(document: Document, doc: Doc, authority: Authority) -> tuple[list[ActorMention], list[PlaceMention]]:
    titled = tuple(find_title_actors(document, authority, doc))
    quotations = tuple(find_quotations(document, doc))
    actors = list(find_actors(document, doc, authority, quotations, titled))
    return [*actors, *titled], list(find_places(document, doc, authority))


def _count(
    tally: Tally, document: str, wanted: list[dict[str, object]], actors: list[ActorMention],
    places: list[PlaceMention], same: SameName,
) -> None:  # fmt: skip
    names = {name for m in actors for name in (m.name, *m.members)}
    for contact in wanted:
        participants = contact["participants"]
        for participant in participants if isinstance(participants, list) else []:
            tally.participants += 1
            tally.exact += bool(names & {*str(participant).split("|")})
            if any(same(str(participant), name) for name in names):
                tally.named += 1
            else:
                tally.missed.append(f"{document}: {participant}")
        if contact.get("place"):
            tally.places += 1
            tally.placed += bool({p.name for p in places} & {*str(contact["place"]).split("|")})
    people = [m for m in actors if m.kind == "person" and not m.pronoun]
    tally.people += len(people)
    tally.known += sum(m.actor_id is not None for m in people)
    tally.pronouns += sum(m.pronoun for m in actors)


def show(gold: Path, tally: Tally, *, missed: bool) -> None:
    """Print one set's figures."""
    per_word = tally.seconds / max(1, tally.words) * 1e6
    share = tally.seconds / max(1e-9, tally.pipeline_seconds)
    print(f"{gold}")
    print(f"  participants named  {tally.named}/{tally.participants} = {tally.named / max(1, tally.participants):.3f}")
    print(f"  in gold's own words {tally.exact}/{tally.participants} = {tally.exact / max(1, tally.participants):.3f}")
    print(f"  places found        {tally.placed}/{tally.places} = {tally.placed / max(1, tally.places):.3f}")
    print(
        f"  people named {tally.people}, known to the authority facts {tally.known}; pronouns resolved {tally.pronouns}"
    )
    print(f"  {per_word:.1f} us a word on {tally.words} words, {share:.0%} of the language pipeline's time")
    if missed:
        print("\n".join(f"    missed {line}" for line in tally.missed))


def main(argv: list[str]) -> None:
    """Measure every set named, or the default ones that are there."""
    begun = time.perf_counter()
    authority = Authority.load()
    _ = authority.lexicon, authority.by_name, authority.by_surname, authority.given_names, authority.gazetteer
    print(f"authority facts loaded and indexed in {(time.perf_counter() - begun) * 1000:.0f} ms")
    folders = [Path(a) for a in argv if not a.startswith("--")] or [d for d in DEFAULTS if d.exists()]
    for folder in folders:
        show(folder, measure(folder, authority), missed="--missed" in argv)


if __name__ == "__main__":
    main(sys.argv[1:])
