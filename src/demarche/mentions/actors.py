"""Actors: people, states, institutions and groups, by name, office, side or pronoun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from demarche.actors import Authority
from demarche.model import ActorMention, Document, Quotation


def find_title_actors(document: Document, authority: Authority, doc: Doc) -> Iterator[ActorMention]:
    """Yield the actors that the title names."""
    yield from ()


def find_actors(
    document: Document,
    doc: Doc,
    authority: Authority,
    quotations: Sequence[Quotation],
    title_actors: Sequence[ActorMention],
) -> Iterator[ActorMention]:
    """Yield the actors of a text in order, without overlaps."""
    yield from ()
