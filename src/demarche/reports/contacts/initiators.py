"""Who asked for a contact or placed it, only when the text says so.

Each finder knows one way of saying it and returns the actor's mention with the words; the first that speaks decides.
"""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Field, Reason, Span
from demarche.reports.contacts import clauses
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.initiator_callers import by_calling, mention_at
from demarche.reports.contacts.initiator_finders import (
    Finder,
    Found,
    by_agent,
    by_asking,
    by_bringing,
    by_cleft,
    by_initiative,
    by_invitation,
    by_proposal,
    by_sending,
)
from demarche.reports.contacts.vocabulary import bag

FIRST_PERSON = bag("i we my our")


FINDERS: tuple[Finder, ...] = (
    by_initiative,
    by_agent,
    by_cleft,
    by_calling,
    by_asking,
    by_invitation,
    by_proposal,
    by_bringing,
    by_sending,
)


def f(reading: Reading, draft: Draft) -> None:
    """Add the initiator when the contact's own sentences name one."""
    for finder in FINDERS:
        for found in finder(reading, draft):
            field = _field(reading, draft, found)
            if field is not None:
                draft.fields.append(field)
                return


def _field(reading: Reading, draft: Draft, found: Found) -> Field | None:
    words = clauses.token_span(found.words)
    if found.actor.lower_ in FIRST_PERSON and draft.parties:
        return Field("initiator", _speaker(draft), (clauses.token_span(found.actor), words), Reason.SPEAKER)
    mention = _inside(reading, found.actor) or _named_before(reading, found.actor)
    if mention is not None:
        if len(mention.members) > 1:
            return None
        name, span = _name(draft, mention), mention.span
    else:
        capital = next((p for p in reading.places if p.state and _covers(p.span, found.actor)), None)
        if capital is None or capital.state is None:
            return None
        name, span = capital.state, capital.span
    return Field("initiator", name, tuple(sorted({span, words})), found.reason)


def _inside(reading: Reading, actor: Token) -> ActorMention | None:
    """The actor a word names; not one that hangs on a capital which stands for its own government."""
    if reading.actor_at(actor.i) is None and any(p.state and _covers(p.span, actor) for p in reading.places):
        return None
    return mention_at(reading, actor)


def _speaker(draft: Draft) -> str:
    """The participant for whom "I" stands: the one without words of its own, else the sender or the host."""
    host = draft.parties[0 if draft.type == "message" else -1]
    return next((p.name for p in draft.parties if p.reason == Reason.SPEAKER), host.name)


def _covers(span: Span, token: Token) -> bool:
    return span.start <= token.idx < span.end


def _named_before(reading: Reading, pronoun: Token) -> ActorMention | None:
    """The subject of the clause before, for "she" in "X hung up on Y, and she had rung him"."""
    clause = clauses.predicate(pronoun)
    if pronoun.pos_ != "PRON" or clause.dep_ not in ("conj", "parataxis"):
        return None
    subject = clauses.subject(clause.head)
    return mention_at(reading, subject) if subject is not None and subject.i != pronoun.i else None


def _name(draft: Draft, mention: ActorMention) -> str:
    """The name of the actor, as the participant it is when the text only describes it."""
    party = next((p for p in draft.parties if mention.name == p.name), None)
    if party is None and mention.name[:1].islower():
        party = next((p for p in draft.parties if mention in p.mentions), None)
    return party.name if party else mention.name
