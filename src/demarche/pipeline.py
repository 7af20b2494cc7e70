"""The story on a page: documents in, reports out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from demarche.actors import Authority
from demarche.language.annotate import annotate
from demarche.mentions import find_mentions
from demarche.model import Document, Report
from demarche.reports import build_reports

if TYPE_CHECKING:
    from spacy.language import Language


def read_documents(
    documents: Iterable[Document], nlp: Language, authority: Authority
) -> Iterator[tuple[Document, list[Report]]]:
    """Yield each document with its reports, in order, in one pass over a stream."""
    for document, doc in annotate(documents, nlp):
        reading = find_mentions(document, doc, authority)
        yield document, list(build_reports(reading))
