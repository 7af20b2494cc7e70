"""Answers of the API: hours, deadlines, episodes, tone, figures, traffic, coverage; as `--json` prints them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query

from demarche.analysis import Pool, compare, coverage_table, deadlines, episodes, hours
from demarche.analysis.sides import asked_period
from demarche.analysis.tone import tone
from demarche.analysis.traffic import traffic
from demarche.export.plain.coverage import table_dict
from demarche.export.plain.following import follows_dict
from demarche.export.plain.holding import holds_dict
from demarche.export.plain.hours import comparison_dict, hours_dict
from demarche.export.plain.pressures import deadlines_dict, episodes_dict
from demarche.export.plain.tone import tone_dict
from demarche.export.plain.traffic import traffic_dict
from demarche.web.api.bounds import bounded
from demarche.web.api.shapes import (
    ComparisonOut,
    CoverageTableOut,
    DeadlinesOut,
    EpisodesOut,
    FollowsOut,
    HoldsOut,
    HoursOut,
    ToneOut,
    TrafficOut,
)
from demarche.web.context import TheLedger, TheTurns
from demarche.web.pressing import refuse, too_many
from demarche.web.saying import too_many as too_much_said
from demarche.web.testing import tested, told_share

__all__ = ["router"]

router = APIRouter(prefix="/api", tags=["answers"])
Plain = dict[str, Any]
Between = Annotated[
    Sequence[str], Query(description="One side; several names are pooled, an office is whoever held it")
]
And = Annotated[Sequence[str], Query(alias="and", description="The other side; leave out for anybody")]
Period = Annotated[str | None, Query(alias="in", description="2025, 2025-03, 2025-01-01/2025-06-30", max_length=60)]
Until = Annotated[str | None, Query(description="The last day that counts: 2025-10-16", max_length=40)]
AsOf = Annotated[str | None, Query(description="The day of asking: 2025-10-16", max_length=40)]
By = Annotated[Sequence[str], Query(description="Who threatens or imposes")]
States = Annotated[bool, Query(description="Everybody who speaks for the states of those named")]
Against = Annotated[Sequence[str], Query(description="Against whom")]


@router.get("/hours", response_model=HoursOut)
def hours_between(
    ledger: TheLedger, between: Between, and_: And = (), period: Period = None, until: Until = None
) -> Plain:
    """How long two sides spoke and met: minutes as an interval; contacts without a length apart."""
    bounded(ledger, "contact", who=between, with_=and_, period=period, until=until)
    return hours_dict(hours(ledger, Pool(tuple(between), tuple(and_)), period=period, until=until))


@router.get("/compare", response_model=ComparisonOut)
def compared(
    ledger: TheLedger,
    between: Between,
    and_: And,
    against: Annotated[Sequence[str], Query(description="Whom the second pool was in contact with")],
    versus: Annotated[Sequence[str], Query(description="One side of the second pool; `between` when left out")] = (),
    period: Period = None,
    until: Until = None,
    factor: Annotated[float, Query(description="2 asks whether it is twice as long", gt=0, le=1000)] = 1.0,
) -> Plain:
    """Whether the first pool has more, less or about as many hours as the second, or whether nobody can tell."""
    for ours, theirs in ((between, and_), (versus or between, against)):
        bounded(ledger, "contact", who=ours, with_=theirs, period=period, until=until)
    first = Pool(tuple(between), tuple(and_))
    second = Pool(tuple(versus or between), tuple(against))
    return comparison_dict(compare(ledger, first=first, second=second, period=period, until=until, factor=factor))


@router.get("/deadlines", response_model=DeadlinesOut)
def pressures(
    ledger: TheLedger,
    by: By = (),
    against: Against = (),
    period: Period = None,
    open: Annotated[bool, Query(description="Only those that may still come")] = False,
    as_of: AsOf = None,
) -> Plain:
    """Every pressure with its life: announced, extended, what became of it; the open ones first."""
    bounded(ledger, "pressure", actor=by, recipient=against, period=period)
    ours, theirs = tuple(by), tuple(against)
    return deadlines_dict(deadlines(ledger, by=ours, against=theirs, period=period, open=open, as_of=as_of))


@router.get("/episodes", response_model=EpisodesOut)
def around_pressures(
    ledger: TheLedger,
    by: By,
    against: Against,
    period: Period = None,
    before: Annotated[int, Query(description="Days before the announcement", ge=0, le=366)] = 14,
    after: Annotated[int, Query(description="Days after the outcome", ge=0, le=366)] = 14,
    states: States = False,
    as_of: AsOf = None,
) -> Plain:
    """What came before each pressure and what followed it."""
    ours, theirs = tuple(by), tuple(against)
    refuse(too_many(ledger, ours, theirs, asked_period(period), states=states))
    found = episodes(
        ledger, by=ours, against=theirs, period=period, before=before, after=after, states=states, as_of=as_of
    )
    return episodes_dict(found)


@router.get("/tone", response_model=ToneOut)
def said_of_each_other(
    ledger: TheLedger, between: Between, and_: And, period: Period = None, until: Until = None
) -> Plain:
    """What two sides say of each other: statements by stance and month, each with its words."""
    ours, theirs = tuple(between), tuple(and_)
    refuse(too_much_said(ledger, ours, theirs, asked_period(period, until)))
    return tone_dict(tone(ledger, between=ours, and_=theirs, period=period, until=until))


@router.get("/follows", response_model=FollowsOut)
def contact_around_pressure(
    ledger: TheLedger, turns: TheTurns, by: By, against: Against, period: Period = None, states: States = False
) -> Plain:
    """Whether contact is more or less frequent before a deadline and after a threat than on other days.

    It simulates: one test at a time, of 40 years at most. Days show what came first, not why.
    """
    days = asked_period(period)
    return follows_dict(tested(ledger, turns, tuple(by), tuple(against), period, days, states=states))


@router.get("/holds", response_model=HoldsOut)
def deadlines_that_held(
    ledger: TheLedger,
    by: By,
    against: Against = (),
    period: Period = None,
    states: States = False,
    as_of: AsOf = None,
) -> Plain:
    """The share of deadlines carried out by their day, and the time to an outcome, with and without a contact."""
    days, sides = asked_period(period), (tuple(by), tuple(against))
    return holds_dict(told_share(ledger, *sides, period, days, states=states, as_of=as_of))


@router.get("/traffic", response_model=TrafficOut)
def traffic_of(
    ledger: TheLedger,
    of: Annotated[Sequence[str], Query(description="Whose contacts; several names are pooled")],
    with_: Annotated[Sequence[str], Query(alias="with", description="Counterparts, each of its own")] = (),
    period: Period = None,
    until: Until = None,
    by: Annotated[str, Query(description="day, week, month or year")] = "month",
) -> Plain:
    """Who somebody talks to, how much, and who asks: with zeros where there was nothing."""
    bounded(ledger, "contact", who=of, with_=with_, period=period, until=until)
    return traffic_dict(traffic(ledger, of=tuple(of), with_=tuple(with_), period=period, until=until, by=by))


@router.get("/coverage", response_model=CoverageTableOut)
def covered(
    ledger: TheLedger,
    between: Annotated[Sequence[str], Query(description="Only documents that tell of contacts of this side")] = (),
    and_: And = (),
    period: Period = None,
) -> Plain:
    """What the ledger covers, by month and by source: all of it, or what tells of contacts of two sides."""
    return table_dict(coverage_table(ledger, between=tuple(between), and_=tuple(and_), period=period), None)
