"""An item of the review as the page shows it, and whether it is still as somebody saw it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.errors import UsageError
from demarche.web.views.dates import stamp
from demarche.web.views.lines import Line, line
from demarche.web.views.settable import Settable, settable
from demarche.web.views.why import why
from demarche.web.views.window import Window, window

if TYPE_CHECKING:
    from demarche.ledger import Detail, EventDetail, Ledger, LogEntry

__all__ = ["Shown", "at_hand", "changed", "last_done", "shown", "state_of", "words_at"]

_VERBS = {"accept": "accepted", "reject": "rejected", "edit": "edited", "same": "made one", "different": "kept apart"}


@dataclass(frozen=True, slots=True)
class Shown:
    """An event with the report that is looked at: its words in the document, its fields, why it waits."""

    detail: EventDetail
    told: Detail
    line: Line
    window: Window
    why: tuple[str, ...]
    fields: tuple[Settable, ...]
    state: str

    def waits(self, *, entered: bool = False) -> bool:
        """True while nobody has decided on it; `entered` ones wait too when asked for."""
        event = self.detail.event
        return event.verdict is None and (entered or event.standing == "machine")


def shown(ledger: Ledger, event_id: str, report_id: str = "") -> Shown:
    """The event of this id, looked at by one of its reports. UsageError when there is no such event."""
    detail = ledger.event(event_id)
    ids = [row.id for row in detail.event.reports]
    told = ledger.show(report_id if report_id in ids else ids[0])
    text = ledger.text(told.event.document.hash)
    reasons = tuple(why(detail, told))
    return Shown(detail, told, line(detail.event), window(text, told), reasons, settable(told), state_of(detail))


def state_of(*details: EventDetail) -> str:
    """What was decided on events, in short: two states differ when something was decided or taken back between them."""
    made = [decision for detail in details for decision in detail.decisions]
    last = max((decision.id for decision in made), default=0)
    undone = sum(1 for decision in made if decision.undone_at)
    return f"{last}.{undone}.{'-'.join(detail.event.id for detail in details)}"


def changed(*details: EventDetail) -> str:
    """Who decided what since one looked, in a sentence."""
    made = [decision for detail in details for decision in detail.decisions]
    if not made:
        return "This has changed since you opened it. Nothing was written; look again and decide."
    last = max(made, key=lambda decision: decision.undone_at or decision.made_at)
    if last.undone_at:
        what = f"{last.undone_by or 'Somebody'} took a decision on this back ({stamp(last.undone_at)})"
    else:
        what = f"{last.author} has {_VERBS.get(last.verdict, last.verdict)} this already ({stamp(last.made_at)})"
    return f"{what}, since you opened it. Nothing was written; look again and decide."


def at_hand(ledger: Ledger, event_id: str) -> Shown | None:
    """The event of this id, None when there is none (any more)."""
    try:
        return shown(ledger, event_id)
    except UsageError:
        return None


def last_done(ledger: Ledger, author: str) -> LogEntry | None:
    """The last decision of this author that stands: what undo would take back."""
    return next(iter(ledger.log(author=author, standing=True, limit=1)), None)


def words_at(ledger: Ledger, document_hash: str, start: int | None, end: int | None) -> tuple[int, int] | None:
    """The place of selected words without the white space at their ends; None when none were selected."""
    if start is None or end is None:
        return None
    text = ledger.text(document_hash)
    if not 0 <= start < end <= len(text):
        raise UsageError("these words are not in the document; nothing was written; select them again")
    words = text[start:end]
    bare = words.strip()
    if not bare:
        raise UsageError("no words were selected; nothing was written; select them again")
    first = start + words.index(bare)
    return first, first + len(bare)
