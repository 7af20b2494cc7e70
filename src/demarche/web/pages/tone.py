"""Tone: what two sides say of each other, by stance and month, each statement with its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from demarche.analysis.tone import Statement, Tone, tone, tone_chart
from demarche.charts import Frame, Spec
from demarche.errors import UsageError
from demarche.export.plain.tone import COLUMNS, statement_cells
from demarche.export.plain_tables import Table
from demarche.ledger import Ledger
from demarche.web.context import TheLedger
from demarche.web.downloads import save
from demarche.web.pages.page import Page
from demarche.web.pictures import chart_answer, drawable, on_page, plot_width, source_words
from demarche.web.pressing import refuse
from demarche.web.rendering import render
from demarche.web.saying import too_many
from demarche.web.views.asked import between_names, hints, latest_speakers
from demarche.web.views.said import months_of, said
from demarche.web.views.span import Period

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Tone", "/tone", router)

SHOWN = 200
"""So many statements are listed, the latest; the downloads have all."""
SIDES = 2
_ROOM = 900
_BESIDE, _AXIS = 170, 60
"""Pixels beside the columns: the axis and, where there is room, the legend."""
Typed = Annotated[str, Query(max_length=300)]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose words about whom, when; `by` is the side whose chart is drawn: 0 for both, 1 or 2."""

    between: tuple[str, ...]
    and_: tuple[str, ...]
    period: Period
    by: int = 0

    @property
    def complete(self) -> bool:
        """True when both sides are named."""
        return bool(self.between and self.and_)

    @property
    def query(self) -> str:
        """The address after the question mark."""
        return self.query_with(by=self.by)

    def query_with(self, by: int = 0, in_: str | None = None) -> str:
        """The same question with the chart of another side, or of another period."""
        pairs = {"between": "; ".join(self.between), "and": "; ".join(self.and_)}
        pairs |= {"in": self.period.typed if in_ is None else in_, "by": str(by) if by else ""}
        return urlencode({name: value for name, value in pairs.items() if value})


def asked(
    between: Typed = "",
    and_: Annotated[str, Query(alias="and", max_length=300)] = "",
    in_: Annotated[str, Query(alias="in", max_length=60)] = "",
    by: Annotated[int, Query(ge=0, le=SIDES)] = 0,
) -> Asked:
    """What the address asks for; several names are parted by semicolons and pooled."""
    return Asked(between_names(between), between_names(and_), Period.of(in_), by)


Question = Annotated[Asked, Depends(asked)]


@router.get("/tone")
def show(request: Request, ledger: TheLedger, question: Question) -> Response:
    """The chart, the months in numbers, the statements with their words."""
    if not question.complete:
        return render(request, "tone/page.html", asked=question, begin=latest_speakers(ledger))
    over = too_many(ledger, question.between, question.and_, question.period.days)
    answer = None if over else _answer(ledger, question)
    spoken = [one for one in answer.statements if _drawn(answer, question) in (None, one.speaker)] if answer else []
    return render(
        request,
        "tone/page.html",
        asked=question,
        over=over,
        answer=answer,
        months=months_of(answer, _drawn(answer, question)) if answer else (),
        said=[said(one) for one in spoken[::-1][:SHOWN]],
        spoken=len(spoken),
        spec=_chart(question, answer, _ROOM)
        if answer and any(one.leaning != "neither" and one.month for one in spoken)
        else None,
        most=SHOWN,
        hints=hints(ledger, (*question.between, *question.and_), question.period.days),
        pictures=drawable(),
    )


@router.get("/tone/chart.{form}")
def chart(form: str, ledger: TheLedger, question: Question, width: int = 0) -> Response:
    """Friendly statements above the line, hostile ones below."""
    spec = _chart(question, _checked(ledger, question), width or _ROOM)
    return chart_answer(form, on_page(spec) if width else spec, "tone")


@router.get("/tone/download/{form}")
def download(form: str, ledger: TheLedger, question: Question) -> Response:
    """A row a statement, both directions."""
    answer = _checked(ledger, question)
    return save(form, Table("tone", COLUMNS, (statement_cells(one) for one in answer.statements)))


def _checked(ledger: Ledger, question: Asked) -> Tone:
    """The answer for a file. UsageError where a side is missing or there is too much."""
    if not question.complete:
        raise UsageError("Whose words about whom? Name both sides.")
    refuse(too_many(ledger, question.between, question.and_, question.period.days))
    return _answer(ledger, question)


def _answer(ledger: Ledger, question: Asked) -> Tone:
    return tone(ledger, between=question.between, and_=question.and_, period=question.period.typed or None)


def _drawn(answer: Tone, question: Asked) -> str | None:
    """The side that the chart is of; None for both."""
    return answer.sides[question.by - 1] if question.by else None


def _can_be_drawn(one: Statement) -> bool:
    """Friendly or hostile, in one month."""
    return one.leaning != "neither" and one.month is not None


def _chart(question: Asked, answer: Tone, room: int) -> Spec:
    documents = [row.document for one in answer.statements for row in one.case.reports]
    source = source_words((document.hash, document.publisher, document.source_class) for document in documents)
    speaker = _drawn(answer, question)
    other = answer.sides[2 - question.by] if question.by else ""
    title = f"{speaker} about {other}" if speaker else f"{answer.sides[0]} and {answer.sides[1]} about each other"
    frame = Frame(f"Tone: {title}", source, datetime.now(UTC).date(), question.period.words)
    return tone_chart(
        answer, frame=frame, speaker=speaker, width=plot_width(room, _BESIDE if room > _BESIDE * 3 else _AXIS)
    )
