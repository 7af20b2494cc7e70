"""Documents -> annotated texts: paragraphs of many documents go through the pipeline in one stream."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, tee

from spacy.language import Language
from spacy.tokens import Doc

from demarche.language.reader import FACTORY, Reader
from demarche.model import Document


def paragraphs(text: str) -> list[str]:
    """The text cut at blank lines, nothing lost: joined again, the pieces are the text."""
    cuts = [m.end() for m in re.finditer(r"\n[^\S\n]*\n\s*", text)]
    edges = [0, *cuts, len(text)]
    return [text[a:b] for a, b in pairwise(edges) if b > a]


def annotate(documents: Iterable[Document], nlp: Language, *, batch_size: int = 256) -> Iterator[tuple[Document, Doc]]:
    """Yield each document with its annotated text, offsets as in `document.text`.

    Sentences never cross a blank line. Paragraphs of several documents share a batch.
    """
    reader = nlp.get_pipe(FACTORY) if nlp.pipe_names == [FACTORY] else None
    if not isinstance(reader, Reader):
        yield from _in_pieces(documents, nlp, batch_size)
        return
    ahead, own = tee(documents)
    docs = reader.pipe((nlp.tokenizer(document.text) for document in ahead), batch_size=batch_size, by_paragraph=True)
    yield from zip(own, docs, strict=True)


def _in_pieces(documents: Iterable[Document], nlp: Language, batch_size: int) -> Iterator[tuple[Document, Doc]]:
    """The same with a pipeline that does not know paragraphs: each goes through alone, and they are joined again."""

    def stream() -> Iterator[tuple[str, Document]]:
        for document in documents:
            pieces = paragraphs(document.text)
            yield from ((piece, document) for piece in pieces)

    open_document: Document | None = None
    docs: list[Doc] = []
    for piece, document in nlp.pipe(stream(), as_tuples=True, batch_size=batch_size):
        if open_document is not None and document is not open_document:
            yield open_document, _join(docs, nlp)
            docs = []
        open_document = document
        docs.append(piece)
    if open_document is not None:
        yield open_document, _join(docs, nlp)


def _join(docs: list[Doc], nlp: Language) -> Doc:
    if len(docs) == 1:
        return docs[0]
    joined = Doc.from_docs(docs, ensure_whitespace=False)
    return joined if joined is not None else nlp.make_doc("")
