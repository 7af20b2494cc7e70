"""Looking back: "they", "the two", "the next meeting" speak of the sides that the text has told of before."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.reports.contacts import subjects
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.around import Sides
from demarche.reports.contacts.draft import Cue, Draft, Party
from demarche.reports.contacts.drafts import draft
from demarche.reports.contacts.entries import dated_entries
from demarche.reports.contacts.evidence import sentence_index
from demarche.reports.contacts.forms import noun_words
from demarche.reports.contacts.kinds import compatible
from demarche.reports.contacts.sameness import days, marked_other, predicate
from demarche.reports.contacts.senses import by_name
from demarche.reports.contacts.windows import ends

PLURAL = words.bag("they both two pair three four five leaders sides men women presidents parties duo neither")


_NUMBERS = {"two": 2, "pair": 2, "both": 2, "three": 3, "four": 4, "five": 5}


_LIGHT = words.bag("first only same whole such such-and-such latest final personal bilateral face in-person today")


_EVENTS = ("call", "meeting", "summit", "talks")


def back_reference(reading: Reading, found: list[Draft], cue: Cue) -> list[Draft]:
    """For "They last spoke on 3 May", "the two met at X": a plural subject that no name explains."""
    token = reading.doc[cue.token]
    if cue.sense == "telephone" and token.i + 1 < ends(token) and token.nbor(1).lower_ == "back":
        return _called_back(reading, found, cue)
    if by_name()[cue.sense].frame != "mutual" or by_name()[cue.sense].weak:
        return []
    subject = subjects.subject_word(token)
    if any(c.lower_ in ("if", "whether", "unless") and c.dep_ == "mark" for c in token.children):
        return []
    if subject is None or subject.lower_ not in PLURAL or reading.actor_at(subject.i) is not None:
        return []
    parties = last_parties(reading, found, cue, _NUMBERS.get(subject.lower_))
    return [draft(reading, cue, parties)] if parties else []


def _called_back(reading: Reading, found: list[Draft], cue: Cue) -> list[Draft]:
    """For "On Tuesday he called back": a call to whoever had called him."""
    subject = subjects.subject_word(reading.doc[cue.token])
    caller = reading.actor_at(subject.i) if subject is not None else None
    if caller is None:
        return []
    calls = [d for d in found if d.type == "call" and caller.name in d.names()]
    if not calls or len(calls[-1].parties) != 2:
        return []
    return [draft(reading, cue, sorted(reasoned(calls[-1].parties), key=lambda p: p.name != caller.name))]


def last_parties(reading: Reading, found: list[Draft], cue: Cue, number: int | None) -> list[Party]:
    """The parties of the contact told last, of so many as the word says; far from it, those the text tells most of."""
    events = [d for d in found if d.type in _EVENTS and len([p for p in d.parties if p.kind != "institution"]) > 1]
    if number is not None:
        events = [d for d in events if len(d.parties) == number] or events
    chosen = central(reading, events, cue)
    return reasoned(chosen.parties) if chosen else []


def central(reading: Reading, events: list[Draft], cue: Cue) -> Draft | None:
    """The contact that a word looks back to: one of this sentence or the last, else the one told of most."""
    here = sentence_index(reading, cue.token)
    close = [d for d in events if max(d.sentences) >= here - 1]
    if close:
        return max(close, key=lambda d: max(c.token for c in d.cues))
    if not events:
        return None
    told = Counter(name for d in events for name in d.names() for _ in d.cues)
    return max(events, key=lambda d: (sum(told[n] for n in d.names()) / len(d.names()), -d.cues[0].token))


def reasoned(parties: list[Party]) -> list[Party]:
    """Copies of parties that a later sentence speaks of without naming them."""
    return [Party(p.name, p.side, p.kind, p.mentions[:1], p.reason, p.spans) for p in parties]


def faces(item: Draft, found: list[Draft]) -> list[Party]:
    """People in place of their states: "they have met" after "both countries" speaks of the leaders told of before."""
    counted = _counted(item, found)
    if counted:
        return counted
    plural = all(p.mentions and p.mentions[0].members for p in item.parties)
    if any(" of " in p.name for p in item.parties):
        return item.parties  # "the leaders of A and B" need not be those met before
    if item.type not in ("call", "meeting") or not plural or any(p.kind == "person" for p in item.parties):
        return item.parties
    for known in reversed(found):
        people = [p for p in known.parties if p.kind == "person"]
        if len(people) == len(item.parties) and {p.side for p in people} == {p.side for p in item.parties}:
            return reasoned(people)
    return item.parties


def again(reading: Reading, found: list[Draft], cue: Cue, sides: Sides) -> list[Party]:
    """For "The next meeting", "the call of 4 June": another contact of the sides that met before."""
    token = reading.doc[cue.token]
    if by_name()[cue.sense].frame not in ("noun", "summit") or predicate(token) or not particular(reading, cue):
        return []
    if not _plain(token) or (token.lemma_.lower() == "dialogue" and token.text[:1].isupper()):
        return []  # "the Strategic Dialogue" has a name of its own
    if any(t.lower_ in ("neither", "nobody", "if", "whether") for t in _clause_before(token)):
        return []
    if cue.sense == "meal-noun" or (token.tag_ == "NNS" and token.lemma_.lower() not in ("talk", "negotiation")):
        return []
    if _own_people(reading, token) or any(sides.own) or _heads_entry(reading, found, cue):
        return []
    kind = cue.type or "call"
    events = [d for d in found if d.type in _EVENTS and len(d.parties) > 1]
    strict = by_name()[cue.sense].frame == "summit"
    events = [d for d in events if compatible(d.type, kind)] or ([] if strict else events)
    names = {p.name for p in sides.near}
    events = [d for d in events if not names or names & d.names()]
    chosen = _of_series(events) if _late_ordinal(token) else central(reading, events, cue)
    return reasoned(chosen.parties) if chosen else []


def _clause_before(token: Token) -> list[Token]:
    """The words of the sentence before a token, back to a semicolon."""
    start = token.sent.start
    marks = [t.i for t in token.doc[start : token.i] if t.text in (";", ":")]
    return list(token.doc[marks[-1] if marks else start : token.i])


def _heads_entry(reading: Reading, found: list[Draft], cue: Cue) -> bool:
    """True for the first contact word of a dated entry that names people of its own: it is theirs."""
    entry = next((e for e in dated_entries(reading) if e.start <= reading.doc[cue.token].idx < e.end), None)
    if entry is None or any(entry.start <= reading.doc[c.token].idx < entry.end for d in found for c in d.cues):
        return False
    people = {m.name for m in reading.actors if m.kind == "person" and m.span.within(entry) and not m.members}
    return len(people) > 1


def _late_ordinal(token: Token) -> bool:
    """For "The fourth meeting": one more of a series that the text has told of."""
    return any(t.lower_ in words.ORDINALS - {"first", "second"} for t in noun_words(token)[:-1])


def _of_series(events: list[Draft]) -> Draft | None:
    """A contact of those whose contacts the text tells of most."""
    counted = Counter(d.names() for d in events)
    return max(events, key=lambda d: counted[d.names()], default=None)


def _counted(item: Draft, found: list[Draft]) -> list[Party]:
    """For "The four": those of the last contact of four, whoever else the text has named since."""
    plural = {m.span: m for p in item.parties for m in p.mentions if len(m.members) > 2}
    if len(plural) != 1 or any(not p.mentions or not p.mentions[0].members for p in item.parties):
        return []
    number = len(item.parties)
    if not next(iter(plural.values())).name.startswith(("three", "four", "five", "six")):
        return []
    known = [d for d in found if len([p for p in d.parties if p.kind == "person"]) == number == len(d.parties)]
    return reasoned(known[-1].parties) if known else []


def _plain(token: Token) -> bool:
    """True when nothing but an ordinal, a day or the means qualifies the noun: no "ministerial", no "its"."""
    for word in noun_words(token)[:-1]:
        known = word.lower_ in words.OTHER or word.lower_ in words.PHONE or word.lower_ in _LIGHT
        told = word.pos_ in ("ADJ", "NOUN") and not known and not word.is_digit
        if word.lower_ in ("its", "that", "this", "such") or told:
            return False
    return True


def particular(reading: Reading, cue: Cue) -> bool:
    """True for a word that tells of one more contact: an ordinal, "next", "previous", or a day of its own."""
    if marked_other(reading, cue):
        return True
    alone = Draft("meeting", [cue], [], [], [sentence_index(reading, cue.token)])
    return days(reading, alone) is not None


def _own_people(reading: Reading, token: Token) -> bool:
    """True when the noun names people of its own that are not known: "a meeting of advisers"."""
    after = token.doc[token.i + 1 : min(ends(token), token.i + 4)]
    if any(t.lower_ == "between" for t in token.doc[token.i + 1 : min(ends(token), token.i + 9)]):
        return True
    if not len(after) or after[0].lower_ not in ("of", "between", "with"):
        return False
    if any(t.lower_ == "their" for t in after):
        return True  # "spoke about a meeting of their presidents"
    if any(d.span.start == t.idx for d in reading.dates for t in after[1:]):
        return False
    return not any(t.lower_ in PLURAL for t in after)
