"""What the ledger said of an event before, from the documents that it held then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from demarche.analysis.news.items import Window
from demarche.ledger import Event, Ledger, ReportRow
from demarche.ledger.links.disagreement import disagree
from demarche.ledger.links.summary import summarised

__all__ = ["Change", "changes"]


@dataclass(frozen=True, slots=True)
class Change:
    """An event now, what its reports implied before (None: it was not known), and the reports that came in since."""

    event: Event
    before: Mapping[str, Any] | None
    new: tuple[ReportRow, ...]

    @property
    def contested(self) -> tuple[str, ...]:
        """The fields on which its reports contradict each other."""
        return disagree([row for row in self.event.reports if row.verdict != "reject"])


def changes(ledger: Ledger, window: Window) -> list[Change]:
    """The events of which new documents tell; a rejected one is none."""
    gone = ledger.replaced(window.since, window.until)
    events = [event for event in ledger.told_since(window.since, window.until) if event.verdict != "reject"]
    return [change for event in events if (change := _change(event, window, gone))]


def _change(event: Event, window: Window, gone: Sequence[ReportRow]) -> Change | None:
    kept = [row for row in event.reports if row.verdict != "reject"]
    new = tuple(row for row in kept if row.document.added_at > window.since)
    old = [row for row in kept if row.document.added_at <= window.since]
    # what the version of the page before said of it stood for it then
    old += [row for row in gone if row.document.added_at <= window.since and _same(row, event, new)]
    return Change(event, summarised(old) if old else None, new) if new else None


def _same(row: ReportRow, event: Event, new: Sequence[ReportRow]) -> bool:
    """True when an older version of one of these pages tells of this event: the same people, the same day or type."""
    urls = {one.document.url for one in new if one.document.version > 1}
    if row.kind != event.kind or row.document.url not in urls:
        return False
    people = {(p.role, p.name) for p in row.participants}
    alike = (row.date, event.date), (row.type, event.type)
    return any(people == {(p.role, p.name) for p in one.participants} for one in new) and any(a == b for a, b in alike)
