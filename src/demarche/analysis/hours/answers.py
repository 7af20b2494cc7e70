"""What a sum of hours and a comparison of two are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from demarche.analysis.answers import Doubtful
from demarche.analysis.contacts import Contact
from demarche.analysis.coverage import Coverage
from demarche.analysis.hours.minutes import Minutes
from demarche.analysis.hours.pools import Pool
from demarche.analysis.rules import CountingRule

__all__ = ["ComparisonAnswer", "HoursAnswer", "Need", "Verdict"]

Verdict = Literal["more", "less", "about as much", "cannot tell"]
Claim = Literal["more", "about as much", "exactly as much", "less"]


@dataclass(frozen=True, slots=True)
class HoursAnswer:
    """The hours of one pool: what its contacts' lengths sum to, and which have none.

    `told` is the sum of what is told (an open end at its least), `total` what is certain: open at the top when a
    length is open or missing. `rows` are all counted contacts by date; `open_ended` those of them whose length is
    only a least one, `unknown` those that have none. Unknown lengths are in no sum. `who` names the pool in words.
    """

    pool: Pool
    who: str
    rule: str
    counting: CountingRule
    rows: tuple[Contact, ...]
    told: Minutes
    total: Minutes
    open_ended: tuple[Contact, ...]
    unknown: tuple[Contact, ...]
    doubtful: tuple[Doubtful, ...]
    left_out: tuple[Doubtful, ...]
    coverage: Coverage

    @property
    def contacts(self) -> int:
        """How many contacts are counted."""
        return len(self.rows)

    @property
    def known(self) -> int:
        """How many of them have a length, open ones included."""
        return len(self.rows) - len(self.unknown)


@dataclass(frozen=True, slots=True)
class Need:
    """What the unknown lengths of one side would have to be on average, in minutes, for a claim to be possible.

    `most` None: there is no upper end. `impossible` when no length would do; `already` when the claim can hold with
    nothing more. `side` says whose unknown lengths are meant.
    """

    claim: Claim
    side: Literal["first", "second"]
    least: float
    most: float | None
    impossible: bool = False

    @property
    def already(self) -> bool:
        """True when the claim can hold with the unknown lengths at nothing."""
        return not self.impossible and self.least <= 0


@dataclass(frozen=True, slots=True)
class ComparisonAnswer:
    """The hours of two pools compared: `verdict` is about the first, against `factor` times the second.

    "About as much" is within a factor of `about` either way. `ratio` is the least and greatest that the first can be
    as a multiple of the second, None for no bound. `possible` are the claims that what is told does not rule out.
    `shared` are contacts that belong to both. `sentence` is fit to paste.
    """

    first: HoursAnswer
    second: HoursAnswer
    verdict: Verdict
    factor: float
    about: float
    ratio: tuple[float, float | None]
    possible: tuple[Claim, ...]
    needs: tuple[Need, ...]
    shared: tuple[Contact, ...]
    rule: str
    sentence: str
