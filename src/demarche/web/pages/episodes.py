"""Episodes: each pressure of one side on another, with what was told of the two before and after it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from demarche.analysis.episodes import Episode, Episodes, episodes
from demarche.charts import Frame, Spec
from demarche.charts import episodes as episodes_chart
from demarche.errors import UsageError
from demarche.export.plain_tables import Table
from demarche.ledger import Ledger
from demarche.web.context import TheLedger
from demarche.web.downloads import save
from demarche.web.pages.page import Page
from demarche.web.pictures import chart_answer, drawable, on_page, plot_width, source_words
from demarche.web.pressing import Pressing, ThePressing, refuse, too_many
from demarche.web.rendering import render
from demarche.web.views.asked import hints, latest_pressures
from demarche.web.views.told import COLUMNS, episode_marks, rows, told

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Episodes", "/episodes", router, also=("/follows", "/holds"))

SHOWN = 25
"""So many are told and drawn, the latest; the downloads have all."""
_ROOM = 900
_BESIDE = 470
"""Pixels beside the plot: names on the left, the legend on the right."""


@router.get("/episodes")
def show(request: Request, ledger: TheLedger, question: ThePressing) -> Response:
    """The chart, then each episode in sentences and as a table of days."""
    if not question.complete:
        return render(request, "episodes/page.html", asked=question, begin=latest_pressures(ledger))
    days = question.period.days
    over = too_many(ledger, question.by, question.against, days, states=question.states)
    found = None if over else _found(ledger, question)
    shown = found.episodes[-SHOWN:] if found else ()
    return render(
        request,
        "episodes/page.html",
        asked=question,
        over=over,
        found=found,
        told=[told(one) for one in shown],
        spec=_chart(question, found, shown, _ROOM) if found and shown else None,
        most=SHOWN,
        hints=hints(ledger, question.names, days),
        pictures=drawable(),
    )


@router.get("/episodes/chart.{form}")
def chart(form: str, ledger: TheLedger, question: ThePressing, width: int = 0) -> Response:
    """The same as rows of days, every announcement on one line."""
    found = _asked(ledger, question)
    spec = _chart(question, found, found.episodes[-SHOWN:], width or _ROOM)
    return chart_answer(form, on_page(spec) if width else spec, "episodes")


@router.get("/episodes/download/{form}")
def download(form: str, ledger: TheLedger, question: ThePressing) -> Response:
    """A line for whatever is told in an episode, of all episodes."""
    return save(form, Table("episodes", COLUMNS, rows(_asked(ledger, question))))


def _asked(ledger: Ledger, question: Pressing) -> Episodes:
    """The same for a file. UsageError where a side is missing or there is too much."""
    if not question.complete:
        raise UsageError("Whose pressure on whom? Name both sides.")
    refuse(too_many(ledger, question.by, question.against, question.period.days, states=question.states))
    return _found(ledger, question)


def _found(ledger: Ledger, question: Pressing) -> Episodes:
    period = question.period.typed or None
    return episodes(ledger, by=question.by, against=question.against, period=period, states=question.states)


def _chart(question: Pressing, found: Episodes, shown: tuple[Episode, ...], room: int) -> Spec:
    contacts = [row.document for contact in found.contacts for row in contact.reports]
    sources = [*contacts, *(row.document for one in shown for row in one.life.rows)]
    source = source_words((document.hash, document.publisher, document.source_class) for document in sources)
    title = f"{', '.join(question.by)} → {', '.join(question.against)}: before and after each pressure"
    return episodes_chart(
        episode_marks(shown),
        frame=Frame(title, source, found.as_of, question.period.words),
        width=plot_width(room, _BESIDE),
    )
