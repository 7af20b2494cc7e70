from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import demarche.language

MODEL = Path(demarche.language.__file__).parent / "model"
pytestmark = pytest.mark.skipif(not MODEL.is_dir(), reason="no shipped pipeline in this checkout")

STORY = (
    "Vladimir Putin spoke by telephone with the President of Kazakhstan, Kassym-Jomart Tokayev.\n\n"
    "The leaders discussed trade. They agreed to meet in Astana in May, and “to keep in touch”."
)
NASTY = (
    "",
    " ",
    " \n\n \t",
    "🕊️🇺🇦 👍🏽",
    "x" * 10_000,
    "a\x00b \x00",
    "\u202eabc\u200b \ufeff",
    "one\ttwo  three\r\n\r\nfour",
    "(" * 500,
    "no stop " * 1_000,
)


@pytest.fixture(scope="module")
def shipped() -> Language:
    return demarche.language.load(str(MODEL))


def table(doc: Doc) -> list[tuple[str, ...]]:
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, str(t.head.i), t.ent_type_, t.ent_iob_) for t in doc
    ]


def test_every_attribute_is_set(shipped: Language) -> None:
    doc = shipped(STORY)
    for name in ("TAG", "POS", "MORPH", "LEMMA", "DEP", "SENT_START", "ENT_IOB"):
        assert doc.has_annotation(name), name
    words = {t.text: t for t in doc}
    assert words["spoke"].pos_ == "VERB"
    assert words["spoke"].lemma_ == "speak"
    assert words["spoke"].morph.get("Tense") == ["Past"]
    assert words["Putin"].dep_ in ("flat", "nsubj")
    assert len(list(doc.sents)) == 3
    assert "Putin" in next(iter(doc.ents)).text
    assert doc.ents[0].label_ == "PER"


def test_offsets_are_kept(shipped: Language) -> None:
    doc = shipped(STORY)
    assert doc.text == STORY
    assert all(STORY[t.idx : t.idx + len(t.text)] == t.text for t in doc)


def test_sentences_end_at_blank_lines(shipped: Language) -> None:
    assert all("\n\n" not in sentence.text.strip() for sentence in shipped(STORY).sents)


def test_the_same_text_reads_the_same(shipped: Language) -> None:
    assert table(shipped(STORY)) == table(shipped(STORY))


def test_alone_or_among_others(shipped: Language) -> None:
    texts = [STORY, "Short one.", STORY.upper(), "", "No stop here", *STORY.split("\n\n")] * 3
    together = [table(doc) for doc in shipped.pipe(texts)]
    assert together == [table(shipped(text)) for text in texts]


@pytest.mark.parametrize("text", NASTY, ids=lambda text: repr(text[:12]))
def test_nasty_texts(shipped: Language, text: str) -> None:
    doc = shipped(text)
    assert doc.text == text
    if len(doc):
        assert sum(len(sentence) for sentence in doc.sents) == len(doc)


def test_every_sentence_has_one_root(shipped: Language) -> None:
    for sentence in shipped(STORY * 40).sents:
        assert sum(token.dep_ == "ROOT" for token in sentence) == 1


def test_a_long_document_is_read_in_blocks(shipped: Language) -> None:
    doc = shipped("The minister met the delegation on Monday. " * 2_500)
    assert len(doc) == 20_000
    assert len(list(doc.sents)) == 2_500


def test_it_is_written_and_read_back(shipped: Language, tmp_path: Path) -> None:
    shipped.to_disk(tmp_path / "copy")
    again = demarche.language.load(str(tmp_path / "copy"))
    assert table(again(STORY)) == table(shipped(STORY))
