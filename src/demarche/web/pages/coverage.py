"""Coverage: which sources the ledger holds, from when to when, how many documents a month, and the gaps."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from demarche.analysis import coverage_table
from demarche.web.context import TheLedger
from demarche.web.pages.page import Page
from demarche.web.rendering import render
from demarche.web.views.months import month_lines, source_lines

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Coverage", "/coverage", router)


@router.get("/coverage")
def show(request: Request, ledger: TheLedger, who: str = "", with_: str = "", all: bool = False) -> Response:
    """The months and the sources; with names only the documents that tell of their contacts."""
    ours = tuple(name.strip() for name in who.split(";") if name.strip())
    theirs = tuple(name.strip() for name in (request.query_params.get("with") or with_).split(";") if name.strip())
    table = coverage_table(ledger, between=ours, and_=theirs)
    return render(
        request,
        "coverage/page.html",
        table=table,
        months=month_lines(table),
        sources=source_lines(table, None if all else 100),
        who="; ".join(ours),
        with_="; ".join(theirs),
        every=all,
    )
