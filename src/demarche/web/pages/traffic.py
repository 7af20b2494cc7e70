"""Traffic: who one side talks to, month by month, with the zeros; how many, who asked, how long."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from demarche.analysis.traffic import Pair, Traffic, traffic
from demarche.charts import Frame, Spec
from demarche.charts import traffic as traffic_chart
from demarche.export.plain_tables import Cell, Table
from demarche.ledger import Filters, Ledger
from demarche.web.context import TheLedger
from demarche.web.downloads import save
from demarche.web.pages.page import Page
from demarche.web.pictures import chart_answer, drawable, source_words
from demarche.web.rendering import render
from demarche.web.views.asked import between_names, hints, latest_people
from demarche.web.views.heat import heat, heat_marks
from demarche.web.views.span import Period

__all__ = ["PAGE"]

MOST = 400
"""Of more contacts than this no table is made: the page asks for a shorter period."""

COLUMNS = ("period", "first", "second", "contacts", "doubtful", "days_covered", "days")
PAIRS = ("counterpart", "contacts", "share", "low", "high", "asked_by_first", "asked_by_counterpart", "not_told")

router = APIRouter()
PAGE = Page("Traffic", "/traffic", router, shown=False)
Typed = Annotated[str, Query(max_length=200)]
In = Annotated[str, Query(alias="in", max_length=60)]


@router.get("/traffic")
def show(request: Request, ledger: TheLedger, of: Typed = "", in_: In = "") -> Response:
    """Months and counterparts as a map, the figures of each counterpart beside it."""
    names, period = between_names(of), Period.of(in_)
    if not names:
        return render(request, "traffic/page.html", of=names, period=period, people=latest_people(ledger))
    answer = _answer(ledger, names, period)
    return render(
        request,
        "traffic/page.html",
        of=names,
        period=period,
        answer=answer,
        heat=heat(answer) if answer else None,
        most=MOST,
        query=urlencode({"of": "; ".join(names), "in": period.typed}),
        hints=hints(ledger, names, period.days),
        pictures=drawable(),
    )


@router.get("/traffic/chart.{form}")
def chart(form: str, ledger: TheLedger, of: Typed = "", in_: In = "") -> Response:
    """The map as a picture."""
    names, period = between_names(of), Period.of(in_)
    return chart_answer(form, _chart(_answer(ledger, names, period), names, period), "traffic")


@router.get("/traffic/pairs/download/{form}")
def download_pairs(form: str, ledger: TheLedger, of: Typed = "", in_: In = "") -> Response:
    """A row a counterpart: contacts, share, who asked."""
    answer = _answer(ledger, between_names(of), Period.of(in_))
    return save(form, Table("counterparts", PAIRS, map(_pair, answer.pairs if answer else ())))


@router.get("/traffic/download/{form}")
def download(form: str, ledger: TheLedger, of: Typed = "", in_: In = "") -> Response:
    """A row a month and counterpart, zeros too."""
    answer = _answer(ledger, between_names(of), Period.of(in_))
    rows = answer.rows if answer else ()
    told = ((r.period, r.first, r.second, r.contacts, r.doubtful, r.covered, r.days) for r in rows)
    return save(form, Table("traffic", COLUMNS, told))


def _pair(pair: Pair) -> tuple[Cell, ...]:
    low, high = pair.share.interval or (None, None)
    return (
        pair.counterpart,
        len(pair.contacts),
        pair.share.estimate,
        low,
        high,
        *pair.balance.counts,
        pair.balance.unknown,
    )


def _answer(ledger: Ledger, of: tuple[str, ...], period: Period) -> Traffic | None:
    """The answer; None where there are too many contacts for a page, or nobody is named."""
    since, until = (period.days.earliest, period.days.latest) if period.days else (None, None)
    asked = Filters(who=of, kind="contact", since=since, until=until)
    if not of or ledger.count_events(asked, most=MOST) > MOST:
        return None
    return traffic(ledger, of=of, period=period.typed or None)


def _chart(answer: Traffic | None, of: tuple[str, ...], period: Period) -> Spec:
    told = [row.document for contact in answer.contacts for row in contact.reports] if answer else []
    source = source_words((document.hash, document.publisher, document.source_class) for document in told)
    title = f"Contacts of {', '.join(of) or 'nobody'} by month"
    frame = Frame(title, source, datetime.now(UTC).date(), period.words)
    return traffic_chart(heat_marks(heat(answer)) if answer else (), frame=frame)
