"""The documents of the ledger, the latest first, found by any word in them."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.responses import Response

from demarche.export.plain_tables import Cell, Table
from demarche.web.context import TheLedger
from demarche.web.downloads import save
from demarche.web.pages.page import Page
from demarche.web.rendering import is_part, render
from demarche.web.views.asked import hints_in

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Documents", "/documents", router, also=("/document",))
PER_PAGE = 50
BATCH = 2000


@router.get("/documents")
def show(request: Request, ledger: TheLedger, q: str = "", page: int = 1) -> Response:
    """The list, or only its rows when htmx asks."""
    asked, at = q.strip()[:200], max(page, 1)
    found = ledger.documents(asked, limit=PER_PAGE + 1, offset=(at - 1) * PER_PAGE)
    template = "documents/results.html" if is_part(request) else "documents/page.html"
    return render(
        request,
        template,
        q=asked,
        page=at,
        rows=found[:PER_PAGE],
        more=len(found) > PER_PAGE,
        hints=hints_in(ledger, asked),
    )


@router.get("/documents/download/{form}")
def download(form: str, ledger: TheLedger, q: str = "") -> Response:
    """Every document of the view, without its text."""
    columns = ("hash", "id", "version", "title", "publisher", "source_class", "speaks_for", "published", "url")
    return save(form, Table("documents", (*columns, "added_at", "rows"), _rows(ledger, q.strip()[:200])))


def _rows(ledger: TheLedger, asked: str) -> Iterator[tuple[Cell, ...]]:
    offset = 0
    while found := ledger.documents(asked, limit=BATCH, offset=offset):
        for row in found:
            s = row.source
            what = (s.hash, s.name, s.version, s.title, s.publisher, s.source_class, s.speaks_for, s.date, s.url)
            yield (*what, s.added_at, row.reports)
        offset += BATCH
