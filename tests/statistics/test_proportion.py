"""Exact shares against scipy's own beta and binomial."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from demarche.errors import UsageError
from demarche.statistics import clopper_pearson, share
from demarche.statistics.finding import METHODS, figure
from demarche.statistics.proportion import sign_test

CASES = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(CASES)
def test_interval_is_that_of_scipy(case: tuple[int, int]) -> None:
    hits, n = case
    exact = stats.binomtest(hits, n).proportion_ci(method="exact")
    assert clopper_pearson(hits, n) == pytest.approx((exact.low, exact.high), abs=1e-9)
    low = stats.beta.ppf(0.025, hits, n - hits + 1) if hits else 0.0
    assert clopper_pearson(hits, n)[0] == pytest.approx(low, abs=1e-9)


@given(CASES)
def test_interval_holds_the_share_and_is_symmetric(case: tuple[int, int]) -> None:
    hits, n = case
    low, high = clopper_pearson(hits, n)
    assert low <= hits / n <= high
    assert clopper_pearson(n - hits, n) == pytest.approx((1 - high, 1 - low), abs=1e-9)


@given(CASES)
def test_sign_test_is_that_of_scipy(case: tuple[int, int]) -> None:
    hits, n = case
    assert sign_test(hits, n) == pytest.approx(stats.binomtest(hits, n).pvalue, abs=1e-9)


def test_none_and_all() -> None:
    assert clopper_pearson(0, 10) == pytest.approx((0.0, 1 - 0.025 ** (1 / 10)))
    assert clopper_pearson(10, 10)[1] == 1.0


@pytest.mark.parametrize(("hits", "n", "level"), [(3, 2, 0.95), (-1, 2, 0.95), (1, 2, 1.0)])
def test_nonsense_is_refused(hits: int, n: int, level: float) -> None:
    with pytest.raises(UsageError):
        clopper_pearson(hits, n, level)


def test_unknown_cases_bound_the_share_and_never_lower_it() -> None:
    found = share(2, 8, 4, of="deadline", did="held")
    assert found.estimate == 0.25
    assert found.bounds == (2 / 12, 6 / 12)
    assert found.sentence == "2 of 8 deadlines held: 25 % (95 % interval 3 % to 65 %); of 4 more it is not known."
    assert found.notes == ("small numbers: 8 deadlines", "with the unknown ones the share lies between 17 % and 50 %")


def test_nothing_known() -> None:
    found = share(0, 0, 3, of="deadline", did="held")
    assert (found.estimate, found.interval, found.bounds) == (None, None, (0.0, 1.0))
    assert "no share can be given" in found.sentence
    assert share(0, 0, 0, of="deadline", did="held").bounds is None


@pytest.mark.parametrize(
    ("value", "words"), [(0.041, "0.04"), (0.97, "1.0"), (2.44, "2.4"), (18.2, "18"), (None, "any size")]
)
def test_figures(value: float | None, words: str) -> None:
    assert figure(value) == words


def test_every_method_has_its_section(methods: str) -> None:
    for title in METHODS.values():
        assert f"\n## {title}\n" in methods
    assert [title.lower().replace(" ", "-") for title in METHODS.values()] == list(METHODS)
