"""A timeline's marks from events: contacts, pressures with their deadlines, offers, stretches without documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from demarche.analysis import Coverage, telling
from demarche.analysis.months import run
from demarche.charts import Contact, Offer
from demarche.ledger import Event
from demarche.ledger.edtf import Days, parse
from demarche.web.views.lines import parties
from demarche.web.views.span import YEARS
from demarche.web.views.words import shortened

__all__ = ["contact_marks", "drawn", "event_link", "gap_stretches", "named", "offer_marks", "window_of"]

_MARGIN = 3


def event_link(event: Event) -> str:
    """The address of an event."""
    return f"/event/{event.id}"


def drawn(event: Event) -> Days | None:
    """The days of an event that can be drawn: both ends are known, and within reach."""
    days = parse(event.date)
    if days is None or days.earliest is None or days.latest is None:
        return None
    return days if days.earliest.year in YEARS and days.latest.year in YEARS else None


def contact_marks(events: Iterable[Event]) -> list[Contact]:
    """Contacts by type; those that were not held stand in a row named by their status."""
    return [_contact(event, days) for event in events if event.kind == "contact" and (days := drawn(event))]


def _contact(event: Event, days: Days) -> Contact:
    status = event.status or "status not told"
    left, joint, right = parties(event.row)
    who = f"{', '.join(left)} {joint} {', '.join(right)}".strip()
    return Contact(
        first=days.earliest or date.min,
        last=days.latest or date.max,
        type=(event.type or "contact").replace("|", " or ") if status == "held" else status.replace("|", " or "),
        least=event.minutes_min,
        most=event.minutes_max,
        label=f"{event.type or 'contact'}: {who}",
        about=days.approximate,
        link=event_link(event),
        held="held" in status,
    )


def offer_marks(events: Iterable[Event]) -> list[Offer]:
    """Offers on the day they were made."""
    found = [(event, days) for event in events if event.kind == "offer" and (days := drawn(event))]
    return [Offer(d.earliest or date.min, named(e), e.status or "", event_link(e)) for e, d in found]


def named(event: Event) -> str:
    """Who threatens or offers what, short enough for a mark."""
    ours = ", ".join(name.rsplit(" ", 1)[-1] for name in telling.from_whom(event.row)[:2])
    what = shortened(telling.what(event.row), 90)
    return f"{ours}: {what}" if ours else what


def window_of(events: Sequence[Event], asked: tuple[date, date] | None) -> tuple[date, date] | None:
    """The days that the axis shows: those asked for, else from the first to the last event; None without any."""
    if asked:
        return asked
    found = [days for event in events if (days := drawn(event))]
    if not found:
        return None
    first = min(days.earliest for days in found if days.earliest)
    last = max(days.latest for days in found if days.latest)
    margin = timedelta(days=max(_MARGIN, (last - first).days // 50))
    return first - margin, last + margin


def gap_stretches(covered: Coverage, window: tuple[date, date]) -> list[tuple[date, date]]:
    """The stretches of the window without documents: before the first, after the last, and months without any."""
    if not covered.first or not covered.last:
        return []
    first, last = date.fromisoformat(covered.first), date.fromisoformat(covered.last)
    found = [(window[0], first - timedelta(days=1))] if window[0] < first else []
    found += _months(covered.gaps)
    found += [(last + timedelta(days=1), window[1])] if window[1] > last else []
    return [(max(a, window[0]), min(b, window[1])) for a, b in found if a <= window[1] and b >= window[0]]


def _months(gaps: Sequence[str]) -> list[tuple[date, date]]:
    """Runs of months as stretches of days."""
    runs: list[list[str]] = []
    for month in gaps:
        if runs and run(runs[-1][-1], month)[1:] == [month]:
            runs[-1].append(month)
        else:
            runs.append([month])
    return [(_first_day(months[0]), _last_day(months[-1])) for months in runs]


def _first_day(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def _last_day(month: str) -> date:
    days = parse(month)
    return days.latest if days and days.latest else _first_day(month)
