"""Scope is between states: what a leader says about his own country's governors or laws is not coded."""

from __future__ import annotations

import re
from collections.abc import Iterable

from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Span
from demarche.reports.statements.demonyms import demonyms_in
from demarche.reports.statements.voice import Voice

_LEAD = 2  # sentences that tell with whom a text deals


def foreign(reading: Reading, voices: Iterable[Voice], near: Span, targets: Iterable[ActorMention] = ()) -> bool:
    """True when the words, what stands around them, the title or the lead name a side that is not the speaker's own.

    Speakers of two sides are abroad by themselves. An official site writes much about its own country: there the
    other side must stand near; in a report of the press anywhere will do.
    """
    own = {v.side for v in voices if v.side} or ({reading.publisher_side} if reading.publisher_side else set())
    if len(own) != 1 or (reading.publisher_side and reading.publisher_side not in own):
        return True
    if reading.publisher_side is None:
        named = any(_other(m, own) for m in (*reading.title_actors, *reading.actors))
        return named or any(p.state and p.state not in own for p in reading.places) or _adjective(reading, own)
    lead = reading.sentences[min(_LEAD, len(reading.sentences)) - 1].end_char if reading.sentences else 0
    around = _around(reading, near)
    close = (m for m in reading.actors if m.span.overlaps(around) or m.span.end <= lead)
    return any(_other(m, own) for m in (*targets, *reading.title_actors, *close))


def _adjective(reading: Reading, own: set[str]) -> bool:
    """True when the lead names another state by its adjective alone: "met his Libyan guest"."""
    end = reading.sentences[min(_LEAD, len(reading.sentences)) - 1].end if reading.sentences else 0
    return any(v.side not in own for v in demonyms_in(reading.doc, 0, end))


def local(reading: Reading, clause: Span | None, parts: Iterable[Span]) -> bool:
    """True for a mayor or governor whose words name no actor: local talk, whatever the story is about."""
    if clause is None or not re.search(r"\b(?:mayor|governor|councill?or)\b", clause.of(reading.document.text), re.I):
        return False
    return not any(m.span.within(p) for m in reading.actors for p in parts if not m.pronoun)


def _around(reading: Reading, near: Span) -> Span:
    """The words with the sentence before them."""
    first = reading.sentence_of(near.start)
    before = reading.sentence_of(max(first.start_char - 2, 0))
    return Span(before.start_char, max(near.end, first.end_char))


def _other(mention: ActorMention, own: set[str]) -> bool:
    if mention.side is None:
        return mention.kind == "group" and not mention.members and "world" in mention.name
    return mention.side not in own
