"""Deadlines and offers: who threatened what by when, extended how often, what happened; what was held out to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from demarche.analysis.holding import plain
from demarche.analysis.pressures import WORDS, Deadlines, deadlines
from demarche.charts import Frame, Spec, lifelines
from demarche.export.plain_tables import Table
from demarche.ledger import Event, Filters, Ledger
from demarche.statistics import carried_out
from demarche.web.context import TheLedger
from demarche.web.downloads import save
from demarche.web.pages.page import Page
from demarche.web.pictures import chart_answer, drawable, on_page, plot_width, source_words
from demarche.web.rendering import render
from demarche.web.views.asked import between_names, hints
from demarche.web.views.lives import (
    LIFE_COLUMNS,
    OFFER_COLUMNS,
    life_line,
    life_rows,
    offer_line,
    offer_rows,
    pressure_marks,
)
from demarche.web.views.span import Period

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Deadlines", "/deadlines", router)

MOST = 2_000
"""Of more pressures than this no lives are told: the page asks for a side or a period."""
DRAWN = 50
SHOWN = 50
"""So many of each table are told at first, as on a page of the ledger; a link leads to all."""
_ROOM = 900
_BESIDE = 470
"""Pixels beside the lifelines: names on the left, the legend on the right."""

Typed = Annotated[str, Query(max_length=300)]


@dataclass(frozen=True, slots=True)
class Asked:
    """By whom, against whom, announced when, and what became of them."""

    by: tuple[str, ...]
    against: tuple[str, ...]
    period: Period
    state: str

    @property
    def query(self) -> str:
        """The address after the question mark."""
        return self.with_state(self.state)

    def with_state(self, state: str) -> str:
        """The same question about one state."""
        pairs = {"by": "; ".join(self.by), "against": "; ".join(self.against), "in": self.period.typed, "state": state}
        return urlencode({name: value for name, value in pairs.items() if value})

    def filters(self, kind: str) -> Filters:
        """Events of this kind in the asked direction."""
        days = self.period.days
        since, until = (days.earliest, days.latest) if days else (None, None)
        return Filters(kind=kind, actor=self.by, recipient=self.against, since=since, until=until)


def asked(
    by: Typed = "",
    against: Typed = "",
    in_: Annotated[str, Query(alias="in", max_length=60)] = "",
    state: Annotated[str, Query(max_length=30)] = "",
) -> Asked:
    """What the address asks for."""
    return Asked(between_names(by), between_names(against), Period.of(in_), state if state in WORDS else "")


Question = Annotated[Asked, Depends(asked)]


@router.get("/deadlines")
def show(request: Request, ledger: TheLedger, question: Question, all: bool = False) -> Response:
    """Open ones by due day, the others by day, then the offers."""
    most = MOST if all else SHOWN
    found = _found(ledger, question)
    offers = _offers(ledger, question, most)
    lives = _of_state(found, question) if found else None
    spec = _lifelines(found, question, _ROOM) if found and lives and lives.lives else None
    return render(
        request,
        "deadlines/page.html",
        asked=question,
        found=found,
        open=[life_line(life, lives.as_of) for life in lives.open[:most]] if lives else [],
        past=[life_line(life, lives.as_of) for life in lives.past[::-1][:most]] if lives else [],
        shown=len(lives.lives) if lives else 0,
        offers=[offer_line(event) for event in offers[:most]],
        more_open=lives is not None and len(lives.open) > most,
        more_past=lives is not None and len(lives.past) > most,
        more_offers=len(offers) > most,
        state_words=WORDS,
        spec=spec,
        held=_held(lives) if lives else "",
        drawn=DRAWN,
        most=most,
        hints=hints(ledger, (*question.by, *question.against), question.period.days),
        pictures=drawable(),
    )


@router.get("/deadlines/chart.{form}")
def chart(form: str, ledger: TheLedger, question: Question, width: int = 0) -> Response:
    """The lifelines."""
    spec = _lifelines(_found(ledger, question), question, width or _ROOM)
    return chart_answer(form, on_page(spec) if width else spec, "deadlines")


@router.get("/deadlines/download/{form}")
def download(form: str, ledger: TheLedger, question: Question) -> Response:
    """Every pressure of the view with its life."""
    found = _found(ledger, question)
    lives = _of_state(found, question).lives if found else ()
    return save(form, Table("deadlines", LIFE_COLUMNS, life_rows(lives)))


@router.get("/deadlines/offers/download/{form}")
def download_offers(form: str, ledger: TheLedger, question: Question) -> Response:
    """Every offer of the view."""
    return save(form, Table("offers", OFFER_COLUMNS, offer_rows(ledger.each_event(question.filters("offer")))))


def _found(ledger: Ledger, question: Asked) -> Deadlines | None:
    """The lives; None where there are too many to tell."""
    events = ledger.events(question.filters("pressure"), limit=MOST + 1)
    if len(events) > MOST:
        return None
    return deadlines(ledger, by=question.by, against=question.against, period=question.period.typed or None, of=events)


def _of_state(found: Deadlines, question: Asked) -> Deadlines:
    """Those of the asked state."""
    if not question.state:
        return found
    lives = tuple(life for life in found.lives if life.state == question.state)
    return Deadlines(found.rule, found.as_of, lives, found.coverage, found.notes)


def _held(found: Deadlines) -> str:
    """How many deadlines of threats were carried out by their day, with the interval; nothing without a deadline."""
    cases = [plain(life, (), found.as_of) for life in found.lives if life.stage == "threat" and life.due]
    return carried_out(cases).sentence if cases else ""


def _offers(ledger: Ledger, question: Asked, most: int) -> list[Event]:
    events = ledger.events(question.filters("offer"), order="-date", limit=most + 1)
    return [event for event in events if event.verdict != "reject"]


def _lifelines(found: Deadlines | None, question: Asked, room: int) -> Spec:
    """The latest ones, where there are many."""
    lives = [life for life in _of_state(found, question).lives if life.day] if found else []
    shown = sorted(lives, key=lambda life: (life.day or date.min, life.id))[-DRAWN:]
    told = [row.document for life in shown for row in life.rows]
    source = source_words((document.hash, document.publisher, document.source_class) for document in told)
    as_of = found.as_of if found else datetime.now(UTC).date()
    frame = Frame(
        "Deadlines and what became of them", source, as_of, found.rule[:1].upper() + found.rule[1:] if found else ""
    )
    return lifelines(pressure_marks(shown), frame=frame, width=plot_width(room, _BESIDE))
