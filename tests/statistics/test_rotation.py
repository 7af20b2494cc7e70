"""The rotation test against brute force on small calendars."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.statistics.baseline import expected, rate_ratio
from demarche.statistics.rotation import Rotations, adjusted, p_values, rotate, stretches

WEEKDAYS = np.arange(200) % 7


@pytest.mark.parametrize(
    ("days", "weeks", "sizes"),
    [(28, 2, [14, 14]), (35, 8, [35]), (30, 2, [14, 14, 2]), (5, 8, [0, 5]), (365, 8, [56] * 3 + [56] * 3 + [28, 1])],
)
def test_stretches_are_whole_weeks_and_cover_every_day(days: int, weeks: int, sizes: list[int]) -> None:
    label = stretches(days, weeks)
    found = np.bincount(label).tolist()
    assert sum(found) == days
    assert all(size % 7 == 0 for size in found[:-1]) and (np.diff(label) >= 0).all()
    if days < 365:
        assert found == sizes


def brute(contacts: np.ndarray, covered: np.ndarray, window: np.ndarray, label: np.ndarray) -> tuple[float, int]:
    """p by turning the window day by day and scoring it from the definition."""
    baseline = expected(contacts, covered, label, WEEKDAYS[: len(contacts)])
    parts = [np.flatnonzero(label == one) for one in range(label.max() + 1)]

    def score(mark: np.ndarray) -> float:
        spread = 0.0
        for days in parts:
            total, given_ = baseline[days].sum(), baseline[days][mark[days]].sum()
            spread += given_ * (1 - given_ / total) if total else 0.0
        return (
            float((contacts[mark & covered].sum() - baseline[mark].sum()) / np.sqrt(spread)) if spread > 1e-9 else 0.0
        )

    scores = []
    for turn in product(*(range(max(1, len(days) // 7)) for days in parts)):
        mark = window.copy()
        for days, week in zip(parts, turn, strict=True):
            for at, day in enumerate(days):
                mark[days[(at + 7 * week) % len(days)]] = window[day]
        scores.append(abs(score(mark)))
    return sum(one >= scores[0] - 1e-9 for one in scores) / len(scores), len(scores)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(14, 60))
def test_p_is_that_of_brute_force(seed: int, days: int) -> None:
    rng = np.random.default_rng(seed)
    contacts = rng.poisson(0.3, days).astype(float)
    covered = rng.random(days) > 0.2
    window = rng.random(days) < 0.2
    label = stretches(days, 3)
    found = rotate(contacts * covered, covered, window[None], label, WEEKDAYS[:days], draws=9, seed=1)
    p, rotations = brute(contacts * covered, covered, window, label)
    assert found.every and len(found.rotated) == rotations
    assert p_values(found)[0] == pytest.approx(p)
    assert adjusted(found)[0] == pytest.approx(p)


def test_drawn_rotations_come_close_to_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(3)
    contacts = rng.poisson(0.3, 84).astype(float)
    window = (rng.random(84) < 0.2)[None]
    asked = (contacts, np.ones(84, bool), window, stretches(84, 4), WEEKDAYS[:84])
    full = rotate(*asked, draws=1, seed=1)
    monkeypatch.setattr("demarche.statistics.rotation.ALL_OF_THEM", 10)
    drawn = rotate(*asked, draws=9_999, seed=1)
    assert full.every and not drawn.every
    assert p_values(drawn)[0] == pytest.approx(p_values(full)[0], abs=0.03)
    assert (p_values(drawn) == p_values(rotate(*asked, draws=9_999, seed=1))).all()


def test_correction_is_step_down_and_never_below_the_single_p() -> None:
    rng = np.random.default_rng(1)
    rotated = rng.normal(size=(500, 3))
    found = Rotations(np.array([1.0, 3.5, -2.0]), rotated, every=False)
    alone, corrected = p_values(found), adjusted(found)
    assert (corrected >= alone - 1e-12).all()
    assert corrected[1] <= corrected[2] <= corrected[0]
    most = np.abs(rotated)
    assert corrected[1] == pytest.approx(((most.max(axis=1) >= 3.5).sum() + 1) / 501)
    rest = np.maximum(most[:, 0], most[:, 2])
    assert corrected[2] == pytest.approx(max(corrected[1], ((rest >= 2.0).sum() + 1) / 501))
    assert corrected[0] == pytest.approx(max(corrected[2], alone[0]))


def test_baseline_keeps_the_totals_of_stretches_and_weekdays() -> None:
    rng = np.random.default_rng(5)
    contacts = rng.poisson(0.5, 84).astype(float)
    covered = rng.random(84) > 0.1
    label = stretches(84, 4)
    found = expected(contacts, covered, label, WEEKDAYS[:84])
    seen = contacts * covered
    assert np.bincount(label, found) == pytest.approx(np.bincount(label, seen), abs=1e-4)
    assert np.bincount(WEEKDAYS[:84], found) == pytest.approx(np.bincount(WEEKDAYS[:84], seen), abs=1e-4)
    assert not found[~covered].any()


def test_ratio_is_that_of_a_poisson_regression() -> None:
    """Maximum likelihood by brute minimisation over all factors."""
    from scipy.optimize import minimize

    rng = np.random.default_rng(8)
    label, weekdays, inside = stretches(84, 4), WEEKDAYS[:84], rng.random(84) < 0.25
    contacts = rng.poisson(0.6 * np.where(inside, 2.0, 1.0)).astype(float)
    design = np.hstack([np.eye(3)[label], np.eye(7)[weekdays][:, 1:], inside[:, None]])

    def loss(beta: np.ndarray) -> float:
        logs = design @ beta
        return float(np.exp(logs).sum() - contacts @ logs)

    best = minimize(loss, np.zeros(design.shape[1]), method="BFGS").x[-1]
    fit = rate_ratio(contacts, np.ones(84, bool), label, weekdays, inside)
    assert fit.ratio == pytest.approx(np.exp(best), rel=1e-3)
