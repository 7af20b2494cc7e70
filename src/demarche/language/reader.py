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

from demarche.language.lemmas import LemmaGuard
from demarche.language.network import Network, Reading
from demarche.language.segments import gap_before, segments
from demarche.language.weights import Weights, read_weights, write_weights

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

FACTORY = "demarche_reader"
READ_AHEAD_WORDS = 12_000
REMEMBERED_LEMMAS = 100_000
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

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Annotate documents, reading ahead a bounded number of words."""
        waiting: list[Doc] = []
        size = 0
        for doc in stream:
            waiting.append(doc)
            size += len(doc)
            if size >= READ_AHEAD_WORDS or len(waiting) >= 4 * batch_size:
                yield from self._annotate(waiting)
                waiting, size = [], 0
        yield from self._annotate(waiting)

    def _annotate(self, docs: list[Doc]) -> list[Doc]:
        laid_out = [words_and_gaps(doc) for doc in docs]
        cuts = [list(segments(words, gaps)) for _, words, gaps in laid_out]
        pieces = [(words[a:b], gaps[a:b]) for (_, words, gaps), cut in zip(laid_out, cuts, strict=True) for a, b in cut]
        readings = iter(self._network.read(pieces))
        for doc, (places, words, _), cut in zip(docs, laid_out, cuts, strict=True):
            own = [next(readings) for _ in cut]
            if own:
                self._write(doc, places, words, own, [first for first, _ in cut])
            elif len(doc):
                self._write_blank(doc)
        return docs

    def _write(self, doc: Doc, places: list[int], words: list[str], own: list[Reading], firsts: list[int]) -> None:
        index = np.array(places)
        codes = self._codes
        table = np.zeros((len(doc), len(COLUMNS)), np.uint64)
        upos = np.concatenate([reading.upos for reading in own])
        names = np.concatenate([reading.names for reading in own])
        heads = np.concatenate([reading.heads + first for reading, first in zip(own, firsts, strict=True)])
        table[:, 6] = IOB_OUT
        xpos = np.concatenate([reading.xpos for reading in own])
        table[index, 0] = codes.xpos[xpos]
        table[index, 1] = codes.upos[upos]
        table[index, 2] = codes.feats[np.concatenate([reading.feats for reading in own])]
        table[index, 3] = self._lemma_codes(words, upos, xpos, np.concatenate([reading.scripts for reading in own]))
        table[index, 4] = codes.relations[np.concatenate([reading.relations for reading in own])]
        table[index, 5] = (index[heads] - index).astype(np.int64).view(np.uint64)
        table[index, 6] = codes.marks[names]
        table[index, 7] = codes.entities[names]
        if len(index) < len(doc):
            self._write_spaces(doc, table, index)
        doc.from_array(COLUMNS, cast("Any", table))

    def _write_blank(self, doc: Doc) -> None:
        """Mark a document that is nothing but white space: one sentence without words."""
        strings = self._vocab.strings
        table = np.zeros((len(doc), len(COLUMNS)), np.uint64)
        table[:, 0] = strings.add(SPACE_TAG)
        table[:, 1] = strings.add("SPACE")
        table[:, 3] = [strings.add(token.text) for token in doc]
        table[:, 4] = strings.add("dep")
        table[:, 5] = (-np.arange(len(doc))).astype(np.int64).view(np.uint64)
        table[:, 6] = IOB_OUT
        doc.from_array(COLUMNS, cast("Any", table))

    def _write_spaces(self, doc: Doc, table: Hashes, index: npt.NDArray[np.int64]) -> None:
        """Hang every token of white space on the word before it, or on the first word."""
        blank = np.setdiff1d(np.arange(len(doc)), index)
        before = np.maximum(np.searchsorted(index, blank) - 1, 0)
        strings = self._vocab.strings
        table[blank, 0] = strings.add(SPACE_TAG)
        table[blank, 1] = strings.add("SPACE")
        table[blank, 2] = self._vocab.morphology.add("")
        table[blank, 3] = [strings.add(doc[int(place)].text) for place in blank]
        table[blank, 4] = strings.add("dep")
        table[blank, 5] = (index[before] - blank).astype(np.int64).view(np.uint64)

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


def words_and_gaps(doc: Doc) -> tuple[list[int], list[str], list[int]]:
    """Give the places, texts and gaps of the tokens that are not white space."""
    text = doc.text
    places: list[int] = []
    words: list[str] = []
    gaps: list[int] = []
    end = 0
    for token in doc:
        if token.is_space:
            continue
        word, start = token.text, token.idx
        places.append(token.i)
        words.append(word)
        gaps.append(gap_before(text, end, start) if len(words) > 1 else 3)
        end = start + len(word)
    return places, words, gaps


@Language.factory(
    FACTORY,
    assigns=["token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "doc.sents", "doc.ents"],
)
def make_reader(nlp: Language, name: str) -> Reader:
    """Make the component; its weights come with ``from_disk``."""
    return Reader(nlp.vocab, name)
