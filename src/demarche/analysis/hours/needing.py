"""What the lengths that nobody tells would have to be for a claim to hold."""

from __future__ import annotations

from typing import Literal

from demarche.analysis.hours.answers import Claim, HoursAnswer, Need

__all__ = ["needs"]


def needs(ours: HoursAnswer, theirs: HoursAnswer, factor: float, about: float) -> tuple[Need, ...]:
    """The average that the unknown lengths need for each claim; nothing when both sides have unknown ones, or none.

    With `x` the unknown minutes of the second side, the first is more than `factor` times as much only if
    `first > factor * about * (second + x)` for some values inside the intervals that are told; and so on.
    """
    if bool(ours.unknown) == bool(theirs.unknown):
        return ()
    if theirs.unknown:
        return tuple(_of_second(ours, theirs, claim, factor, about) for claim in _CLAIMS)
    return tuple(_of_first(ours, theirs, claim, factor, about) for claim in _CLAIMS)


_CLAIMS: tuple[Claim, ...] = ("more", "about as much", "exactly as much", "less")


def _of_second(ours: HoursAnswer, theirs: HoursAnswer, claim: Claim, factor: float, about: float) -> Need:
    """Second + x must lie between first / (factor * high) and first / (factor * low)."""
    low, high = _band(claim, about)
    least = 0.0 if high is None else ours.told.least / (factor * high) - _most(theirs)
    most = None if low == 0 else _most(ours) / (factor * low) - theirs.told.least
    return _need(claim, "second", least, most, len(theirs.unknown))


def _of_first(ours: HoursAnswer, theirs: HoursAnswer, claim: Claim, factor: float, about: float) -> Need:
    """First + x must lie between factor * low * second and factor * high * second."""
    low, high = _band(claim, about)
    least = factor * low * theirs.told.least - _most(ours)
    most = None if high is None else factor * high * _most(theirs) - ours.told.least
    return _need(claim, "first", least, most, len(ours.unknown))


def _band(claim: Claim, about: float) -> tuple[float, float | None]:
    """Between which multiples of the second side (times the factor) the first lies when the claim holds."""
    bands: dict[Claim, tuple[float, float | None]] = {
        "more": (about, None),
        "about as much": (1 / about, about),
        "exactly as much": (1.0, 1.0),
        "less": (0.0, 1 / about),
    }
    return bands[claim]


def _most(answer: HoursAnswer) -> int:
    return answer.told.most or 0


def _need(claim: Claim, side: Literal["first", "second"], least: float, most: float | None, unknown: int) -> Need:
    impossible = most is not None and most < 0
    return Need(claim, side, max(0.0, least) / unknown, None if most is None else most / unknown, impossible)
