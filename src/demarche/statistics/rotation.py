"""Rotation of the pressure calendar inside stretches of whole weeks: the null distribution of every window at once.

The period is cut into stretches of about `weeks` weeks. A rotation turns the pressure calendar of each stretch by a
whole number of weeks, each stretch by its own. Weekdays stay on weekdays, each stretch keeps its pressure and its
contacts, and what clusters inside a stretch stays together; days left over after the last whole week stay put.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from demarche.statistics.baseline import Labels, expected
from demarche.statistics.calendar import Flags, Numbers

__all__ = ["Rotations", "adjusted", "p_values", "rotate", "stretches"]

#: with so few rotations in all they are gone through one by one instead of drawn
ALL_OF_THEM = 20_000


@dataclass(frozen=True, slots=True)
class Rotations:
    """Scores of each window: as observed (`windows`), and under rotations (`rotations x windows`).

    `every` tells that the rotations are all there are, the identity among them.
    """

    observed: Numbers
    rotated: Numbers
    every: bool


def stretches(days: int, weeks: int) -> Labels:
    """The stretch of each day: as equal as whole weeks allow; left-over days form a last one of their own."""
    whole = days // 7
    parts = max(1, round(whole / weeks))
    label = np.repeat(np.arange(parts), [7 * len(part) for part in np.array_split(np.arange(whole), parts)])
    return np.concatenate([label, np.full(days - 7 * whole, parts)]).astype(np.int64)


def rotate(
    contacts: Numbers, covered: Flags, windows: Flags, labels: Labels, weekdays: Labels, *, draws: int, seed: int
) -> Rotations:
    """Score every window (`windows x days`) as observed and under rotations of all windows together.

    A score is contacts in the window less those expected, over the standard deviation that a Poisson model gives.
    """
    baseline = expected(contacts, covered, labels, weekdays)
    residual = np.where(covered, contacts, 0.0) - baseline
    parts = [_turned(residual, baseline, windows, np.flatnonzero(labels == label)) for label in range(labels.max() + 1)]
    turns = _turns([len(part[0]) for part in parts], draws, seed)
    sums, spreads = _added(parts, turns)
    first = _added(parts, np.zeros((1, len(parts)), dtype=np.int64))
    every = prod(len(part[0]) for part in parts) <= ALL_OF_THEM
    return Rotations(_score(*first)[0], _score(sums, spreads), every)


def _turned(residual: Numbers, baseline: Numbers, windows: Flags, days: Labels) -> tuple[Numbers, Numbers]:
    """For each rotation of one stretch: residuals in each window, and their variance given the stretch's total."""
    weeks = max(1, len(days) // 7)
    inside = windows[:, days].astype(np.float64)
    turned = np.stack([np.roll(inside, 7 * week, axis=1) for week in range(weeks)])
    given = turned @ baseline[days]
    total = baseline[days].sum()
    return turned @ residual[days], given * (1 - given / total) if total else given


def _turns(sizes: Sequence[int], draws: int, seed: int) -> Labels:
    """One row a rotation, one column a stretch: all there are, or as many as asked for at random."""
    if prod(sizes) <= ALL_OF_THEM:
        return np.stack([axis.ravel() for axis in np.indices(sizes)], axis=1)
    return np.random.default_rng(seed).integers(0, sizes, size=(draws, len(sizes)))


def _added(parts: Sequence[tuple[Numbers, Numbers]], turns: Labels) -> tuple[Numbers, Numbers]:
    sums = sum(part[0][turns[:, at]] for at, part in enumerate(parts))
    spreads = sum(part[1][turns[:, at]] for at, part in enumerate(parts))
    return np.asarray(sums), np.asarray(spreads)


def _score(sums: Numbers, spreads: Numbers) -> Numbers:
    return np.divide(sums, np.sqrt(np.maximum(spreads, 0)), out=np.zeros_like(sums), where=spreads > 1e-9)


def p_values(rotations: Rotations) -> Numbers:
    """The share of rotations with a score at least as far from zero; drawn ones by (b + 1) / (m + 1)."""
    return _tail(np.abs(rotations.observed), np.abs(rotations.rotated), rotations.every)


def adjusted(rotations: Rotations) -> Numbers:
    """p-values corrected for all windows tried: the step-down largest score of Westfall & Young (1993)."""
    observed, rotated = np.abs(rotations.observed), np.abs(rotations.rotated)
    order = np.argsort(-observed, kind="stable")
    largest = np.maximum.accumulate(rotated[:, order][:, ::-1], axis=1)[:, ::-1]
    stepped = np.maximum.accumulate(_tail(observed[order], largest, rotations.every))
    found = np.empty_like(stepped)
    found[order] = stepped
    return found


def _tail(observed: Numbers, rotated: Numbers, every: bool) -> Numbers:
    extra = 0 if every else 1
    as_far = (rotated >= observed - 1e-9).sum(axis=0)
    return np.asarray((as_far + extra) / (len(rotated) + extra))
