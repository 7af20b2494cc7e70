"""The timeline of a pair or a person: contacts, pressures with their deadlines, offers, and where nothing is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from demarche.analysis.coverage import coverage
from demarche.analysis.pressures import as_of_day, lives_of
from demarche.charts import Frame, Spec, timeline
from demarche.ledger import Event, Filters, Ledger
from demarche.web.context import TheLedger
from demarche.web.pages.page import Page
from demarche.web.pictures import chart_answer, drawable, on_page, plot_width, source_words
from demarche.web.rendering import render
from demarche.web.views.asked import between_names, hints, latest_pairs
from demarche.web.views.lines import line
from demarche.web.views.lives import pressure_marks
from demarche.web.views.span import Period
from demarche.web.views.timeline import contact_marks, drawn, gap_stretches, offer_marks, window_of

__all__ = ["PAGE"]

router = APIRouter()
PAGE = Page("Timeline", "/timeline", router)

MOST = 200
"""A timeline of more marks than this cannot be read: the page asks for a shorter period."""
KINDS = ("contact", "pressure", "offer")
_ROOM = 900

And = Annotated[str, Query(alias="and", max_length=300)]
In = Annotated[str, Query(alias="in", max_length=60)]
Between = Annotated[str, Query(max_length=300)]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose timeline, of which period; names as typed, several parted by semicolons."""

    between: tuple[str, ...]
    and_: tuple[str, ...]
    period: Period

    @classmethod
    def of(cls, between: str, and_: str, in_: str) -> Asked:
        """As the address has it."""
        return cls(between_names(between), between_names(and_), Period.of(in_))

    @property
    def query(self) -> str:
        """The address after the question mark."""
        return self.query_in(self.period.typed)

    def query_in(self, period: str) -> str:
        """The same question of another period."""
        pairs = {"between": "; ".join(self.between), "and": "; ".join(self.and_), "in": period}
        return urlencode({name: value for name, value in pairs.items() if value})

    @property
    def rows(self) -> str:
        """The same rows in the ledger, for its downloads."""
        since, _, until = self.period.typed.partition("/")
        until = until if "/" in self.period.typed else since
        pairs = {"who": "; ".join(self.between), "with": "; ".join(self.and_), "kind": ",".join(KINDS)}
        pairs |= {"since": since.strip("."), "until": until.strip("."), "order": "date"}
        return urlencode({name: value for name, value in pairs.items() if value})

    def filters(self) -> Filters:
        """The same for the ledger; one row more than is drawn, to know that there are more."""
        days = self.period.days
        since, until = (days.earliest, days.latest) if days else (None, None)
        names_ = {"who": self.between, "with_": self.and_}
        return Filters(kind=KINDS, since=since, until=until, order="-date", limit=MOST + 1, **names_)  # type: ignore[arg-type]


@router.get("/timeline")
def show(request: Request, ledger: TheLedger, between: Between = "", and_: And = "", in_: In = "") -> Response:
    """The chart and the same rows as a table; without a name, whose timeline one may ask for."""
    asked = Asked.of(between, and_, in_)
    if not asked.between:
        return render(request, "timeline/page.html", asked=asked, pairs=latest_pairs(ledger), events=[], spec=None)
    found, more = _events(ledger, asked)
    spec = _spec(ledger, asked, found, _ROOM)
    return render(
        request,
        "timeline/page.html",
        asked=asked,
        events=[line(event) for event in found],
        undated=sum(drawn(event) is None for event in found),
        more=more,
        most=MOST,
        spec=spec,
        hints=hints(ledger, (*asked.between, *asked.and_), asked.period.days),
        pictures=drawable(),
    )


@router.get("/timeline/chart.{form}")
def chart(
    form: str, ledger: TheLedger, between: Between = "", and_: And = "", in_: In = "", width: int = 0
) -> Response:
    """The chart: for the page (with a `width`), or as a picture with its source and day printed in."""
    asked = Asked.of(between, and_, in_)
    spec = _spec(ledger, asked, _events(ledger, asked)[0], width or _ROOM)
    return chart_answer(form, on_page(spec, drag=True) if width else spec, "timeline")


def _events(ledger: Ledger, asked: Asked) -> tuple[list[Event], bool]:
    """The events in the order of their dates, those without one last, and whether there are more than are drawn."""
    found = [event for event in ledger.events(asked.filters()) if event.verdict != "reject"]
    shown = list(reversed(found[:MOST]))
    return sorted(shown, key=lambda event: drawn(event) is None), len(found) > MOST


def _spec(ledger: Ledger, asked: Asked, events: list[Event], room: int) -> Spec:
    today = datetime.now(UTC).date()
    window = window_of(events, asked.period.window) or (today, today)
    covered = coverage(ledger, asked.period.days)
    return timeline(
        contact_marks(events),
        pressure_marks(lives_of(ledger, [e for e in events if e.kind == "pressure"], as_of_day(ledger, None))),
        offer_marks(events),
        frame=_frame(asked, events, today),
        period=window,
        gaps=gap_stretches(covered, window),
        width=plot_width(room),
    )


def _frame(asked: Asked, events: list[Event], today: date) -> Frame:
    documents = [(r.document.hash, r.document.publisher, r.document.source_class) for e in events for r in e.reports]
    title = " and ".join(", ".join(side) for side in (asked.between, asked.and_) if side)
    return Frame(f"{title or 'Timeline'}: contacts, pressures, offers", source_words(documents), today)
