"""Deadlines: by a day, until a day, within a term, and terms that run from the day they were set."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from demarche.mentions.durations import deadline_from
from demarche.mentions.reading import Reading
from demarche.model import DateMention, DurationMention, Field, Reason, Span


@cache
def _before() -> re.Pattern[str]:
    return re.compile(r"\b(?:by|until|till|before|within|no later than|not later than|deadline of|as the date by"
                      r" which)\s*$", re.IGNORECASE)  # fmt: skip


@cache
def _led() -> re.Pattern[str]:
    return re.compile(r"(?:by|until|till|before|within)\b", re.IGNORECASE)


@cache
def _setting() -> re.Pattern[str]:
    return re.compile(r"\b(?:set|sets|setting|fixed|named)\s+(?:a deadline of\s+|the\s+)?$", re.IGNORECASE)


def deadline_in(reading: Reading, evidence: Span) -> Field | None:
    """The last day that a pressure leaves, as the evidence gives it."""
    for mention in reading.dates_in(evidence):
        if _limits(reading, mention) and mention.when.latest is not None:
            return Field("deadline", mention.when.latest.isoformat(), (mention.span,))
    return None


def day_of_effect(reading: Reading, evidence: Span) -> Field | None:
    """The day to come on which a threatened measure is to begin: "had threatened to bring in the ban on 1 June"."""
    published = reading.document.date
    for mention in reading.dates_in(evidence):
        day = mention.when.earliest
        if day is not None and day == mention.when.latest and published is not None and day > published:
            return Field("deadline", day.isoformat(), (mention.span,))
    return None


def _limits(reading: Reading, mention: DateMention) -> bool:
    text = reading.document.text
    lead = text[max(mention.span.start - 24, 0) : mention.span.start]
    words = mention.span.of(text)
    if re.match(r"before (?:the|his|her|its|their)\b", words) or words.lower().startswith("before he"):
        return False
    return bool(_led().match(words) or _before().search(lead) or _setting().search(lead))


def term_deadline(term: DurationMention, start: date | None) -> Field | None:
    """The day a term ends: "50 days", "10 or 12 days" (an interval); a bare length when its start is unknown."""
    when = deadline_from(term, start or date(2000, 1, 1))
    if when is None or when.edtf is None or when.earliest is None or when.latest is None:
        return None
    if start is None:
        days = (when.latest - date(2000, 1, 1)).days
        return Field("deadline", f"P{days}D", (term.span,), Reason.NO_ANCHOR)
    return Field("deadline", when.edtf, (term.span,))


def day_of_statement(reading: Reading, near: Span) -> date | None:
    """The day from which a term runs: a day named in the sentence, else the day of publication."""
    sentence = reading.sentence_of(near.start)
    published = reading.document.date
    for mention in reading.dates_in(Span(sentence.start_char, sentence.end_char)):
        day = mention.when.earliest
        if day is None or day != mention.when.latest or _limits(reading, mention):
            continue
        if published is None or day <= published:
            return day
    return _heading_day(reading, near) or published


def _heading_day(reading: Reading, near: Span) -> date | None:
    """The day that heads the entry: "Oct. 5. Halmere gives …", "18 APRIL. …"."""
    text = reading.document.text
    line = text.rfind("\n", 0, near.start) + 1
    for mention in reading.dates:
        if mention.span.start == line and mention.when.earliest == mention.when.latest:
            return mention.when.earliest
    return None
