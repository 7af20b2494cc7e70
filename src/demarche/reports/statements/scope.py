"""Scope is between states: what a leader says about his own country's governors or laws is not coded."""

from __future__ import annotations

from collections.abc import Iterable

from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Span
from demarche.reports.statements.voices import Voice

_LEAD = 2  # sentences that tell with whom a text deals


def foreign(reading: Reading, voices: Iterable[Voice], near: Span, targets: Iterable[ActorMention] = ()) -> bool:
    """True when the words, their paragraph, the title or the lead name a side that is not the speaker's own.

    A speaker whose side is not known may be anyone's: the words are kept.
    """
    own = {v.side for v in voices}
    if None in own or not own:
        return True
    text = reading.document.text
    paragraph = Span(text.rfind("\n", 0, near.start) + 1, _line_end(text, near.end))
    lead = reading.sentences[min(_LEAD, len(reading.sentences)) - 1].end_char if reading.sentences else 0
    close = (m for m in reading.actors if m.span.within(paragraph) or m.span.end <= lead)
    return any(_other(m, own) for m in (*targets, *reading.title_actors, *close))


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _other(mention: ActorMention, own: set[str | None]) -> bool:
    if mention.side is None:
        return mention.kind == "group" and not mention.members
    return mention.side not in own
