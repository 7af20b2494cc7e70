"""Dates that stand outside the sentences: the heading of a paragraph, the dateline of a report."""

from __future__ import annotations

import re

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import DateMention
from demarche.reports.contacts.entries import dated_entries

_DATELINE = re.compile(r"\s*(?:,?\s*\([^)]{2,40}\)\s*)?(?:[–—]|--?\s|/)")
_BREAK = re.compile(r"\n\s*\n|\n(?=[-•*])")
LONGEST_PARAGRAPH = 4000
#: what follows a date that heads a paragraph: a full stop, a colon, a dash, a line's end, or a place and a stop
_HEADING = re.compile(r"\s*(?:[.:;–—]|\n|$|,\s+[A-Z][\w’'-]+(?:,? [A-Z][\w’'-]+){0,2}[.:\n])")


def heading_of(reading: Reading, cue: Token) -> DateMention | None:
    """The date that opens the cue's paragraph or stands on the line above it: "17 October, Milan. The four meet"."""
    text = reading.document.text
    entry = next((e for e in dated_entries(reading) if e.start <= cue.idx < e.end), None)
    start = _paragraph_start(text, cue.sent.start_char)
    found = (_opening(reading, entry.start) if entry is not None else None) or _opening(reading, start)
    while found is None and start > 0:
        start = _paragraph_start(text, max(0, start - 3))
        line = text[start:].split("\n", 1)[0]
        if len(line) > 45:
            return None
        found = _opening(reading, start)
        if found is not None and len(line) - (found.span.end - start) > 3:
            return None
    return found


def _paragraph_start(text: str, offset: int) -> int:
    floor = max(0, offset - LONGEST_PARAGRAPH)
    breaks = [m.end() for m in _BREAK.finditer(text, floor, offset)]
    return breaks[-1] if breaks else floor


def _opening(reading: Reading, start: int) -> DateMention | None:
    text = reading.document.text
    for mention in reading.dates:
        if 0 <= mention.span.start - start <= 3 and mention.when.edtf:
            rest = text[mention.span.end : mention.span.end + 40]
            calendar = any(c.isdigit() for c in mention.span.of(text))
            alone = text[start : mention.span.start].strip(" -–•*([") == ""
            return mention if calendar and alone and _HEADING.match(rest) else None
    return None


def in_dateline(reading: Reading, mention: DateMention) -> bool:
    """True for the date of "OSLO, March 14 (Northern Wire) -": the day of the report."""
    text = reading.document.text
    line = text.rfind("\n", 0, mention.span.start) + 1
    before = text[line : mention.span.start]
    return bool(
        re.fullmatch(r"[A-Z][^.]{1,40}?, ", before) and _DATELINE.match(text[mention.span.end : mention.span.end + 50])
    )
