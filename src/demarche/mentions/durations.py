"""Lengths of time and their values in minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Doc

from demarche.mentions.dates.calendar import moved, shift
from demarche.mentions.dates.lexer import Token, tokens
from demarche.mentions.durations_find import SHORT, Found, find_lengths
from demarche.mentions.durations_rules import MINUTES, Length
from demarche.model import Document, DurationMention, Lasting, Span, When

__all__ = ["deadline_from", "find_durations", "resolve_durations", "resolve_lengths"]


def find_durations(document: Document, _doc: Doc) -> Iterator[DurationMention]:
    """Yield the lengths of time of a text in order; "in two hours" is marked as an `offset`."""
    yield from resolve_durations(document.text)


def resolve_durations(text: str) -> list[DurationMention]:
    """List the lengths of time of a plain text."""
    words = tokens(text)
    return [_mention(text, words, found) for found in find_lengths(words)]


def resolve_lengths(text: str) -> Iterator[tuple[Span, float | None]]:
    """Yield every length of a plain text with its named value in minutes, days and years included."""
    words = tokens(text)
    for found in find_lengths(words):
        value = _nominal(found.length)
        yield Span(words[found.start].start, words[found.end - 1].end), value


def _nominal(length: Length) -> float | None:
    """The length as named, in minutes: an hour for "almost an hour"."""
    low, high = length.low, length.high
    named = high if low is None or length.rule == "nearly" else low
    if length.rule == "about" and low is not None and high is not None:
        named = (low + high) / 2
    return None if named is None else named * MINUTES[length.unit]


def _mention(text: str, words: Sequence[Token], found: Found) -> DurationMention:
    span = Span(words[found.start].start, words[found.end - 1].end)
    low, high = in_minutes(found.length)
    return DurationMention(span, Lasting(low, high, span.of(text), found.length.sense or found.length.rule))


def deadline_from(term: str | DurationMention, start: date) -> When | None:
    """The day a term ends that runs from `start`: "50 days", "10 or 12 days" (an interval), "24 hours".

    Takes the words or a duration mention; None when they name no length.
    """
    words = term if isinstance(term, str) else term.lasting.words
    found = find_lengths(tokens(words))
    if not found:
        return None
    length = found[0].length
    ends = [_day_after(start, end, length.unit) for end in (length.low, length.high)]
    first, last = ends[0] or ends[1], ends[1] or ends[0]
    if first is None or last is None:
        return None
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return When(edtf, first, last, words, start, "deadline")


def _day_after(start: date, count: float | None, unit: str) -> date | None:
    if count is None:
        return None
    if unit in SHORT:
        return shift(start, min(100_000, round(count * MINUTES[unit] / MINUTES["day"])))
    return moved(start, round(count), unit)


def in_minutes(length: Length) -> tuple[int | None, int | None]:
    """Both ends in whole minutes; lengths told in days or more are not counted in minutes."""
    if length.unit not in SHORT:
        return None, None
    low, high = (None if end is None else end * MINUTES[length.unit] for end in (length.low, length.high))
    return None if low is None else round(low), None if high is None else round(high)
