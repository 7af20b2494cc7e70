"""Coverage: sources and months, gaps and thin months, kept in step with the documents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.analysis import count, coverage_table
from demarche.analysis.coverage import gaps_of, thin_of
from demarche.analysis.months import median, run, shortened
from demarche.ledger import Ledger
from demarche.model import Document

P, T, Z = "Vladimir Putin", "Donald Trump", "Volodymyr Zelenskyy"
Fill = Callable[..., Ledger]


@pytest.fixture
def filled(fill: Fill, row: Any) -> Ledger:
    days = ["2025-01-05", "2025-01-06", "2025-01-20", "2025-02-03", "2025-02-04", "2025-02-05", "2025-04-09"]
    rows = [row((P, T), day=day, published=day, publisher="Gazette") for day in days]
    return fill(*rows, row((P, Z), day="2025-01-07", published="2025-01-08", publisher="Herald"),
                row((P, T), published=None, publisher="Herald"))  # fmt: skip


def test_months_and_sources(filled: Ledger) -> None:
    table = coverage_table(filled)
    assert (table.documents, table.undated, table.first, table.last) == (9, 1, "2025-01-05", "2025-04-09")
    assert [(m.month, m.documents, m.sources) for m in table.months] == [
        ("2025-01", 4, 2),
        ("2025-02", 3, 1),
        ("2025-03", 0, 0),
        ("2025-04", 1, 1),
    ]
    assert (table.gaps, table.thin, table.median) == (("2025-03",), ("2025-04",), 3.0)
    gazette, herald = table.sources
    assert (gazette.publisher, gazette.documents, gazette.gaps) == ("Gazette", 7, ("2025-03",))
    assert (herald.documents, herald.undated, herald.first, herald.last) == (2, 1, "2025-01", "2025-01")


def test_events_are_those_that_begin_in_the_month(filled: Ledger) -> None:
    assert [(m.contacts, m.events) for m in coverage_table(filled).months] == [(4, 4), (3, 3), (1, 1), (1, 1)]


def test_the_documents_that_tell_of_two_sides(filled: Ledger) -> None:
    table = coverage_table(filled, between="Putin", and_="Zelensky")
    assert (table.documents, [m.month for m in table.months], table.months[0].contacts) == (1, ["2025-01"], 1)


def test_a_period_is_cut_out(filled: Ledger) -> None:
    assert [m.month for m in coverage_table(filled, period="2025-02").months] == ["2025-02"]
    assert coverage_table(filled, period="2024").months == ()


def test_a_count_in_a_thin_period_says_so(filled: Ledger) -> None:
    covered = count(filled, between="Putin", and_="Trump", period="2025-01/2025-04-09").coverage
    assert covered.notes == (
        "no documents before 5 Jan 2025",
        "no documents of Mar 2025",
        "few documents of Apr 2025 (1; the median month has 3)",
    )
    assert (covered.gaps, covered.thin) == (("2025-03",), ("2025-04",))


def test_the_numbers_follow_the_documents(fill: Fill) -> None:
    ledger = fill()
    page = {"publisher": "Gazette", "url": "https://example.org/1", "title": "A call"}
    with ledger.run("test") as running:
        ledger.add(Document("a", "They spoke.", **page), (), running)
        assert [(c.month, c.documents) for c in ledger.coverage()] == [("", 1)]
        ledger.add(Document("a", "They spoke.", date=date(2025, 3, 4), **page), (), running)  # dated now
        assert [(c.month, c.documents) for c in ledger.coverage()] == [("2025-03", 1)]
        ledger.add(Document("a", "They spoke at length.", date=date(2025, 4, 4), **page), (), running)  # a new version
        assert [(c.month, c.documents) for c in ledger.coverage()] == [("2025-04", 1)]
        ledger.add(Document("a", "They spoke.", date=date(2025, 3, 4), **page), (), running)  # and back
        assert [(c.month, c.documents) for c in ledger.coverage()] == [("2025-03", 1)]


def test_an_empty_ledger_covers_nothing(fill: Fill) -> None:
    table = coverage_table(fill())
    assert (table.documents, table.months, table.sources, table.first, table.median) == (0, (), (), None, 0.0)


MONTHS = st.dates(date(2015, 1, 1), date(2027, 12, 31)).map(lambda day: day.isoformat()[:7])


@given(st.dictionaries(MONTHS, st.integers(1, 500), min_size=1))
def test_a_month_between_the_first_and_the_last_is_covered_or_a_gap(numbers: dict[str, int]) -> None:
    gaps = gaps_of(numbers)
    assert sorted([*gaps, *numbers]) == run(min(numbers), max(numbers))
    assert all(numbers[month] * 2 < median(numbers.values()) for month in thin_of(numbers))


RUNS = [
    (["2025-03"], "Mar 2025"),
    (["2025-03", "2025-04", "2025-05"], "Mar – May 2025"),
    (["2024-12", "2025-01"], "Dec 2024 – Jan 2025"),
    (["2024-05", "2025-01", "2025-02"], "May 2024, Jan – Feb 2025"),
]


@pytest.mark.parametrize(("months", "words"), RUNS)
def test_runs_of_months_in_words(months: list[str], words: str) -> None:
    assert shortened(months) == words
