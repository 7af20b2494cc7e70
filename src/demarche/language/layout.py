"""How the words of a tokenized text stand: their places, their texts and what is between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from demarche.language.features import GAP_NONE, GAP_PARAGRAPH, GAP_SPACE
from demarche.language.segments import gap_before, segments

Ints = npt.NDArray[np.int64]

ATTRIBUTES: list[int | str] = ["ORTH", "IS_SPACE", "IDX", "LENGTH"]


@dataclass(frozen=True, slots=True)
class Layout:
    """The tokens of a text, words apart from white space."""

    texts: list[str]
    """Every token, white space too."""
    words: list[str]
    gaps: list[int]
    """What stands before each word; before the first one, the start of a paragraph."""
    places: Ints
    """The tokens that are words."""
    blanks: Ints
    """The tokens that are white space."""
    apart: int
    """How many blank tokens stand before the first word and are a paragraph of their own."""

    def segments(self, *, by_paragraph: bool) -> list[tuple[int, int]]:
        """The segments as pairs of first and last-plus-one word; ``by_paragraph`` lets none go over a blank line."""
        if not by_paragraph:
            return list(segments(self.words, self.gaps))
        return list(self._by_paragraph())

    def _by_paragraph(self) -> Iterator[tuple[int, int]]:
        edges = [place for place, gap in enumerate(self.gaps) if gap == GAP_PARAGRAPH]
        for first, end in pairwise([*edges, len(self.words)]):
            for a, b in segments(self.words[first:end], self.gaps[first:end]):
                yield first + a, first + b


def layout(doc: Doc) -> Layout:
    """Lay out a tokenized text."""
    orths, blank, starts, lengths = cast("Ints", doc.to_array(ATTRIBUTES)).T if len(doc) else np.zeros((4, 0), np.int64)
    strings = doc.vocab.strings
    texts = [strings[orth] for orth in orths.tolist()]
    is_word = blank == 0
    places = np.flatnonzero(is_word)
    starts = starts[places].astype(np.int64)
    before = np.zeros_like(starts)
    before[1:] = starts[:-1] + lengths[places[:-1]].astype(np.int64)
    gaps = np.where(starts > before, GAP_SPACE, GAP_NONE)
    text = doc.text  # made anew at every look
    for number in np.flatnonzero(np.diff(places, prepend=-1) > 1).tolist():
        gaps[number] = gap_before(text, int(before[number]), int(starts[number]))
    apart = int(places[0]) if len(gaps) and gaps[0] == GAP_PARAGRAPH else 0
    gaps[:1] = GAP_PARAGRAPH
    words = [texts[place] for place in places.tolist()]
    return Layout(texts, words, gaps.tolist(), places, np.flatnonzero(~is_word), apart)
