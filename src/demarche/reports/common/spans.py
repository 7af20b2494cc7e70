"""Stretches of text around a verb: its clause, its phrase, the condition it hangs on."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import Field, Span
from demarche.reports.statements.syntax import clause

_EDGES = " \n\t,;:–—-"


def trimmed(reading: Reading, start: int, end: int) -> Span:
    """The characters of tokens [start, end) without space and loose punctuation at the edges."""
    piece = reading.doc[start:end]
    words = piece.text
    left = len(words) - len(words.lstrip(_EDGES))
    right = len(words) - len(words.rstrip(_EDGES + "."))
    if left + right >= len(words):
        return Span(piece.start_char, piece.end_char)
    return Span(piece.start_char + left, piece.end_char - right)


def clause_span(reading: Reading, verb: Token, *more: Token) -> Span:
    """The clause of a verb, widened to hold these further tokens."""
    start, end = bounds(verb)
    return trimmed(reading, min([start, *(t.i for t in more)]), max([end, *(t.i + 1 for t in more)]))


def bounds(verb: Token) -> tuple[int, int]:
    """Token bounds of a verb's clause inside its sentence and line."""
    start, end = clause(verb)
    if verb.dep_ == "amod" and verb.head.i > verb.i:  # a verb that the parse took for an adjective of its object
        end = max(end, verb.head.right_edge.i + 1)
    doc = verb.doc
    for index in range(verb.i, start - 1, -1):
        if doc[index].is_space and "\n" in doc[index].text:
            start = index + 1
            break
    for index in range(verb.i, end):
        if doc[index].is_space and "\n" in doc[index].text:
            end = index
            break
    return max(start, verb.sent.start), min(max(end, verb.i + 1), verb.sent.end)


def word_span(token: Token) -> Span:
    """The characters of one word."""
    return Span(token.idx, token.idx + len(token))


def field(reading: Reading, name: str, span: Span | None) -> Field | None:
    """A field whose value is the words themselves."""
    if span is None or not span.of(reading.document.text).strip():
        return None
    return Field(name, " ".join(span.of(reading.document.text).split()), (span,))


def rest(token: Token, reach: int = 14) -> Token:
    """The last token of the phrase that a noun opens, by the words alone: up to a comma or the end of the sentence."""
    last = token
    for word in token.doc[token.i + 1 : min(token.sent.end, token.i + reach)]:
        if word.text in (",", ";", ":", ".", "—", "–") or "\n" in word.text:
            break
        last = word
    return last


def near(token: Token, back: int, ahead: int) -> list[Token]:
    """The tokens around one, inside its sentence."""
    doc, first, end = token.doc, token.i, token.i + 1
    while first > max(0, token.i - back) and not doc[first].is_sent_start:
        first -= 1
    most = min(len(doc), token.i + 1 + ahead)
    while end < most and not doc[end].is_sent_start:
        end += 1
    return [doc[i] for i in range(first, end)]
