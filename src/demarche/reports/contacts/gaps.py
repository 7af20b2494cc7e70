"""Contacts whose verb is told only once, each with its own day.

"Visits Malaysia on 9 July and Thailand on 11 July" tells of two journeys, "spoke with A on Monday and with B on
Tuesday" of two conversations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from demarche.mentions.reading import Reading
from demarche.model import DateMention, Span
from demarche.reports.contacts.destinations import target_at
from demarche.reports.contacts.draft import Draft, Party
from demarche.reports.contacts.parties import parties_of
from demarche.reports.contacts.senses import by_name
from demarche.reports.contacts.windows import ends

_JOINS = frozenset({",", "and", "then"})
_ASIDE = frozenset({","})
_LEADS = frozenset({"to", "in", "on", "the", "for"})


def gapped(reading: Reading, item: Draft) -> Iterator[Draft]:
    """Each further stop of a journey, or partner of a conversation, that a day of its own follows."""
    yield from _further_stops(reading, item)
    yield from _further_travellers(reading, item)
    yield from _further_partners(reading, item)


def _further_partners(reading: Reading, item: Draft) -> Iterator[Draft]:
    """B in "spoke with A on Monday and with B on Tuesday"; the draft itself keeps A."""
    cue = item.cues[0]
    if by_name()[cue.sense].frame not in ("mutual", "direct") or len(item.parties) < 2:
        return
    last = ends(reading.doc[cue.token])
    for day in (d for d in reading.dates if d.when.edtf is not None):
        joint = _after_and(reading, day, cue.token, last)
        partner = _partner_at(item, joint) or _person_at(reading, item, joint)
        after = _day_after_place(reading, partner.mentions[0].end_token, last) if partner else None
        if partner is not None and after is not None:
            item.parties = [p for p in item.parties if p is not partner]
            told = Span(item.evidence[0].start, after.span.end)
            ours = [p for p in item.parties if p.mentions and p.mentions[0].head < cue.token]
            yield replace(
                item, cues=[replace(cue)], parties=[*ours, partner], evidence=[told], sentences=[*item.sentences],
                fields=[], day=after,
            )  # fmt: skip


def _day_after_place(reading: Reading, i: int, last: int) -> DateMention | None:
    """The day right after a partner's name, or after the place in "and B in Kigali on 8 April"."""
    start = _past(reading, i, last, _ASIDE)
    day = _day_at(reading, start, last)
    if day is not None or start >= last or reading.doc[start].lower_ != "in":
        return day
    place = target_at(reading, start + 1)
    return _day_at(reading, place[1], last) if place is not None else None


def _after_and(reading: Reading, day: DateMention, first: int, last: int) -> int:
    """Where the phrase begins that "and", or "and with", joins after a day; 0 where none does."""
    start = next((t.i for t in reading.doc[first:last] if t.idx >= day.span.end), last)
    for token in reading.doc[start : min(last - 2, start + 4)]:
        if token.lower_ == "and":
            return token.i + (2 if token.nbor(1).lower_ in ("with", "to") else 1)
        if token.pos_ in ("VERB", "AUX", "PUNCT"):
            break
    return 0


def _partner_at(item: Draft, token: int) -> Party | None:
    """The party whose phrase begins at this word, or right after its article."""
    begins = (token, token + 1)
    return next((p for p in item.parties if token and p.mentions and p.mentions[0].start_token in begins), None)


def _person_at(reading: Reading, item: Draft, token: int) -> Party | None:
    """A person whose phrase begins here and who is not of the draft yet: "met A on Monday and B on Tuesday"."""
    near = (m for m in reading.actors if token and m.start_token in (token, token + 1) and m.kind == "person")
    found = next(near, None)
    if found is None or found.members or found.name in item.names():
        return None
    return parties_of(reading, found)[0]


def _further_travellers(reading: Reading, item: Draft) -> Iterator[Draft]:
    """B in "A was in Riga, B in Oslo": another journey by the same verb."""
    cue = item.cues[0]
    if by_name()[cue.sense].frame not in ("journey", "at", "place") or item.type != "visit":
        return
    last = ends(reading.doc[cue.token])
    for mention in reading.actors_in(cue.token + 1, last):
        before, after = reading.doc[mention.start_token - 1], mention.end_token
        joined = before.text in (",", ";") or before.lower_ == "and"
        if mention.kind != "person" or mention.pronoun or not joined or after + 1 >= last:
            continue
        placed = by_name()[cue.sense].frame == "place"
        there = after if placed else after + 1
        found = target_at(reading, there) if placed or reading.doc[after].lower_ in ("in", "to") else None
        parties = parties_of(reading, mention)
        if found is None or len(found[0]) != 1 or parties[0].side == found[0][0].side:
            continue
        told = Span(mention.span.start, _end_of(found[0][0], mention.span.end))
        day = _day_at(reading, found[1], last)
        yield replace(
            item, cues=[replace(cue)], parties=[*parties, *found[0]], evidence=[told], sentences=[*item.sentences],
            fields=[], day=day,
        )  # fmt: skip


def _further_stops(reading: Reading, item: Draft) -> Iterator[Draft]:
    cue = item.cues[0]
    if by_name()[cue.sense].frame not in ("journey", "place", "at") or item.type != "visit":
        return
    hosts = {p.name for p in item.parties if p.kind == "state"}
    guests = [p for p in item.parties if p.kind != "state"]
    for host, day in (*_stops(reading, cue.token), *_days_before(reading, cue.token)):
        if guests and host.name not in hosts and host.side not in {p.side for p in guests}:
            parties = [*guests, host]
            cues, sentences = [replace(cue)], [*item.sentences]
            told = Span(
                item.evidence[0].start, day.span.end if day is not None else _end_of(host, item.evidence[0].end)
            )
            yield replace(item, cues=cues, parties=parties, evidence=[told], sentences=sentences, fields=[], day=day)


def _end_of(host: Party, least: int) -> int:
    """Where the words end that name a further stop."""
    spans = [*host.spans, *(m.span for m in host.mentions)]
    return max([least, *(s.end for s in spans)])


def _stops(reading: Reading, token: int) -> Iterator[tuple[Party, DateMention | None]]:
    """The places right after "DAY and", with the day right after each; "then in B" needs none."""
    doc, last = reading.doc, ends(reading.doc[token])
    for day in (d for d in reading.dates if doc[token].idx < d.span.start < doc[last - 1].idx):
        start = next((t.i for t in doc[token:last] if t.idx >= day.span.end), last)
        here = _past(reading, start, last, _JOINS)
        place = _past(reading, here, last, _LEADS)
        found = target_at(reading, place) if start < here and place < last else None
        if found is None or len(found[0]) != 1:
            continue
        after = _day_at(reading, found[1], last)
        if after is not None or any(t.lower_ == "then" for t in doc[start:here]):
            yield found[0][0], after


def _days_before(reading: Reading, token: int) -> Iterator[tuple[Party, DateMention | None]]:
    """The place in "and, the following day, to B", with its day."""
    doc, last = reading.doc, ends(reading.doc[token])
    for day in (d for d in reading.dates if d.when.edtf and doc[token].idx < d.span.start < doc[last - 1].idx):
        first = next(t.i for t in doc[token:last] if t.idx >= day.span.start)
        after = _past(reading, next((t.i for t in doc[first:last] if t.idx >= day.span.end), last), last, _ASIDE)
        joined = any(t.lower_ in ("and", "then") for t in doc[max(token, first - 2) : first])
        found = target_at(reading, after + 1) if joined and after + 1 < last and doc[after].lower_ == "to" else None
        if found is not None and len(found[0]) == 1:
            yield found[0][0], day


def _past(reading: Reading, i: int, last: int, words: frozenset[str]) -> int:
    while i < last and reading.doc[i].lower_ in words:
        i += 1
    return i


def _day_at(reading: Reading, i: int, last: int) -> DateMention | None:
    """The day that begins here, past "on" and "the"."""
    near = reading.doc[i : min(last, i + 3)]
    starts = {t.idx for t in near}
    return next((d for d in reading.dates if d.span.start in starts and d.when.edtf is not None), None)
