"""Where a contact takes place: the place word that belongs to it; a call has none."""

from __future__ import annotations

import re

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import Field, PlaceMention, Span
from demarche.reports.contacts import clauses, reach
from demarche.reports.contacts.date_frames import frame_of
from demarche.reports.contacts.date_headings import heading_of
from demarche.reports.contacts.dates import day_of
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.vocabulary import bag

STANDS = bag("in at near outside inside aboard on")
GOES = bag("to into in at for through near")
GOING = bag(
    """visit travel trip fly go come arrive journey welcome host invite head depart lead tour return delegation
    receive leave set"""
)
TALKS_OF = bag("say tell report write claim announce deny add note confirm")
SET_FOR = bag("pencil schedule plan set slate expect foresee agree due")
TIME_WORDS = bag(
    """today yesterday tomorrow week month morning evening afternoon night time person day year counterpart place part
    level"""
)
PLACELESS = bag("call message")

OWN, CARRIED, AROUND, INSIDE, NEAR = range(5)
"""Ranks, surest first: said of the cue, of its verb, of a clause above, below, elsewhere in the sentence."""


def f(reading: Reading, draft: Draft) -> None:
    """Add the place when the contact's own words give one, or when its paragraph is headed by one."""
    if draft.type in PLACELESS or not draft.cues:
        return
    found = _own(reading, draft) or _headed(reading, draft) or _framed(reading, draft)
    if found is None:
        return
    name, span = _whole(reading, found)
    draft.fields.append(Field("place", name, (span,)))


def _own(reading: Reading, draft: Draft) -> PlaceMention | None:
    """The place tied most closely to a cue, nearest first; of several goals of a journey the host's own."""
    ranked = []
    day = day_of(reading, draft)
    for cue in draft.cues:
        token = clauses.main_noun(reading.doc[cue.token])
        for place in _in_sentence(reading, token):
            head = clauses.head_of(reading.doc, place.span)
            if head is not None and _case(head) == "on" and place.name == place.state:
                continue  # "talks on Ukraine"
            rank = _rank(draft.type, token, head) if head is not None else None
            if day is not None and 0 < place.span.start - day.span.end <= len(" in the "):
                rank = OWN - (draft.day is not None)  # "on Aug. 15 in Anchorage"; of two partners each its own place
            if rank is not None and head is not None:
                foreign = draft.type == "visit" and not _of_host(draft, place)
                ranked.append((foreign, rank, abs(head.i - token.i), place.span.start, place))
    best = min(ranked, key=lambda row: row[:4]) if ranked else None
    if best is None or (best[0] and draft.day is not None):
        return None  # "visits A on 9 July and B the day after": A is not where the second journey leads
    return best[4]


def _in_sentence(reading: Reading, token: Token) -> list[PlaceMention]:
    sentence = token.sent
    return [p for p in reading.places if sentence.start_char <= p.span.start < sentence.end_char]


def _of_host(draft: Draft, place: PlaceMention) -> bool:
    """True for a place in the country of a host (the parties after the visitor)."""
    return any(place.name == p.name or (place.state and place.state in (p.side, p.name)) for p in draft.parties[1:])


def _rank(kind: str, cue: Token, head: Token) -> int | None:
    """How surely a place is the contact's; None when it is somebody's home, a source, a topic."""
    event = clauses.owner(head)
    case = _case(head)
    if _topic(head) or (case == "on" and event.i not in (cue.i, clauses.predicate(cue).i)):
        return None
    if not _stands(kind, case, event, cue) and not _target(cue, head):
        return None
    if event.i == cue.i or head.head.i == cue.i:
        return OWN
    if clauses.of_kind(event, TALKS_OF) or clauses.of_kind(event, clauses.SAYING):
        return None
    if event.i == clauses.predicate(cue).i or (case == "to" and cue.lower_ in ("welcoming", "hosting")):
        return CARRIED
    if event in (g for _, g in clauses.path(cue)):
        return None if any(reach.shifted(t) for t, _ in clauses.path(cue)) else AROUND
    if cue in (g for _, g in clauses.path(event)):
        return None if any(reach.shifted(t) for t in _up(event, cue)) else INSIDE
    return NEAR if not _of_person(head) and not reach.shifted(event) else None


def _up(low: Token, high: Token) -> list[Token]:
    """The tokens from one word up to just under another."""
    steps = []
    for child, governor in clauses.path(low):
        steps.append(child)
        if governor.i == high.i:
            break
    return steps


def _stands(kind: str, case: str, event: Token, cue: Token) -> bool:
    """True when the preposition tells where: "in Paris", "to Paris" after a verb of going, "planned for Paris"."""
    if case == "to":
        return event.lemma_.lower() in GOING or event.i == cue.i or cue.lower_ in ("welcoming", "hosting")
    if case == "for":
        return kind == "visit" or clauses.of_kind(event, SET_FOR)
    return case in (GOES if kind == "visit" else STANDS)


def _topic(head: Token) -> bool:
    """True for "the war in Ukraine", "developments in Africa": the place of what is talked about."""
    case = next((c for c in head.children if c.dep_ == "case"), None)
    if case is None or case.i <= head.sent.start or case.lower_ == "to":
        return False
    before = case.nbor(-1)
    if before.lemma_.lower() in clauses.contact_nouns() and (reach.shifted(before) or reach.shifted(before.head)):
        return True  # "met ahead of the summit in Rome"
    if (
        before.tag_ not in ("NN", "NNS")
        or not before.text.islower()
        or before.lemma_.lower() in clauses.contact_nouns()
    ):
        return False
    return before.lower_ not in TIME_WORDS


def _of_person(head: Token) -> bool:
    """True for a place inside a name or title: "the mayor of Paris", "the embassy in Rome"."""
    return (
        head.head.pos_ in ("NOUN", "PROPN")
        and head.head.lemma_.lower() not in clauses.contact_nouns()
        and (clauses.case_of(head) in ("of", "from"))
    )


def _case(head: Token) -> str:
    """The preposition of a place, also when it stands on the first part of "Vienna, Austria"."""
    case = clauses.case_of(head)
    if case or head.dep_ not in ("appos", "conj", "nmod:unmarked", "flat", "compound", "nmod"):
        return case
    return clauses.case_of(head.head)


def _target(cue: Token, head: Token) -> bool:
    """True for "visit Lisbon", "leave Alaska", and for the meeting in "visits Lisbon and meets"."""
    if head.dep_ not in ("obj", "dobj", "conj"):
        return False
    verbs = {head.head.i, head.head.head.i}
    going = [v for v in verbs if head.doc[v].lemma_.lower() in GOING and head.doc[v].pos_ == "VERB"]
    if cue.i in verbs:
        return cue.lemma_.lower() in GOING
    return any(v in {g.i for _, g in clauses.path(cue)} for v in going)


def _framed(reading: Reading, draft: Draft) -> PlaceMention | None:
    """The goal of the journey that frames a meeting: "will travel to Delhi on 15-17 May. There she will meet"."""
    frame = frame_of(reading, draft)
    if draft.type == "visit" or frame is None:
        return None
    sentence = reading.sentence_of(frame.span.start)
    for place in reading.places:
        head = clauses.head_of(reading.doc, place.span)
        inside = sentence.start_char <= place.span.start < sentence.end_char
        if inside and head is not None and clauses.owner(head).lemma_.lower() in GOING and _case(head) in GOES:
            return place
    return None


def _headed(reading: Reading, draft: Draft) -> PlaceMention | None:
    """The place in a paragraph's heading: "17 October 2014, Milan. The same four meet again"."""
    day = heading_of(reading, reading.doc[draft.cues[0].token])
    if day is None:
        return None
    after = day.span.end
    return next((p for p in reading.places if 0 < p.span.start - after <= 4), None)


def _whole(reading: Reading, place: PlaceMention) -> tuple[str, Span]:
    """For "Vienna" with the "Austria" after it, and the city after a residence."""
    name, span = place.name, place.span
    for other in reading.places:
        gap = reading.document.text[span.end : other.span.start]
        if other.span.start > span.end and re.fullmatch(r",? (?:in )?|, ", gap) and other.name not in name:
            return f"{name}, {other.name}", Span(span.start, other.span.end)
    return name, span
