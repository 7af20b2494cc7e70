"""Outcomes told in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.analysis.pressures.states import WORDS
from demarche.analysis.pressures.words import TABLE, days_in, read

READ = [
    ("the tariffs took effect on 3 May", "carried_out"),
    ("in force", "carried_out"),
    ("the ban was adopted by the council", "carried_out"),
    ("not imposed until 22 October", "carried_out"),
    ("one package adopted, no measure against banks", "partly_carried_out"),
    ("partly carried out", "partly_carried_out"),
    ("no new measure by June", "not_carried_out"),
    ("not imposed", "not_carried_out"),
    ("the day passed without a measure", "not_carried_out"),
    ("the missiles were not supplied", "not_carried_out"),
    ("postponed to the autumn", "deferred"),
    ("no vote; put off in July", "deferred"),
    ("he backed down", "withdrawn"),
    ("the threat was withdrawn", "withdrawn"),
    ("no longer considered", "withdrawn"),
    ("the demand was met", "met"),
    ("Borea gave in", "met"),
    ("it met all demands", "met"),
    ("replaced by a shorter term", "overtaken"),
    ("see P13", "overtaken"),
    ("nothing more is known", "open"),
    ("the deadline came and went", "lapsed"),
    ("withdrawn", "withdrawn"),
    ("put off", "deferred"),
    ("carried_out", "carried_out"),
]
UNREAD = ("the two presidents met in June", "Borea did not agree", "a law was passed", "the demand was not met", "")


@pytest.mark.parametrize(("words", "state"), READ)
def test_words_tell_a_state(words: str, state: str) -> None:
    line = read(words)
    assert line is not None and line.state == state and line.reason


@pytest.mark.parametrize("words", UNREAD)
def test_what_no_line_fits_is_not_guessed(words: str) -> None:
    assert read(words) is None


def test_every_line_has_a_state_of_its_own_and_a_reason() -> None:
    assert all(line.state in WORDS and line.reason for line in TABLE)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("came on 22 October", ["2031-10-22"]),
        ("on 3 Jan, again on 2031-05-04", ["2032-01-03", "2031-05-04"]),
        ("March 9, 2033 at last", ["2033-03-09"]),
        ("on 31 April", []),
        ("in mid-May", []),
    ],
)
def test_days_named_in_words(words: str, days: list[str]) -> None:
    assert [day.isoformat() for day in days_in(words, date(2031, 2, 1))] == days


@given(st.text(max_size=60))
def test_any_words_are_read_or_left(words: str) -> None:
    line = read(words)
    assert line is None or line.state in WORDS
    assert all(isinstance(day, date) for day in days_in(words, date(2031, 2, 1)))
