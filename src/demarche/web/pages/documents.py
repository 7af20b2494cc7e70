"""The documents of the ledger, the latest first, found by any word in them."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from demarche.web.context import TheLedger
from demarche.web.pages.page import Page
from demarche.web.rendering import is_part, render

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Documents", "/documents", router, also=("/document",))
PER_PAGE = 50


@router.get("/documents")
def show(request: Request, ledger: TheLedger, q: str = "", page: int = 1) -> Response:
    """The list, or only its rows when htmx asks."""
    asked, at = q.strip()[:200], max(page, 1)
    found = ledger.documents(asked, limit=PER_PAGE + 1, offset=(at - 1) * PER_PAGE)
    template = "documents/results.html" if is_part(request) else "documents/page.html"
    return render(request, template, q=asked, page=at, rows=found[:PER_PAGE], more=len(found) > PER_PAGE)
