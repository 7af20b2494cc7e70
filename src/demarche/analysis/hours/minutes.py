"""Lengths of time that are only known to lie between two ends, and their sums."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

__all__ = ["NOTHING", "Minutes", "total"]


@dataclass(frozen=True, slots=True)
class Minutes:
    """At least `least` and at most `most` minutes; `most` None when nobody says how long at most."""

    least: int
    most: int | None

    def __add__(self, other: Minutes) -> Minutes:
        open_ = self.most is None or other.most is None
        return Minutes(self.least + other.least, None if open_ else (self.most or 0) + (other.most or 0))

    def __contains__(self, minutes: float) -> bool:
        return self.least <= minutes and (self.most is None or minutes <= self.most)

    @classmethod
    def told(cls, least: int | None, most: int | None) -> Minutes | None:
        """From the two ends as a ledger holds them; None when neither is told."""
        if least is None and most is None:
            return None
        return cls(least or 0, most)

    @property
    def closed(self) -> Minutes:
        """The part that is told: an open end taken at its least."""
        return Minutes(self.least, self.least if self.most is None else self.most)


NOTHING = Minutes(0, 0)


def total(lengths: Iterable[Minutes]) -> Minutes:
    """Their sum: it holds every sum of values that lie in them."""
    return reduce(Minutes.__add__, lengths, NOTHING)
