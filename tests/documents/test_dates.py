"""Publication days, as people and machines write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.documents import UnclearDateError, read_day
from demarche.documents.dates import spoken

CLEAR = [
    ("2025-06-12", "2025-06-12"),
    ("2025/06/12", "2025-06-12"),
    ("20250612", "2025-06-12"),
    ("20250612T101500Z", "2025-06-12"),
    ("2025-06-12T23:30:00-04:00", "2025-06-12"),  # the publisher's own day, not that of Greenwich
    ("2025-06-12 08:15", "2025-06-12"),
    ("12 June 2025", "2025-06-12"),
    ("12 Jun 2025", "2025-06-12"),
    ("June 12, 2025", "2025-06-12"),
    ("Sept. 3, 2025", "2025-09-03"),
    ("the 1st", None),
    ("1st of May 2025", "2025-05-01"),
    ("Thursday, June 12, 2025", "2025-06-12"),
    ("Thu, 12 Jun 2025 10:00:00 GMT", "2025-06-12"),
    ("June 12, 2025 at 4:05 pm", "2025-06-12"),
    ("25/05/2025", "2025-05-25"),
    ("05/25/2025", "2025-05-25"),
    ("05.05.2025", "2025-05-05"),
    ("04/05/2025", None),
    ("4-5-2025", None),
    ("04.05.2025", None),
    ("2025-02-30", None),
    ("30 February 2025", None),
    ("June 2025", None),
    ("2025", None),
    ("yesterday", None),
    ("12 Brumaire 2025", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "day"), CLEAR)
def test_one_reading_or_none(words: str, day: str | None) -> None:
    if day is None:
        with pytest.raises(UnclearDateError):
            read_day(words)
    else:
        assert read_day(words).isoformat() == day


def test_two_readings_are_named() -> None:
    with pytest.raises(UnclearDateError, match="4 May 2025 or 5 April 2025: write 2025-05-04 or 2025-04-05"):
        read_day("04/05/2025")


@given(st.dates(min_value=date(1000, 1, 1)))
def test_what_we_write_we_read(day: date) -> None:
    assert read_day(day.isoformat()) == read_day(spoken(day)) == read_day(f"{day:%B} {day.day}, {day.year}") == day


@given(st.text(max_size=40))
def test_any_words_are_a_day_or_unclear(words: str) -> None:
    try:
        read_day(words)
    except UnclearDateError as error:
        assert str(error)
