"""Which date belongs to which contact: every date near a cue is ranked by how the sentence ties the two together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import DateMention, Span
from demarche.reports.contacts import clauses, reach
from demarche.reports.contacts.date_headings import heading_of, in_dateline
from demarche.reports.contacts.date_ties import (
    ABOUT,
    NOT_A_DAY,
    announced_for,
    between,
    elsewhere,
    first_word,
    fixed_day_before,
    goes_before,
    is_before,
    lasts,
    names_a_thing,
    noun_before,
    of_other_event,
    only_spoken_of,
    opens_a_conjunct,
    right_after,
    right_before,
    runs_on,
    set_off,
    since_then,
    undone,
    when_clause,
)
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.forms import noun_words
from demarche.reports.contacts.vocabulary import ORDINALS

_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)")
OWN, CARRIED, AROUND, INSIDE, HEADED, LINKED, ELSEWHERE, LOOSE = range(8)


"""Ranks, surest first: said of the cue, of its verb, of a clause above, below, of the paragraph's heading, of a linked
event, in a further sentence, in the same sentence only."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One date with its rank, how coarse it is (0: a day or days), and its distance from the cue in tokens."""

    rank: int
    coarse: int
    distance: int
    mention: DateMention


def candidates(reading: Reading, draft: Draft) -> list[Candidate]:
    """Every date that may be the contact's, surest first."""
    found = [c for cue in draft.cues for c in _for_cue(reading, draft, clauses.main_noun(reading.doc[cue.token]))]
    return sorted(found, key=lambda c: (c.rank, c.coarse, c.distance))


def _for_cue(reading: Reading, draft: Draft, cue: Token) -> list[Candidate]:
    found = []
    heading = heading_of(reading, cue)
    verb = clauses.predicate(cue)
    told_past = clauses.tense(verb) == "past" and reach.carried(cue, verb) and not clauses.of_kind(verb, ABOUT)
    to_come = clauses.tense(verb) == "future" and reach.carried(cue, verb) and _will(verb)
    for mention in _dates_near(reading, _near(reading, draft, cue), heading):
        head = clauses.head_of(reading.doc, mention.span)
        if head is None or lasts(reading, mention) or in_dateline(reading, mention):
            continue
        if _coarse(mention) and _in_a_name(first_word(reading, mention, head)):
            continue  # "the SPIEF 2022"
        if _from_now_on(reading, mention):
            continue  # "in the coming months" is no day
        if _coarse(mention) and _counted(cue) and _still_running(reading, mention):
            continue  # "their eighth call this year": the year is what they are counted in
        if _counted(cue) and _within_weeks(reading, mention):
            continue  # "their second encounter in six weeks"
        if told_past and _ahead(reading, mention) and reach.marker(head) != "for":
            continue  # what is told as past has not been held on a coming day
        if to_come and _gone_by(reading, mention):
            continue  # "spoke yesterday and will travel"
        rank = HEADED if mention is heading else _rank(reading, draft, cue, head, mention)
        if rank is not None:
            found.append(Candidate(rank, _coarse(mention), abs(head.i - cue.i), mention))
    return found


def _near(reading: Reading, draft: Draft, cue: Token) -> list[Span]:
    """The sentences whose dates may be the contact's: the cue's, the one it may run on into, and the draft's others."""
    here = reading.sentence_number(cue.i)
    near = [reading.sentences[i] for i in (here, here + 1, *draft.sentences) if i < len(reading.sentences)]
    return [Span(s.start_char, s.end_char) for s in near]


def _dates_near(reading: Reading, near: list[Span], heading: DateMention | None) -> list[DateMention]:
    """The heading and the dates inside one of these sentences that have a value, in order."""
    stretch = Span(min(s.start for s in near), max(s.end for s in near))
    found = [m for m in reading.dates_in(stretch) if m is not heading and any(m.span.within(s) for s in near)]
    if heading is not None:
        found = sorted([heading, *found], key=lambda m: m.span)
    return [m for m in found if m.when.edtf is not None]


def _still_running(reading: Reading, mention: DateMention) -> bool:
    """True for "this year", "this month"."""
    published, when = reading.document.date, mention.when
    return bool(published and when.earliest and when.latest and when.earliest <= published <= when.latest)


def _counted(cue: Token) -> bool:
    """True for "their eighth telephone call", "the 3rd meeting"."""
    return any(t.lower_ in ORDINALS or _NUMBERED.fullmatch(t.lower_) for t in noun_words(cue)[:-1])


_WITHIN = re.compile(r"in (?:[a-z]+|\d+) (?:days|weeks|months|years)\b", re.I)


def _within_weeks(reading: Reading, mention: DateMention) -> bool:
    """True for the time that something is counted in: "in six weeks"."""
    return _WITHIN.match(reading.document.text, mention.span.start) is not None


def _coarse(mention: DateMention) -> int:
    value = mention.when.edtf or ""
    return 2 if value.startswith("..") else 0 if len(value) >= len("2025-01-01") else 1


def _rank(reading: Reading, draft: Draft, cue: Token, head: Token, mention: DateMention) -> int | None:
    if right_before(cue, mention):
        return OWN
    first = first_word(reading, mention, head)
    here, there = reading.sentence_number(cue.i), reading.sentence_number(head.i)
    if reading.sentence_number(first.i) == here != there:
        head, there = first, here  # a page break inside the date
    if there == here:
        return rank_in_sentence(cue, head, first_word(reading, mention, head), ahead=_ahead(reading, mention))
    if runs_on(cue, head):
        return AROUND
    if any(reading.sentence_number(c.token) == there for c in draft.cues):
        return None  # the cue beside the date has been asked
    return ELSEWHERE if there in draft.sentences and _free(draft, head) else None


def _from_now_on(reading: Reading, mention: DateMention) -> bool:
    """True for an open stretch that starts with the publication day."""
    when = mention.when
    return (when.edtf or "").endswith("/..") and when.earliest == reading.document.date


def _ahead(reading: Reading, mention: DateMention) -> bool:
    """True for a date that lies after publication."""
    published, when = reading.document.date, mention.when
    if published is None or when.earliest is None or when.latest is None:
        return False
    return when.earliest > published or (when.earliest == published and when.latest > published)


def _in_a_name(first: Token) -> bool:
    """True for the year that ends an event's name: "Expo 2025"."""
    if not first.is_digit or first.i == 0:
        return False
    before = first.nbor(-1)
    event = before.text.isupper() and len(before.text) > 2
    return before.pos_ == "PROPN" and (event or before.lower_ in ("expo", "forum", "summit", "conference"))


def _gone_by(reading: Reading, mention: DateMention) -> bool:
    """True for a date that lies wholly before publication."""
    published, latest = reading.document.date, mention.when.latest
    return bool(published and latest and latest < published)


def _will(verb: Token) -> bool:
    """True for "will meet", not for "was to meet", which can be over."""
    return any(a.lower_ in ("will", "shall", "'ll", "’ll") for a in clauses.auxiliaries(verb))


def _free(draft: Draft, head: Token) -> bool:
    """True when a date in a further sentence of the contact is not tied to some other event."""
    event = clauses.owner(head)
    if event.i in {cue.token for cue in draft.cues}:
        return True
    if clauses.is_event_noun(event) or of_other_event(event, {cue.token for cue in draft.cues}):
        return False
    if clauses.of_kind(event, clauses.SAYING | ABOUT) or undone(event) or reach.shifted(head):
        return False
    if _other_contact_beside(draft, head):
        return False
    subject = clauses.subject(event)
    return subject is None or _same_contact(draft, subject)


def _same_contact(draft: Draft, subject: Token) -> bool:
    """True for a subject that continues the contact: a pronoun, a participant, "the meeting"."""
    if subject.pos_ == "PRON" or subject.i in {cue.token for cue in draft.cues}:
        return True
    if subject.lemma_.lower() in clauses.contact_nouns():
        return any(c.lower_ in ("the", "this", "that", "their") for c in subject.children)
    return any(m.start_token <= subject.i < m.end_token for p in draft.parties for m in p.mentions)


def _other_contact_beside(draft: Draft, head: Token) -> bool:
    """True when another contact's noun stands just before the date: "to follow up on their meeting on May 2"."""
    cues = {cue.token for cue in draft.cues}
    for token in reversed(head.doc[max(head.sent.start, head.i - 9) : head.i]):
        if token.pos_ == "VERB":
            return False
        if token.lemma_.lower() in clauses.contact_nouns() and token.i not in cues:
            return not any(c.lower_ in ("the", "this", "that") for c in token.children)
    return False


def rank_in_sentence(cue: Token, head: Token, first: Token, *, ahead: bool) -> int | None:
    """How surely a date (its head, its first word) in the cue's sentence is the cue's; None when it dates another."""
    if when_clause(cue, head) or announced_for(cue, first):
        return OWN
    if reach.marker(head) in NOT_A_DAY or first.lower_ in NOT_A_DAY or (since_then(cue, head) and not set_off(first)):
        return None
    event = noun_before(first) or clauses.owner(head)
    if right_after(cue, first):
        return OWN
    if fixed_day_before(first):
        return None
    if names_a_thing(head) or (cue.i < head.i and opens_a_conjunct(head, first)):
        return None
    if event.i == cue.i or (head.head.i == cue.i and noun_before(first) is None):
        return OWN if not clauses.of_kind(cue, ABOUT) or ahead or reach.marker(head) == "for" else None
    if event.i == clauses.predicate(cue).i:
        return _of_carrier(cue, event, head, ahead)
    if clauses.is_event_noun(event):
        return _of_noun(cue, event)
    if of_other_event(event, {cue.i}):
        return None
    if clauses.of_kind(event, clauses.SAYING):
        return LOOSE if ahead and clauses.tense(event) == "past" else None  # nobody has said it on a coming day
    return _of_clause(cue, event, first, head, ahead=ahead)


def _of_carrier(cue: Token, verb: Token, head: Token, ahead: bool) -> int | None:
    """A date on the verb that governs the cue, unless the verb speaks about the contact or only reports it."""
    if verb.i == cue.i:
        return OWN
    if undone(verb):
        return CARRIED if reach.marker(head) == "for" else None
    if clauses.of_kind(verb, ABOUT):
        return CARRIED if reach.marker(head) in ("for", "to") or ahead else None
    if clauses.of_kind(verb, clauses.SAYING):
        return None
    if any(reach.shifted(child) for child in between(cue, verb)):
        return LINKED if not goes_before(cue, verb) else None
    return CARRIED


def _of_noun(cue: Token, noun: Token) -> int | None:
    """A date on another event noun counts when both are one occasion: "met during the visit on Friday"."""
    if noun.lemma_.lower() not in clauses.contact_nouns():
        return None
    steps = between(cue, noun) or between(noun, cue)
    if not steps or any(reach.shifted(t) or t.dep_ == "conj" for t in steps):
        return None
    return LINKED


def _of_clause(cue: Token, event: Token, first: Token, head: Token, *, ahead: bool) -> int | None:
    up, down = between(cue, event), between(event, cue)
    if up:
        if clauses.of_kind(event, ABOUT) or undone(event):
            return AROUND if reach.marker(head) in ("for", "to") or (ahead and not undone(event)) else None
        if any(only_spoken_of(t, cue) for t in up):
            return None
        if any(reach.shifted(t) for t in up):
            return None if any(is_before(t) for t in up) else INSIDE
        return AROUND
    if down:
        if elsewhere(down, cue):
            return LOOSE if set_off(first) else None
        return INSIDE
    return LOOSE


def within(mention: DateMention, first: date | None, last: date | None) -> bool:
    """True when a date lies inside an interval."""
    when = mention.when
    return bool(first and last and when.earliest and when.latest and first <= when.earliest and when.latest <= last)
