"""Time per counterpart, and two pools compared: sums as intervals, unknown lengths apart, never counted as nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from demarche.analysis import ComparisonAnswer, CountingRule, HoursAnswer, Pool, compare
from demarche.analysis.hours import ABOUT, hours_by_counterpart
from demarche.charts import Frame, Spec
from demarche.charts import hours as hours_chart
from demarche.export.plain_tables import Table
from demarche.ledger import Filters, Ledger
from demarche.web.context import TheLedger
from demarche.web.downloads import save
from demarche.web.pages.page import Page
from demarche.web.pictures import chart_answer, drawable, on_page, plot_width, source_words
from demarche.web.rendering import render
from demarche.web.views.asked import between_names, hints, latest_people
from demarche.web.views.span import Period
from demarche.web.views.spending import COLUMNS, comparison_marks, hours_marks, needed, rows, spent

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Hours", "/hours", router)

FACTORS = ((1.0, "as much"), (2.0, "twice as much"), (0.5, "half as much"), (3.0, "3 times as much"))
MOST = 1_000
"""Of more contacts than this no sums are made: the page asks for a shorter period."""
SUMMED = 25
"""Counterparts that are summed, those with most contacts."""
_ROOM = 900
_BESIDE = 420
"""Pixels beside the bars: names on the left, sums in words on the right."""

Typed = Annotated[str, Query(max_length=300)]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose hours with whom; the second pair only where two are compared."""

    between: tuple[str, ...]
    and_: tuple[str, ...]
    versus: tuple[str, ...]
    against: tuple[str, ...]
    period: Period
    times: float
    multilateral: bool

    @property
    def compared(self) -> bool:
        """True when two pools are asked for."""
        return bool(self.between and self.and_ and self.against)

    @property
    def rule(self) -> CountingRule:
        """Time at a summit of many is not time with one of them, unless asked for."""
        return CountingRule(bilateral=not self.multilateral)

    @property
    def query(self) -> str:
        """The address after the question mark."""
        sides = ("between", self.between), ("and", self.and_), ("versus", self.versus), ("against", self.against)
        pairs = {name: "; ".join(names) for name, names in sides} | {"in": self.period.typed}
        pairs |= {"times": f"{self.times:g}" if self.times != 1 else "", "multilateral": "yes" * self.multilateral}
        return urlencode({name: value for name, value in pairs.items() if value})


def asked(
    between: Typed = "",
    and_: Annotated[str, Query(alias="and", max_length=300)] = "",
    versus: Typed = "",
    against: Typed = "",
    in_: Annotated[str, Query(alias="in", max_length=60)] = "",
    times: Annotated[float, Query(gt=0, le=100)] = 1.0,
    multilateral: str = "",
) -> Asked:
    """What the address asks for; the second pair is of the same person when nobody else is named."""
    ours = between_names(between)
    theirs, others = between_names(and_), between_names(against)
    first = (between_names(versus) or ours) if others else ()
    return Asked(ours, theirs, first, others, Period.of(in_), times, bool(multilateral))


Question = Annotated[Asked, Depends(asked)]


@router.get("/hours")
def show(request: Request, ledger: TheLedger, question: Question) -> Response:
    """The counterparts of one side, and the comparison where two pools are asked for."""
    if not question.between:
        return render(request, "hours/page.html", asked=question, people=latest_people(ledger), factors=FACTORS)
    answers, many = _answers(ledger, question), _too_many(ledger, question)
    names = (*question.between, *question.and_, *question.versus, *question.against)
    compared = _compared(ledger, question) if question.compared else None
    return render(
        request,
        "hours/page.html",
        asked=question,
        factors=FACTORS,
        many=many,
        answers=[spent(answer, question.period) for answer in answers],
        rule=answers[0].rule if answers else "",
        notes=answers[0].coverage.notes if answers else (),
        spec=_bars(question, answers, _ROOM),
        compared=compared,
        pair=[spent(side, question.period) for side in (compared.first, compared.second)] if compared else (),
        needs=needed(compared) if compared else (),
        versus_spec=_versus(question, compared, _ROOM) if compared else None,
        about=ABOUT,
        hints=hints(ledger, names, question.period.days),
        pictures=drawable(),
    )


@router.get("/hours/chart.{form}")
def chart(form: str, ledger: TheLedger, question: Question, width: int = 0) -> Response:
    """The bars of the counterparts."""
    spec = _bars(question, _answers(ledger, question), width or _ROOM)
    return chart_answer(form, on_page(spec) if width else spec, "hours")


@router.get("/hours/compared.{form}")
def compared_chart(form: str, ledger: TheLedger, question: Question, width: int = 0) -> Response:
    """The bars of the two pools."""
    spec = _versus(question, _compared(ledger, question), width or _ROOM)
    return chart_answer(form, on_page(spec) if width else spec, "hours-compared")


@router.get("/hours/download/{form}")
def download(form: str, ledger: TheLedger, question: Question) -> Response:
    """A row a counterpart; with two pools, theirs come first."""
    compared = _compared(ledger, question) if question.compared else None
    pools = (compared.first, compared.second) if compared else ()
    return save(form, Table("hours", COLUMNS, rows((*pools, *_answers(ledger, question)))))


def _answers(ledger: Ledger, question: Asked) -> tuple[HoursAnswer, ...]:
    if _too_many(ledger, question):
        return ()
    period = question.period.typed or None
    return hours_by_counterpart(ledger, question.between, period=period, rule=question.rule, most=SUMMED)


def _too_many(ledger: Ledger, question: Asked) -> bool:
    """True when there are more contacts than a page can sum."""
    days = question.period.days
    since, until = (days.earliest, days.latest) if days else (None, None)
    filters = Filters(who=question.between, kind="contact", since=since, until=until)
    return ledger.count_events(filters, most=MOST) > MOST


def _compared(ledger: Ledger, question: Asked) -> ComparisonAnswer:
    return compare(
        ledger,
        first=Pool(question.between, question.and_),
        second=Pool(question.versus, question.against),
        period=question.period.typed or None,
        factor=question.times,
        rule=question.rule,
    )


def _bars(question: Asked, answers: Iterable[HoursAnswer], room: int) -> Spec:
    shown = list(answers)
    frame = _frame(f"Hours in contact: {', '.join(question.between)}", question, shown)
    return hours_chart(hours_marks(shown, question.period), frame=frame, width=plot_width(room, _BESIDE))


def _versus(question: Asked, compared: ComparisonAnswer, room: int) -> Spec:
    frame = _frame("Hours in contact, compared", question, (compared.first, compared.second))
    return hours_chart(comparison_marks(compared, question.period), frame=frame, width=plot_width(room, _BESIDE + 190))


def _frame(title: str, question: Asked, answers: Iterable[HoursAnswer]) -> Frame:
    told = [row.document for answer in answers for contact in answer.rows for row in contact.reports]
    source = source_words((document.hash, document.publisher, document.source_class) for document in told)
    return Frame(title, source, datetime.now(UTC).date(), question.period.words)
