"""The tokens of a text as plain lists: reading them from spaCy once is what keeps the finders fast."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import cast

import numpy as np
from spacy.tokens import Doc

from demarche.actors.names import fold

_TITLE_TOKEN = re.compile(r"['’]s\b|['’](?=\s|$)|(?:\w\.)+|\w+(?:[.'’](?!s\b)\w+)*|[^\w\s]")
_ENOUGH_YEARS = 3
_WELL_BEFORE = 4
_KEPT = "demarche.tokens"
PERSON_LABELS = frozenset({"PER", "PERSON"})


@dataclass(slots=True)
class Tokens:
    """One text, token by token; `pos`, `dep` and `ent` are empty strings where nothing annotated them."""

    text: Sequence[str]
    start: Sequence[int]
    pos: Sequence[str]
    dep: Sequence[str]
    head: Sequence[int]
    ent: Sequence[str]
    sent: Sequence[int]  # the sentence number of each token
    annotated: bool
    low: Sequence[str] = field(default_factory=list)
    key: Sequence[str] = field(default_factory=list)
    lower_words: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.text)

    def end(self, i: int) -> int:
        """The character offset where token `i` ends."""
        return self.start[i] + len(self.text[i])


def from_doc(doc: Doc) -> Tokens:
    """The tokens of an annotated text, made once for the actors and the places."""
    kept: Tokens | None = doc.user_data.get(_KEPT)
    if kept is None:
        kept = doc.user_data[_KEPT] = _from_doc(doc)
    return kept


def _from_doc(doc: Doc) -> Tokens:
    strings = doc.vocab.strings
    table = doc.to_array(["ORTH", "POS", "DEP", "ENT_TYPE", "HEAD", "SENT_START", "IDX"])
    raw = cast("list[list[int]]", [table[:, column].tolist() for column in range(4)])
    names = {value: (strings[value] if value else "") for column in raw for value in set(column)}
    text, pos, dep, ent = ([names[v] for v in column] for column in raw)
    numbers = table.astype(np.int64)
    heads = (numbers[:, 4] + np.arange(len(doc))).tolist()
    sent = np.cumsum(numbers[:, 5] == 1).tolist()
    return _filled(Tokens(text, numbers[:, 6].tolist(), pos, dep, heads, ent, sent, True))


def lower_words(doc: Doc) -> frozenset[str]:
    """The words that the text writes in small letters."""
    strings = doc.vocab.strings
    ids = cast("list[int]", doc.to_array(["ORTH"]).ravel().tolist())
    words = (strings[v] for v in set(ids))
    return frozenset(w for w in words if w.islower())


def from_title(title: str, lower_words: frozenset[str]) -> Tokens:
    """The tokens of a title, which no pipeline has seen; `lower_words` are the ordinary words of the text."""
    found = list(_TITLE_TOKEN.finditer(title))
    blank = [""] * len(found)
    zero = [0] * len(found)
    tokens = _filled(
        Tokens([m.group() for m in found], [m.start() for m in found], blank, blank, zero, blank, zero, False)
    )
    tokens.lower_words = lower_words
    return tokens


def tells_of_the_past(tokens: Tokens, day: date | None) -> bool:
    """Most years that the text names lie well before its own day: today's office holders are not meant."""
    years = sorted(int(t) for t in tokens.text if len(t) == 4 and t.isdigit() and t[:2] in {"19", "20"})
    return day is not None and len(years) >= _ENOUGH_YEARS and years[len(years) // 2] < day.year - _WELL_BEFORE


def _filled(tokens: Tokens) -> Tokens:
    tokens.low = [t.lower() for t in tokens.text]
    tokens.key = [fold(t) for t in tokens.text]
    tokens.lower_words = frozenset(t for t in tokens.text if t.islower())
    return tokens
