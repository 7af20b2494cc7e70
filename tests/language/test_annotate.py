"""A text is read paragraph by paragraph, and joined again."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import demarche.language
from demarche.language.annotate import annotate, paragraphs
from demarche.language.layout import layout
from demarche.model import Document

MODEL = Path(demarche.language.__file__).parent / "model"
pytestmark = pytest.mark.skipif(not MODEL.is_dir(), reason="no shipped pipeline in this checkout")

TEXTS = (
    "The ministers met.\n\nThey will meet again in May.",
    "",
    " \n ",
    "\n\n  After a blank line.\n \n\tAnother one \n\n",
    " After a space.\nThe same paragraph.\r\n\r\nThe next one",
    "x" * 300 + "\n\n" + "No stop " * 150,
)


def rows(docs: Iterable[Doc]) -> list[tuple[object, ...]]:
    return [
        (t.text_with_ws, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i - t.i, t.ent_type_, t.is_sent_start)
        for doc in docs
        for t in doc
    ]


def test_texts_come_back_in_order_whatever_is_in_them(nlp: Language) -> None:
    documents = [Document(str(number), text) for number, text in enumerate(TEXTS * 3)]
    found = list(annotate(iter(documents), nlp))
    assert [document for document, _ in found] == documents
    assert [doc.text for _, doc in found] == [document.text for document in documents]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: repr(text[:14]))
def test_a_paragraph_reads_as_if_it_stood_alone(nlp: Language, text: str) -> None:
    _, doc = next(iter(annotate([Document("one", text)], nlp)))
    assert rows([doc]) == rows(nlp(piece) for piece in paragraphs(text))


def test_a_text_longer_than_spacy_allows_is_read(nlp: Language) -> None:
    text = "They met.\n\n" * 9 + " " * nlp.max_length
    _, doc = next(iter(annotate([Document("long", text)], nlp)))
    assert sum(1 for token in doc if token.text == "met") == 9


@settings(max_examples=200)
@given(st.text(st.sampled_from("ab.\n\r\t \u2028\u00a0"), max_size=30))
def test_segments_keep_to_the_paragraphs(nlp: Language, text: str) -> None:
    laid = layout(nlp.tokenizer(text))
    words = [laid.words[a:b] for a, b in laid.segments(by_paragraph=True)]
    alone = [layout(nlp.tokenizer(piece)) for piece in paragraphs(text)]
    assert words == [one.words[a:b] for one in alone for a, b in one.segments(by_paragraph=False)]
    assert laid.gaps == [gap for one in alone for gap in one.gaps]
