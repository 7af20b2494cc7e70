"""What is new, gathered: events before and after, decisions, days that passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from demarche.analysis.news.before import Change, changes
from demarche.analysis.news.claims import unsupported
from demarche.analysis.news.days import days_passed
from demarche.analysis.news.decided import decided
from demarche.analysis.news.items import Item, News, Window
from demarche.analysis.news.pages import changed_pages
from demarche.analysis.news.telling import in_words, length, quoted, title
from demarche.ledger import Ledger

__all__ = ["what_is_new"]

_TOLD = ("contact", "pressure", "offer")
"""Kinds of which every new one is told; the others are counted."""


def what_is_new(ledger: Ledger, window: Window) -> News:
    """Everything that came in, changed or passed in this window."""
    found = changes(ledger, window)
    new = {change.event.id for change in found if change.before is None}  # told with their days already
    items = [
        *(item for change in found for item in _items(ledger, change)),
        *unsupported(ledger, [change.event for change in found if change.before is None]),
        *(item for item in days_passed(ledger, window) if item.section != "soon" or item.event not in new),
        *decided(ledger, window),
        *changed_pages(ledger, window),
    ]
    quiet = Counter(c.event.kind for c in found if c.before is None and c.event.kind not in _TOLD)
    return News(window, tuple(items), tuple(sorted(quiet.items())))


def _items(ledger: Ledger, change: Change) -> Iterator[Item]:
    event, before = change.event, change.before
    told = quoted(ledger, change.new)
    if before is None:
        if event.kind in _TOLD:
            yield Item("new", f"new:{event.id}", title(event), _beside(change), event.id, words=told)
        return
    if before["status"] != event.status and event.status:
        was = before["status"] or "unknown"
        yield Item("state", f"state:{event.id}:{event.status}", title(event), f"was {was}", event.id, words=told)
    if event.disputed and not before["disputed"]:
        fields = ", ".join(change.contested)
        yield Item("disputed", f"disputed:{event.id}:{fields}", title(event), in_words(change), event.id,
                   words=quoted(ledger, event.reports))  # fmt: skip
    elif change.new and before["status"] == event.status and event.kind in _TOLD:
        yield Item("more", f"more:{event.id}:{len(event.reports)}", title(event), _more(change), event.id, words=told)


def _beside(change: Change) -> str:
    """What a new event's own line does not say."""
    parts = [f"told by {len(change.event.reports)}"] if len(change.event.reports) > 1 else []
    parts += [f"contradicted: {in_words(change)}"] if change.event.disputed else []
    parts += ["may be one with another"] if change.event.perhaps else []
    return "; ".join(parts)


def _more(change: Change) -> str:
    event, before = change.event, change.before or {}
    parts = [f"now told by {len(event.reports)}, before by {len(event.reports) - len(change.new)}"]
    was, now = length(before["minutes_min"], before["minutes_max"]), length(event.minutes_min, event.minutes_max)
    parts += [f"length {now}, was {was or 'unknown'}"] if now != was else []
    parts += [f"date {event.date}, was {before['date'] or 'unknown'}"] if event.date != before["date"] else []
    return "; ".join(parts)
