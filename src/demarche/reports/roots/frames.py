"""Frames found in a sentence: which words tell of which root."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.reports.roots.lexicon import Frame, Row, Words, lexicon

_GAP = 4  # words that may stand between two items of a frame
_BACK = 6  # words between the object of a passive and its verb
_CUTS = frozenset(words(', ; : ( ) " “ ” -- –'))
_MEANING = ("VERB", "NOUN", "PROPN", "ADJ")
_PARTICLE = 0.4  # how much a particle or an auxiliary counts beside a word of meaning


@dataclass(frozen=True, slots=True)
class Hit:
    """A frame found: its root, its first verb (its first word without one) and the tokens it took, by place."""

    root: str
    start: int
    tokens: frozenset[int]
    weak: bool
    name: str
    weight: float  # how telling it is: words of meaning count more than particles


def hits(tokens: Sequence[Token]) -> list[Hit]:
    """Every frame in a sentence that no longer frame covers."""
    search = _Search(tokens, [_words(token) for token in tokens])
    table = lexicon().rows
    found = dict.fromkeys(
        hit
        for place, words in enumerate(search.words)
        for word in words
        for row in table.get(word, ())
        if (hit := search.hit(row, place)) is not None
    )
    return [h for h in found if not any(h.tokens < other.tokens for other in found)]


def _words(token: Token) -> tuple[str, ...]:
    """What a token may be in a frame: its form, its lemma, and the words it is a form of by rule."""
    return tuple(dict.fromkeys((token.lower_, token.lemma_.lower(), *lexicon().bases.get(token.lower_, ()))))


@dataclass(frozen=True, slots=True)
class _Search:
    tokens: Sequence[Token]
    words: Sequence[tuple[str, ...]]

    def hit(self, row: Row, place: int) -> Hit | None:
        """The frame from this place on."""
        size = self._at(row.items[0], row.frame.items[0].pos, place)
        if not size:
            return None
        taken = list(range(place, place + size))
        if len(row.items) == 2 and self.tokens[place].tag_ == "VBN" and (before := self._before(row.items[1], place)):
            return self._made(row.frame, [*before, *taken])
        for item, table in zip(row.frame.items[1:], row.items[1:], strict=True):
            following = self._after(table, item.pos, taken[-1] + 1)
            if not following:
                return None
            taken += following
        return self._made(row.frame, taken)

    def _made(self, frame: Frame, taken: list[int]) -> Hit:
        start = next((i for i in taken if self.tokens[i].pos_ == "VERB"), taken[0])
        weight = sum(1.0 if self.tokens[i].pos_ in _MEANING else _PARTICLE for i in taken)
        return Hit(frame.root, start, frozenset(taken), frame.weak, frame.name, weight)

    def _at(self, table: Mapping[str, tuple[Words, ...]], pos: str, place: int) -> int:
        """How many tokens from this place on are this item; 0 for none."""
        for word in self.words[place]:
            for row in table.get(word, ()):
                if self._follow(row, place) and _shaped(self.tokens[place], pos):
                    return len(row)
        return 0

    def _follow(self, row: Words, place: int) -> bool:
        if place + len(row) > len(self.words):
            return False
        return all(word in self.words[place + i] for i, word in enumerate(row[1:], 1))

    def _after(self, table: Mapping[str, tuple[Words, ...]], pos: str, start: int) -> list[int]:
        for place in range(start, min(start + _GAP + 1, len(self.tokens))):
            if size := self._at(table, pos, place):
                return list(range(place, place + size))
            if _closing(self.tokens[place]):
                break
        return []

    def _before(self, table: Mapping[str, tuple[Words, ...]], place: int) -> list[int]:
        """The object of a passive: "aid was suspended"."""
        for start in range(place - 1, max(-1, place - _BACK - 1), -1):
            if self.tokens[start].pos_ in ("NOUN", "PROPN") and self._at(table, "", start) == 1:
                return [start]
        return []


def _closing(token: Token) -> bool:
    """True for what ends the reach of a frame: another verb in its tense, a mark that cuts."""
    return token.tag_ in ("VBD", "VBZ", "VBP") or token.text in _CUTS


def _shaped(token: Token, pos: str) -> bool:
    if pos == "V":
        return token.pos_ in ("VERB", "AUX")
    return pos != "N" or token.pos_ in ("NOUN", "PROPN")
