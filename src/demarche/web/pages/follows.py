"""Does contact follow pressure? The test of it for a pair, made only when both sides are named."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from demarche.analysis.following import FollowsAnswer
from demarche.export.plain_tables import Table
from demarche.ledger import Ledger
from demarche.web.context import TheLedger, TheTurns
from demarche.web.downloads import save
from demarche.web.pages.page import Page
from demarche.web.pressing import Pressing, ThePressing
from demarche.web.rendering import render
from demarche.web.testing import tested
from demarche.web.turns import Turns
from demarche.web.views.asked import hints, latest_pressures
from demarche.web.views.figures import COLUMNS, reduced, rows, small, unchanged, windows

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Does contact follow pressure?", "/follows", router, shown=False)


@router.get("/follows")
def show(request: Request, ledger: TheLedger, turns: TheTurns, question: ThePressing) -> Response:
    """The windows with their figures, what is small, the null, what changes with other rows."""
    if not question.complete:
        return render(request, "follows/page.html", asked=question, begin=latest_pressures(ledger))
    answer = _answer(ledger, turns, question)
    return render(
        request,
        "follows/page.html",
        asked=question,
        answer=answer,
        covered=int(answer.calendar.covered().sum()),
        windows=windows(answer),
        small=small(answer),
        reduced=reduced(answer),
        unchanged=unchanged(answer),
        hints=hints(ledger, question.names, question.period.days),
    )


@router.get("/follows/download/{form}")
def download(form: str, ledger: TheLedger, turns: TheTurns, question: ThePressing) -> Response:
    """A row a window, of all rows and of each reduced series."""
    return save(form, Table("follows", COLUMNS, rows(_answer(ledger, turns, question))))


def _answer(ledger: Ledger, turns: Turns, question: Pressing) -> FollowsAnswer:
    period = question.period
    return tested(
        ledger, turns, question.by, question.against, period.typed or None, period.days, states=question.states
    )
