"""The questions of the API: events, event, reports, show, count, summary, resolve."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path, Query

from demarche.analysis import count as count_contacts
from demarche.analysis import count_reports
from demarche.errors import UsageError
from demarche.ledger import Detail, EventDetail, Match, Summary
from demarche.model import KINDS
from demarche.web.api.asked import Asked
from demarche.web.api.bounds import bounded
from demarche.web.api.counts import CountOut, counted
from demarche.web.api.models import (
    DetailOut,
    EventDetailOut,
    EventList,
    EventOut,
    MatchOut,
    ReportList,
    ReportOut,
    SummaryOut,
)
from demarche.web.context import TheLedger
from demarche.web.failures import NotThere

__all__ = ["router"]

router = APIRouter(prefix="/api", tags=["ledger"])
Who = Annotated[list[str], Query(description="Named in any role; several are pooled")]
Actor = Annotated[list[str], Query(description="Who acts or speaks")]
Recipient = Annotated[list[str], Query(description="To whom it is addressed, or about whom")]
Type = Annotated[str | None, Query(description="call, meeting, threat, pledge, ...")]
Status = Annotated[str | None, Query(description="held, pending, dropped, ...")]
Stance = Annotated[str | None, Query(description="Of a statement: praise, reject, ...")]
Period = Annotated[str | None, Query(alias="in", description="2025, 2025-03, 2025-01-01/2025-06-30")]
By = Annotated[str | None, Query(description="month, type, status, stance, actor, recipient")]
Kind = Annotated[str, Path(description="pressure, offer, act, statement, forecast, claim")]
Id = Annotated[str, Path(description="An id, or its beginning")]


@router.get("/events")
def events(asked: Asked, ledger: TheLedger) -> EventList:
    """The events of which a report passes the filters, each with all its reports."""
    total = ledger.count_events(replace(asked, limit=None, offset=0))
    return EventList(total=total, events=[EventOut.model_validate(event) for event in ledger.events(asked)])


@router.get("/events/{event_id}", response_model=EventDetailOut)
def event(event_id: Id, ledger: TheLedger) -> EventDetail:
    """One event in full, by its id, that of any of its reports, or a prefix."""
    try:
        return ledger.event(event_id)
    except UsageError as error:
        raise NotThere(str(error)) from error


@router.get("/reports")
def reports(asked: Asked, ledger: TheLedger) -> ReportList:
    """The reports that pass the filters: what single documents say."""
    total = ledger.count_reports(replace(asked, limit=None, offset=0))
    return ReportList(total=total, reports=[ReportOut.model_validate(row) for row in ledger.reports(asked)])


@router.get("/reports/{report_id}", response_model=DetailOut)
def show(report_id: Id, ledger: TheLedger) -> Detail:
    """One report in full: every field with its exact words."""
    try:
        return ledger.show(report_id)
    except UsageError as error:
        raise NotThere(str(error)) from error


@router.get("/count")
def count(
    ledger: TheLedger,
    between: Annotated[list[str], Query(description="One side; several names are pooled")],
    and_: Annotated[list[str], Query(alias="and", description="The other side; leave out for anybody")] = [],  # noqa: B006
    type: Type = None,
    status: Annotated[str | None, Query(description="What counts; held when left out")] = None,
    period: Period = None,
    by: Annotated[str | None, Query(description="month, counterpart, type, status, ...")] = None,
) -> CountOut:
    """How many contacts there were between two sides: the number, its rule, its rows, what is doubtful."""
    ours, theirs = tuple(between), tuple(and_)
    bounded(ledger, "contact", who=ours, with_=theirs, period=period)
    answer = count_contacts(ledger, between=ours, and_=theirs, type=type, status=status, period=period, by=by)
    return counted(answer)


@router.get("/count/{kind}")
def count_of_kind(
    kind: Kind,
    ledger: TheLedger,
    who: Who = [],  # noqa: B006
    actor: Actor = [],  # noqa: B006
    recipient: Recipient = [],  # noqa: B006
    type: Type = None,
    status: Status = None,
    stance: Stance = None,
    period: Period = None,
    by: By = None,
) -> CountOut:
    """The same for pressures, offers, acts, statements, forecasts and claims."""
    if kind not in KINDS:
        raise UsageError(f"no kind {kind!r}; there are {', '.join(KINDS)}")
    people = {"who": tuple(who), "actor": tuple(actor), "recipient": tuple(recipient)}
    bounded(ledger, kind, who=who, actor=actor, recipient=recipient, period=period)
    more = {"type": type, "status": status, "stance": stance, "period": period, "by": by}
    return counted(count_reports(ledger, kind, **people, **more))  # type: ignore[arg-type]


@router.get("/summary", response_model=SummaryOut)
def summary(ledger: TheLedger) -> Summary:
    """What is in the ledger."""
    return ledger.summary()


@router.get("/resolve", response_model=MatchOut)
def resolve(
    name: Annotated[str, Query(description="A name in any spelling, or an office", max_length=200)],
    ledger: TheLedger,
    since: Annotated[str, Query(description="Of an office: the first day asked, 2025-01-01", max_length=10)] = "",
    until: Annotated[str, Query(description="Of an office: the last day asked", max_length=10)] = "",
) -> Match:
    """Who in this ledger is meant by a name, or by an office: whoever held it then."""
    return ledger.resolve(name, since, until)
