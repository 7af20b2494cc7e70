"""Coverage: which sources the ledger holds, from when to when, how many documents a month, and the gaps."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from demarche.analysis import coverage_table
from demarche.export.plain_tables import Table
from demarche.web.context import TheLedger
from demarche.web.downloads import save
from demarche.web.pages.page import Page
from demarche.web.rendering import render
from demarche.web.views.months import month_lines, source_lines

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Coverage", "/coverage", router)

MONTHS = 120
SOURCES = 100
"""So many are shown at first; a link leads to all."""

With = Annotated[str, Query(alias="with")]


@router.get("/coverage")
def show(request: Request, ledger: TheLedger, who: str = "", with_: With = "", all: bool = False) -> Response:
    """The months and the sources; with names only the documents that tell of their contacts."""
    ours, theirs = _names(who), _names(with_)
    table = coverage_table(ledger, between=ours, and_=theirs)
    return render(
        request,
        "coverage/page.html",
        table=table,
        months=month_lines(table, None if all else MONTHS),
        sources=source_lines(table, None if all else SOURCES),
        who="; ".join(ours),
        with_="; ".join(theirs),
    )


@router.get("/coverage/download/{form}")
def download(form: str, ledger: TheLedger, who: str = "", with_: With = "") -> Response:
    """Documents by source and month."""
    table = coverage_table(ledger, between=_names(who), and_=_names(with_))
    rows = ((cell.publisher, cell.source_class, cell.month, cell.documents) for cell in table.cells)
    return save(form, Table("coverage", ("publisher", "source_class", "month", "documents"), rows))


def _names(typed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in typed.split(";") if name.strip())
