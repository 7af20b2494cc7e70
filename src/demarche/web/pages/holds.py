"""Do deadlines hold? The share carried out by their day, the time to an outcome, with and without a contact."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from demarche.analysis.holding import HoldsAnswer
from demarche.export.plain_tables import Table
from demarche.ledger import Ledger
from demarche.statistics import METHODS
from demarche.web.context import TheLedger
from demarche.web.downloads import save
from demarche.web.pages.page import Page
from demarche.web.pressing import Pressing, ThePressing
from demarche.web.rendering import render
from demarche.web.testing import told_share
from demarche.web.views.asked import hints, latest_pressures
from demarche.web.views.figures import steps
from demarche.web.views.lives import LIFE_COLUMNS, life_line, life_rows

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Do deadlines hold?", "/holds", router, shown=False)


@router.get("/holds")
def show(request: Request, ledger: TheLedger, question: ThePressing) -> Response:
    """The figures, then the pressures behind them."""
    if not question.by:
        return render(request, "holds/page.html", asked=question, begin=latest_pressures(ledger))
    answer = _answer(ledger, question)
    compared = answer.comparison
    return render(
        request,
        "holds/page.html",
        asked=question,
        answer=answer,
        lives=[life_line(life, answer.as_of) for life in answer.lives],
        curve=steps(answer.times.curve) if answer.times.n else (),
        groups=[
            (words, steps(curve))
            for words, curve in (("with a contact", compared.with_contact), ("without one", compared.without))
            if curve.spells
        ]
        if compared
        else [],
        methods=METHODS,
        hints=hints(ledger, question.names, question.period.days),
    )


@router.get("/holds/download/{form}")
def download(form: str, ledger: TheLedger, question: ThePressing) -> Response:
    """The pressures behind the figures, each with its life."""
    return save(form, Table("holds", LIFE_COLUMNS, life_rows(_answer(ledger, question).lives)))


def _answer(ledger: Ledger, question: Pressing) -> HoldsAnswer:
    period = question.period
    return told_share(ledger, question.by, question.against, period.typed or None, period.days, states=question.states)
