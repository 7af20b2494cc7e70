"""Who talks to whom, on small ledgers: zeros, doubtful rows, shares, who asked, plans, the network."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from demarche.analysis.coverage import Coverage
from demarche.analysis.traffic import calendar_of, network, traffic
from demarche.errors import UsageError
from demarche.ledger import Ledger
from demarche.ledger.edtf import Days

PUTIN, TRUMP, RUBIO, LAVROV = "Vladimir Putin", "Donald Trump", "Marco Rubio", "Sergey Lavrov"
ZELENSKYY = "Volodymyr Zelenskyy"
QUARTER = "2025-01-01/2025-03-31"


@pytest.fixture
def quarter(fill: Callable[..., Ledger], row: Callable[..., object]) -> Ledger:
    """Three months: two calls in January, none in February, a meeting in March, and things in doubt."""
    return fill(
        row((PUTIN, TRUMP), day="2025-01-10", published="2025-01-10", minutes=(60, 60)),
        row((PUTIN, TRUMP), day="2025-01-20", published="2025-01-20"),
        row((LAVROV, RUBIO), "meeting", "2025-03-05", published="2025-03-05", minutes=(30, 45)),
        row((PUTIN, ZELENSKYY), "meeting", "2025-03-07", published="2025-03-07"),
        row((PUTIN, TRUMP), day="2025-02", status="held|denied", published="2025-03-01"),
        row((PUTIN, TRUMP), "summit", "2025-03-20", "planned", published="2025-03-10"),
        row((PUTIN, TRUMP), "visit", "2025-03-25", "cancelled", published="2025-03-21"),
    )


def test_every_month_has_a_row_and_zeros_are_rows(quarter: Ledger) -> None:
    answer = traffic(quarter, of="Russia", period=QUARTER)
    cells = {(row.second, row.period): (row.contacts, row.doubtful) for row in answer.rows}
    assert cells["United States", "2025-01"] == (2, 0)
    assert cells["United States", "2025-02"] == (0, 1)
    assert cells["United States", "2025-03"] == (1, 0)
    assert cells["Ukraine", "2025-02"] == (0, 0)
    assert len(cells) == 6


def test_a_zero_says_on_how_many_covered_days(quarter: Ledger) -> None:
    rows = traffic(quarter, of="Russia", with_="United States", period="2025-01-01/2025-04-30").rows
    assert [(row.covered, row.days) for row in rows] == [(22, 31), (0, 28), (21, 31), (0, 30)]


def test_shares_are_of_all_contacts_of_the_side(quarter: Ledger) -> None:
    first, second = traffic(quarter, of="Russia", period=QUARTER).pairs
    assert (first.counterpart, first.share.hits, first.share.n) == ("United States", 3, 4)
    assert (second.counterpart, second.share.hits) == ("Ukraine", 1)
    assert first.share.method == "who-talks-to-whom"


@pytest.mark.parametrize(
    ("of", "level", "counterparts"),
    [
        ("Russia", None, ["United States", "Ukraine"]),
        ("Russia", "person", [TRUMP, RUBIO, ZELENSKYY]),
        ("Putin", None, [TRUMP, ZELENSKYY]),
        ("Putin", "side", ["United States", "Ukraine"]),
    ],
)
def test_counterparts_are_states_or_persons(
    quarter: Ledger, of: str, level: str | None, counterparts: list[str]
) -> None:
    answer = traffic(quarter, of=of, period=QUARTER, level=level)  # type: ignore[arg-type]
    assert [pair.counterpart for pair in answer.pairs] == counterparts


def test_a_counterpart_asked_for_comes_even_with_nothing(quarter: Ledger) -> None:
    answer = traffic(quarter, of="Lavrov", with_=("Rubio", "Zelenskyy"), period=QUARTER, by="year")
    assert [(row.second, row.contacts) for row in answer.rows] == [(RUBIO, 1), (ZELENSKYY, 0)]


def test_several_counterparts_are_pooled_on_request(quarter: Ledger) -> None:
    answer = traffic(quarter, of="Russia", with_=("Trump", "Rubio"), pooled=True, period=QUARTER, by="year")
    assert [(row.second, row.contacts) for row in answer.rows] == [(f"{TRUMP} or {RUBIO}", 3)]


def test_people_of_the_own_side_are_no_counterparts(fill: Callable[..., Ledger], row: Callable[..., object]) -> None:
    answer = traffic(fill(row((PUTIN, LAVROV, TRUMP))), of="Putin")
    assert [pair.counterpart for pair in answer.pairs] == [TRUMP]


def test_plans_are_held_cancelled_or_unknown(quarter: Ledger) -> None:
    answer = traffic(quarter, of="Russia", period=QUARTER, as_of=date(2025, 6, 1))
    assert (answer.plans.hits, answer.plans.n, answer.plans.unknown) == (1, 1, 1)
    assert [contact.event.type for contact in answer.waiting] == ["summit"]
    early = traffic(quarter, of="Russia", period=QUARTER, as_of=date(2025, 3, 15))
    assert (early.plans.n, early.plans.unknown) == (0, 0)


def test_lengths_are_bounds_and_missing_ones_are_counted(quarter: Ledger) -> None:
    lengths = traffic(quarter, of="Russia", with_="United States", period=QUARTER).lengths
    assert (lengths.n, lengths.unknown) == (2, 1)
    assert [(month.least, month.most) for month in lengths.months] == [(60, 60), (0, 0), (30, 45)]


def test_the_network_counts_each_two_sides(quarter: Ledger) -> None:
    assert network(quarter, period=QUARTER) == ((("Russia", "United States"), 3), (("Russia", "Ukraine"), 1))
    assert network(quarter, period="2025-03") == ((("Russia", "Ukraine"), 1), (("Russia", "United States"), 1))


def test_no_other_tables(quarter: Ledger) -> None:
    with pytest.raises(UsageError, match="month, year"):
        traffic(quarter, of="Russia", by="week")


def test_days_outside_the_documents_are_gaps() -> None:
    covered = Coverage(3, "2025-02-10", "2025-04-20", 0, gaps=("2025-03",))
    calendar = calendar_of(Days(date(2025, 1, 1), date(2025, 4, 30)), covered)
    assert calendar.covered().sum() == 19 + 20
    assert calendar_of(Days(date(2025, 1, 1), date(2025, 1, 31)), Coverage(0, None, None, 0)).covered().sum() == 0
