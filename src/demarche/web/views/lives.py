"""Pressures with their lives and offers with what became of them, as marks of a chart and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from demarche.analysis import telling
from demarche.analysis.pressures import WORDS, PressureLife
from demarche.charts import Pressure
from demarche.export.plain_tables import Cell
from demarche.ledger import Event
from demarche.web.views.dates import Shown, when
from demarche.web.views.words import plural, shortened

__all__ = [
    "LIFE_COLUMNS",
    "OFFER_COLUMNS",
    "LifeLine",
    "OfferLine",
    "life_line",
    "life_rows",
    "offer_line",
    "offer_rows",
    "pressure_marks",
]

LIFE_COLUMNS = (
    *("id", "type", "announced", "by", "against", "what", "condition", "deadline", "earlier_deadlines", "extended"),
    *("state", "ended", "outcome", "judged_by", "may_be_carried_out_by", "replaced_by", "doubts", "publishers", "url"),
)
OFFER_COLUMNS = (
    *("id", "type", "date", "by", "to", "what", "condition", "deadline", "status", "outcome", "publishers", "url"),
)
_MORE = 90
_JOINT = "; "


@dataclass(frozen=True, slots=True)
class LifeLine:
    """A pressure: who towards whom, what, by when, how often extended, what became of it and by which rule."""

    id: str
    type: str
    announced: Shown
    by: tuple[str, ...]
    against: tuple[str, ...]
    what: str
    condition: str
    deadlines: tuple[Shown, ...]
    left: str
    over: bool
    extended: int
    state: str
    state_words: str
    ended: str
    words: str
    reason: str
    next: str
    maybe: tuple[str, ...]
    doubts: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfferLine:
    """An offer: who to whom, what, by when, what became of it."""

    id: str
    type: str
    made: Shown
    by: tuple[str, ...]
    to: tuple[str, ...]
    what: str
    due: Shown | None
    status: str
    outcome: str
    sources: tuple[str, ...]


def life_line(life: PressureLife, as_of: date) -> LifeLine:
    """The row of a pressure, on the day of asking."""
    left = (life.due - as_of).days if life.due and life.open else None
    outcome = life.outcome
    return LifeLine(
        id=life.id,
        type=life.type,
        announced=when(life.event.date),
        by=life.by,
        against=life.against,
        what=life.what,
        condition=life.condition if life.measure else "",
        deadlines=tuple(when(deadline) for deadline in life.deadlines),
        left="" if left is None else f"{plural(left, 'day')} left" if left >= 0 else f"{plural(-left, 'day')} over",
        over=left is not None and left < 0,
        extended=life.extended,
        state=life.state,
        state_words=WORDS[life.state],
        ended=when(life.ended.isoformat()).words if life.ended else "",
        words=life.words or (outcome.quote if outcome else ""),
        reason=life.reason,
        next=life.next or "",
        maybe=life.maybe,
        doubts=life.doubts,
        sources=life.told_by,
    )


def offer_line(event: Event) -> OfferLine:
    """The row of an offer."""
    row = event.row
    due = telling.due(row)
    return OfferLine(
        id=event.id,
        type=event.type or "offer",
        made=when(event.date),
        by=telling.from_whom(row),
        to=telling.to_whom(row),
        what=telling.what(row),
        due=when(due) if due else None,
        status=event.status or "",
        outcome=_first(event, "outcome"),
        sources=_publishers(event),
    )


def life_rows(lives: Iterable[PressureLife]) -> Iterator[tuple[Cell, ...]]:
    """Pressures for a download."""
    for life in lives:
        told = (life.id, life.type, life.event.date, _JOINT.join(life.by), _JOINT.join(life.against))
        due = (life.deadline, _JOINT.join(life.deadlines[:-1]), life.extended)
        became = (WORDS[life.state], life.ended.isoformat() if life.ended else None, life.words, life.reason)
        others = (_JOINT.join(life.maybe), life.next, _JOINT.join(life.doubts))
        source = (_JOINT.join(life.told_by), life.rows[0].document.url)
        yield (*told, life.what, life.condition if life.measure else "", *due, *became, *others, *source)


def offer_rows(events: Iterable[Event]) -> Iterator[tuple[Cell, ...]]:
    """Offers for a download."""
    for event in events:
        row = event.row
        sides = (_JOINT.join(telling.from_whom(row)), _JOINT.join(telling.to_whom(row)))
        terms = (_first(event, "content") or telling.what(row), _first(event, "condition"), telling.due(row))
        source = (_JOINT.join(_publishers(event)), row.document.url)
        yield event.id, event.type, event.date, *sides, *terms, event.status, _first(event, "outcome"), *source


def pressure_marks(lives: Iterable[PressureLife]) -> list[Pressure]:
    """From the day of the announcement over the deadline in force to what became of it."""
    return [mark for life in lives if (mark := _mark(life))]


def _mark(life: PressureLife) -> Pressure | None:
    if life.day is None:
        return None
    due = life.due if life.due and life.due >= life.day else None
    heard = life.heard if life.state == "not_carried_out" else None
    ended = max(life.day, life.ended or heard or life.day) if life.ended or heard else None
    return Pressure(life.day, _named(life), due, life.state, ended, f"/event/{life.id}")


def _named(life: PressureLife) -> str:
    """`Trump: tariffs of 100 percent`: short enough for a mark."""
    who = ", ".join(name.rsplit(" ", 1)[-1] for name in life.by[:2])
    what = shortened(life.what, _MORE)
    return f"{who}: {what}" if who else what


def _first(event: Event, name: str) -> str:
    return next((str(value) for row in event.reports if (value := row.first(name))), "")


def _publishers(event: Event) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.document.publisher or row.document.name for row in event.reports))
