"""The contacts that level and weekday alone would give: a Poisson model fitted by iterative scaling.

The expected number on day t is `covered[t] * level[stretch of t] * weekday[t] * ratio ** inside[t]`. Iterative
proportional fitting (Deming & Stephan 1940) reaches the maximum-likelihood fit of such a multiplicative model.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from demarche.statistics.calendar import Flags, Numbers

__all__ = ["Fit", "expected", "rate_ratio"]

_ROUNDS = 500
_CLOSE = 1e-9

Labels = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted rate ratio with the adjusted exposures inside and outside the windows (in contacts expected)."""

    ratio: float | None
    inside: float
    outside: float


def expected(contacts: Numbers, covered: Flags, stretches: Labels, weekdays: Labels) -> Numbers:
    """Contacts expected each day from the stretch's level and the weekday, with no word of pressure."""
    return _fitted(contacts, covered.astype(np.float64), (stretches, weekdays))


def rate_ratio(contacts: Numbers, covered: Flags, stretches: Labels, weekdays: Labels, inside: Flags) -> Fit:
    """The ratio of the rate inside the windows to the rate outside, at equal level and weekday.

    None when one side has no covered day, or no contact outside to compare with.
    """
    fitted = _fitted(contacts, covered.astype(np.float64), (stretches, weekdays, inside.astype(np.int64)))
    found = float(contacts[inside & covered].sum())
    left = float(contacts[~inside & covered].sum())
    shape = _shape(contacts, covered, stretches, weekdays, inside, fitted)
    e_in, e_out = float(shape[inside].sum()), float(shape[~inside].sum())
    if not e_in or not e_out or not left:
        return Fit(None, e_in, e_out)
    return Fit((found / e_in) / (left / e_out), e_in, e_out)


def _shape(
    contacts: Numbers, covered: Flags, stretches: Labels, weekdays: Labels, inside: Flags, fitted: Numbers
) -> Numbers:
    """The baseline at ratio one. With no contact inside, the days outside alone give it."""
    found, left = contacts[inside & covered].sum(), contacts[~inside & covered].sum()
    if not found or not left:
        return expected(contacts, covered, stretches, weekdays)
    crude = _crude(fitted, covered, stretches, weekdays, inside)
    return np.where(inside, fitted / crude, fitted)


def _crude(fitted: Numbers, covered: Flags, stretches: Labels, weekdays: Labels, inside: Flags) -> float:
    """The model's ratio, read off the fitted values: one day inside and one outside of the same cell or by levels."""
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.log(fitted)
    good = covered & np.isfinite(logs)
    columns = [np.eye(labels.max() + 1)[labels] for labels in (stretches, weekdays)]
    design = np.hstack([inside[:, None].astype(np.float64), *columns])[good]
    solved, *_ = np.linalg.lstsq(design, logs[good], rcond=None)
    return float(np.exp(solved[0]))


def _fitted(contacts: Numbers, exposure: Numbers, factors: tuple[Labels, ...]) -> Numbers:
    fitted = exposure.copy()
    counted = contacts * (exposure > 0)
    for _ in range(_ROUNDS):
        before = fitted
        for labels in factors:
            fitted = fitted * _scale(counted, fitted, labels)
        if np.allclose(fitted, before, rtol=0, atol=_CLOSE):
            break
    return fitted


def _scale(counted: Numbers, fitted: Numbers, labels: Labels) -> Numbers:
    seen, model = np.bincount(labels, counted), np.bincount(labels, fitted)
    ratio = np.divide(seen, model, out=np.zeros_like(model), where=model > 0)
    return ratio[labels]
