"""Sentences as the contact rules see them: what a parser cut in two is put together again."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from demarche.reports.contacts.vocabulary import bag

_STOPS = tuple(".?!:;…")
_CLOSERS = "\"'”’)»“"
_NEVER_LAST = bag("Mr. Mrs. Ms. Dr. Gen. Col. Lt. Sen. Rep. St. Gov. Prof. H.E. Hon. vs. No.")
_INITIAL = re.compile(r"[A-Z]\.")
_LONGEST = 4
_KEPT = "demarche.windows"


def window(token: Token) -> tuple[int, int]:
    """First and last token (exclusive) of the token's sentence, cuts without a full stop undone."""
    kept: list[tuple[int, int]] | None = token.doc.user_data.get(_KEPT)
    if kept is None:
        kept = token.doc.user_data[_KEPT] = _windows(token.doc)
    return kept[token.i]


def _windows(doc: Doc) -> list[tuple[int, int]]:
    """The window of every token, made once for a text."""
    edges = [(s.start, s.end) for s in doc.sents]
    open_ended = [not closed(doc[end - 1]) for _, end in edges]
    out: list[tuple[int, int]] = []
    for n, (start, end) in enumerate(edges):
        first = last = n
        while first > 0 and n - first < _LONGEST and open_ended[first - 1]:
            first -= 1
        while last + 1 < len(edges) and last - n < _LONGEST and open_ended[last]:
            last += 1
        out += [(edges[first][0], edges[last][1])] * (end - start)
    return out


def closed(last: Token) -> bool:
    """True when a sentence can end with this word: a full stop, a line break."""
    if last.is_space and "\n" in last.text:
        return True
    text = last.text.rstrip(_CLOSERS) or (last.nbor(-1).text if last.i > 0 else "")
    if _INITIAL.fullmatch(last.text) and last.i > 0 and last.nbor(-1).text[:1].isupper():
        return False  # "Antony J." goes on
    return text.endswith(_STOPS) and last.text not in _NEVER_LAST


def begins(token: Token) -> int:
    """First token of the token's sentence."""
    return window(token)[0]


def ends(token: Token) -> int:
    """The token after the last one of the token's sentence."""
    return window(token)[1]
