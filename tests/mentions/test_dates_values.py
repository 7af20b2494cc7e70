"""Dates: the hard set sentence by sentence, tense from the parse, and what must hold for any text."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.mentions.dates import dateline, find_dates, resolve_dates
from demarche.mentions.dates.calendar import Stretch, moved
from demarche.mentions.dates.holidays import easter
from demarche.mentions.dates.words import in_order
from demarche.model import DateMention, Document

if TYPE_CHECKING:
    from spacy.language import Language

HARD = Path(__file__).parent.parent / "data" / "times.csv"
DAY = date(2025, 10, 16)  # a Thursday


def rows(kind: str) -> list[dict[str, str]]:
    with HARD.open(encoding="utf-8") as handle:
        return [row for row in csv.DictReader(handle, delimiter="|") if row["kind"] == kind]


def code(mention: DateMention) -> str:
    when = mention.when
    if when.reason:
        return f"!{when.reason}"
    return f"name:{when.edtf}" if when.rule.endswith(":name") else str(when.edtf)


def values(text: str, day: date | None = DAY) -> list[str]:
    return [code(mention) for mention in resolve_dates(text, day)]


@pytest.mark.parametrize("row", rows("date"), ids=lambda row: f"{row['anchor']} {row['text'][:50]}")
def test_hard_set(row: dict[str, str]) -> None:
    anchor = date.fromisoformat(row["anchor"]) if row["anchor"] else None
    expected = [part.strip() for part in (row["expected"] or "").split(";") if part.strip()]
    assert values(row["text"], anchor) == expected


def test_hard_set_is_large_enough() -> None:
    assert len(rows("date")) + len(rows("duration")) >= 300


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The presidents met on Monday.", ["2025-10-13"]),
        ("The presidents will meet on Monday.", ["2025-10-20"]),
        ("The presidents agreed to meet on Monday.", ["2025-10-20"]),
        ("The minister flies to Rome on Monday.", ["2025-10-20"]),
        ("After meeting the king on Monday, she flew home.", ["2025-10-13"]),
        ("The trip planned for Monday was discussed.", ["2025-10-20"]),
        ("The minister cancelled Monday's trip.", ["2025-10-20"]),
        ("The two have talked since Monday.", ["2025-10-13/.."]),
        ("The ministers met in March and will meet again in March.", ["2025-03", "2026-03"]),
    ],
)
def test_tense_is_that_of_the_governing_verb(nlp: Language, text: str, expected: list[str]) -> None:
    found = find_dates(Document("d", text, date=DAY), nlp(text))
    assert [code(mention) for mention in found] == expected


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("The ministers spoke at 15.30 on 5 May.", "15:30"),
        ("At 5 p.m. on Wednesday the doors closed.", "17:00"),
        ("They met on Friday morning at ten o'clock.", "10:00"),
        ("They met on Saturday at noon.", "12:00"),
        ("On 6 August, at half past nine, they met.", "09:30"),
        ("They met on Monday.", None),
    ],
)
def test_clock_goes_with_its_day(text: str, clock: str | None) -> None:
    assert [mention.when.clock for mention in resolve_dates(text, DAY)] == [clock]


def test_a_year_as_heading_holds_for_what_stands_below() -> None:
    text = "2023\n\nMarch 8: The two speak.\n\nNov. 2: They meet.\n\n2024\n\nJan. 14-16: A round of talks."
    assert values(text) == ["2023", "2023-03-08", "2023-11-02", "2024", "2024-01-14/2024-01-16"]


def test_a_story_of_another_year_keeps_its_year_and_its_weekdays() -> None:
    text = (
        "On 8 February 2015 the four spoke by phone. They agreed to meet on Wednesday. The truce began on 15 February."
    )
    assert values(text, date(2022, 2, 11)) == ["2015-02-08", "2015-02-11", "2015-02-15"]


def test_postponed_from_one_day_to_another_is_two_days() -> None:
    assert values("The date was moved from Friday to October 29.") == ["2025-10-17", "2025-10-29"] or values(
        "The date was moved from Friday to October 29."
    ) == ["2025-10-10", "2025-10-29"]


def test_every_value_names_its_rule_and_relative_ones_their_anchor() -> None:
    mentions = resolve_dates("On 3 March 2025 they met. Three days later, and again yesterday, they spoke.", DAY)
    assert [(m.when.rule, m.when.anchor) for m in mentions] == [
        ("day-month-year", None),
        ("text-distance", date(2025, 3, 3)),
        ("deictic", DAY),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MOSCOW, Oct. 16, 2025 (Agency) - The two spoke.", date(2025, 10, 16)),
        ("Oslo, 5 March 2021. The ministers met.", date(2021, 3, 5)),
        ("16 October 2025\n\nThe two spoke.", date(2025, 10, 16)),
        ("Ministers speak about ports\n\nOslo, 5 March 2021 - The ministers met.", date(2021, 3, 5)),
        ("Readout\n\n5 March 2021\n\nThe ministers met.", date(2021, 3, 5)),
        ("The main events of the year\n\n5 March 2021 - The ministers met.", None),
        ("The two spoke on 5 March 2021 in Oslo.", None),
        ("They met twice that year.\nIn Oslo on 5 March 2021 - the ministers spoke.", None),
        ("MOSCOW, Oct. 16 (Agency) - The two spoke.", None),
        ("", None),
    ],
)
def test_dateline(text: str, expected: date | None) -> None:
    assert dateline(text) == expected


def test_dateline_serves_a_document_without_a_date(nlp: Language) -> None:
    text = "OSLO, March 5, 2021 - The two ministers spoke on Wednesday."
    found = list(find_dates(Document("d", text), nlp(text)))
    assert [code(mention) for mention in found] == ["2021-03-05", "2021-03-03"]


def test_a_weekday_under_a_headline_and_a_dateline_is_the_latest_one(nlp: Language) -> None:
    text = "Ministers speak about ports\n\nOSLO, 1 March 2021 - The two ministers spoke on Monday."
    found = list(find_dates(Document("d", text), nlp(text)))
    assert [code(mention) for mention in found] == ["2021-03-01", "2021-03-01"]


@pytest.mark.parametrize(
    ("year", "expected"), [(2018, "2018-04-01"), (2024, "2024-03-31"), (2025, "2025-04-20"), (1961, "1961-04-02")]
)
def test_easter(year: int, expected: str) -> None:
    assert easter(year).isoformat() == expected


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_printed_dates_are_read_back(day: date) -> None:
    number = day.day
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number not in (11, 12, 13) else 0, "th")
    month = f"{day:%B}"
    for form in (
        day.isoformat(),
        f"{number} {month} {day.year}",
        f"{month} {number}, {day.year}",
        f"{month} {number}{ending}, {day.year}",
        f"the {number}{ending} of {month} {day.year}",
        f"{day:%A}, {number} {month} {day.year}",
        f"{number:02d}.{day.month:02d}.{day.year}",
    ):
        mentions = resolve_dates(f"They met on {form}.", DAY)
        assert [m.when.edtf for m in mentions] == [day.isoformat()], form


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)), st.integers(0, 6), st.booleans())
def test_weekdays_lie_within_a_week(anchor: date, number: int, ahead: bool) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[number]
    text = f"They will meet on {name}." if ahead else f"They met on {name}."
    (mention,) = resolve_dates(text, anchor)
    found = mention.when.earliest
    assert found is not None and found.weekday() == number
    assert timedelta(0) <= (found - anchor if ahead else anchor - found) < timedelta(7)


_WORDS = st.sampled_from(
    in_order(
        """on in the of from to and between by since until last next this first third early mid late end beginning week
    weeks month months year years day days ago later earlier before after May March Monday Friday spring Christmas 3
    12 31 30 1999 2025 11th 4.5 15.30 5/6/2025 , . - – ' 's two twenty half a quarter weekend every morning
    following same that hundred decade century 1990s '99 Q3 2025-10 0000-00-00 99.99.9999"""
    )
)


@given(st.lists(_WORDS, max_size=30), st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)))
@settings(max_examples=300)
def test_any_heap_of_time_words_gives_sound_mentions(heap: list[str], anchor: date | None) -> None:
    check_sound(" ".join(heap), anchor)


@given(st.text(max_size=200), st.none() | st.dates())
def test_any_text_gives_sound_mentions(text: str, anchor: date | None) -> None:
    check_sound(text, anchor)


def check_sound(text: str, anchor: date | None) -> None:
    end = 0
    for mention in resolve_dates(text, anchor):
        span, when = mention.span, mention.when
        assert text[span.start : span.end] == when.words and when.words.strip() == when.words
        assert span.start >= end, "mentions overlap"
        end = span.end
        assert (when.edtf is None) == bool(when.reason)
        if when.earliest and when.latest:
            assert when.earliest <= when.latest


@pytest.mark.parametrize("text", ["1" * 50_000, "1-" * 20_000, "12.10." * 10_000, "5 May " * 8_000, "the " * 20_000])
def test_long_monotonous_text_is_read_to_its_end(text: str) -> None:
    """A pattern that backtracks would not come back from these."""
    found = resolve_dates(text, DAY)
    assert len([m for m in found if m.when.words == "5 May"]) == text.count("5 May")


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-500, 500))
def test_months_move_there_and_back_to_the_same_month(day: date, count: int) -> None:
    back = moved(moved(day, count, "month"), -count, "month")
    assert (back.year, back.month) == (day.year, day.month)


def test_an_empty_stretch_has_no_value() -> None:
    assert Stretch(None, None).edtf is None
