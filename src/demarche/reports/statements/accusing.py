"""Accusations and denials after a verb that carries no stance of its own."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.reports.statements.cue import Cue, is_verb
from demarche.reports.statements.cues import ACCUSING, NEUTRAL_VERBS
from demarche.reports.statements.forms import lemma

_CONTACTS = frozenset({"call", "conversation", "meeting", "talk", "talks", "contact", "visit", "agreement", "deal"})


def accused_plainly(token: Token, led: bool) -> Cue | None:
    """An accusation after a neutral verb: said that X violates, pointed out the crimes of X, alleged that …"""
    word = lemma(token)
    if word not in NEUTRAL_VERBS | {"allege"} or not is_verb(token, led):
        return None
    for child in token.children:
        if child.dep_ in ("ccomp", "parataxis") and (word == "allege" or accuses(child)):
            return Cue("accuse", "accused-plainly", token, token, _doer_of(child) or child)
        if child.dep_ in ("obj", "nsubj:pass") and child.lemma_.lower() in ACCUSING:
            return Cue("accuse", "accused-plainly", token, token, child)
    return None


def accuses(verb: Token) -> bool:
    """True when a clause tells a misdeed."""
    near = [verb, *(c for c in verb.children if c.dep_ in ("xcomp", "obj", "acomp", "conj", "obl", "ccomp"))]
    return any(t.lemma_.lower() in ACCUSING for t in near)


def accused_openly(token: Token, _led: bool) -> Cue | None:
    """In a signed text: a main clause that tells a misdeed of another state ("X continues to violate …")."""
    verb = token
    if token.dep_ not in ("ROOT", "conj", "xcomp") or token.lemma_.lower() not in ACCUSING:
        return None
    while verb.dep_ in ("xcomp", "conj") and _doer_of(verb) is None:
        verb = verb.head
    doer = _doer_of(verb)
    if doer is None or doer.dep_ == "nsubj:pass" or verb.dep_ not in ("ROOT", "conj", "parataxis"):
        return None
    return Cue("accuse", "accused-openly", token, verb, doer)


def _doer_of(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")), None)


def denied_contact(token: Token, led: bool) -> Cue | None:
    """Stated that there had been no call: a denial without the verb."""
    if lemma(token) not in NEUTRAL_VERBS or not is_verb(token, led):
        return None
    for child in token.children:
        if child.dep_ != "ccomp" or not any(g.lower_ == "there" for g in child.children):
            continue
        things = [g for g in child.children if g.dep_ == "nsubj" and any(d.lower_ == "no" for d in g.children)]
        if things and things[0].lemma_.lower() in _CONTACTS:
            return Cue("reject", "denied-contact", token, token, things[0])
    return None
