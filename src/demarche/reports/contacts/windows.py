"""Sentences as the contact rules see them: what a small parser cut in two is put together again."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.reports.contacts.vocabulary import bag

_STOPS = tuple(".?!:;…")
_CLOSERS = "\"'”’)»“"
_NEVER_LAST = bag("Mr. Mrs. Ms. Dr. Gen. Col. Lt. Sen. Rep. St. Gov. Prof. H.E. Hon. vs. No.")
_LONGEST = 4


def window(token: Token) -> tuple[int, int]:
    """First and last token (exclusive) of the token's sentence, cuts without a full stop undone."""
    start, end = token.sent.start, token.sent.end
    for _ in range(_LONGEST):
        if start == 0 or closed(token.doc[start - 1]):
            break
        start = token.doc[start - 1].sent.start
    for _ in range(_LONGEST):
        if end >= len(token.doc) or closed(token.doc[end - 1]):
            break
        end = token.doc[end].sent.end
    return start, end


def closed(last: Token) -> bool:
    """True when a sentence can end with this word: a full stop, a line break."""
    if last.is_space and "\n" in last.text:
        return True
    text = last.text.rstrip(_CLOSERS) or (last.nbor(-1).text if last.i > 0 else "")
    return text.endswith(_STOPS) and last.text not in _NEVER_LAST


def begins(token: Token) -> int:
    """First token of the token's sentence."""
    return window(token)[0]


def ends(token: Token) -> int:
    """The token after the last one of the token's sentence."""
    return window(token)[1]
