"""`follows`: is contact more or less frequent before a deadline and after a threat?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from demarche.analysis.contacts import Contact
from demarche.analysis.coverage import Coverage, coverage
from demarche.analysis.dyad import directed, dyad
from demarche.analysis.following.series import MOST, Pair, entered, gaps, reductions
from demarche.analysis.pressures import AsOf, PressureLife, as_of_day, lives_of
from demarche.analysis.sides import Names, Sides, asked_period
from demarche.analysis.traffic.days import calendar_of
from demarche.analysis.wording import period as in_words
from demarche.ledger import Ledger
from demarche.ledger.edtf import Days
from demarche.statistics import METHODS, Calendar, Follows, Sensitivity, Window, sensitivity

__all__ = ["FollowsAnswer", "follows"]

#: a deadline in the period may have been set so long before it
_REACH = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class FollowsAnswer:
    """The windows tried, each with its ratio, interval, p-values and notes, and what changes with other rows.

    `contacts` and `lives` are the rows behind it; `calendar` the days with their gaps. `method` is a section of
    docs/methods.md.
    """

    rule: str
    sides: Sides
    calendar: Calendar
    found: Sensitivity
    contacts: tuple[Contact, ...]
    lives: tuple[PressureLife, ...]
    coverage: Coverage
    notes: tuple[str, ...]
    method: str = METHODS["contact-around-pressure"]

    @property
    def full(self) -> Follows:
        """The answer on all rows."""
        return self.found.full

    @property
    def windows(self) -> tuple[Window, ...]:
        """Its windows."""
        return self.found.full.windows


def follows(
    ledger: Ledger,
    *,
    by: Names,
    against: Names,
    period: str | None = None,
    states: bool = False,
    windows: tuple[int, ...] = (3, 7, 14),
    draws: int = 9_999,
    seed: int = 1,
) -> FollowsAnswer:
    """Contacts of the pair in the days up to a deadline and after a threat against all other covered days.

    Only pressures at threat stage count, deadlines only where they still stood on their day. Days of months without a
    document, before the first and after the last are left out on both sides.
    """
    days = asked_period(period)
    pair = dyad(ledger, by, against, days, states=states)
    lives = _lives(ledger, pair.sides, days, as_of_day(ledger, None))
    covered = coverage(ledger, days)
    rows = Pair(pair.contacts, lives, tuple(ledger.coverage()), ledger.published())
    calendar = _calendar(days, covered, rows)
    found = sensitivity(
        rows.series(calendar),
        dict(reductions(rows, calendar)),
        calendar,
        windows=windows,
        draws=draws,
        seed=seed,
    )
    rule = (
        f"contacts {pair.sides.words()}, {in_words(days)}, {pair.rule.words()}; pressures by "
        f"{' or '.join(pair.sides.between)} against {' or '.join(pair.sides.and_)} at threat stage"
    )
    notes = tuple(_notes(rows, found))
    return FollowsAnswer(rule, pair.sides, calendar, found, pair.contacts, lives, covered, notes)


def _lives(ledger: Ledger, sides: Sides, days: Days | None, as_of: AsOf) -> tuple[PressureLife, ...]:
    wide = Days(days.earliest and days.earliest - _REACH, days.latest) if days else None
    lives = lives_of(ledger, directed(ledger, "pressure", sides.between, sides.and_, wide), as_of)
    return tuple(life for life in lives if life.stage == "threat")


def _calendar(days: Days | None, covered: Coverage, rows: Pair) -> Calendar:
    known = [contact.days for contact in rows.contacts] + [life.announced for life in rows.lives]
    whole = calendar_of(days, covered, known)
    first, last = _ends(whole.first, whole.last, rows)
    return Calendar(first, last, gaps(first, last, rows.cells, rows.ends))


def _ends(first: date, last: date, rows: Pair) -> tuple[date, date]:
    """The period cut to the days that documents cover: what lies beyond them is no day without contact."""
    begins, ends = (date.fromisoformat(day) if day else None for day in rows.ends)
    if begins is None or ends is None or begins > last or ends < first:
        return first, last
    return max(first, begins), min(last, ends)


def _notes(rows: Pair, found: Sensitivity) -> Iterator[str]:
    by_hand, every = entered(rows)
    if by_hand:
        days = "all days that the documents cover" if rows.ends[0] else "all days, as no document covers any"
        yield f"{by_hand} of {every} rows were entered by hand: whoever entered them is taken to have watched {days}"
    moved = sum(life.due is not None and life.ended is not None and life.ended < life.due for life in rows.lives)
    if moved:
        yield f"{moved} deadlines were replaced, withdrawn or met before their day: they count as threats only"
    if sum(name.startswith("without ") for name, _ in found.reduced) >= MOST:
        yield f"only the {MOST} publishers that tell of most rows were dropped in turn"
