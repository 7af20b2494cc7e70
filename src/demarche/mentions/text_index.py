"""Where the words, sentences and quotations of a text stand: made once, so that no finder walks the whole text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from demarche.model import Quotation


@dataclass(frozen=True, slots=True)
class TextIndex:
    """The tokens of each form and lemma in small letters, the starts of sentences, and what is quoted."""

    forms: dict[str, list[int]]
    lemmas: dict[str, list[int]]
    first_tokens: list[int]
    first_characters: list[int]
    quoted_from: list[int]
    quoted_until: list[int]

    def having(self, forms: Collection[str], lemmas: Collection[str] = ()) -> list[int]:
        """The tokens that have one of these forms, or one of these lemmas, in order."""
        found = [i for form, places in self.forms.items() if form in forms for i in places]
        if lemmas:
            found += [i for lemma, places in self.lemmas.items() if lemma in lemmas for i in places]
        return sorted(set(found))

    def sentence_of_token(self, token: int) -> int:
        """The number of the sentence that holds a token."""
        return max(0, bisect_right(self.first_tokens, token) - 1)

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds a character."""
        return max(0, bisect_right(self.first_characters, offset) - 1)

    def quoted(self, offset: int) -> bool:
        """True when a character lies in a quotation."""
        place = bisect_right(self.quoted_from, offset) - 1
        return place >= 0 and offset < self.quoted_until[place]


def index_of(doc: Doc, sentences: Sequence[SpacySpan], quotations: Iterable[Quotation]) -> TextIndex:
    """Index one annotated text."""
    parts = _merged(sorted((p.start, p.end) for q in quotations for p in q.parts))
    return TextIndex(
        _places(doc, "LOWER"),
        _places(doc, "LEMMA"),
        [s.start for s in sentences],
        [s.start_char for s in sentences],
        [start for start, _ in parts],
        [end for _, end in parts],
    )


def _places(doc: Doc, attribute: str) -> dict[str, list[int]]:
    """The tokens by one attribute, in small letters."""
    numbers = cast("list[int]", doc.to_array([attribute]).ravel().tolist())
    by_number: dict[int, list[int]] = {}
    for i, number in enumerate(numbers):
        by_number.setdefault(number, []).append(i)
    found: dict[str, list[int]] = {}
    for number, places in by_number.items():
        found.setdefault(doc.vocab.strings[number].lower(), []).extend(places)
    return found


def _merged(parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that overlap made one."""
    out: list[tuple[int, int]] = []
    for start, end in parts:
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
