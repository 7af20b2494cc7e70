"""When two mentions tell of one contact: sides, types, days and words such as "another"."""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.reports.contacts import status
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.dates import day_of
from demarche.reports.contacts.draft import Cue, Draft, Party
from demarche.reports.contacts.forms import noun_words
from demarche.reports.contacts.kinds import compatible
from demarche.reports.contacts.parties import add
from demarche.reports.contacts.senses import by_name


def same(reading: Reading, known: Draft, fresh: Draft) -> bool:
    """True when two drafts tell of one contact: the same sides, a type that fits, no other day, no "another"."""
    if known.cues[0].token == fresh.cues[0].token or not fits(known, fresh):
        return False
    told_again = same_names(known, fresh) or described(known, fresh) or same_trip(known, fresh) or _signed(known, fresh)
    if not (told_again or headed(reading, known, fresh) or _bodys_own(known, fresh)):
        return False
    if known.type == "summit" and fresh.type == "meeting" and "denied" == fresh.status != known.status:
        return False  # "both attended the summit but did not meet"
    token = reading.doc[fresh.cues[0].token]
    other = marked_other(reading, fresh.cues[0]) and not (_same_ordinal(reading, known, fresh) or _counted(token))
    if other or statuses_clash(reading, known, fresh):
        return False
    return not days_clash(reading, known, fresh)


def _same_ordinal(reading: Reading, known: Draft, fresh: Draft) -> bool:
    """True for "the eighth meeting", told again as "the eighth"."""
    told = {t.lower_ for c in known.cues for t in noun_words(reading.doc[c.token]) if t.lower_ in words.ORDINALS}
    return any(t.lower_ in told for t in noun_words(reading.doc[fresh.cues[0].token]))


def _counted(token: Token) -> bool:
    """True for "A rang B, their third conversation in a week", "A met B for their third": the contact just told."""
    lead = noun_words(token)
    before = lead[0].nbor(-1).text if lead[0].i > 1 else ""
    owned = ("their", "the", "his", "her") if before == "for" else ("their", "the")
    if lead[0].lower_ not in owned or before not in (",", "–", "—", "-", "for"):
        return False
    return any(t.lower_ in words.ORDINALS for t in lead) and lead[0].sent.start < lead[0].i - 2


def fits(known: Draft, fresh: Draft) -> bool:
    """True when the types can be one: "they also spoke about" goes on with whatever contact is told."""
    if fresh.cues[0].type is None or fresh.cues[0].sense == "confer":
        return known.type in ("call", "meeting", "summit", "talks")
    return compatible(known.type, fresh.type)


def same_trip(known: Draft, fresh: Draft) -> bool:
    """True when two visits have a visitor and the host state in common: "to Poland", "to President Duda"."""
    if known.type != "visit" or fresh.type != "visit" or known.sides() != fresh.sides():
        return False
    return bool({p.name for p in known.parties if p.kind == "person"} & fresh.names())


def _signed(known: Draft, fresh: Draft) -> bool:
    """True when a state's greeting and its signer's good wishes go to the same people: "on behalf of A, I send"."""
    if known.type != "message" or fresh.type != "message" or known.sides() != fresh.sides():
        return False
    return known.parties[-1].name == fresh.parties[-1].name


def same_names(known: Draft, fresh: Draft) -> bool:
    """True when one draft names nobody beyond the other."""
    return known.names() <= fresh.names() or fresh.names() <= known.names()


def described(known: Draft, fresh: Draft) -> bool:
    """True when the later mention only describes who was named before: "the first EU official to visit Ukraine"."""
    unnamed = [p for p in fresh.parties if p.name not in known.names()]
    return bool(unnamed) and fresh.sides() == known.sides() and all(_described(p) for p in unnamed)


def headed(reading: Reading, known: Draft, fresh: Draft) -> bool:
    """True for a heading or a phrase of the same sentence: "A met B. Beginning of Russian-Greek talks"."""
    if fresh.sides() != known.sides() or any(p.kind != "state" for p in fresh.parties) or fresh.type == "visit":
        return False
    if set(fresh.sentences) <= set(known.sentences) and any(p.kind == "person" for p in known.parties):
        return True
    noun = " ".join(t.lower_ for t in noun_words(reading.doc[fresh.cues[0].token]) if t.pos_ != "DET")
    return noun in reading.document.title.lower().replace("-", " - ")


def _bodys_own(known: Draft, fresh: Draft) -> bool:
    """True for "the summit" of the body whose leaders are said to have met."""
    return fresh.type == "summit" and len(fresh.parties) == 1 and bool(fresh.sides()) and fresh.sides() <= known.sides()


def _described(party: Party) -> bool:
    return party.kind in ("group", "institution") or party.name[:1].islower()


def statuses_clash(reading: Reading, known: Draft, fresh: Draft) -> bool:
    """Planned and held are two contacts when both are said outright; a denial speaks of the contact it denies."""
    if known.status == fresh.status or {known.status, fresh.status} == {"planned", "proposed"}:
        return False
    if "denied" in (known.status, fresh.status):
        return _no_such(reading, fresh) and not (days(reading, known) and days(reading, fresh))
    day = day_of(reading, fresh)
    return status.status_of(reading, reading.doc[fresh.cues[0].token], day.when if day else None)[1]


def _no_such(reading: Reading, fresh: Draft) -> bool:
    """For "Held no private talks": it denies one more contact, not the one told before."""
    lead = noun_words(reading.doc[fresh.cues[0].token])[:-1]
    return any(t.lower_ == "no" for t in lead) and not any(t.lower_ == "such" for t in lead)


def days_clash(reading: Reading, known: Draft, fresh: Draft) -> bool:
    """True when both drafts have days of their own and none of them can be the same day."""
    first, second = days(reading, known), days(reading, fresh)
    if fresh.day is not None and first is None:
        return True
    return bool(first and second and not (first[0] <= second[1] and second[0] <= first[1]))


def absorb(known: Draft, fresh: Draft) -> None:
    """Add what a later mention tells to the draft it belongs to."""
    stated = fresh.sides() == known.sides() and all(p.kind == "state" for p in fresh.parties) and known.type != "visit"
    told = stated or _bodys_own(known, fresh) or described(known, fresh)
    told = told or same_trip(known, fresh) or _signed(known, fresh)
    extra = [] if told else fresh.parties
    known.cues.extend(fresh.cues)
    known.evidence.extend(s for s in fresh.evidence if s not in known.evidence)
    known.sentences.extend(s for s in fresh.sentences if s not in known.sentences)
    for party in extra:
        add(known.parties, party)
    if _bodys_own(known, fresh):
        known.type = "summit"
    if known.type == "talks" and fresh.type in ("meeting", "summit"):
        known.type = fresh.type
    if "denied" in (known.status, fresh.status):
        known.status = "denied"


def predicate(token: Token) -> bool:
    """True for "it was their third meeting": a count of the contact told, not another one."""
    return any(c.dep_ == "cop" for c in token.children)


def days(reading: Reading, item: Draft) -> tuple[date, date] | None:
    """The first and last day that the text gives for a draft, None when it gives none."""
    found = day_of(reading, item)
    if found is None or found.when.earliest is None:
        return None
    if (found.when.edtf or "").endswith("/.."):
        return found.when.earliest, found.when.earliest
    return (found.when.earliest, found.when.latest) if found.when.latest else None


def _followed_up(token: Token) -> bool:
    """True for "as a follow-up to the talks held in May": the talks are an earlier contact."""
    first = noun_words(token)[0].i
    before = token.doc[max(0, first - 5) : first].text.lower()
    return bool(_FOLLOWING_UP.search(before)) and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "held"


_FOLLOWING_UP = re.compile(r"follow(?:ing)?(?: ?- ?| )?up (?:to|on)$")


def marked_other(reading: Reading, cue: Cue) -> bool:
    """True for "a previous meeting", "another call", "the next round"."""
    token = reading.doc[cue.token]
    if by_name()[cue.sense].pos != "NOUN":
        return False
    if _followed_up(token):
        return True
    return any(t.lower_ in words.OTHER for t in noun_words(token)[:-1]) and not predicate(token)
