"""The days of a journey or readout as the frame of a contact that a later sentence tells of without a day."""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import DateMention
from demarche.reports.contacts import clauses, reach
from demarche.reports.contacts.date_ties import undone
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.passing import in_passing, perfect
from demarche.reports.contacts.vocabulary import bag

RECENT_DAYS = 14
LONGEST_JOURNEY = 60
_TALKING = bag("speak talk telephone phone ring discuss look accompany")
_TRAVELS = re.compile(r"visit|travel|trip|host|welcom|lead|led|arriv|summit|fly|flies|tour|delegation|will", re.I)


def frame_of(reading: Reading, draft: Draft) -> DateMention | None:
    """The date of an earlier sentence that holds for a contact: "will travel on 15-17 May … There she will meet"."""
    if not draft.cues or not draft.sentences:
        return None
    cue = clauses.main_noun(reading.doc[draft.cues[0].token])
    told = reach.asserted(cue)
    if draft.type == "summit" and not any(p.kind == "person" for p in draft.parties):
        return None  # a summit of bodies has a day of its own, not that of a journey told before
    if draft.status == "planned" and (told == "future" or _under_will(cue)):
        return _coming_journey(reading, draft)
    in_frame = told == "past" or reach.marker(cue) == "during"
    if draft.status == "held" and in_frame and not in_passing(cue) and not perfect(cue):
        return _recent_day(reading, draft)
    return None


def _under_will(cue: Token) -> bool:
    """True under "will" or "looks forward to"."""
    return any(clauses.tense(p) == "future" or p.lemma_.lower() == "look" for p in clauses.predicates(cue))


def _coming_journey(reading: Reading, draft: Draft) -> DateMention | None:
    """The nearest coming days before the contact, those of a clause before those of a noun."""
    published = reading.document.date
    for mention in sorted(_earlier(reading, draft), key=lambda d: not _of_verb(reading, d)):
        first, last = _ends(mention)
        if published and first and last and last > published and (last - first).days < LONGEST_JOURNEY:
            return mention
    return None


def _recent_day(reading: Reading, draft: Draft) -> DateMention | None:
    """The nearest day before the contact in the text, when it is the readout's own or lies shortly before it."""
    published = reading.document.date
    for mention in _earlier(reading, draft):
        first, _ = _ends(mention)
        if not _shares_people(reading, draft, mention) or not _in_reach(reading, draft, mention):
            continue
        if published and first and 0 <= (published - first).days <= RECENT_DAYS:
            return mention
    return None


def _in_reach(reading: Reading, draft: Draft, mention: DateMention) -> bool:
    """True for a date of the same paragraph, or of the opening paragraph, which dates the whole text."""
    text = reading.document.text
    between = text[mention.span.end : reading.doc[draft.cues[0].token].idx]
    return "\n\n" not in between or "\n\n" not in text[: mention.span.start].strip()


def _shares_people(reading: Reading, draft: Draft, mention: DateMention) -> bool:
    """True when the sentence of the date speaks of one of the participants, or of nobody."""
    sentence = reading.sentence_of(mention.span.start)
    inside = list(reading.actors_in(sentence.start, sentence.end))
    people = {name for m in inside for name in (m.members or (m.name,))}
    return not any(m.kind == "person" for m in inside) or bool(people & draft.names())


def _ends(mention: DateMention) -> tuple[date | None, date | None]:
    """First and last day of a closed date; nothing for "since" and "until"."""
    when = mention.when
    closed = when.edtf is not None and ".." not in when.edtf
    return (when.earliest, when.latest) if closed else (None, None)


def _earlier(reading: Reading, draft: Draft) -> list[DateMention]:
    """The dates before the contact's sentence that can frame it, nearest first."""
    start = reading.doc[draft.cues[0].token].sent.start_char
    found = [d for d in reversed(reading.dates) if d.span.end <= start]
    return [d for d in found if (head := clauses.head_of(reading.doc, d.span)) is not None and _frames(head)]


def _of_verb(reading: Reading, mention: DateMention) -> bool:
    """True for the date of a clause rather than of a noun in it."""
    head = clauses.head_of(reading.doc, mention.span)
    return head is not None and clauses.is_predicate(clauses.owner(head))


def _frames(head: Token) -> bool:
    """True for a date of a contact or a journey, not of an attack, an election or a statement."""
    event = clauses.owner(head)
    if clauses.is_event_noun(event):
        named = event.lemma_.lower() in clauses.contact_nouns()
        return named and reach.marker(event) not in ("since", "before", "after")
    if undone(event):
        return False
    joined = any(c.dep_ == "conj" and clauses.of_kind(c, clauses.CARRIERS | _TALKING) for c in event.children)
    return joined or clauses.of_kind(event, clauses.CARRIERS | _TALKING) or bool(_TRAVELS.search(event.text))
