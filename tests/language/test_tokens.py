import pytest
import spacy

from demarche.language.tokens import make_tokenizer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("and/or", "and / or"),
        ("Russian-Ukrainian talks", "Russian - Ukrainian talks"),
        ("non-proliferation", "non-proliferation"),
        ("F-16s", "F - 16s"),
        ("2022–2024", "2022 – 2024"),
        ("What?!", "What ?!"),
        ("at 7:30pm", "at 7:30 pm"),
        ("Putin's", "Putin 's"),
        ("don’t", "do n’t"),
        ("U.S.-led", "U.S. - led"),
    ],
)
def test_words_are_cut_as_in_the_treebanks(text: str, words: str) -> None:
    nlp = spacy.blank("en")
    assert " ".join(token.text for token in make_tokenizer(nlp)(text)) == words


def test_exceptions_win() -> None:
    nlp = spacy.blank("en")
    assert [t.text for t in make_tokenizer(nlp, {"alot": ["a", "lot"]})("alot")] == ["a", "lot"]
