"""Lengths of time as people note them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.entries.lengths import length

TABLE = [
    ("90", 90, 90),
    ("97 min", 97, 97),
    ("1 h 20", 80, 80),
    ("1h20m", 80, 80),
    ("1 h 37 min", 97, 97),
    ("1:20", 80, 80),
    ("2 hours and 45 minutes", 165, 165),
    ("1,5 h", 90, 90),
    ("1.5-2 h", 90, 120),
    ("70-75 min", 70, 75),
    ("70–75 minutes", 70, 75),
    ("2 to 3 hours", 120, 180),
    ("two or three hours", 120, 180),
    ("between 40 and 50 min", 40, 50),
    ("1 h 20 - 1 h 30", 80, 90),
    ("an hour", 60, 60),
    ("half an hour", 30, 30),
    ("an hour and a half", 90, 90),
    ("two and a half hours", 150, 150),
    ("three quarters of an hour", 45, 45),
    ("about an hour", 50, 70),
    ("about 90 minutes", 81, 99),
    ("~2 h", 108, 132),
    ("nearly 2.5 hours", 135, 150),
    ("almost 1.5 h", 81, 90),
    ("more than two hours", 120, None),
    ("2 hours+", 120, None),
    ("3 hours or more", 180, None),
    (">= 45", 45, None),
    ("up to 45 min", None, 45),
    ("under an hour", None, 60),
]


@pytest.mark.parametrize(("words", "low", "high"), TABLE)
def test_what_people_write(words: str, low: int | None, high: int | None) -> None:
    found = length(words)
    assert found is not None and (found.min, found.max, found.words) == (low, high, words)


@pytest.mark.parametrize("words", ["", "long", "2 h 75", "three days", "75-70 min", "-5", "1:75", "12:00 to noon"])
def test_what_is_no_length(words: str) -> None:
    assert length(words) is None


@given(st.text(max_size=40))
def test_never_fails(words: str) -> None:
    found = length(words)
    assert found is None or found.min is None or found.max is None or found.min <= found.max


@given(st.integers(0, 900), st.integers(0, 59))
def test_hours_and_minutes(hours: int, minutes: int) -> None:
    found = length(f"{hours} h {minutes} min")
    assert found is not None and found.min == found.max == hours * 60 + minutes
