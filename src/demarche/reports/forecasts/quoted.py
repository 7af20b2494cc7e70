"""Forecasts between quotation marks: "I would be surprised to see …", "They will close it", she predicts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from demarche.model import Span
from demarche.reports.common import Deed, Scene
from demarche.reports.forecasts.make import forecast
from demarche.reports.statements.direct import find_direct
from demarche.reports.statements.quoted import Quoted

_FORETELLING = frozenset({"predict", "forecast", "reckon", "bet", "expect", "guess", "prophesy", "project"})


@cache
def _first_person() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:I|we) (?:would be surprised|(?:do not|don['’]t|also|still|fully|now)? ?expect|predict|reckon|bet)\b"
        r"|\bmy (?:guess|bet|forecast|prediction) is\b|\b(?:you|they)(?:['’]re| are) (?:not )?going to\b"
        r"|\b(?:it|that)['’]?s? ?(?:is )?(?:bound|likely|unlikely) to\b",
        re.IGNORECASE,
    )


@cache
def _will() -> re.Pattern[str]:
    return re.compile(r"\b(?:will|won['’]t|going to|['’]ll)\b")


def in_quotations(scene: Scene) -> Iterator[Deed]:
    """Yield the forecasts that quotations make in their speaker's name."""
    reading = scene.reading
    text = reading.document.text
    if not any(_first_person().search(q.span.of(text)) or _will().search(q.span.of(text)) for q in reading.quotations):
        return
    for quoted in find_direct(reading):
        for part in quoted.parts:
            match = _first_person().search(text, part.start, part.end)
            if match is None and _foretold(quoted):
                match = _will().search(text, part.start, part.end)
            if match is not None:
                yield forecast(reading, "quoted", quoted.attribution.voices, _sentence(text, part, match.start()))


def _foretold(quoted: Quoted) -> bool:
    verb = quoted.attribution.verb
    return verb is not None and verb.lemma_.lower() in _FORETELLING


def _sentence(text: str, part: Span, at: int) -> Span:
    """The sentence of a quotation around an offset."""
    before = text[part.start : at]
    stops = (". ", "? ", "! ", "… ")
    start = part.start + max((before.rfind(stop) + len(stop) for stop in stops if stop in before), default=0)
    ends = [e for stop in (".", "?", "!", "…", " —", ";") if (e := text.find(stop, at, part.end)) > 0]
    end = min(ends, default=part.end)
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip(" ‘'“\"")), end - (len(words) - len(words.rstrip(" ,—"))))
