"""The words around a quotation: before it in its sentence, in its gap, and after it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import Quotation, Span

_REACH = 240  # characters that a clause beside a quotation may take
_STOPS = (".", "!", "?", ";", "…")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The tokens around a quotation; what other quotations hold is left out."""

    before: list[Token]
    gap: list[Token]
    after: list[Token]
    ends: str  # the last character inside the marks
    follows: str  # what follows the closing mark


def surroundings(reading: Reading, quotation: Quotation, limits: Span) -> Surroundings:
    """Cut the text around a quotation into tokens, inside `limits`."""
    text = reading.document.text
    start, end = quotation.span.start, quotation.span.end
    before = _last_sentence(reading, _tokens(reading, Span(max(limits.start, start - _REACH), start)), quotation)
    after = _first_sentence(reading, _tokens(reading, Span(end, min(limits.end, end + _REACH))), quotation)
    return Surroundings(before, _gap(reading, quotation), after, text[quotation.parts[-1].end - 1], text[end : end + 1])


def _gap(reading: Reading, quotation: Quotation) -> list[Token]:
    text = reading.document.text
    for one, other in zip(quotation.parts, quotation.parts[1:], strict=False):
        if "\n" not in text[one.end : other.start]:
            return _tokens(reading, Span(one.end + 1, other.start - 1))
    return []


def _tokens(reading: Reading, span: Span) -> list[Token]:
    if span.end <= span.start:
        return []
    piece = reading.doc.char_span(span.start, span.end, alignment_mode="contract")
    return [t for t in piece or [] if not t.is_space]


def _last_sentence(reading: Reading, tokens: list[Token], quotation: Quotation) -> list[Token]:
    """The tokens after the last full stop or quotation: the beginning of the sentence that leads into the words."""
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.text in _STOPS or _in_another(reading, token, quotation):
            rest = tokens[index + 1 :]
            # “null and void” and “…”: the fragment before belongs to the same sentence
            if token.text in _STOPS or _ended(tokens[index]):
                return rest
            return [t for t in tokens if not _in_another(reading, t, quotation)] if rest else rest
    return tokens


def _ended(token: Token) -> bool:
    """True when the quotation before ended its sentence."""
    before = [t for t in token.doc[max(token.i - 2, 0) : token.i + 1] if not t.is_quote]
    return bool(before) and before[-1].text in (*_STOPS, ",")


def _first_sentence(reading: Reading, tokens: list[Token], quotation: Quotation) -> list[Token]:
    taken: list[Token] = []
    for token in tokens:
        if token.text in _STOPS or _in_another(reading, token, quotation):
            break
        taken.append(token)
    return taken


def _in_another(reading: Reading, token: Token, quotation: Quotation) -> bool:
    """True inside the marks of another quotation that does not hold this one."""
    return reading.quoted(token.idx) and any(
        p.start <= token.idx < p.end
        for q in reading.quotations
        if not (q.span.start <= quotation.span.start and quotation.span.end <= q.span.end)
        for p in q.parts
    )
