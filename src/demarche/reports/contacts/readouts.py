"""Readouts that never name the contact: the title says "call with B", the text only tells what A said to B."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.mentions.reading import Reading
from demarche.model import ActorMention
from demarche.reports.contacts.draft import Cue, Draft, Party
from demarche.reports.contacts.drafts import draft
from demarche.reports.contacts.titles import title_pair

_CALL = re.compile(r"\b(?:[Cc]all|[Pp]hone|[Tt]elephone|[Cc]onversation)\b")
_MEETING = re.compile(r"\b[Mm]eeting with\b|['’]s? Meeting\b")
_EVENTS = ("call", "meeting", "summit", "talks", "visit", "message")


def titled_contact(reading: Reading, found: list[Draft]) -> Iterator[Draft]:
    """The contact that the title names, when the text tells of none of these two: "A congratulated B today"."""
    title = reading.document.title
    kind = "call" if _CALL.search(title) else "meeting" if _MEETING.search(title) else ""
    pair = title_pair(reading) if kind else []
    names = {p.name for p in pair}
    if len(pair) != 2 or any(d.type in _EVENTS and names & d.names() for d in found):
        return
    told = _told_together(reading, names)
    if told:
        verb = reading.doc[told[0].head].head
        parties = [Party(p.name, p.side, p.kind, [m for m in told if m.name == p.name]) for p in pair]
        yield draft(reading, Cue(verb.i, kind, "speak" if kind == "call" else "meet"), parties)


def _told_together(reading: Reading, names: set[str]) -> list[ActorMention]:
    """The mentions of the two in the first sentence that has both."""
    for sentence in reading.sentences:
        inside = [m for m in reading.actors_in(sentence.start, sentence.end) if m.name in names and not m.pronoun]
        if {m.name for m in inside} == names:
            return inside
    return []
