"""Check: paste a paragraph and see its claims supported, contradicted, or open; or ask a question in a line."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from demarche.analysis.checking import Verdict, check_claim
from demarche.checks import EXAMPLE, QUESTIONS, claim_of, day_of
from demarche.errors import UsageError
from demarche.ledger import Ledger
from demarche.web.checking import LETTERS, Checked
from demarche.web.context import TheChecks, TheLedger
from demarche.web.downloads import download_events, form_of
from demarche.web.downloads import save as download
from demarche.web.failures import NotThere
from demarche.web.pages.page import Page
from demarche.web.rendering import is_part, render
from demarche.web.views.findings import behind, findings
from demarche.web.views.lines import line
from demarche.web.views.lit import MARKS, lit, review_address

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Check", "/check", router)
Text = Annotated[str, Form()]


@router.get("/check")
def show(request: Request) -> Response:
    """The two forms."""
    return _page(request, None)


@router.post("/check")
def check(request: Request, checks: TheChecks, text: Text = "", day: Text = "", complete: Text = "") -> Response:
    """Line a text up, then show how far it is."""
    return _begun(request, checks.check(text, _day(day), complete=bool(complete)))


@router.post("/check/ask")
def ask(request: Request, checks: TheChecks, question: Text = "", day: Text = "") -> Response:
    """Line a question up, then show how far it is."""
    return _begun(request, checks.ask(question, _day(day)))


@router.get("/check/row/{report_id}")
def row(report_id: str, request: Request, ledger: TheLedger) -> Response:
    """The verdict on a claim that a document makes: in full, or for its place in the document."""
    verdict = _verdict(ledger, report_id)
    if is_part(request):
        return render(request, "check/row.html", verdict=verdict, marks=MARKS, id=report_id)
    return _page(request, _of_row(report_id, verdict), of_document=True)


@router.get("/check/row/{report_id}/download/{form}")
def save_row(report_id: str, form: str, ledger: TheLedger) -> Response:
    """The verdict on a claim of a document, a line for each rule."""
    return download(form, findings(_of_row(report_id, _verdict(ledger, report_id))))


@router.get("/check/row/{report_id}/rows/download/{form}")
def save_rows_of_row(report_id: str, form: str, ledger: TheLedger) -> Response:
    """The events behind this verdict."""
    events = behind(_of_row(report_id, _verdict(ledger, report_id)))
    return download_events(form_of(form), events, f"/check/row/{report_id}", "check")


@router.get("/check/{check_id}/download/{form}")
def save(check_id: str, form: str, checks: TheChecks) -> Response:
    """What was found, a line for each rule under which a claim was judged, or for each number of an answer."""
    return download(form, findings(checks.get(check_id)))


@router.get("/check/{check_id}/rows/download/{form}")
def save_rows(check_id: str, form: str, checks: TheChecks) -> Response:
    """The events behind the verdicts or the answer."""
    return download_events(form_of(form), behind(checks.get(check_id)), f"/check/{check_id}", "check")


@router.get("/check/{check_id}")
def progress(check_id: str, request: Request, checks: TheChecks) -> Response:
    """How far a check is; asked for again and again until it is done."""
    return _page(request, checks.get(check_id))


def _verdict(ledger: Ledger, report_id: str) -> Verdict:
    try:
        claim = claim_of(ledger, report_id)
    except UsageError as error:
        raise NotThere(str(error)) from error
    return check_claim(ledger, claim)


def _of_row(report_id: str, verdict: Verdict) -> Checked:
    """A verdict that needs no reading, as if its claim had been pasted."""
    claim = verdict.claim
    return Checked(report_id, claim.words, day=claim.day, state="done", found=1, verdicts=(verdict,))


def _begun(request: Request, made: Checked) -> Response:
    if is_part(request):
        answer = _page(request, made)
        answer.headers["hx-push-url"] = f"/check/{made.id}"
        return answer
    return RedirectResponse(f"/check/{made.id}", 303)


def _page(request: Request, made: Checked | None, *, of_document: bool = False) -> Response:
    return render(
        request,
        "check/result.html" if is_part(request) else "check/page.html",
        made=made,
        pieces=lit(made.text, made.verdicts) if made and not made.question and not of_document else [],
        of_document=of_document,
        behind=bool(made and behind(made)),
        marks=MARKS,
        line=line,
        review_address=review_address,
        example=EXAMPLE,
        questions=QUESTIONS,
        letters=LETTERS,
    )


def _day(words: str) -> date | None:
    return day_of(words.strip()) if words.strip() else None
