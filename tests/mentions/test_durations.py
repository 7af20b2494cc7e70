"""Lengths of time: the hard set sentence by sentence, deadlines, and what must hold for any text."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.mentions.dates.words import in_order
from demarche.mentions.durations import deadline_from, resolve_durations, resolve_lengths
from demarche.model import DurationMention

HARD = Path(__file__).parent.parent / "data" / "times.csv"
NOT_LENGTHS = ("offset", "frequency", "days", "term", "age")


def rows() -> list[dict[str, str]]:
    with HARD.open(encoding="utf-8") as handle:
        return [row for row in csv.DictReader(handle, delimiter="|") if row["kind"] == "duration"]


def code(mention: DurationMention) -> str:
    lasting = mention.lasting
    if lasting.rule in NOT_LENGTHS:
        return lasting.rule
    return f"{'' if lasting.min is None else lasting.min}-{'' if lasting.max is None else lasting.max}"


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"][:60])
def test_hard_set(row: dict[str, str]) -> None:
    expected = [part.strip() for part in (row["expected"] or "").split(";") if part.strip()]
    assert [code(mention) for mention in resolve_durations(row["text"])] == expected


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("50 days", "2025-09-17"),
        ("10 or 12 days", "2025-08-08/2025-08-10"),
        ("24 hours", "2025-07-30"),
        ("48 hours", "2025-07-31"),
        ("two weeks", "2025-08-12"),
        ("a six-day ultimatum", "2025-08-04"),
        ("three months", "2025-10-29"),
        ("up to two weeks", "2025-08-12"),
        ("a year", "2026-07-29"),
    ],
)
def test_deadline(term: str, expected: str) -> None:
    when = deadline_from(term, date(2025, 7, 29))
    assert when is not None and when.edtf == expected and when.anchor == date(2025, 7, 29)


def test_no_deadline_without_a_length() -> None:
    assert deadline_from("soon", date(2025, 7, 29)) is None


def test_deadline_of_a_mention() -> None:
    (mention,) = resolve_durations("He gave them 90 days to leave.")
    when = deadline_from(mention, date(2024, 10, 5))
    assert when is not None and when.edtf == "2025-01-03"


@given(st.integers(1, 600))
def test_minutes_are_read_back(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    forms = [f"{minutes} minutes", f"{minutes}-minute"]
    if hours and rest:
        forms += [f"{hours} h {rest} min", f"{hours} hours and {rest} minutes", f"{hours} hour {rest} minutes"]
    for form in forms:
        (mention,) = resolve_durations(f"It was a call of {form} length.")
        assert (mention.lasting.min, mention.lasting.max) == (minutes, minutes), form


@given(st.integers(0, 23), st.integers(0, 59), st.integers(1, 23 * 60))
def test_two_clock_times_make_a_length(hour: int, minute: int, length: int) -> None:
    end = (hour * 60 + minute + length) % (24 * 60)
    text = f"The talks began at {hour:02d}:{minute:02d} and ended at {end // 60:02d}:{end % 60:02d}."
    (mention,) = resolve_durations(text)
    assert mention.lasting.min == mention.lasting.max == length


_WORDS = st.sampled_from(
    in_order(
        """about nearly more than less under over at least up to half a an hour hours minute minutes quarter of and two
    three 1.5 2,5 ½ 40 - or between twice as long day days week from until 15.30 9:00 p.m. noon began ended ago
    later in within hundred several few couple good full . ,"""
    )
)


@given(st.lists(_WORDS, max_size=30))
@settings(max_examples=300)
def test_any_heap_of_time_words_gives_sound_mentions(heap: list[str]) -> None:
    check_sound(" ".join(heap))


@given(st.text(max_size=200))
def test_any_text_gives_sound_mentions(text: str) -> None:
    check_sound(text)


def check_sound(text: str) -> None:
    for mention in resolve_durations(text):
        lasting = mention.lasting
        assert text[mention.span.start : mention.span.end] == lasting.words
        if lasting.min is not None and lasting.max is not None:
            assert 0 <= lasting.min <= lasting.max
    assert len(list(resolve_lengths(text))) == len(resolve_durations(text))


@pytest.mark.parametrize("text", ["2" * 50_000, "2 or " * 10_000, "an hour and " * 8_000, "9:00 to " * 8_000])
def test_long_monotonous_text_is_read_to_its_end(text: str) -> None:
    """A pattern that backtracks would not come back from these."""
    assert all(text[m.span.start : m.span.end].strip() for m in resolve_durations(text))
