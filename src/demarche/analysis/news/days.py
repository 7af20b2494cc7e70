"""Days that passed and days that come: deadlines of pressures without an outcome, plans that nobody says were held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from demarche.analysis import wording
from demarche.analysis.dyad import directed
from demarche.analysis.news.items import Item, Section, Window
from demarche.analysis.news.telling import quoted, title
from demarche.analysis.pressures import AsOf, PressureLife, lives_of
from demarche.ledger import Event, Ledger, ReportRow
from demarche.ledger.edtf import days

__all__ = ["days_passed"]


def days_passed(ledger: Ledger, window: Window) -> Iterator[Item]:
    """Each is told once: on the first day after it passed, and when it comes near."""
    for life in _lives_due(ledger, window):
        waiting = life.state in ("open", "lapsed")
        if waiting and life.due and (section := _section(life.due, window)):
            yield _deadline(ledger, life, life.due, section)
    for event in _plans(ledger, window):
        last = date.fromisoformat(event.latest or "")
        if section := _section(last, window):
            detail = f"planned for {_day(last)}; nothing tells yet that it was held" if section == "overdue" else (
                f"planned for {_day(last)}")  # fmt: skip
            yield Item(section, f"{section}:{event.id}:{last}", title(event), detail, event.id,
                       words=quoted(ledger, event.reports))  # fmt: skip


def _lives_due(ledger: Ledger, window: Window) -> list[PressureLife]:
    """Pressures of which a deadline ends about now, among all of the same side: a later one may have overtaken it."""
    due = ledger.due_between(window.before, window.today + timedelta(days=window.days))
    events = {event.id: event for event in due if event.verdict != "reject"}
    by = {name for event in events.values() for row in event.reports for name in _acting(row)}
    others = directed(ledger, "pressure", tuple(sorted(by)), ()) if by else []
    whole = {event.id: event for event in (*others, *events.values())}
    lives = lives_of(ledger, list(whole.values()), AsOf(window.today, strict=True))
    return [life for life in lives if life.id in events]


def _acting(row: ReportRow) -> list[str]:
    people = [p for p in row.participants if p.role == "actor"]
    return [name for p in people for name in (p.name, p.side) if name]


def _section(day: date, window: Window) -> Section | None:
    """Overdue when the day passed since the last time, soon when it came within reach since then."""
    if window.before <= day < window.today:
        return "overdue"
    ahead = timedelta(days=window.days)
    told = window.today if window.first else window.before + ahead  # what was within reach then was told then
    return "soon" if max(window.today, told) <= day < window.today + ahead else None


def _plans(ledger: Ledger, window: Window) -> list[Event]:
    """Contacts that stand as planned, of days about now."""
    last = window.today + timedelta(days=window.days)
    found = ledger.events(kind="contact", status="planned", since=window.before, until=last)
    return [e for e in found if e.status == "planned" and e.latest and e.verdict != "reject"]


def _deadline(ledger: Ledger, life: PressureLife, due: date, section: Section) -> Item:
    passed = f"its day, {_day(due)}, has passed; no text says what became of it"
    detail = passed if section == "overdue" else f"until {_day(due)}"
    return Item(
        section, f"{section}:{life.id}:{due}", title(life.event), detail, life.id, words=quoted(ledger, life.rows)
    )


def _day(day: date) -> str:
    return wording.period(days(day, day))
