"""An event in full: what each source says of each field, its life, why it is one, what was decided, how to cite it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from demarche.errors import UsageError
from demarche.ledger import Event, EventDetail, Filters, Ledger
from demarche.ledger.edtf import parse
from demarche.web.context import TheAuthor, TheLedger
from demarche.web.downloads import download_events, form_of
from demarche.web.failures import NotThere
from demarche.web.pages.page import Page
from demarche.web.rendering import render
from demarche.web.views import cite
from demarche.web.views.accounts import field_lines
from demarche.web.views.lines import line, parties
from demarche.web.views.together import decisions, reasons

__all__ = ["PAGE"]

router = APIRouter()
MONTH = timedelta(days=31)
BESIDE = 6
PAGE = Page("Event", "/event", router, shown=False)


@router.get("/event/{event_id}")
def show(event_id: str, request: Request, ledger: TheLedger) -> Response:
    """The event of this id, or that of a report."""
    detail = _found(ledger, event_id)
    told = [ledger.show(row.id) for row in detail.event.reports]
    return render(
        request,
        "event/page.html",
        detail=detail,
        event=detail.event,
        line=line(detail.event),
        told=told,
        fields=field_lines(detail, told),
        beside=[line(event) for event in _beside(ledger, detail.event)],
        reasons=reasons(detail),
        decisions=decisions(detail),
        footnotes=cite.footnotes(detail.event, datetime.now(UTC).date()),
        sentence=cite.sentence(detail.event),
    )


@router.get("/event/{event_id}/download/{form}")
def save(event_id: str, form: str, ledger: TheLedger) -> Response:
    """The event with every report that tells of it."""
    event = _found(ledger, event_id).event
    return download_events(form_of(form), [event], f"/event/{event.id}", event.id)


def _found(ledger: Ledger, event_id: str) -> EventDetail:
    try:
        return ledger.event(event_id)
    except UsageError as error:
        raise NotThere(str(error)) from error


def _beside(ledger: TheLedger, event: Event) -> list[Event]:
    """Pressures and offers between the two sides of a contact, in the month before and after it."""
    left, _, right = parties(event.row)
    days = parse(event.date)
    if event.kind != "contact" or not (left and right and days and days.earliest and days.latest):
        return []
    around = {"since": days.earliest - MONTH, "until": days.latest + MONTH, "limit": BESIDE}
    return ledger.events(Filters(who=left, with_=right, kind=("pressure", "offer"), **around))  # type: ignore[arg-type]


@router.post("/event/{event_id}/{verdict}")
def judge(
    event_id: str, verdict: str, ledger: TheLedger, author: TheAuthor, reason: Annotated[str, Form()] = ""
) -> Response:
    """Accept or reject the event: each of its reports, in one decision."""
    verbs = {"accept": ledger.accept, "reject": ledger.reject}
    if verdict not in verbs:
        raise NotThere(f"There is no verdict {verdict}; there are accept and reject.")
    verbs[verdict](event_id, author=author, reason=reason)
    return RedirectResponse(f"/event/{event_id}", 303)
