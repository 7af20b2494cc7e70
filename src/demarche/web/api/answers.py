"""Answers of the API: hours, their comparison, deadlines, episodes, traffic, coverage; as `--json` prints them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query

from demarche.analysis import Pool, compare, coverage_table, deadlines, episodes, hours
from demarche.analysis.pressures import Deadlines
from demarche.export.plain.coverage import table_dict
from demarche.export.plain.hours import comparison_dict, hours_dict
from demarche.export.plain.pressures import deadlines_dict, episodes_dict
from demarche.web.context import TheLedger

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
Against = Annotated[Sequence[str], Query(description="Against whom")]


@router.get("/hours")
def hours_between(
    ledger: TheLedger, between: Between, and_: And = (), period: Period = None, until: Until = None
) -> Plain:
    """How long two sides spoke and met: minutes as an interval; contacts without a length apart."""
    return hours_dict(hours(ledger, Pool(tuple(between), tuple(and_)), period=period, until=until))


@router.get("/compare")
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
    first = Pool(tuple(between), tuple(and_))
    second = Pool(tuple(versus or between), tuple(against))
    return comparison_dict(compare(ledger, first=first, second=second, period=period, until=until, factor=factor))


@router.get("/deadlines")
def pressures(
    ledger: TheLedger,
    by: By = (),
    against: Against = (),
    period: Period = None,
    open: Annotated[bool, Query(description="Only those that may still come")] = False,
    as_of: AsOf = None,
) -> Plain:
    """Every pressure with its life: announced, extended, what became of it; the open ones first."""
    found: Deadlines = deadlines(ledger, by=tuple(by), against=tuple(against), period=period, open=open, as_of=as_of)
    return deadlines_dict(found)


@router.get("/episodes")
def around_pressures(
    ledger: TheLedger,
    by: By,
    against: Against,
    period: Period = None,
    before: Annotated[int, Query(description="Days before the announcement", ge=0, le=366)] = 14,
    after: Annotated[int, Query(description="Days after the outcome", ge=0, le=366)] = 14,
    as_of: AsOf = None,
) -> Plain:
    """What came before each pressure and what followed it."""
    found = episodes(
        ledger, by=tuple(by), against=tuple(against), period=period, as_of=as_of, before=before, after=after
    )
    return episodes_dict(found)


@router.get("/traffic")
def traffic_of(
    ledger: TheLedger,
    of: Annotated[Sequence[str], Query(description="Whose contacts; several names are pooled")],
    with_: Annotated[Sequence[str], Query(alias="with", description="Counterparts, each of its own")] = (),
    period: Period = None,
    until: Until = None,
    by: Annotated[str, Query(description="day, week, month or year")] = "month",
) -> Plain:
    """Who somebody talks to, how much, and who asks: with zeros where there was nothing."""
    from demarche.analysis.traffic import traffic
    from demarche.export.plain.traffic import traffic_dict

    return traffic_dict(traffic(ledger, of=tuple(of), with_=tuple(with_), period=period, until=until, by=by))


@router.get("/coverage")
def covered(
    ledger: TheLedger, between: Annotated[Sequence[str], Query()] = (), and_: And = (), period: Period = None
) -> Plain:
    """What the ledger covers, by month and by source: all of it, or what tells of contacts of two sides."""
    return table_dict(coverage_table(ledger, between=tuple(between), and_=tuple(and_), period=period), None)
