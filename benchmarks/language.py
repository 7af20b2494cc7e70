"""Accuracy of the language pipeline on raw text: own words, own sentences, F1 as in the CoNLL 2018 shared task.

    python -m benchmarks.language [--pipeline NAME] [--data ../shared/data] [--dev]

Relations are compared without subtypes (LAS) and with them (LAS+).
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from training import treebanks
from training.treebanks import Document

from demarche.language import load

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One word, its place counted without white space."""

    span: Span
    upos: str
    xpos: str
    feats: str
    lemma: str
    head: Span | None
    relation: str


@dataclass(frozen=True, slots=True)
class Marked:
    """The words and sentences of one text."""

    rows: list[Row]
    sentences: set[Span]


def spans_of(words: Iterable[str]) -> list[Span]:
    """Place words on the text without white space."""
    out: list[Span] = []
    end = 0
    for word in words:
        size = len("".join(word.split()))
        out.append((end, end + size))
        end += size
    return out


def gold_marks(document: Document) -> Marked:
    """Take the marks of a treebank text."""
    spans = spans_of(form for s in document.sentences for form in s.forms)
    rows: list[Row] = []
    sentences: set[Span] = set()
    first = 0
    for s in document.sentences:
        own = spans[first : first + len(s.forms)]
        sentences.add((own[0][0], own[-1][1]))
        for place, span in enumerate(own):
            head = None if s.heads[place] == place else own[s.heads[place]]
            rows.append(
                Row(span, s.upos[place], s.xpos[place], s.feats[place], s.lemmas[place], head, s.relations[place])
            )
        first += len(own)
    return Marked(rows, sentences)


def own_marks(doc: Doc) -> Marked:
    """Take the marks of the pipeline."""
    spans = spans_of(token.text for token in doc)
    rows: list[Row] = []
    for token in doc:
        if token.is_space:
            continue
        root = token.head.i == token.i
        head = None if root else spans[token.head.i]
        relation = "root" if root else token.dep_
        rows.append(Row(spans[token.i], token.pos_, token.tag_, str(token.morph), token.lemma_, head, relation))
    sentences = set()
    for sentence in doc.sents:
        own = [spans[token.i] for token in sentence if not token.is_space]
        if own:
            sentences.add((own[0][0], own[-1][1]))
    return Marked(rows, sentences)


def hits(gold: Row, own: Row) -> Iterable[str]:
    """Name what a word got right."""
    yield "words"
    checks = {
        "UPOS": gold.upos == own.upos,
        "XPOS": gold.xpos == own.xpos,
        "feats": gold.feats == own.feats,
        "lemmas": gold.lemma.lower() == own.lemma.lower(),
        "UAS": gold.head == own.head,
        "LAS": gold.head == own.head and gold.relation.split(":")[0] == own.relation.split(":")[0],
        "LAS+": gold.head == own.head and gold.relation == own.relation,
    }
    yield from (name for name, right in checks.items() if right)


@dataclass(slots=True)
class Score:
    """The counts of one test set."""

    right: Counter[str]
    gold_words: int = 0
    own_words: int = 0
    gold_sentences: int = 0
    own_sentences: int = 0
    verbs: int = 0
    seconds: float = 0.0

    def add(self, gold: Marked, own: Marked) -> None:
        """Count one text."""
        found = {row.span: row for row in own.rows}
        for row in gold.rows:
            match = found.get(row.span)
            if match is None:
                continue
            self.right.update(hits(row, match))
            if row.upos == match.upos == "VERB":
                self.verbs += 1
                self.right["verb lemmas"] += row.lemma.lower() == match.lemma.lower()
        self.right["sentences"] += len(gold.sentences & own.sentences)
        self.gold_words += len(gold.rows)
        self.own_words += len(own.rows)
        self.gold_sentences += len(gold.sentences)
        self.own_sentences += len(own.sentences)

    def figure(self, name: str) -> float:
        """Give an F1 in percent; for verb lemmas the accuracy where both sides see a verb."""
        if name == "verb lemmas":
            return 100 * self.right[name] / max(1, self.verbs)
        total = self.gold_sentences + self.own_sentences if name == "sentences" else self.gold_words + self.own_words
        return 200 * self.right[name] / max(1, total)


FIGURES = ("words", "sentences", "UPOS", "XPOS", "feats", "lemmas", "verb lemmas", "UAS", "LAS", "LAS+")


def measure(nlp: Language, documents: Sequence[Document]) -> Score:
    """Run the pipeline over raw texts and score it."""
    score = Score(Counter())
    texts = [document.text for document in documents]
    begin = time.perf_counter()
    docs = list(nlp.pipe(texts))
    score.seconds = time.perf_counter() - begin
    for document, doc in zip(documents, docs, strict=True):
        score.add(gold_marks(document), own_marks(doc))
    return score


def test_sets(data: Path, dev: bool) -> dict[str, list[Document]]:
    """Read the treebank texts to score on."""
    trees = data / "treebanks"
    part = "dev" if dev else "test"
    gum = {
        kind: treebanks.read_conllu(trees / f"gum/ccby_subset/gum_ccby-{kind}.conllu", "gum")
        for kind in ("dev", "test")
    }
    news = [document for documents in gum.values() for document in documents if document.name.startswith("GUM_news")]
    sets = {
        f"EWT {part}": treebanks.read_conllu(trees / f"ewt/en_ewt-ud-{part}.conllu", "ewt"),
        f"GUM {part}": gum[part],
    }
    return sets if dev else {**sets, "GUM news": news}


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--pipeline", help="another spaCy pipeline, by name or path")
    parser.add_argument("--dev", action="store_true", help="score on the development parts")
    args = parser.parse_args()
    if not (args.data / "treebanks").is_dir():
        print(f"skipped: no treebanks under {args.data}")
        return
    nlp = load(args.pipeline)
    print(f"{'':10}{'n':>7}" + "".join(f"{name:>12}" for name in FIGURES) + f"{'words/s':>10}")
    for name, documents in test_sets(args.data, args.dev).items():
        score = measure(nlp, documents)
        figures = "".join(f"{score.figure(figure):12.2f}" for figure in FIGURES)
        print(f"{name:10}{score.gold_words:7}{figures}{score.gold_words / score.seconds:10.0f}", flush=True)


if __name__ == "__main__":
    main()
