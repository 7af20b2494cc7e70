"""The ledger: events in a table, filtered by the address, downloaded as they are on the screen."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from demarche.ledger import Ledger
from demarche.ledger.edtf import Days, parse
from demarche.ledger.officers import phrases
from demarche.web.context import TheLedger, ThePages
from demarche.web.downloads import download, form_of
from demarche.web.drawn import drawn
from demarche.web.pages.page import Page
from demarche.web.rendering import is_part, render
from demarche.web.views.asked import Hint, hints
from demarche.web.views.lines import line
from demarche.web.views.query import CHOICES, PER_PAGE, Query

__all__ = ["PAGE"]

MOST_COUNTED = 10_000
"""Where a filter lets more through than this, the page says so and does not count on."""

router = APIRouter()
PAGE = Page("Ledger", "/", router, also=("/event",))


@router.get("/")
def show(request: Request, ledger: TheLedger, pages: ThePages) -> Response:
    """The table, or only its rows when htmx asks."""
    query = Query.of(request.query_params)
    found = pages.page(query.of_page(), most=MOST_COUNTED if query.active else None)
    lines = [drawn(line(event)) for event in found.events[:PER_PAGE]]
    template = "ledger/results.html" if is_part(request) else "ledger/page.html"
    answer = render(
        request,
        template,
        query=query,
        lines=lines,
        total=found.total,
        over=found.over,
        per_page=PER_PAGE,
        more=len(found.events) > PER_PAGE,
        hints=_hints(ledger, query),
        choices=CHOICES,
    )
    if is_part(request):
        answer.headers["hx-push-url"] = query.address(page=query.page)
    return answer


@router.get("/download/{form}")
def save(form: str, request: Request, ledger: TheLedger) -> Response:
    """Every row of the view, not only those of one page."""
    query = Query.of(request.query_params)
    return download(form_of(form), ledger, query.filters(), query.address())


def _hints(ledger: Ledger, query: Query) -> list[Hint]:
    """Whom the names were taken for; of the words searched for only an office in them."""
    filters = query.filters()
    first, last = parse(str(filters.since or "")), parse(str(filters.until or ""))
    days = Days(first.earliest if first else None, last.latest if last else None)
    office, _ = phrases(query.q)
    return hints(ledger, (*filters.who, *filters.with_, *([office] if office else ())), days)
