"""Threads: mentions of the same contact across a text become one draft."""

from __future__ import annotations

from datetime import date

from demarche.mentions.reading import Reading
from demarche.reports.contacts import status
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.cues import noun_words
from demarche.reports.contacts.dates import day_of
from demarche.reports.contacts.draft import Cue, Draft, Party
from demarche.reports.contacts.drafts import draft, drafts_of
from demarche.reports.contacts.evidence import sentence_index
from demarche.reports.contacts.kinds import compatible
from demarche.reports.contacts.parties import add
from demarche.reports.contacts.scope import in_scope
from demarche.reports.contacts.senses import by_name


def thread(reading: Reading, cues: list[Cue]) -> list[Draft]:
    """Every contact of a text once, in the order in which the text tells of them."""
    found: list[Draft] = []
    for cue in cues:
        fresh, sides = drafts_of(reading, cue)
        if not fresh and cue.generic:
            _continue(reading, found, cue, sides.near)
        if not fresh and cue.sense == "discuss-with":
            _talk_during_visit(reading, found, cue, sides.near)
        for item in fresh:
            status.f(reading, item)
            known = next((d for d in reversed(found) if same(reading, d, item)), None)
            if known is None:
                found.append(item)
            else:
                _absorb(known, item)
    return found


def _talk_during_visit(reading: Reading, found: list[Draft], cue: Cue, near: list[Party]) -> None:
    """"The leaders will discuss ...": a meeting, when a visit of one to the other is told and no meeting yet."""
    people = [p for p in near if p.kind == "person"]
    kept = in_scope(reading, cue, people)
    if len(kept) < 2:
        return
    names, sides = {p.name for p in kept}, {p.side for p in kept}
    visits = [d for d in found if d.type == "visit" and names & d.names() and sides <= d.sides()]
    told = any(d.type != "visit" and names <= d.names() for d in found)
    if visits and not told:
        item = draft(reading, Cue(cue.token, "meeting", cue.sense), kept)
        status.f(reading, item)
        found.append(item)


def same(reading: Reading, known: Draft, fresh: Draft) -> bool:
    """True when two drafts tell of one contact: the same sides, a type that fits, no other day, no "another"."""
    if not compatible(known.type, fresh.type):
        return False
    if not (known.names() <= fresh.names() or fresh.names() <= known.names()):
        return False
    if known.cues[0].token == fresh.cues[0].token:
        return False
    if statuses_clash(known.status, fresh.status):
        return False
    return not (marked_other(reading, fresh.cues[0]) or days_clash(reading, known, fresh))


def statuses_clash(first: str, second: str) -> bool:
    """Planned and held are two contacts unless the text says otherwise; a denial speaks of the contact it denies."""
    if first == second:
        return False
    return "denied" not in (first, second)


def marked_other(reading: Reading, cue: Cue) -> bool:
    """True for "a previous meeting", "another call", "the next round"."""
    token = reading.doc[cue.token]
    if by_name()[cue.sense].pos != "NOUN":
        return False
    return any(t.lower_ in words.OTHER for t in noun_words(token)[:-1])


def days_clash(reading: Reading, known: Draft, fresh: Draft) -> bool:
    """True when both drafts have days of their own and none of them can be the same day."""
    first, second = days(reading, known), days(reading, fresh)
    return bool(first and second and not (first[0] <= second[1] and second[0] <= first[1]))


def days(reading: Reading, item: Draft) -> tuple[date, date] | None:
    """The first and last day that the text gives for a draft, None when it gives none."""
    found = day_of(reading, item)
    if found is None or found.when.earliest is None or found.when.latest is None:
        return None
    return found.when.earliest, found.when.latest


def _absorb(known: Draft, fresh: Draft) -> None:
    """Add what a later mention tells to the draft it belongs to."""
    known.cues.extend(fresh.cues)
    known.evidence.extend(s for s in fresh.evidence if s not in known.evidence)
    known.sentences.extend(s for s in fresh.sentences if s not in known.sentences)
    for party in fresh.parties:
        add(known.parties, party)
    if known.type == "talks" and fresh.type in ("meeting", "summit"):
        known.type = fresh.type
    if "denied" in (known.status, fresh.status):
        known.status = "denied"


def _continue(reading: Reading, found: list[Draft], cue: Cue, near: list[Party]) -> None:
    """ "The conversation lasted ...", "during the meeting": more about an earlier contact, or a contact of its own."""
    if marked_other(reading, cue):
        return
    kind = cue.type
    here = sentence_index(reading, cue.token)
    names = {p.name for p in near}
    fits = [d for d in found if kind is None or compatible(d.type, kind) or (kind == "talks" and d.type == "call")]
    fits = [d for d in fits if not names or names & d.names()] or ([] if names else fits)
    if fits:
        target = fits[-1]
        target.cues.append(cue)
        if here not in target.sentences:
            target.sentences.append(here)
        return
    kept = in_scope(reading, cue, near)
    if kept:
        item = draft(reading, cue, kept)
        status.f(reading, item)
        found.append(item)
