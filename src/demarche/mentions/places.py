"""Places where things happen."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from demarche.actors import Authority
from demarche.model import Document, PlaceMention


def find_places(document: Document, doc: Doc, authority: Authority) -> Iterator[PlaceMention]:
    """Yield the places of a text in order."""
    yield from ()
