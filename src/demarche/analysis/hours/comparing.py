"""Two sums of hours compared: more, less, about as much, or cannot tell, and what would decide it."""

from __future__ import annotations

from datetime import date
from math import inf
from typing import get_args

from demarche.analysis.hours.answers import Claim, ComparisonAnswer, HoursAnswer, Verdict
from demarche.analysis.hours.asking import BILATERAL, hours
from demarche.analysis.hours.minutes import Minutes
from demarche.analysis.hours.needing import needs
from demarche.analysis.hours.pools import Pool
from demarche.analysis.hours.wording import compared_in_words
from demarche.analysis.rules import CountingRule
from demarche.errors import UsageError
from demarche.ledger import Ledger

__all__ = ["ABOUT", "compare", "judged"]

#: within this factor either way, two sums of hours are about as much
ABOUT = 1.25


def compare(
    ledger: Ledger,
    *,
    first: Pool,
    second: Pool,
    period: str | None = None,
    until: str | date | None = None,
    factor: float = 1.0,
    about: float = ABOUT,
    rule: CountingRule = BILATERAL,
) -> ComparisonAnswer:
    """Whether the first pool's hours are more, less or about as much as `factor` times those of the second.

    "About as much" is within a factor of `about` either way: 1.25 takes 80 to 125 %. "Twice as long" is `factor=2`.
    The verdict is "cannot tell" as long as the lengths that are told leave two of the three open.
    """
    if factor <= 0 or about < 1:
        raise UsageError("the factor must be greater than 0, and what 'about' means at least 1")
    ours = hours(ledger, first, period=period, until=until, rule=rule)
    theirs = hours(ledger, second, period=period, until=until, rule=rule)
    return judged(ours, theirs, factor=factor, about=about)


def judged(ours: HoursAnswer, theirs: HoursAnswer, *, factor: float = 1.0, about: float = ABOUT) -> ComparisonAnswer:
    """The comparison of two answers."""
    ids = {row.id for row in theirs.rows}
    open_claims = possible(ours.total, theirs.total, factor, about)
    verdict = _verdict(ours, theirs, open_claims)
    found = needs(ours, theirs, factor, about)
    return ComparisonAnswer(
        first=ours,
        second=theirs,
        verdict=verdict,
        factor=factor,
        about=about,
        ratio=ratio(ours.total, theirs.total),
        possible=open_claims,
        needs=found,
        shared=tuple(row for row in ours.rows if row.id in ids),
        rule=ours.rule,
        sentence=compared_in_words(ours, theirs, verdict, factor, about, open_claims, found),
    )


def possible(ours: Minutes, theirs: Minutes, factor: float, about: float) -> tuple[Claim, ...]:
    """The claims that values inside both intervals can make true."""
    low, high = factor / about, factor * about
    least, most = (theirs.least, inf if theirs.most is None else theirs.most)
    ours_most = inf if ours.most is None else ours.most
    found: list[Claim] = []
    if ours_most > high * least:
        found.append("more")
    if ours.least <= high * most and ours_most >= low * least:
        found.append("about as much")
    if ours.least < low * most:
        found.append("less")
    return tuple(found)


def ratio(ours: Minutes, theirs: Minutes) -> tuple[float, float | None]:
    """The least and greatest that the first can be as a multiple of the second; None for no bound."""
    low = ours.least / theirs.most if theirs.most else 0.0
    high = ours.most / theirs.least if ours.most is not None and theirs.least else None
    return low, high


def _verdict(ours: HoursAnswer, theirs: HoursAnswer, open_claims: tuple[Claim, ...]) -> Verdict:
    if len(open_claims) != 1 or not ours.rows or not theirs.rows:
        return "cannot tell"
    (only,) = open_claims
    return next(verdict for verdict in get_args(Verdict) if verdict == only)
