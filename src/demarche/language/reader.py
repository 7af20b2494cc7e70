"""The spaCy component that annotates a document with everything the network finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from demarche.language.layout import Layout, layout
from demarche.language.lemmas import LemmaGuard
from demarche.language.network import Network, Reading
from demarche.language.weights import Weights, read_weights, write_weights

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

FACTORY = "demarche_reader"
READ_AHEAD_WORDS = 12_000
REMEMBERED_LEMMAS = 40_000
COLUMNS: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE"]
SPACE_TAG = "_SP"
IOB_BEGIN, IOB_IN, IOB_OUT = 3, 1, 2


@dataclass(frozen=True, slots=True)
class Codes:
    """spaCy's numbers for our label numbers."""

    upos: Hashes
    xpos: Hashes
    feats: Hashes
    relations: Hashes
    entities: Hashes
    marks: Hashes


class Reader:
    """Sets tags, features, lemmas, heads, relations, sentences and entities."""

    def __init__(self, vocab: Vocab, name: str = FACTORY) -> None:
        self.name = name
        self._vocab = vocab
        self._weights: Weights | None = None
        self._lemmas: dict[tuple[str | int, ...], int] = {}

    def use(self, weights: Weights) -> None:
        """Take the weights to read with."""
        self._weights = weights
        self._network = Network(weights)
        self._guard = LemmaGuard(weights.labels["scripts"], weights.lemmas, frozenset(weights.bases))
        self._upos = weights.labels["upos"]
        self._xpos = weights.labels["xpos"]
        self._codes = self._make_codes(weights.labels)
        self._lemmas.clear()

    def from_disk(self, path: Path | str, **_: object) -> Reader:
        """Read the weights from a folder."""
        self.use(read_weights(Path(path)))
        return self

    def to_disk(self, path: Path | str, **_: object) -> None:
        """Write the weights to a folder."""
        if self._weights is not None:
            write_weights(Path(path), self._weights)

    def _make_codes(self, labels: dict[str, list[str]]) -> Codes:
        add = self._vocab.strings.add
        kinds = [label[2:] for label in labels["entities"]]
        iob = {"B": IOB_BEGIN, "I": IOB_IN, "O": IOB_OUT}
        return Codes(
            np.array([add(label) for label in labels["upos"]], np.uint64),
            np.array([add(label) for label in labels["xpos"]], np.uint64),
            np.array([self._vocab.morphology.add(label) for label in labels["feats"]], np.uint64),
            np.array([add("ROOT" if label == "root" else label) for label in labels["relations"]], np.uint64),
            np.array([add(kind) if kind else 0 for kind in kinds], np.uint64),
            np.array([iob[label[0]] for label in labels["entities"]], np.uint64),
        )

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64, by_paragraph: bool = False) -> Iterator[Doc]:
        """Annotate documents, reading ahead a bounded number of words.

        ``by_paragraph`` reads every paragraph as if it stood alone, so that its annotations do not hang on what is
        around it.
        """
        waiting: list[Doc] = []
        size = 0
        for doc in stream:
            waiting.append(doc)
            size += len(doc)
            if size >= READ_AHEAD_WORDS or len(waiting) >= 4 * batch_size:
                yield from self._annotate(waiting, by_paragraph)
                waiting, size = [], 0
        yield from self._annotate(waiting, by_paragraph)

    def _annotate(self, docs: list[Doc], by_paragraph: bool) -> list[Doc]:
        found = [layout(doc) for doc in docs]
        cuts = [laid.segments(by_paragraph=by_paragraph) for laid in found]
        pieces = [(laid.words[a:b], laid.gaps[a:b]) for laid, cut in zip(found, cuts, strict=True) for a, b in cut]
        readings = iter(self._network.read(pieces))
        for doc, laid, cut in zip(docs, found, cuts, strict=True):
            own = [next(readings) for _ in cut]
            if len(doc):
                self._write(doc, laid, own, [first for first, _ in cut], laid.apart if by_paragraph else 0)
        return docs

    def _write(self, doc: Doc, laid: Layout, own: list[Reading], firsts: list[int], apart: int) -> None:
        table = np.zeros((len(doc), len(COLUMNS)), np.uint64)
        table[:, 6] = IOB_OUT
        if own:
            self._write_words(table, laid, own, firsts)
        self._write_spaces(table, laid, apart if own else len(doc))
        doc.from_array(COLUMNS, cast("Any", table))

    def _write_words(self, table: Hashes, laid: Layout, own: list[Reading], firsts: list[int]) -> None:
        index, codes = laid.places, self._codes
        upos = np.concatenate([reading.upos for reading in own])
        xpos = np.concatenate([reading.xpos for reading in own])
        names = np.concatenate([reading.names for reading in own])
        heads = np.concatenate([reading.heads + first for reading, first in zip(own, firsts, strict=True)])
        scripts = np.concatenate([reading.scripts for reading in own])
        table[index, 0] = codes.xpos[xpos]
        table[index, 1] = codes.upos[upos]
        table[index, 2] = codes.feats[np.concatenate([reading.feats for reading in own])]
        table[index, 3] = self._lemma_codes(laid.words, upos, xpos, scripts)
        table[index, 4] = codes.relations[np.concatenate([reading.relations for reading in own])]
        table[index, 5] = (index[heads] - index).view(np.uint64)
        table[index, 6] = codes.marks[names]
        table[index, 7] = codes.entities[names]

    def _write_spaces(self, table: Hashes, laid: Layout, apart: int) -> None:
        """Hang every token of white space on the word before it, or on the first word.

        The first ``apart`` tokens, all blank, are a sentence of their own.
        """
        blanks, index = laid.blanks, laid.places
        strings = self._vocab.strings
        table[blanks, 0] = strings.add(SPACE_TAG)
        table[blanks, 1] = strings.add("SPACE")
        table[blanks, 2] = self._vocab.morphology.add("")
        table[blanks, 3] = [strings.add(laid.texts[place]) for place in blanks.tolist()]
        table[blanks, 4] = strings.add("dep")
        table[:apart, 5] = (-np.arange(apart)).view(np.uint64)
        rest = blanks[apart:]
        if len(rest):
            before = np.maximum(np.searchsorted(index, rest) - 1, 0)
            table[rest, 5] = (index[before] - rest).view(np.uint64)

    def _lemma_codes(self, words: list[str], upos: Ints, xpos: Ints, ranked: Ints) -> list[int]:
        out = []
        if len(self._lemmas) > REMEMBERED_LEMMAS:
            self._lemmas.clear()
        for word, tag, fine, scripts in zip(words, upos.tolist(), xpos.tolist(), ranked.tolist(), strict=True):
            key = (word, tag, fine, *scripts)
            code = self._lemmas.get(key)
            if code is None:
                lemma = self._guard.choose(word, self._upos[tag], self._xpos[fine], scripts)
                code = self._lemmas[key] = self._vocab.strings.add(lemma)
            out.append(code)
        return out


@Language.factory(
    FACTORY,
    assigns=["token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "doc.sents", "doc.ents"],
)
def make_reader(nlp: Language, name: str) -> Reader:
    """Make the component; its weights come with ``from_disk``."""
    return Reader(nlp.vocab, name)
