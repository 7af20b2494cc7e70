"""A question about the pressure of one side on another: whose, on whom, announced when; and how much a page takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlencode

from fastapi import Depends, Query

from demarche.analysis.dyad import dyad
from demarche.errors import UsageError
from demarche.ledger import Filters
from demarche.ledger.edtf import Days
from demarche.web.views.asked import between_names
from demarche.web.views.span import Period

if TYPE_CHECKING:
    from demarche.ledger import Ledger

__all__ = ["Pressing", "ThePressing", "refuse", "too_many"]

PRESSURES = 200
"""Of more pressures than this nothing is told at once."""
TOLD = 2_000
"""Nor of a pair of which more is told in the days looked at."""
KINDS = ("contact", "offer", "statement", "pressure")
_BEFORE, _AFTER = timedelta(days=60), timedelta(days=366)

Typed = Annotated[str, Query(max_length=300)]


@dataclass(frozen=True, slots=True)
class Pressing:
    """By whom, against whom, announced when; with `states` by and against everybody who speaks for their states."""

    by: tuple[str, ...]
    against: tuple[str, ...]
    period: Period
    states: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All names, as typed."""
        return (*self.by, *self.against)

    @property
    def complete(self) -> bool:
        """True when both sides are named."""
        return bool(self.by and self.against)

    @property
    def query(self) -> str:
        """The address after the question mark."""
        return self.query_with()

    def query_with(self, **changes: str) -> str:
        """The same question with another period (`in_`) or for the states (`states`)."""
        pairs = {"by": "; ".join(self.by), "against": "; ".join(self.against)}
        pairs |= {"in": changes.get("in_", self.period.typed), "states": changes.get("states", "yes" * self.states)}
        return urlencode({name: value for name, value in pairs.items() if value})

    def turned(self) -> str:
        """The address of the same question the other way round."""
        other = Pressing(self.against, self.by, self.period, self.states)
        return other.query


def pressing(
    by: Typed = "",
    against: Typed = "",
    in_: Annotated[str, Query(alias="in", max_length=60)] = "",
    states: Annotated[str, Query(max_length=10)] = "",
) -> Pressing:
    """What the address asks for; several names are parted by semicolons and pooled."""
    return Pressing(between_names(by), between_names(against), Period.of(in_), bool(states))


ThePressing = Annotated[Pressing, Depends(pressing)]


def too_many(
    ledger: Ledger,
    by: tuple[str, ...],
    against: tuple[str, ...],
    days: Days | None,
    *,
    states: bool = False,
    most: int | None = None,
) -> str:
    """What there is too much of to be told at once (`pressures`, `rows of the two`); nothing where it is not.

    `most` pressures where they are only summed up.
    """
    most = most or PRESSURES
    sides = dyad(ledger, by, against, days, states=states).sides
    first, last = (days.earliest, days.latest) if days else (None, None)
    asked = Filters(kind="pressure", actor=sides.between, recipient=sides.and_, since=first, until=last)
    if ledger.count_events(asked, most=most) > most:
        return f"more than {most:,} pressures"
    since, until = _moved(first, -_BEFORE), _moved(last, _AFTER)
    around = Filters(kind=KINDS, who=sides.between, with_=sides.and_, since=since, until=until)
    if against and ledger.count_events(around, most=TOLD) > TOLD:
        return f"more than {TOLD:,} rows of the two"
    return ""


def refuse(over: str) -> None:
    """UsageError where there is too much of something (`too_many`)."""
    if over:
        raise UsageError(f"{over}: too much for one answer; ask for a shorter period, or for single people")


def _moved(day: date | None, by: timedelta) -> date | None:
    try:
        return day + by if day else None
    except OverflowError:
        return day
