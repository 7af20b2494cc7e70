"""Contacts that a text only looks back on: "the recent talks", "have met five times", "recently spoke"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from demarche.reports.contacts import clauses, reach
from demarche.reports.contacts.vocabulary import bag

_PASSING = bag("recent earlier previous past last ongoing recently previously")
_PRESENT = bag("meets visits travels hosts talks calls holds arrives")  # often read as plural nouns
_COUNTED = re.compile(
    r"\b(?:once|twice|times|already|ever|never|often|since|before|previously|earlier|several|many|so far|"
    r"first|last|yet)\b",
    re.I,
)


def in_passing(cue: Token) -> bool:
    """True for a contact that the text only looks back on: "the recent talks", "have met", "recently spoke"."""
    if any(c.lower_ in _PASSING for c in cue.children):
        return True
    carrier = clauses.predicate(cue)
    if any(c.lower_ in _PASSING and c.dep_ == "advmod" for c in carrier.children):
        return True
    if not any(a.lower_ in ("has", "have", "had") for a in clauses.auxiliaries(carrier)):
        return False
    return (carrier.i == cue.i or reach.carried(cue, carrier)) and _looks_back(carrier)


def _looks_back(verb: Token) -> bool:
    """True for a perfect that sums up or recalls ("have met five times"), not one that reports ("has left Alaska")."""
    subject = clauses.subject(verb)
    if subject is None or subject.lower_ in ("i", "you", "we"):
        return True
    pluperfect = any(a.lower_ == "had" for a in clauses.auxiliaries(verb))
    return pluperfect or bool(_COUNTED.search(verb.sent.text))


def perfect(cue: Token) -> bool:
    """True for "has telephoned", "have met": news of the day, not part of an earlier story."""
    return any(a.lower_ in ("has", "have", "'s", "’s") for a in clauses.auxiliaries(clauses.predicate(cue)))


def present(cue: Token, sense: str) -> bool:
    """True for "meets", "visits", "talks" that the tagger took for a plural noun."""
    if cue.lower_ not in _PRESENT:
        return False
    described = any(c.dep_ in ("det", "amod", "case", "nmod:poss") for c in cue.children)
    return not described or not sense.endswith("-noun")


def beside(cue: Token) -> bool:
    """True for "on the sidelines of the summit", "who is on a visit", "the call focused on": the same day."""
    if cue.dep_ in ("nsubj", "nsubj:pass") and clauses.tense(cue.head) == "past":
        return True
    return (
        cue.head.lemma_.lower() in reach.MARGINS
        or clauses.is_predicate(cue)
        or reach.marker(cue) in ("following", "at")
    )
