"""Hours in contact: sums as intervals, unknown lengths apart, sides pooled, two sums compared."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.analysis import ComparisonAnswer, CountingRule, Minutes, Pool, compare, hours
from demarche.analysis.hours.comparing import possible, ratio
from demarche.analysis.hours.minutes import NOTHING, total
from demarche.analysis.hours.needing import bounds
from demarche.analysis.hours.pools import appointment
from demarche.analysis.hours.wording import decimal, sum_in_words
from demarche.errors import UsageError
from demarche.ledger import Ledger

P, T, W, Z, L = "Vladimir Putin", "Donald Trump", "Steve Witkoff", "Volodymyr Zelenskyy", "Sergey Lavrov"
Fill = Callable[..., Ledger]

LENGTHS = st.tuples(st.integers(0, 300), st.integers(0, 300)).map(lambda p: Minutes(p[0], p[0] + p[1]))
OPEN = st.integers(0, 300).map(lambda least: Minutes(least, None))


@given(st.lists(st.one_of(LENGTHS, OPEN), max_size=8), st.data())
def test_a_sum_holds_every_sum_of_values_inside(lengths: list[Minutes], data: st.DataObject) -> None:
    values = [data.draw(st.integers(x.least, 10_000 if x.most is None else x.most)) for x in lengths]
    assert sum(values) in total(lengths)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3)), max_size=4))
def test_a_sum_is_the_hull_of_the_brute_force(pairs: list[tuple[int, int]]) -> None:
    lengths = [Minutes(a, a + b) for a, b in pairs]
    sums = [sum(values) for values in product(*(range(x.least, (x.most or 0) + 1) for x in lengths))]
    assert total(lengths) == Minutes(min(sums), max(sums))


@given(st.lists(st.one_of(LENGTHS, OPEN), max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_lengths_does_not_matter(lengths: list[Minutes], rng: random.Random) -> None:
    shuffled = list(lengths)
    rng.shuffle(shuffled)
    assert total(lengths) == total(shuffled)
    assert total([]) == NOTHING


@given(LENGTHS, LENGTHS, st.floats(0.5, 3), st.floats(1, 2), st.data())
def test_what_is_true_of_values_inside_is_held_possible(
    ours: Minutes, theirs: Minutes, factor: float, about: float, data: st.DataObject
) -> None:
    a = data.draw(st.integers(ours.least, ours.most or 0))
    b = data.draw(st.integers(theirs.least, theirs.most or 0).filter(bool))
    claim = "more" if a > factor * about * b else "less" if a < factor / about * b else "about as much"
    found = possible(ours, theirs, factor, about)
    assert claim in found
    low, high = ratio(ours, theirs)
    assert low <= a / b and (high is None or a / b <= high)


@pytest.fixture
def filled(fill: Fill, row: Any) -> Ledger:
    return fill(
        row((P, T), day="2025-02-12", minutes=(80, 90)),
        row((P, W), day="2025-03-13", type="meeting", minutes=(180, 240)),
        row((P, T, W), day="2025-08-15", type="meeting", minutes=(150, 200)),
        row((P, T), day="2025-10-20", status="planned", minutes=(60, 60)),
        row((P, T), day="2025-06-17", status="held|denied", minutes=(60, 60)),
        row((P, Z), day="2025-03-01", minutes=(60, None)),
        row((P, Z), day="2025-04-01"),
        row((P, Z), day="2025-05-01", minutes=(100, 110)),
        row((P, Z, T), day="2025-05-08", type="summit", minutes=(300, 300)),
    )


def test_a_meeting_that_both_attended_counts_once(filled: Ledger) -> None:
    answer = hours(filled, Pool("Putin", ("Trump", "Witkoff")), period="2025")
    assert (answer.contacts, answer.told, answer.total) == (3, Minutes(410, 530), Minutes(410, 530))
    apart = [hours(filled, Pool("Putin", name), period="2025").told for name in ("Trump", "Witkoff")]
    assert apart == [Minutes(230, 290), Minutes(330, 440)]


def test_unknown_lengths_are_listed_and_open_ends_stay_open(filled: Ledger) -> None:
    answer = hours(filled, Pool("Putin", "Zelensky"), period="2025")
    assert (answer.contacts, answer.known, len(answer.unknown), len(answer.open_ended)) == (3, 2, 1, 1)
    assert (answer.told, answer.total) == (Minutes(160, 170), Minutes(160, None))
    assert answer.unknown[0].date == "2025-04-01"


def test_planned_and_claimed_contacts_are_in_no_sum(filled: Ledger) -> None:
    answer = hours(filled, Pool("Putin", "Trump"), period="2025")
    assert [item.contact.date for item in answer.doubtful] == ["2025-06-17"]
    assert all("planned" not in {r.status for r in c.reports} for c in answer.rows)


def test_a_summit_with_a_third_side_is_left_out_unless_asked_for(filled: Ledger) -> None:
    pool = Pool("Putin", "Zelensky")
    assert [item.reason for item in hours(filled, pool).left_out] == ["others took part: Donald Trump"]
    assert hours(filled, pool, rule=CountingRule()).told == Minutes(460, 470)


def test_an_envoy_counts_from_his_appointment(fill: Fill, row: Any) -> None:
    ledger = fill(
        row((P, W), day="2024-12-20", type="meeting", minutes=(60, 60)),
        row((P, W), day="2025-02-11", type="meeting", minutes=(30, 30)),
        row((P, T), day="2016-12-01", minutes=(10, 10)),
    )
    answer = hours(ledger, Pool("Putin", ("Trump", "Witkoff")))
    assert answer.told == Minutes(40, 40)
    assert [item.reason for item in answer.left_out] == ["before the appointment of Steve Witkoff (20 Jan 2025)"]
    assert hours(ledger, Pool("Putin", "Witkoff")).told == Minutes(90, 90)  # asked for by himself
    assert hours(ledger, Pool("Putin", "Trump", envoys=True)).told == Minutes(40, 40)
    assert appointment("Nobody Known", frozenset({"Russia"})) is None


def test_the_period_ends_with_the_day_asked_for(filled: Ledger) -> None:
    assert hours(filled, Pool("Putin", ("Trump", "Witkoff")), period="2025", until="2025-03-31").told == Minutes(
        260, 330
    )
    with pytest.raises(UsageError, match="begins after"):
        hours(filled, Pool("Putin", "Trump"), period="2025", until="2024-03-31")


def compared(ledger: Ledger, **more: Any) -> ComparisonAnswer:
    return compare(ledger, first=Pool("Putin", ("Trump", "Witkoff")), second=Pool("Putin", "Zelensky"), **more)


def test_unknown_lengths_leave_a_comparison_open_and_say_what_they_would_need(filled: Ledger) -> None:
    answer = compared(filled, period="2025")
    assert (answer.verdict, answer.possible) == ("cannot tell", ("more", "about as much", "less"))
    needs = {need.claim: (round(need.least), need.most and round(need.most)) for need in answer.needs}
    assert needs["exactly as much"] == (240, 370)  # 410 - 170 to 530 - 160
    assert needs["about as much"] == (158, 502)  # 410 / 1.25 - 170 to 530 * 1.25 - 160
    assert needs["more"] == (0, 264) and needs["less"] == (342, None)
    assert "the one without a length would have to last 4 h to 6 h 10" in answer.sentence


def pair(fill: Fill, row: Any, first: tuple[int, int | None], second: tuple[int, int | None]) -> Ledger:
    return fill(row((P, T), minutes=first), row((P, Z), minutes=second))


VERDICTS = [
    ((600, 650), (100, 110), {}, "more"),
    ((100, 110), (600, 650), {}, "less"),
    ((100, 110), (100, 105), {}, "about as much"),
    ((100, 110), (100, 105), {"about": 1.0}, "cannot tell"),
    ((100, 100), (100, 100), {"about": 1.0}, "about as much"),
    ((100, 200), (100, 110), {}, "cannot tell"),
    ((200, 210), (100, 105), {"factor": 2.0}, "about as much"),
    ((200, 210), (100, 105), {"factor": 3.0}, "less"),
    ((600, None), (100, 110), {}, "more"),
    ((100, 110), (600, None), {}, "less"),
    ((100, None), (100, 110), {}, "cannot tell"),
]


@pytest.mark.parametrize(("first", "second", "more", "verdict"), VERDICTS)
def test_verdicts(
    fill: Fill, row: Any, first: tuple[int, int | None], second: tuple[int, int | None], more: Any, verdict: str
) -> None:
    ledger = pair(fill, row, first, second)
    assert compare(ledger, first=Pool("Putin", "Trump"), second=Pool("Putin", "Zelensky"), **more).verdict == verdict


def test_unknown_lengths_of_the_first_side(filled: Ledger) -> None:
    answer = compare(filled, first=Pool("Putin", "Zelensky"), second=Pool("Putin", ("Trump", "Witkoff")))
    exact = next(need for need in answer.needs if need.claim == "exactly as much")
    assert (exact.side, exact.least, exact.most) == ("first", 240, 370)


@given(LENGTHS, LENGTHS, st.floats(0.5, 3), st.floats(1, 2), st.integers(0, 2000))
def test_the_needs_are_neither_too_wide_nor_too_narrow(
    ours: Minutes, theirs: Minutes, factor: float, about: float, unknown: int
) -> None:
    """With the unknown minutes known, a claim is possible exactly where they lie in what it needs."""
    filled_up = Minutes(theirs.least + unknown, (theirs.most or 0) + unknown)
    for claim in ("more", "about as much", "less"):
        least, most = bounds(claim, ours, theirs, factor, about)  # type: ignore[arg-type]
        found = claim in possible(ours, filled_up, factor, about)
        if least + 1e-6 < unknown and (most is None or unknown < most - 1e-6):
            assert found
        if unknown < least - 1e-6 or (most is not None and unknown > most + 1e-6):
            assert not found


def test_nothing_told_on_either_side_cannot_be_compared(fill: Fill, row: Any) -> None:
    ledger = fill(row((P, T)), row((P, Z)), row((P, L)))
    answer = compare(ledger, first=Pool("Putin", "Trump"), second=Pool("Putin", "Zelensky"))
    assert (answer.verdict, answer.needs, answer.ratio) == ("cannot tell", (), (0.0, None))
    assert "none of them with a length" in answer.sentence


@pytest.mark.parametrize("more", [{"factor": 0}, {"about": 0.5}])
def test_factors_that_make_no_sense_are_refused(filled: Ledger, more: Any) -> None:
    with pytest.raises(UsageError):
        compared(filled, **more)


WORDS = [
    (Minutes(1649, 2095), "27 h 29 to 34 h 55", "27.5 – 34.9 h"),
    (Minutes(45, 45), "45 min", "0.8 h"),
    (Minutes(120, None), "at least 2 h", "at least 2.0 h"),
]


@pytest.mark.parametrize(("length", "words", "hours_"), WORDS)
def test_sums_in_words(length: Minutes, words: str, hours_: str) -> None:
    assert (sum_in_words(length), decimal(length)) == (words, hours_)
