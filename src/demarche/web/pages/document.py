"""A stored document: its text with everything found marked in place, and the rows beside it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from demarche.errors import UsageError
from demarche.web.context import TheLedger
from demarche.web.failures import NotThere
from demarche.web.pages.page import Page
from demarche.web.rendering import render
from demarche.web.views.marked import pieces

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Document", "/document", router, shown=False)


@router.get("/document/{document_hash}")
def show(document_hash: str, request: Request, ledger: TheLedger, row: str = "") -> Response:
    """The document of this hash; `row` is lit up."""
    try:
        found = ledger.document(document_hash)
    except UsageError as error:
        raise NotThere(str(error)) from error
    return render(
        request,
        "document/page.html",
        found=found,
        source=found.source,
        pieces=pieces(found.text, found.told, row),
        lit=row,
        kinds=tuple(dict.fromkeys(detail.event.kind for detail in found.told)),
    )
