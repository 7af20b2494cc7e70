"""The type of a contact, once its sides are known."""

from __future__ import annotations

import re

from demarche.mentions.reading import Reading
from demarche.reports.contacts.draft import Cue, Party
from demarche.reports.contacts.vocabulary import PHONE

#: types that one and the same contact can be told under
FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({"meeting", "talks", "summit"}),
    frozenset({"call"}),
    frozenset({"visit"}),
    frozenset({"message"}),
)
_LEADERS_TALK = frozenset({"talk", "discussion", "conversation", "dialogue", "consultation"})


def settled(reading: Reading, cue: Cue, parties: list[Party]) -> str:
    """Leaders' talks in person are a meeting, delegations' a round of talks; an open conversation is a call."""
    kind = cue.type
    people = [p for p in parties if p.kind == "person"]
    if kind in (None, "call") and cue.sense == "speak" and parties and all(p.kind == "group" for p in parties):
        return "call" if _by_means(reading, cue) else "talks"
    if kind is None:
        talked = cue.sense == "discuss-with" or reading.doc[cue.token].lemma_.lower() == "exchange"
        there = _in_a_town(reading, parties) or (talked and _title_of_a_meeting(reading))
        return "meeting" if there and not _by_means(reading, cue) else "call"
    if kind == "talks" and _rounds(reading, cue):
        return kind
    if kind == "talks" and len(people) > 1 and len({p.side for p in people}) > 1:
        return "meeting" if reading.doc[cue.token].lemma_.lower() in _LEADERS_TALK else "talks"
    return kind


def _rounds(reading: Reading, cue: Cue) -> bool:
    """True for "two rounds of talks": negotiations, whoever leads them."""
    before = [t.lower_ for t in reading.doc[max(0, cue.token - 4) : cue.token]]
    return "of" in before and bool({"round", "rounds"} & set(before))


def _title_of_a_meeting(reading: Reading) -> bool:
    """True for a text about a meeting or a visit: what is discussed there is discussed face to face."""
    title = reading.document.title
    return bool(_MEETING_TITLE.search(title)) and not _CALL_TITLE.search(title)


_MEETING_TITLE = re.compile(r"\b(?:[Mm]eetings?|[Vv]isits?|[Tt]ravels?) (?:with|to|by|of|from)\b|[’']s? Meeting\b")
_CALL_TITLE = re.compile(r"\b(?:calls?|tele\w+|phone|video\w*|virtual\w*|conversation)\b", re.I)


def _in_a_town(reading: Reading, parties: list[Party]) -> bool:
    """True for "discussed it with B in Cairo": both are there."""
    last = max((m.end_token for p in parties for m in p.mentions), default=0)
    near = reading.doc[last : last + 3]
    if len(near) < 2 or near[0].lower_ not in ("in", "at"):
        return False
    return any(p.span.start in {t.idx for t in near[1:]} and p.name != p.state for p in reading.places)


def _by_means(reading: Reading, cue: Cue) -> bool:
    """True when the sentence names a telephone or a screen."""
    return any(t.lower_ in PHONE for t in reading.doc[cue.token].sent)


def compatible(first: str, second: str) -> bool:
    """True when two types can tell of the same contact."""
    return any(first in family and second in family for family in FAMILIES)
