"""Looking back: "they", "the two", "the next meeting" speak of the sides that the text has told of before."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.around import Sides
from demarche.reports.contacts.cues import noun_words
from demarche.reports.contacts.draft import Cue, Draft, Party
from demarche.reports.contacts.drafts import draft
from demarche.reports.contacts.kinds import compatible
from demarche.reports.contacts.senses import by_name
from demarche.reports.contacts.windows import ends

_PLURAL = words.bag("they both two pair three four five leaders sides men women presidents parties duo neither")
_NUMBERS = {"two": 2, "pair": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_EVENTS = ("call", "meeting", "summit", "talks")


def back_reference(reading: Reading, found: list[Draft], cue: Cue) -> list[Draft]:
    """"They last spoke on 3 May", "the two met at X": a plural subject that no name explains."""
    token = reading.doc[cue.token]
    if by_name()[cue.sense].frame != "mutual" or by_name()[cue.sense].weak:
        return []
    subject = next((c for c in token.children if c.dep_.startswith("nsubj")), None)
    if subject is None or subject.lower_ not in _PLURAL or reading.actor_at(subject.i) is not None:
        return []
    parties = _last_parties(found, _NUMBERS.get(subject.lower_))
    return [draft(reading, cue, parties)] if parties else []


def _last_parties(found: list[Draft], number: int | None) -> list[Party]:
    """The parties of the contact told last, of so many as the word says."""
    events = [d for d in found if d.type in _EVENTS and len(d.parties) > 1]
    if number is not None:
        events = [d for d in events if len(d.parties) == number] or events
    last = max(events, key=lambda d: max(c.token for c in d.cues), default=None)
    return _reasoned(last.parties) if last else []


def _reasoned(parties: list[Party]) -> list[Party]:
    return [Party(p.name, p.side, p.kind, p.mentions[:1], p.reason, p.spans) for p in parties]


def again(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> list[Party]:
    """"The next meeting", "the call of 4 June": another contact of the sides that met before."""
    token = reading.doc[cue.token]
    if by_name()[cue.sense].frame not in ("noun", "summit") or _predicate(token) or not _particular(reading, cue):
        return []
    if _own_people(reading, token) or any(sides.own):
        return []
    kind = cue.type or "call"
    events = [d for d in found if d.type in _EVENTS and len(d.parties) > 1]
    events = [d for d in events if compatible(d.type, kind)] or events
    names = {p.name for p in sides.near}
    events = [d for d in events if not names or names & d.names()]
    last = max(events, key=lambda d: max(c.token for c in d.cues), default=None)
    return _reasoned(last.parties) if last else []


def _predicate(token: Token) -> bool:
    """True for "it was their third meeting": a count of the contact told, not another one."""
    return any(c.dep_ == "cop" for c in token.children)


def _particular(reading: Reading, cue: Cue) -> bool:
    """True for a word that tells of one more contact: an ordinal, "next", "previous", or a day of its own."""
    return marked_other(reading, cue) or _dated(reading, reading.doc[cue.token])


def _dated(reading: Reading, token: Token) -> bool:
    """True for "the call of 4 June", "Wednesday's meeting"."""
    after = token.doc[token.i + 1 : min(ends(token), token.i + 3)]
    start = noun_words(token)[0].idx
    lead = [d for d in reading.dates if start - 14 <= d.span.start < token.idx]
    follow = [d for d in reading.dates for t in after if d.span.start == t.idx]
    return bool(lead or follow)


def _own_people(reading: Reading, token: Token) -> bool:
    """True when the noun names people of its own that are not known: "a meeting of advisers"."""
    after = token.doc[token.i + 1 : min(ends(token), token.i + 4)]
    if not len(after) or after[0].lower_ not in ("of", "between", "with"):
        return False
    if any(d.span.start == t.idx for d in reading.dates for t in after[1:]):
        return False
    return not any(t.lower_ in _PLURAL for t in after)


def marked_other(reading: Reading, cue: Cue) -> bool:
    """True for "a previous meeting", "another call", "the next round"."""
    token = reading.doc[cue.token]
    if by_name()[cue.sense].pos != "NOUN":
        return False
    return any(t.lower_ in words.OTHER for t in noun_words(token)[:-1]) and not _predicate(token)
