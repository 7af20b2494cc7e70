"""The stretch of time that a claim covers, counted to the day of the document."""

from __future__ import annotations

import re
from datetime import date, timedelta

from demarche.mentions.reading import Reading
from demarche.model import Field, Reason, Span
from demarche.reports.claims.vocabulary import number

_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_BACK = re.compile(
    r"\b(?:in|over|within|during) (?:less than |more than |almost |nearly |the (?:last|past) )?"
    r"(as many|\d+|\w+) (day|week|month|year)s\b",
    re.I,
)
_YEAR = re.compile(r"\b(?:this year|of (?:the|this) year)\b", re.I)
_HALF = re.compile(r"\b(first|second) half of (?:(?:the|this) year|(\d{4}))\b", re.I)
_IN_YEAR = re.compile(r"\bin (\d{4})\b")


def period_of(
    reading: Reading, clause: Span, sentence: Span, value: int | None, *, counted: bool = False
) -> Field | None:
    """ "Since March", "this year", "in ten days", "in 2025", else everything up to the document's day.

    A claim that is `counted` also heeds a stretch that its clause names: "twice in the summer", "in May and June".
    """
    published = reading.document.date
    if published is None:
        return None
    undated = re.search(r"\bsince\b", clause.of(reading.document.text)) is not None
    for around in (clause,) if undated else (clause, sentence):
        found = _since(reading, around, published) or _worded(reading, around, published, value)
        if found is not None:
            return found
    stretch = _named(reading, clause, published) if counted and not undated else None
    if stretch is not None:
        return stretch
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


_WITHIN = re.compile(r"\b(?:in|over|during|throughout|between|for|and|or)(?: the)? $|^$", re.I)
_ONE_OF_MANY = re.compile(r"\b(?:recent|recently|last|latest|again|first)(?: (?:one|time))?,? (?:in|was in) $", re.I)


def _named(reading: Reading, clause: Span, published: date) -> Field | None:
    """The month, season or quarter that a number is counted in; of two that "and" joins, both."""
    text = reading.document.text
    ends: list[tuple[date, date, Span]] = []
    for mention in reading.dates_in(clause):
        before = text[max(mention.span.start - 24, clause.start) : mention.span.start]
        first, last = mention.when.earliest, mention.when.latest
        opens = _WITHIN.search(before) or mention.when.words.lower().startswith(("last", "this"))
        if first is None or last is None or first == last or first > published or mention.when.edtf is None:
            continue
        if opens and not _ONE_OF_MANY.search(before) and "~" not in mention.when.edtf:
            ends.append((first, last, mention.span))
    if not ends:
        return None
    first, last = min(e[0] for e in ends), min(max(e[1] for e in ends), published)
    return Field("period", f"{first.isoformat()}/{last.isoformat()}", tuple(e[2] for e in ends))


def _opening(edtf: str) -> str:
    return edtf.split("/")[0].rstrip("~")


def _worded(reading: Reading, stretch: Span, published: date, value: int | None) -> Field | None:
    text = stretch.of(reading.document.text)
    half = half_of_year(text, published)
    if half is not None:
        span = half[1]
        return Field("period", half[0], (Span(stretch.start + span.start, stretch.start + span.end),))
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


def half_of_year(text: str, said: date) -> tuple[str, Span] | None:
    """The half year that words name, as EDTF, and where they stand: "the first half of the year", "of 2024"."""
    match = _HALF.search(text)
    if match is None:
        return None
    days = ("01-01", "06-30") if match[1].lower() == "first" else ("07-01", "12-31")
    return "/".join(f"{match[2] or said.year}-{day}" for day in days), Span(*match.span())


def _field(value: str, stretch: Span, match: re.Match[str]) -> Field:
    return Field("period", value, (Span(stretch.start + match.start(), stretch.start + match.end()),))
