"""Quotations: the stretches between quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from demarche.model import Document, Quotation


def find_quotations(document: Document, doc: Doc) -> Iterator[Quotation]:
    """Yield every quotation of the text, split ones as one."""
    yield from ()
