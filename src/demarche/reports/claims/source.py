"""Whom the document credits with a claim."""

from __future__ import annotations

import re

from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Field, Span
from demarche.reports.statements.direct import find_direct

_AFTER = re.compile(r"^(?:[’']s?)? ?(?:own )?(?:count|reckoning|tally|account|records?|figures|statistics)\b", re.I)
_BEFORE = re.compile(r"\b(?:according to|by|in the words of) (?:the )?$", re.I)
_SAYS = re.compile(r"^ (?:has |had )?(?:said|says|counted|claimed|claims|reported|told|put|noted|added|stated)\b", re.I)


def source_of(reading: Reading, claim: Span, sentence: Span) -> Field | None:
    """By X's count, according to X, X said that …; the speaker when the claim stands in quotation marks."""
    if reading.quoted(claim.start):
        return _speaker(reading, claim)
    inside = [m for m in reading.actors if m.span.within(sentence)]
    credited = next((m for m in inside if _credits(reading, m, sentence)), None)
    if credited is None:
        return None
    return Field("source", credited.name, (credited.span,), side=credited.side, actor_kind=credited.kind)


def _credits(reading: Reading, mention: ActorMention, sentence: Span) -> bool:
    text = reading.document.text
    phrase = reading.span(mention.start_token, mention.end_token)
    before, after = text[sentence.start : phrase.start], text[phrase.end : sentence.end]
    if _BEFORE.search(before) and (_AFTER.match(after) or "according" in before[-20:].lower()):
        return True
    return mention.kind != "state" and _SAYS.match(after) is not None


def _speaker(reading: Reading, claim: Span) -> Field | None:
    for quoted in find_direct(reading):
        if any(p.start <= claim.start < p.end for p in quoted.parts):
            voice = quoted.attribution.voices[0]
            return voice.as_field("source") if voice.span else None
    return None
