"""A stored document: its text with everything found marked in place, and the rows beside it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from demarche.errors import UsageError
from demarche.ledger import DocumentDetail
from demarche.web.context import TheLedger
from demarche.web.downloads import download_events, form_of
from demarche.web.failures import NotThere
from demarche.web.pages.page import Page
from demarche.web.rendering import render
from demarche.web.views.changes import changes
from demarche.web.views.marked import pieces

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Document", "/document", router, shown=False)


@router.get("/document/{document_hash}")
def show(document_hash: str, request: Request, ledger: TheLedger, row: str = "") -> Response:
    """The document of this hash; `row` is lit up."""
    found = _found(ledger, document_hash)
    return render(
        request,
        "document/page.html",
        found=found,
        source=found.source,
        pieces=pieces(found.text, found.told, row),
        lit=row,
        kinds=tuple(dict.fromkeys(detail.event.kind for detail in found.told)),
    )


@router.get("/document/{document_hash}/download/{form}")
def save(document_hash: str, form: str, ledger: TheLedger) -> Response:
    """The events that this document tells of, each with every report of it."""
    found = _found(ledger, document_hash)
    ids = dict.fromkeys(detail.event.event_id for detail in found.told if detail.event.event_id)
    events = (ledger.event(event_id).event for event_id in ids)
    return download_events(form_of(form), events, f"/document/{found.source.hash}", found.source.hash[:8])


@router.get("/document/{document_hash}/changes")
def compare(document_hash: str, request: Request, ledger: TheLedger) -> Response:
    """This version of the page against the one before it."""
    found = _found(ledger, document_hash)
    earlier = [version for version in found.versions if version.version < found.source.version]
    if not earlier:
        raise NotThere("There is no earlier version of this page.")
    before = ledger.document(earlier[-1].hash)
    told = changes(before.text, found.text)
    return render(request, "document/changes.html", source=found.source, before=before.source, changes=told)


def _found(ledger: TheLedger, document_hash: str) -> DocumentDetail:
    try:
        return ledger.document(document_hash)
    except UsageError as error:
        raise NotThere(str(error)) from error
