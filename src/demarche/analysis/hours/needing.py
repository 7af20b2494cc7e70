"""What the lengths that nobody tells would have to be for a claim to hold."""

from __future__ import annotations

from math import inf
from typing import Literal

from demarche.analysis.hours.answers import Claim, HoursAnswer, Need
from demarche.analysis.hours.minutes import Minutes

__all__ = ["bounds", "needs"]


def needs(ours: HoursAnswer, theirs: HoursAnswer, factor: float, about: float) -> tuple[Need, ...]:
    """The average that the unknown lengths need for each claim; nothing when both sides have unknown ones, or none.

    With `x` the unknown minutes of the second side, the first is more than `factor` times as much only if
    `first > factor * about * (second + x)` for some values inside the intervals that are told; and so on.
    """
    if bool(ours.unknown) == bool(theirs.unknown):
        return ()
    if theirs.unknown:
        return tuple(
            _need(claim, "second", *bounds(claim, ours.told, theirs.told, factor, about), len(theirs.unknown))
            for claim in _CLAIMS
        )
    return tuple(
        _need(claim, "first", *bounds(_MIRRORED[claim], theirs.told, ours.told, 1 / factor, about), len(ours.unknown))
        for claim in _CLAIMS
    )


_CLAIMS: tuple[Claim, ...] = ("more", "about as much", "exactly as much", "less")

#: the same claim about the second side
_MIRRORED: dict[Claim, Claim] = {
    "more": "less",
    "about as much": "about as much",
    "exactly as much": "exactly as much",
    "less": "more",
}


def bounds(claim: Claim, ours: Minutes, theirs: Minutes, factor: float, about: float) -> tuple[float, float | None]:
    """Between which minutes `x` must lie for `ours` against `factor * (theirs + x)` to be what the claim says.

    Both sums are closed: an open end is unknown time too, and belongs to `x`. The least may be below nought.
    """
    low, high = _band(claim, about)
    least = -inf if high is None else ours.least / (factor * high) - (theirs.most or 0)
    most = None if low == 0 else (ours.most or 0) / (factor * low) - theirs.least
    return least, most


def _band(claim: Claim, about: float) -> tuple[float, float | None]:
    """Between which multiples of the second side (times the factor) the first lies when the claim holds."""
    bands: dict[Claim, tuple[float, float | None]] = {
        "more": (about, None),
        "about as much": (1 / about, about),
        "exactly as much": (1.0, 1.0),
        "less": (0.0, 1 / about),
    }
    return bands[claim]


def _need(claim: Claim, side: Literal["first", "second"], least: float, most: float | None, unknown: int) -> Need:
    impossible = most is not None and most < 0
    return Need(claim, side, max(0.0, least) / unknown, None if most is None else most / unknown, impossible)
