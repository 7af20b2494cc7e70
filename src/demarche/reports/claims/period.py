"""The stretch of time that a claim covers, counted to the day of the document."""

from __future__ import annotations

import re
from datetime import date, timedelta

from demarche.mentions.reading import Reading
from demarche.model import Field, Reason, Span
from demarche.reports.claims.vocabulary import number

_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_BACK = re.compile(
    r"\bin (?:less than |more than |almost |nearly |the (?:last|past) )?(as many|\d+|\w+) (day|week|month|year)s\b",
    re.I,
)
_YEAR = re.compile(r"\b(?:this year|of (?:the|this) year)\b", re.I)
_IN_YEAR = re.compile(r"\bin (\d{4})\b")


def period_of(reading: Reading, clause: Span, sentence: Span, value: int | None) -> Field | None:
    """ "Since March", "this year", "in ten days", "in 2025", else everything up to the document's day."""
    published = reading.document.date
    if published is None:
        return None
    undated = re.search(r"\bsince\b", clause.of(reading.document.text)) is not None
    for stretch in (clause,) if undated else (clause, sentence):
        found = _since(reading, stretch, published) or _worded(reading, stretch, published, value)
        if found is not None:
            return found
    if undated:
        return None  # "since he took office": a beginning that the words do not date
    return Field("period", f"../{published.isoformat()}", (), Reason.CODEBOOK)


def _since(reading: Reading, stretch: Span, published: date) -> Field | None:
    text = reading.document.text
    for mention in reading.dates_in(stretch):
        before = text[max(mention.span.start - 12, 0) : mention.span.start].lower()
        edtf, first = mention.when.edtf, mention.when.earliest
        words = mention.when.words.lower()
        if edtf and (words.startswith("since") or re.search(r"\bsince (?:the |last )?$", before)):
            return Field("period", f"{_opening(edtf)}/{published.isoformat()}", (mention.span,))
        if first and re.match(r"this (?:spring|summer|autumn|fall|winter|month|week)", mention.when.words, re.I):
            return Field("period", f"{first:%Y-%m}/{published.isoformat()}", (mention.span,))
    return None


def _opening(edtf: str) -> str:
    return edtf.split("/")[0].rstrip("~")


def _worded(reading: Reading, stretch: Span, published: date, value: int | None) -> Field | None:
    text = stretch.of(reading.document.text)
    year = _YEAR.search(text)
    if year:
        return _field(f"{published.year}-01-01/{published.isoformat()}", stretch, year)
    named = _IN_YEAR.search(text)
    if named and int(named[1]) <= published.year:
        end = published.isoformat() if int(named[1]) == published.year else f"{named[1]}-12-31"
        return _field(f"{named[1]}-01-01/{end}", stretch, named)
    back = _BACK.search(text)
    if back:
        count = value if back[1].lower() == "as many" else number(back[1])
        if count:
            start = published - timedelta(days=count * _DAYS[back[2].lower()])
            return _field(f"{start.isoformat()}/{published.isoformat()}", stretch, back)
    return None


def _field(value: str, stretch: Span, match: re.Match[str]) -> Field:
    return Field("period", value, (Span(stretch.start + match.start(), stretch.start + match.end()),))
