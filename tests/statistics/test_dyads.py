"""Tables of pairs with their zeros, counterparts, reciprocity."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.errors import UsageError
from demarche.statistics import Calendar, Meeting, counterparts, edges, reciprocity, table

YEAR = Calendar(date(2031, 1, 1), date(2031, 12, 31))
SIDES = ("Alba", "Borea", "Cava")


def met(first: date, a: str, b: str, days: int = 0, weight: float = 1.0) -> Meeting:
    return Meeting((first, first + timedelta(days)), (a, b), weight)


MEETINGS = (
    met(date(2031, 1, 5), "Borea", "Alba"),
    met(date(2031, 1, 9), "Alba", "Borea", weight=2.0),
    met(date(2031, 1, 30), "Alba", "Borea", days=4),  # January or February
    met(date(2031, 6, 1), "Cava", "Alba"),
    met(date(2031, 12, 30), "Alba", "Cava", days=4),  # this year or the next
    met(date(2033, 1, 1), "Alba", "Cava"),
)


def test_zeros_are_rows_and_vague_contacts_are_possible() -> None:
    cells = {(cell.period, cell.sides): cell for cell in table(MEETINGS, YEAR)}
    assert len(cells) == 12 * 3
    january, february = (cells[month, ("Alba", "Borea")] for month in ("2031-01", "2031-02"))
    assert (january.contacts, january.possible) == (3.0, 4.0)
    assert (february.contacts, february.possible) == (0, 1.0)
    december = cells["2031-12", ("Alba", "Cava")]
    assert (december.contacts, december.possible) == (0, 1.0)
    assert cells["2031-03", ("Borea", "Cava")].possible == 0


def test_a_zero_tells_how_many_days_were_covered() -> None:
    calendar = Calendar(YEAR.first, YEAR.last, ((date(2031, 1, 20), date(2031, 2, 28)),))
    cells = {cell.period: cell.covered for cell in table(MEETINGS, calendar, sides=SIDES[:2])}
    assert (cells["2031-01"], cells["2031-02"], cells["2031-03"]) == (19, 0, 31)


def test_years() -> None:
    calendar = Calendar(date(2030, 6, 1), date(2033, 6, 1))
    cells = table(MEETINGS, calendar, unit="year", sides=("Alba", "Cava"))
    assert [(c.period, c.contacts, c.possible) for c in cells] == [
        ("2030", 0, 0),
        ("2031", 1.0, 2.0),
        ("2032", 0, 1.0),
        ("2033", 1.0, 1.0),
    ]


@given(
    st.lists(
        st.builds(
            met,
            st.dates(date(2031, 1, 1), date(2031, 12, 31)),
            st.just("Alba"),
            st.sampled_from(["Borea", "Cava"]),
        )
    )
)
def test_the_table_sums_to_the_contacts(meetings: list[Meeting]) -> None:
    cells = table(meetings, YEAR, sides=SIDES)
    assert sum(cell.contacts for cell in cells) == len(meetings)
    assert all(cell.contacts == cell.possible for cell in cells)


def test_a_pair_needs_two_sides() -> None:
    with pytest.raises(UsageError):
        table([met(date(2031, 1, 1), "Alba", "Alba")], YEAR)


def test_edges_are_strongest_first() -> None:
    assert edges(MEETINGS) == ((("Alba", "Borea"), 4.0), (("Alba", "Cava"), 3.0))


def test_counterparts() -> None:
    found = counterparts(MEETINGS, "Alba")
    assert [(one.counterpart, one.estimate, one.n) for one in found] == [("Borea", 0.5, 6), ("Cava", 0.5, 6)]
    assert found[0].sentence == "3 of Alba's 6 contacts were with Borea: 50 % (95 % interval 12 % to 88 %)."
    assert counterparts(MEETINGS, "Nobody") == ()


@pytest.mark.parametrize(
    ("acts", "share"),
    [
        ({("A", "B"): 4}, 0.0),
        ({("A", "B"): 3, ("B", "A"): 3}, 1.0),
        ({("A", "B"): 3, ("B", "A"): 1}, 0.5),
        ({("A", "B"): 2, ("B", "A"): 2, ("A", "C"): 4}, 0.5),
        ({}, None),
    ],
)
def test_reciprocity(acts: dict[tuple[str, str], int], share: float | None) -> None:
    found = reciprocity(Counter(acts).elements())
    assert found.estimate == share
    assert found.notes == (f"small numbers: {found.n or 'no'} acts",)
