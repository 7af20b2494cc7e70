"""The log: who decided what and when, on which words; each can be taken back."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from demarche.export.plain_tables import Cell, Table
from demarche.ledger import LogEntry
from demarche.web.context import AUTHOR_COOKIE, TheAuthor, TheLedger
from demarche.web.downloads import save
from demarche.web.pages.page import Page
from demarche.web.permissions import only_own
from demarche.web.rendering import render

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Log", "/log", router)
PER_PAGE = 100
_WHAT = ("number", "made_at", "author", "verdict", "field", "before", "after", "reason")
_WHERE = ("kind", "words", "document", "publisher", "url", "event", "orphaned", "undone_at", "undone_by")
COLUMNS: tuple[str, ...] = (*_WHAT, *_WHERE)


@router.get("/log")
def show(request: Request, ledger: TheLedger, author: TheAuthor, page: int = 1) -> Response:
    """The decisions, the latest first."""
    at = max(page, 1)
    found = ledger.log(limit=at * PER_PAGE + 1)
    shown = found[(at - 1) * PER_PAGE : at * PER_PAGE]
    return render(request, "log/page.html", entries=shown, page=at, more=len(found) > at * PER_PAGE, author=author)


@router.get("/log/download/{form}")
def download(form: str, ledger: TheLedger) -> Response:
    """Every decision, undone ones too."""
    return save(form, Table("log", COLUMNS, map(_row, ledger.log())))


def _row(entry: LogEntry) -> tuple[Cell, ...]:
    made = entry.decision
    what = (made.id, made.made_at, made.author, made.verdict, made.field, entry.before, entry.after, made.note)
    where = (made.kind, " … ".join(entry.words), entry.document, entry.publisher, entry.url, entry.event_id)
    return (*what, *where, int(entry.orphaned), made.undone_at, made.undone_by)


@router.post("/log/{number}/undo")
def undo(number: int, request: Request, ledger: TheLedger, author: TheAuthor) -> Response:
    """Take a decision back, with those that were taken together with it; the log keeps them."""
    ledger.undo(number, author=author, own=only_own(request))
    return RedirectResponse("/log", 303)


@router.post("/log/author")
def be(author: Annotated[str, Form()] = "") -> Response:
    """Keep in this browser who decides here."""
    answer = RedirectResponse("/log", 303)
    name = " ".join(author.split())[:80]
    if name:
        answer.set_cookie(AUTHOR_COOKIE, quote(name), max_age=365 * 86400, samesite="strict", httponly=True)
    else:
        answer.delete_cookie(AUTHOR_COOKIE, samesite="strict", httponly=True)
    return answer
