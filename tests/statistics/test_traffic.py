"""Initiators, lengths, plans that never came."""

from __future__ import annotations

from datetime import date

import pytest

from demarche.statistics import Length, Plan, initiator_balance, lengths, never_came


def test_initiators_with_unknown_ones_apart() -> None:
    found = initiator_balance(["Alba"] * 8 + ["Borea"] * 2 + [None] * 5 + ["Cava"], ("Alba", "Borea"))
    assert (found.estimate, found.counts, found.unknown, found.n) == (0.8, (8, 2), 6, 10)
    assert found.p == pytest.approx(0.109375)
    assert found.sentence == (
        "Alba asked for 8 contacts, Borea for 2: 80 % by Alba (95 % interval 44 % to 97 %; "
        "p = 0.11 if both asked equally often). For 6 contacts it is not known."
    )


def test_mostly_unknown_initiators_are_a_warning() -> None:
    found = initiator_balance(["Alba", None, None], ("Alba", "Borea"))
    assert found.notes == (
        "small numbers: 1 known initiator",
        "for 2 of 3 contacts nobody says who asked: the rest need not be like them",
    )
    assert initiator_balance([None], ("Alba", "Borea")).estimate is None


def on(month: int, least: int | None = None, most: int | None = None, until: int | None = None) -> Length:
    return Length((date(2031, month, 3), date(2031, until or month, 5)), least, most)


def test_lengths_by_month_with_unknown_ones_apart() -> None:
    found = lengths([on(1, 60, 90), on(1), on(3, 30, 30), on(4, 10, 10, until=5)])
    assert [(m.month, m.known, m.unknown, m.least, m.most) for m in found.months] == [
        ("2031-01", 1, 1, 60, 90),
        ("2031-02", 0, 0, 0, 0),
        ("2031-03", 1, 0, 30, 30),
    ]
    assert (found.unknown, found.undated, found.n) == (1, 1, 3)
    assert found.interval == pytest.approx((100 / 3, 130 / 3))
    assert "100 to 130 in all; 1 unknown, not counted as zero" in found.sentence


def test_lengths_open_upwards_stay_open() -> None:
    found = lengths([on(1, 120, None), on(1, 30, 30)])
    assert found.months[0].most is None
    assert found.interval == (75.0, None)
    assert "at least 75 minutes on average, at least 150 in all" in found.sentence


@pytest.mark.parametrize("contacts", [[], [on(1)]])
def test_no_lengths(contacts: list[Length]) -> None:
    found = lengths(contacts)
    assert (found.estimate, found.interval) == (None, None)
    assert found.sentence.startswith("No length is known")


def test_planned_that_never_came() -> None:
    day, later = date(2031, 3, 1), date(2031, 9, 1)
    plans = [Plan(day, "held")] * 3 + [Plan(day, "cancelled")] + [Plan(day, "unknown")] * 2 + [Plan(later, "unknown")]
    found = never_came(plans, as_of=date(2031, 6, 1))
    assert (found.estimate, found.n, found.unknown, found.bounds) == (0.25, 4, 2, (1 / 6, 0.5))
    assert found.method == "planned-that-never-came"
