"""Accuracy of entities on raw text: exact spans, and spans with their kind before and after the authority facts.

    python -m benchmarks.entities [--pipeline NAME] [--data ../shared/data]

GUM names are derived from its entity layer (``training.entities``); CrossNER politics has politicians and persons as
PER, parties and organisations as ORG, countries and places as LOC; its elections, events and other kinds are not
looked for.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from benchmarks.language import Span, spans_of
from spacy.language import Language
from spacy.tokens import Span as Entity
from training import samples
from training.treebanks import Document

from demarche.actors import Authority
from demarche.language import load

Found = set[tuple[Span, str]]
Typing = Callable[[Entity], str]
KINDS = {"PERSON": "PER", "GPE": "LOC", "FAC": "LOC", "NORP": "", "PER": "PER", "ORG": "ORG", "LOC": "LOC"}


def fact_kinds(authority: Authority) -> dict[str, str]:
    """List the names of the authority facts with their kind; a state's name beats a person's."""
    kinds: dict[str, str] = {}
    for person in authority.people.values():
        kinds.update(dict.fromkeys((person.name, person.surname, *person.aliases), "PER"))
    for body in authority.institutions.values():
        kinds.update(dict.fromkeys((body.name, *body.aliases), "ORG"))
    for state in authority.states.values():
        names = (state.name, *state.capital.split("|"), *state.seats, *state.aliases)
        kinds.update(dict.fromkeys(names, "LOC"))
    kinds.pop("", None)
    return kinds


def by_facts(kinds: dict[str, str]) -> Typing:
    """Make a typing that lets the facts overrule the model."""

    def typed(entity: Entity) -> str:
        text = entity.text.removeprefix("the ").removeprefix("The ")
        return kinds.get(text) or KINDS.get(entity.label_, "")

    return typed


def by_model(entity: Entity) -> str:
    """Give the model's own kind."""
    return KINDS.get(entity.label_, "")


def gold_entities(document: Document) -> Found:
    """Take the entities of a labelled text."""
    spans = spans_of(form for s in document.sentences for form in s.forms)
    labels = [label for s in document.sentences for label in s.entities]
    out: Found = set()
    for place, label in enumerate(labels):
        if not label.startswith("B-"):
            continue
        last = place
        while last + 1 < len(labels) and labels[last + 1] == f"I-{label[2:]}":
            last += 1
        out.add(((spans[place][0], spans[last][1]), label[2:]))
    return out


def measure(nlp: Language, documents: Sequence[Document], typings: dict[str, Typing]) -> dict[str, float]:
    """Score spans alone and with every typing; F1 in percent."""
    right: Counter[str] = Counter()
    gold_total = own_total = 0
    for document, doc in zip(documents, nlp.pipe([document.text for document in documents]), strict=True):
        gold = gold_entities(document)
        spans = spans_of(token.text for token in doc)
        places = [((spans[e.start][0], spans[e.end - 1][1]), e) for e in doc.ents if by_model(e)]
        gold_total += len(gold)
        own_total += len(places)
        bare = {span for span, _ in gold}
        right["spans"] += sum(span in bare for span, _ in places)
        for name, typing in typings.items():
            right[name] += sum((span, typing(entity)) in gold for span, entity in places)
    return {name: 200 * right[name] / max(1, gold_total + own_total) for name in ("spans", *typings)}


def sets(data: Path) -> Iterable[tuple[str, list[Document]]]:
    """Read the test sets."""
    corpus = samples.load(data)
    gum = [*corpus.dev["gum"], *corpus.test["gum"]]
    yield "GUM news", [document for document in gum if document.name.startswith("GUM_news")]
    yield "CrossNER politics", corpus.test["politics"]
    yield "EWT test", corpus.test["ewt"]


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--pipeline", help="another spaCy pipeline, by name or path")
    args = parser.parse_args()
    if not (args.data / "ner").is_dir():
        print(f"skipped: no entity sets under {args.data}")
        return
    nlp = load(args.pipeline)
    typings: dict[str, Typing] = {"typed": by_model, "with facts": by_facts(fact_kinds(Authority.load()))}
    print(f"{'':20}{'n':>6}{'spans':>10}{'typed':>10}{'with facts':>12}")
    for name, documents in sets(args.data):
        figures = measure(nlp, documents, typings)
        count = sum(len(gold_entities(document)) for document in documents)
        print(
            f"{name:20}{count:6}{figures['spans']:10.2f}{figures['typed']:10.2f}{figures['with facts']:12.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
