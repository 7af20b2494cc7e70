"""EDTF dates as days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.ledger.edtf import Days, parse

CASES = [
    ("2025", "2025-01-01", "2025-12-31", False),
    ("2025-06", "2025-06-01", "2025-06-30", False),
    ("2024-02", "2024-02-01", "2024-02-29", False),
    ("2025-06-12", "2025-06-12", "2025-06-12", False),
    ("2025-06-12~", "2025-06-12", "2025-06-12", True),
    ("2025-06~", "2025-06-01", "2025-06-30", True),
    ("2025-06-12?", "2025-06-12", "2025-06-12", False),
    ("2025-06-12%", "2025-06-12", "2025-06-12", True),
    ("2025-06-12T15:30", "2025-06-12", "2025-06-12", False),
    ("2025-08-06/2025-08-18", "2025-08-06", "2025-08-18", False),
    ("2025-08/2025-09", "2025-08-01", "2025-09-30", False),
    ("../2025-10-27", None, "2025-10-27", False),
    ("/2025-10-27", None, "2025-10-27", False),
    ("2025-10-27/..", "2025-10-27", None, False),
    ("2025-21", "2025-03-01", "2025-05-31", False),
    ("2025-24", "2025-12-01", "2026-02-28", False),
    ("2025-33", "2025-01-01", "2025-03-31", False),
    ("2025-36", "2025-10-01", "2025-12-31", False),
    ("202X", "2020-01-01", "2029-12-31", False),
    ("2025-06-XX", "2025-06-01", "2025-06-30", False),
    ("2025-06-12|2025-06-14", "2025-06-12", "2025-06-14", False),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "approximate"), CASES)
def test_parse(text: str, earliest: str | None, latest: str | None, approximate: bool) -> None:
    days = parse(text)
    assert days is not None
    found = [d.isoformat() if d else None for d in (days.earliest, days.latest)]
    assert (*found, days.approximate) == (earliest, latest, approximate)


@pytest.mark.parametrize(
    "text", [None, "", "soon", "2025-13", "2025-02-30", "12/06/2025", "2025-06-12/2025-06-01", "P12D"]
)
def test_what_is_no_date(text: str | None) -> None:
    assert parse(text) is None


DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))


@st.composite
def intervals(draw: st.DrawFn) -> Days:
    first = draw(DAYS)
    return Days(first, first + timedelta(draw(st.integers(0, 40))), draw(st.booleans()))


@given(intervals(), intervals())
def test_within_and_touches_agree_with_the_days_themselves(a: Days, b: Days) -> None:
    def every(days: Days) -> set[date]:
        assert days.earliest and days.latest
        return {days.earliest + timedelta(n) for n in range((days.latest - days.earliest).days + 1)}

    assert a.touches(b) == b.touches(a) == bool(every(a) & every(b))
    assert a.within(b) == (every(a) <= every(b))
    assert a.within(a.widened())


@given(DAYS, DAYS)
def test_an_interval_reads_back(a: date, b: date) -> None:
    first, last = sorted((a, b))
    assert parse(f"{first}/{last}") == Days(first, last)
