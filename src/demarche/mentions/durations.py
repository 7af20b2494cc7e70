"""Lengths of time and their values in minutes."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from demarche.model import Document, DurationMention


def find_durations(document: Document, doc: Doc) -> Iterator[DurationMention]:
    """Yield the lengths of time of a text in order."""
    yield from ()
