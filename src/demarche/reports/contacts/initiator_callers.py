"""Who placed a call: "X rang Y"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Reason
from demarche.reports.contacts import clauses
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.initiator_finders import (
    CALLS,
    Found,
    doers,
    own_tokens,
)
from demarche.reports.contacts.vocabulary import bag

PEOPLE = bag("minister president premier chancellor leader counterpart colleague two both chief secretary")


def by_calling(reading: Reading, draft: Draft) -> Iterator[Found]:
    """For "X called Y", "X rang Y", "X placed a call to Y", "Y received a call from X": X placed the call."""
    if draft.type != "call":
        return
    cues = {cue.token for cue in draft.cues}
    for token in own_tokens(reading, draft):
        if token.pos_ == "VERB" and clauses.of_kind(token, CALLS) and _somebody_called(reading, token):
            yield from (Found(who, token, Reason.INITIATIVE_OF_CALLER) for who in doers(token))
        elif token.i in cues and token.dep_ == "obj" and token.head.lemma_.lower() in ("place", "make", "give"):
            yield from (Found(who, token.head, Reason.INITIATIVE_OF_CALLER) for who in doers(token.head))
        elif token.i in cues and token.dep_ == "obj" and token.head.lemma_.lower() in ("receive", "get", "take"):
            callers = [c for c in token.children if clauses.case_of(c) == "from"]
            yield from (Found(who, token, Reason.INITIATIVE_OF_CALLER) for who in callers)
    yield from _called_next(reading, draft)


def _called_next(reading: Reading, draft: Draft) -> Iterator[Found]:
    """A next sentence that tells who had rung whom, when both took part in the contact."""
    names = draft.names()
    for i in (i + 1 for i in draft.sentences if i + 1 < len(reading.sentences)):
        for token in reading.sentences[i]:
            if token.pos_ != "VERB" or not clauses.of_kind(token, CALLS):
                continue
            sides = [mention_at(reading, t) for t in (*doers(token), *clauses.objects(token))]
            if len(sides) == 2 and all(m is not None and m.name in names for m in sides):
                yield from (Found(who, token, Reason.INITIATIVE_OF_CALLER) for who in doers(token))


def _somebody_called(reading: Reading, verb: Token) -> bool:
    """True for "called Y", "called and congratulated Y"; not for "called for", "called on"."""
    if any(
        c.lower_ in ("for", "on", "off", "upon") and c.dep_ in ("compound:prt", "advmod", "case") for c in verb.children
    ):
        return False
    if any(c.dep_ in ("xcomp", "ccomp") and c.pos_ in ("ADJ", "NOUN") for c in verb.children):
        return False  # "called them good"
    called = [*clauses.objects(verb), *(o for c in verb.children if c.dep_ == "conj" for o in clauses.objects(c))]
    return any(o.pos_ in ("PRON", "PROPN") or o.lemma_.lower() in PEOPLE or mention_at(reading, o) for o in called)


def mention_at(reading: Reading, token: Token) -> ActorMention | None:
    """The actor a token belongs to, or the first one inside its phrase."""
    direct = reading.actor_at(token.i)
    if direct is not None:
        return direct
    return next((m for t in token.subtree if (m := reading.actor_at(t.i)) is not None), None)
