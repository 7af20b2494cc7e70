"""Where a contact takes place: the place word that belongs to it; a call has none."""

from __future__ import annotations

import re

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import Field, PlaceMention, Span
from demarche.reports.contacts import clauses, reach
from demarche.reports.contacts.date_headings import heading_of
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.vocabulary import bag

STANDS = bag("in at near outside inside aboard on")
GOES = bag("to into in at for through near")
GOING = bag("visit travel trip fly go come arrive journey welcome invite head depart lead tour return delegation")
PLACELESS = frozenset({"call", "message"})


def f(reading: Reading, draft: Draft) -> None:
    """Add the place when the contact's own words give one, or when its paragraph is headed by one."""
    if draft.type in PLACELESS:
        return
    found = _own(reading, draft) or _headed(reading, draft)
    if found is None:
        return
    name, span = _whole(reading, found)
    draft.fields.append(Field("place", name, (span,)))


def _own(reading: Reading, draft: Draft) -> PlaceMention | None:
    """The place tied most closely to a cue, nearest first."""
    ranked = []
    for cue in draft.cues:
        token = clauses.main_noun(reading.doc[cue.token])
        for place in reading.places:
            head = clauses.head_of(reading.doc, place.span)
            if head is None or head.sent.start != token.sent.start:
                continue
            rank = _rank(draft.type, token, head)
            if rank is not None:
                ranked.append((rank, abs(head.i - token.i), place.span.start, place))
    return min(ranked, key=lambda row: row[:3])[3] if ranked else None


def _rank(kind: str, cue: Token, head: Token) -> int | None:
    """How surely a place is the contact's: said of the cue, of its verb, of a clause around it; None when it is not."""
    case = _case(head)
    if case not in (GOES if kind == "visit" else STANDS) and not _target(kind, cue, head):
        return None
    if case == "to" and clauses.owner(head).lemma_.lower() not in GOING and clauses.owner(head).i != cue.i:
        return None
    event = clauses.owner(head)
    if event.i == cue.i or head.head.i == cue.i:
        return 0
    if event.i == clauses.predicate(cue).i:
        return None if clauses.of_kind(event, clauses.SAYING) else 1
    if event in (g for _, g in clauses.path(cue)):
        return (
            None if clauses.of_kind(event, clauses.SAYING) or any(reach.shifted(t) for t, _ in clauses.path(cue)) else 2
        )
    if cue in (g for _, g in clauses.path(event)):
        return None if reach.shifted(event) else 3
    return None


def _case(head: Token) -> str:
    """The preposition of a place, also when it stands on the first part of "Vienna, Austria"."""
    case = clauses.case_of(head)
    if case or head.dep_ not in ("appos", "conj", "nmod:unmarked", "flat", "compound", "nmod"):
        return case
    return clauses.case_of(head.head)


def _target(kind: str, cue: Token, head: Token) -> bool:
    """True for "visit Lisbon", "leave Alaska"."""
    return (
        kind == "visit" and head.dep_ in ("obj", "dobj", "conj") and (head.head.i == cue.i or head.head.head.i == cue.i)
    )


def _headed(reading: Reading, draft: Draft) -> PlaceMention | None:
    """The place in a paragraph's heading: "17 October 2014, Milan. The same four meet again"."""
    if not draft.cues:
        return None
    day = heading_of(reading, reading.doc[draft.cues[0].token])
    if day is None:
        return None
    after = day.span.end
    return next((p for p in reading.places if 0 < p.span.start - after <= 4), None)


def _whole(reading: Reading, place: PlaceMention) -> tuple[str, Span]:
    """ "Vienna" with the "Austria" after it, and the city after a residence."""
    name, span = place.name, place.span
    for other in reading.places:
        gap = reading.document.text[span.end : other.span.start]
        if other.span.start > span.end and re.fullmatch(r",? (?:in )?|, ", gap) and other.name not in name:
            return f"{name}, {other.name}", Span(span.start, other.span.end)
    return name, span
