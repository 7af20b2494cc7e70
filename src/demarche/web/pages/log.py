"""The log: who decided what and when, each of which can be taken back."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from demarche.web.context import TheLedger
from demarche.web.pages.page import Page
from demarche.web.rendering import render

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Log", "/log", router)
PER_PAGE = 100


@router.get("/log")
def show(request: Request, ledger: TheLedger, page: int = 1) -> Response:
    """The decisions, the latest first."""
    every = list(reversed(ledger.decisions()))
    first = (max(page, 1) - 1) * PER_PAGE
    shown = every[first : first + PER_PAGE]
    return render(request, "log/page.html", decisions=shown, total=len(every), page=max(page, 1), per_page=PER_PAGE)


@router.post("/log/{decision_id}/undo")
def undo(decision_id: int, ledger: TheLedger) -> Response:
    """Take a decision back; the log keeps it."""
    ledger.undo(decision_id)
    return RedirectResponse("/log", 303)
