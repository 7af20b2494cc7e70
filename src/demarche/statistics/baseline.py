"""The contacts that level and weekday alone would give: a Poisson model fitted by iterative scaling.

The number expected on a covered day is `level[stretch] * weekday[day of the week] * ratio[inside or not]`. Iterative
proportional fitting (Deming & Stephan 1940) reaches the maximum-likelihood fit of such a multiplicative model.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import numpy as np
import numpy.typing as npt

from demarche.statistics.calendar import Flags, Numbers

__all__ = ["Fit", "Labels", "expected", "rate_ratio"]

_ROUNDS = 200
_CLOSE = 1e-7

Labels = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted rate ratio, with the contacts that the baseline gives inside and outside the windows.

    `dispersion` is Pearson's chi-square of the weekly totals over its degrees of freedom, at least 1: how much more
    the weeks vary than a Poisson model allows, because contacts come in bursts.
    """

    ratio: float | None
    inside: float
    outside: float
    dispersion: float


def expected(contacts: Numbers, covered: Flags, stretches: Labels, weekdays: Labels) -> Numbers:
    """Contacts expected each day from the stretch's level and the weekday; pressure plays no part."""
    exposure = covered.astype(np.float64)
    return _times(exposure, _fitted(contacts, exposure, (stretches, weekdays)))


def rate_ratio(contacts: Numbers, covered: Flags, stretches: Labels, weekdays: Labels, inside: Flags) -> Fit:
    """The rate inside the windows over the rate outside, at equal level and weekday.

    None when one side has no day, or when there is no contact outside to compare with.
    """
    exposure = covered.astype(np.float64)
    factors = _fitted(contacts, exposure, (stretches, weekdays, inside.astype(np.int64)))
    baseline = _times(exposure, factors[:2])
    found, left = (float(contacts[covered & side].sum()) for side in (inside, ~inside))
    given, rest = (float(baseline[side].sum()) for side in (inside, ~inside))
    ratio = (found / given) / (left / rest) if given and rest and left else None
    fitted = _times(exposure, factors)
    return Fit(ratio, given, rest, _dispersion(contacts * exposure, fitted, len(np.unique(stretches)) + 1))


def _dispersion(contacts: Numbers, fitted: Numbers, parameters: int) -> float:
    weeks = np.arange(len(contacts)) // 7
    seen, model = np.bincount(weeks, contacts), np.bincount(weeks, fitted)
    some = model > 1e-9
    free = int(some.sum()) - parameters
    return max(1.0, float(((seen - model)[some] ** 2 / model[some]).sum()) / free) if free > 0 else 1.0


def _times(exposure: Numbers, factors: tuple[Numbers, ...]) -> Numbers:
    return prod(factors, start=exposure)


def _fitted(contacts: Numbers, exposure: Numbers, labels: tuple[Labels, ...]) -> tuple[Numbers, ...]:
    """Each factor spread over the days, scaled in turn until every margin of the model is that of the data."""
    seen = [_sums(label, contacts * exposure) for label in labels]
    factors = [np.ones_like(exposure) for _ in labels]
    for _ in range(_ROUNDS):
        before = np.array(factors)
        for at, label in enumerate(labels):
            others = _times(exposure, tuple(factors[:at] + factors[at + 1 :]))
            factors[at] = _ratio(seen[at], _sums(label, others))[label]
        if np.allclose(before, factors, rtol=_CLOSE, atol=_CLOSE):
            break
    return tuple(factors)


def _sums(label: Labels, values: Numbers) -> Numbers:
    return np.bincount(label, values).astype(np.float64)


def _ratio(seen: Numbers, model: Numbers) -> Numbers:
    return np.divide(seen, model, out=np.zeros_like(model), where=model > 0)
