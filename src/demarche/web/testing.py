"""The two questions with statistics, bounded: they simulate, so a long period or a crowd of rows is refused."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from demarche.errors import UsageError
from demarche.ledger.edtf import Days
from demarche.web.pressing import refuse, too_many

if TYPE_CHECKING:
    from demarche.analysis.following import FollowsAnswer
    from demarche.analysis.holding import HoldsAnswer
    from demarche.ledger import Ledger
    from demarche.web.turns import Turns

__all__ = ["tested", "told_share"]

YEARS = 40
"""Of a longer stretch of days no test is made."""
SUMMED = 2_000
"""Of more pressures than this no share is told."""
_YEAR = timedelta(days=366)


def tested(
    ledger: Ledger,
    turns: Turns,
    by: tuple[str, ...],
    against: tuple[str, ...],
    period: str | None,
    days: Days | None,
    *,
    states: bool = False,
) -> FollowsAnswer:
    """`follows` when it is this question's turn. UsageError for a side that is missing and for too much at once."""
    from demarche.analysis.following import follows

    if not by or not against:
        raise UsageError("Whose pressure on whom? Name both sides.")
    _refuse_too_long(ledger, days)
    refuse(too_many(ledger, by, against, _a_year_wider(days), states=states))
    return turns.take(lambda: follows(ledger, by=by, against=against, period=period, states=states))


def told_share(
    ledger: Ledger,
    by: tuple[str, ...],
    against: tuple[str, ...],
    period: str | None,
    days: Days | None,
    *,
    states: bool = False,
    as_of: str | None = None,
) -> HoldsAnswer:
    """`holds`. UsageError for a side that is missing and for too much at once."""
    from demarche.analysis.holding import holds

    if not by:
        raise UsageError("Whose deadlines? Name a side.")
    refuse(too_many(ledger, by, against, days, states=states, most=SUMMED))
    return holds(ledger, by=by, against=against, period=period, states=states, as_of=as_of)


def _refuse_too_long(ledger: Ledger, days: Days | None) -> None:
    """The test looks at the days of the period between the first and the last document."""
    ends = [date.fromisoformat(day[:10]) for day in ledger.published() if day]
    if not ends:
        return
    first = max(min(ends), days.earliest if days and days.earliest else date.min)
    last = min(max(ends), days.latest if days and days.latest else date.max)
    if last - first > YEARS * _YEAR:
        raise UsageError(f"more than {YEARS} years of days: too much for one test; choose a shorter period")


def _a_year_wider(days: Days | None) -> Days | None:
    """A deadline in the period may have been set a year before it."""
    if days is None or days.earliest is None or days.earliest < date.min + _YEAR:
        return days
    return Days(days.earliest - _YEAR, days.latest)
