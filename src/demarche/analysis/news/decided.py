"""What people decided in the window: merged, parted, rejected, set, taken back. What was imported is no news here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from demarche.analysis.news.items import Item, Window, Words
from demarche.analysis.news.telling import shown
from demarche.ledger import Ledger, LogEntry, in_words

__all__ = ["decided"]

_VERBS = {
    "accept": "confirmed",
    "reject": "rejected",
    "same": "put together as one",
    "different": "told apart",
    "enter": "entered by hand",
    "same_actor": "one person under two names",
    "alias": "another name",
}


def decided(ledger: Ledger, window: Window) -> Iterator[Item]:
    """One item an action, the earliest first."""
    made = [e for e in ledger.log(since=window.since[:10]) if window.since < e.decision.made_at <= window.until]
    made.sort(key=lambda entry: entry.decision.id)
    for action, together in groupby(made, lambda entry: entry.decision.action):
        yield _item(action, list(together))
    undone = [e for e in ledger.log(standing=False) if window.since < (e.decision.undone_at or "") <= window.until]
    for action, together in groupby(undone, lambda entry: entry.decision.action):
        entries = list(together)
        if entries[0].decision.made_at <= window.since:
            yield _item(action, entries, back=True)


def _item(action: int, entries: Sequence[LogEntry], *, back: bool = False) -> Item:
    decision = entries[0].decision
    before, after = in_words(decision)
    what = f"{decision.field} set to {after}, was {before or 'unknown'}" if decision.verdict == "edit" else (
        _VERBS.get(decision.verdict, decision.verdict))  # fmt: skip
    many = f" ({len(entries)} together)" if len(entries) > 1 else ""
    undone = "taken back: " if back or decision.undone_at else ""
    why = f": {decision.note}" if decision.note else ""
    words = tuple(
        Words(shown(text), publisher, entry.url, None)
        for entry in entries[:2]
        for text, publisher in zip(entry.words, entry.publishers, strict=False)
        if text
    )
    event = next((entry.event_id for entry in entries if entry.event_id), None)
    key = f"decided:{action}{':undone' if undone else ''}"
    return Item("decided", key, f"{undone}{what}{many}, by {decision.author}{why}", "", event or "", words=words[:2])
