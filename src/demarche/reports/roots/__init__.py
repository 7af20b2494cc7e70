"""PLOVER roots: which of the sixteen categories a sentence tells of, its actor and recipient given or not.

A lexicon of frames (`frames.txt`) finds what the words may tell, features say how each frame stands to the actor's
verb, and a small linear model weighs them. The same sentence always gets the same root.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from demarche.reports.roots.features import features, located
from demarche.reports.roots.lexicon import ROOTS
from demarche.reports.roots.model import shipped

__all__ = ["ROOTS", "Guess", "located", "root_of"]


@dataclass(frozen=True, slots=True)
class Guess:
    """A root with the share of the model's belief that it has."""

    root: str
    share: float


def root_of(sentence: Sequence[Token], actor: Sequence[Token] = (), recipient: Sequence[Token] = ()) -> Guess:
    """The root that a sentence tells of; actor and recipient are tokens of it."""
    tokens = [token for token in sentence if not token.is_space]
    if not tokens:
        raise ValueError("no root for a sentence without words: give at least one token")
    shares = shipped().shares(features(tokens, actor, recipient))
    best = int(shares.argmax())
    return Guess(ROOTS[best], float(shares[best]))
