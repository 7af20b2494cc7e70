"""Adjectives of states: "Iranian shipping companies", "a Syrian bank" tell whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from demarche.actors.facts import states
from demarche.actors.words import STATE_NAMES
from demarche.model import Span
from demarche.reports.statements.voice import Voice

_NO_STATES = frozenset({"english", "american-led", "chinese-made"})

_PROVINCES = frozenset({"columbia"})  # "British Columbia" is no British matter


@cache
def _table() -> dict[str, str]:
    """Lower-case adjective -> plain name of the state; of two that share it, the one named like it: Chinese, China."""
    table: dict[str, str] = {}
    for state in states():
        name = STATE_NAMES.get(state.id, state.name)
        for word in (d.lower() for d in state.demonyms if d.lower() not in _NO_STATES):
            if word not in table or _akin(word, name) > _akin(word, table[word]):
                table[word] = name
    return table


def _akin(word: str, name: str) -> bool:
    return name.lower().startswith(word[:4])


def demonyms_in(doc: Doc, start: int, end: int) -> Iterator[Voice]:
    """Yield the states whose adjectives stand in tokens [start, end), in order."""
    table = _table()
    for token in doc[start:end]:
        if not token.text[:1].isupper() or not token.is_alpha:
            continue
        after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
        if after in _PROVINCES or (token.i and doc[token.i - 1].text in ("North", "South")):
            continue
        for words in (f"{token.lower_} {after}", token.lower_):
            name = table.get(words)
            if name is not None:
                yield Voice(name, Span(token.idx, token.idx + len(token)), None, name, "state")
                break
