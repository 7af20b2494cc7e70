"""Deeds whose verb no table lists: the model of PLOVER roots names them where it is sure."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from demarche.reports.common.forms import forms_of
from demarche.reports.roots import root_of
from demarche.reports.roots.frames import hits
from demarche.reports.roots.lexicon import lexicon

_SURE = 0.92
_FULL = 2.0  # the verb and another word of meaning: its object, mostly
#: roots of deeds between states that no other kind of report codes; COERCE is what states do to their own people
_ROOTS = frozenset(["ASSAULT", "RETREAT", "MOBILIZE", "COOPERATE"])


@cache
def forms() -> frozenset[str]:
    """Every form of a verb that opens a frame of such a root."""
    rows = lexicon().rows
    opening = {word for word, group in rows.items() if any(r.frame.root in _ROOTS and not r.frame.weak for r in group)}
    return frozenset(form for word in opening if len(word) > 2 for form in forms_of(word))


def main_verb(token: Token) -> bool:
    """True for the verb of a clause that tells something for itself."""
    return token.pos_ == "VERB" and token.dep_ in ("ROOT", "conj", "ccomp")


def root_told(sentence: SpacySpan, verb: Token) -> str | None:
    """The root of the deed that this verb tells, when a frame opens at the verb and the model is sure of its root."""
    tokens = [token for token in sentence if not token.is_space]
    place = next((i for i, token in enumerate(tokens) if token.i == verb.i), None)
    if place is None:
        return None
    told = {h.root for h in hits(tokens) if h.start == place and not h.weak and h.weight >= _FULL} & _ROOTS
    if not told:
        return None
    guess = root_of(tokens, (verb,))
    return guess.root if guess.root in told and guess.share >= _SURE else None
