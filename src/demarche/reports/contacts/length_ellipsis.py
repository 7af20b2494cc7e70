"""Lengths said in passing on another length: "Mr Trump makes it about three", "about twice as long for B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.mentions.reading import Reading
from demarche.model import DurationMention, Lasting, Span
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.length_scope import CORRECTS, LONGEST, for_party, sentence_span

_MULTIPLE = re.compile(r"\b(?:about |nearly |almost |roughly )?(half|twice|double|three times) as long\b", re.I)
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORD = r"\d{1,3}|" + "|".join(_NUMBERS[1:])
_ABOUT = r"about|around|roughly|some|nearly|almost|just over|just under"
_BARE = re.compile(
    r"(?:\b(?:makes|made|making|puts?) it(?: at)?|\bput it at|\bor|\(|\bsay|\bsays|\band)\s*[\"“]?"
    rf"(?P<number>(?:(?P<about>{_ABOUT}) )?(?P<first>{_WORD})(?P<half1> and a half)?"
    rf"(?: (?:or|to) (?P<second>{_WORD})(?P<half2> and a half)?)?)(?=\s*[.,;)(\"”]|$| according to| in the| by the)",
    re.I,
)
_TIMES = {"half": 0.5, "twice": 2.0, "double": 2.0, "three times": 3.0}


def multiples(reading: Reading, draft: Draft) -> Iterator[tuple[Lasting, Span]]:
    """For "About twice as long for B": counted from the length before it."""
    for i in draft.sentences:
        sentence = reading.sentences[i]
        for match in _MULTIPLE.finditer(sentence.text):
            span = Span(sentence.start_char + match.start(), sentence.start_char + match.end())
            base = [d for d in reading.durations if sentence.start_char <= d.span.start < span.start]
            stand_in = DurationMention(span, Lasting(None, None))
            if base and for_party(draft, stand_in, reading.document.text):
                yield _scaled(base[-1].lasting, match), span


def elliptic(reading: Reading, draft: Draft, known: list[Span]) -> Iterator[tuple[Lasting, Span]]:
    """For "Mr Trump makes it about three", "or four and a half": a bare number in the unit of the length before it."""
    if not known:
        return
    text = reading.document.text
    unit = 60 if "hour" in known[-1].of(text).lower() else 1
    for start, end in _after_lengths(reading, draft, known):
        for match in _BARE.finditer(text, start, end):
            lasting = _bare(match, unit)
            span = Span(match.start("number"), match.end("number"))
            if lasting is not None and not any(span.overlaps(x) for x in known) and not _known(reading, span):
                yield lasting, span


def _after_lengths(reading: Reading, draft: Draft, known: list[Span]) -> list[tuple[int, int]]:
    """Where a bare number may follow: after a length in its sentence, and in a next sentence that corrects it."""
    first = min(span.end for span in known)
    last = reading.sentence_of(known[-1].start)
    following = next((x for x in reading.sentences if x.start >= last.end), last)
    spans = {(max(first, sentence_span(reading, i).start), sentence_span(reading, i).end) for i in draft.sentences}
    if CORRECTS.search(following.text):
        spans.add((following.start_char, following.end_char))
    return sorted((a, b) for a, b in spans if a < b)


def _known(reading: Reading, span: Span) -> bool:
    return any(d.span.overlaps(span) for d in reading.durations) or any(d.span.overlaps(span) for d in reading.dates)


def _bare(match: re.Match[str], unit: int) -> Lasting | None:
    values = [_number(match[g], match[h]) for g, h in (("first", "half1"), ("second", "half2")) if match[g]]
    low, high = min(values) * unit, max(values) * unit
    if not 0 < high < LONGEST:
        return None
    slack = 0.1 if (match["about"] or "").lower() in ("about", "around", "roughly", "some") else 0.0
    return Lasting(round(low * (1 - slack)), round(high * (1 + slack)), match["number"], "elliptic")


def _number(word: str, half: str | None) -> float:
    value = float(word) if word.isdigit() else float(_NUMBERS.index(word.lower()))
    return value + (0.5 if half else 0.0)


def _scaled(base: Lasting, match: re.Match[str]) -> Lasting:
    factor = _TIMES[match[1].lower()]
    slack = 0.15 if match[0].lower().startswith(("about", "nearly", "almost", "roughly")) else 0.0
    low = round((base.min or 0) * factor * (1 - slack))
    high = round(base.max * factor * (1 + slack)) if base.max is not None else None
    return Lasting(low, high, match[0], "multiple")
