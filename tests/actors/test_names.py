from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.actors.names import fold, person_key, pieces


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelenskyy", "Zelensky"),
        ("Zelenskiy", "Zelensky"),
        ("Erdoğan", "Erdogan"),
        ("Sergei", "Sergey"),
        ("Orbán", "Orban"),
        ("Łukasz", "Lukasz"),
        ("Sa'ar", "Saar"),
        ("U.S.", "US"),
    ],
)
def test_spellings_of_a_word_share_a_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aleksandr Lukashenka", "Alexandr Lukashenko"),
        ("Abdel Fattah al-Sisi", "Abdel Fattah El-Sisi"),
        ("Mohammed bin Salman", "Muhammad bin Salman"),
        ("Ban Ki-moon", "Ban Ki Moon"),
    ],
)
def test_spellings_of_a_name_share_a_key(one: str, other: str) -> None:
    assert person_key(pieces(one)) == person_key(pieces(other))


@pytest.mark.parametrize(("one", "other"), [("Iran", "Iraq"), ("Macron", "Marcon"), ("Niger", "Nigeria")])
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_pieces_part_hyphens_and_genitives() -> None:
    assert pieces("People's Republic") == ("people", "s", "republic")
    assert pieces("Guinea-Bissau") == ("guinea", "bissau")


@given(st.text(max_size=40))
def test_fold_settles(word: str) -> None:
    assert fold(fold(word)) == fold(fold(fold(word)))
    assert fold(word) == fold(word.upper().lower()) or not word.isascii()
