"""Kaplan-Meier against values worked by hand and scipy; the log-rank test against every deal of the labels."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from demarche.errors import UsageError
from demarche.statistics import Spell, kaplan_meier, log_rank

#: the 21 treated patients of Freireich et al. (1963), the textbook example of the curve; True: relapse
TREATED = tuple(
    Spell(days, ended)
    for days, ended in [
        *[(6, True)] * 3,
        *[(t, True) for t in (7, 10, 13, 16, 22, 23)],
        *[(t, False) for t in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)],
    ]
)
CONTROL = tuple(Spell(t, True) for t in (1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23))

SPELLS = st.lists(st.builds(Spell, st.integers(0, 30), st.booleans()), min_size=1, max_size=25)


def test_the_textbook_curve() -> None:
    curve = kaplan_meier(TREATED)
    shares = {step.days: (step.at_risk, step.ends, round(step.open_share, 3)) for step in curve.steps}
    assert shares == {
        0: (21, 0, 1.0),
        6: (21, 3, 0.857),
        7: (17, 1, 0.807),
        10: (15, 1, 0.753),
        13: (12, 1, 0.690),
        16: (11, 1, 0.627),
        22: (7, 1, 0.538),
        23: (6, 1, 0.448),
    }
    assert (curve.median, kaplan_meier(CONTROL).median) == (23, 8)
    assert curve.at(9).open_share == pytest.approx(0.807, abs=5e-4)
    assert [curve.at_risk(day) for day in (0, 10, 20, 30)] == [21, 15, 8, 4]


def test_worked_by_hand() -> None:
    curve = kaplan_meier([Spell(2, True), Spell(3, False), Spell(5, True), Spell(5, False)])
    assert [(s.days, s.at_risk, s.ends, s.censored, s.open_share) for s in curve.steps] == [
        (0, 4, 0, 0, 1.0),
        (2, 4, 1, 1, 0.75),
        (5, 2, 1, 1, 0.375),
    ]
    assert curve.median == 5


@settings(deadline=None)
@given(SPELLS)
def test_curve_is_that_of_scipy(spells: list[Spell]) -> None:
    curve = kaplan_meier(spells)
    ended = [spell.days for spell in spells if spell.ended]
    still = [spell.days for spell in spells if not spell.ended]
    theirs = stats.ecdf(stats.CensoredData(uncensored=ended, right=still)).sf if ended else None
    for step in curve.steps:
        share = float(theirs.evaluate(step.days)) if theirs else 1.0
        assert step.open_share == pytest.approx(share, abs=1e-9)


def test_intervals_are_those_of_scipy() -> None:
    ended = [spell.days for spell in TREATED if spell.ended]
    still = [spell.days for spell in TREATED if not spell.ended]
    sf = stats.ecdf(stats.CensoredData(uncensored=ended, right=still)).sf
    band = sf.confidence_interval(0.95, method="log-log")
    for step in kaplan_meier(TREATED).steps[1:]:
        assert step.low == pytest.approx(float(band.low.evaluate(step.days)), abs=1e-6)
        assert step.high == pytest.approx(float(band.high.evaluate(step.days)), abs=1e-6)


def test_median_with_its_interval() -> None:
    curve = kaplan_meier(TREATED)
    assert (curve.median, curve.median_low, curve.median_high) == (23, 13, None)


def test_nothing_ended_and_nothing_at_all() -> None:
    curve = kaplan_meier([Spell(4, False), Spell(9, False)])
    assert [(s.days, s.open_share, s.censored) for s in curve.steps] == [(0, 1.0, 2)]
    assert (curve.median, curve.median_low, curve.median_high) == (None, None, None)
    assert [(s.days, s.at_risk) for s in kaplan_meier([]).steps] == [(0, 0)]


def test_time_does_not_run_backwards() -> None:
    with pytest.raises(UsageError, match="3 days before"):
        Spell(-3, True)


def difference(group: list[Spell], everyone: list[Spell]) -> float:
    """Observed less expected ends of a group, from the definition of Mantel (1966)."""
    total = 0.0
    for day in {spell.days for spell in everyone if spell.ended}:
        ends = sum(s.ended and s.days == day for s in everyone)
        share = sum(s.days >= day for s in group) / sum(s.days >= day for s in everyone)
        total += sum(s.ended and s.days == day for s in group) - ends * share
    return total


@settings(max_examples=30, deadline=None)
@given(st.lists(st.builds(Spell, st.integers(1, 9), st.booleans()), min_size=2, max_size=8), st.data())
def test_p_is_the_share_of_all_deals(spells: list[Spell], data: st.DataObject) -> None:
    size = data.draw(st.integers(1, len(spells) - 1))
    observed = abs(difference(spells[:size], spells))
    deals = [abs(difference([spells[i] for i in deal], spells)) for deal in combinations(range(len(spells)), size)]
    assert log_rank(spells[:size], spells[size:]) == pytest.approx(np.mean([one >= observed - 1e-9 for one in deals]))


def test_large_groups_agree_with_the_usual_test() -> None:
    assert log_rank(TREATED, CONTROL, draws=4_999) < 0.001
    half = [TREATED[::2], TREATED[1::2]]
    groups = [
        stats.CensoredData(uncensored=[s.days for s in g if s.ended], right=[s.days for s in g if not s.ended])
        for g in half
    ]
    assert log_rank(*half) == pytest.approx(stats.logrank(*groups).pvalue, abs=0.05)


def test_one_group_says_nothing() -> None:
    assert log_rank(TREATED, []) == 1.0
