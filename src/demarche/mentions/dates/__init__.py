"""Dates and their values: EDTF, the days they cover, the words, the anchor and the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Doc

from demarche.mentions.dates.compose import Composer, Found
from demarche.mentions.dates.context import Context
from demarche.mentions.dates.lexer import Token, tokens
from demarche.mentions.dates.tense import TenseOf, tense_from_doc, tense_from_text
from demarche.model import DateMention, Document, Span, When

__all__ = ["dateline", "find_dates", "resolve_dates"]

DATELINE_REACH = 160
"""Characters from the start of a text within which its dateline stands."""


def find_dates(document: Document, doc: Doc) -> Iterator[DateMention]:
    """Yield the dates of a text in order; the tense of the governing verb decides the direction of "Friday"."""
    anchor = document.date or dateline(document.text)
    yield from resolve_dates(document.text, anchor, tense=tense_from_doc(doc))


def dateline(text: str) -> date | None:
    """The full date that opens a text, in its dateline ("OSLO, March 5, 2021 -") or alone on its first line.

    Under a headline only a dateline with its place counts: a list of days may begin there as well.
    """
    head = text[:DATELINE_REACH]
    for mention in resolve_dates(head, None):
        when = mention.when
        if when.earliest is None or when.earliest != when.latest:
            continue
        opens = _opens(head[: mention.span.start])
        return when.earliest if opens and re.match(r"\s*(?:\.|[-–—]|\(|\n|$)", head[mention.span.end :]) else None
    return None


def _opens(before: str) -> bool:
    """Nothing stands before a dateline's date but a short heading, or under any headline the place."""
    line = before.rpartition("\n")[2]
    lead = before if len(before.split()) <= 4 else line
    placed = 0 < len(line.split()) <= 4 or lead is before
    return placed and "." not in lead and not re.search(r"\b(on|of|by|since|in)\s*$", lead)


def resolve_dates(text: str, anchor: date | None, *, tense: TenseOf | None = None) -> list[DateMention]:
    """List the dates of a plain text, relative ones counted from `anchor`; without it they stay open."""
    words = tokens(text)
    context = Context(anchor, tense or tense_from_text(text))
    return [_mention(text, words, found) for found in Composer(words, context).run()]


def _mention(text: str, words: Sequence[Token], found: Found) -> DateMention:
    span = Span(words[found.start].start, words[found.end - 1].end)
    value = found.value
    when = When(
        edtf=value.edtf,
        earliest=value.first,
        latest=value.last,
        words=span.of(text),
        anchor=found.origin if value.relative or value.yearless else None,
        rule=f"{found.rule}:name" if value.name else found.rule,
        reason=value.reason,
        clock=value.clock,
    )
    return DateMention(span, when)
