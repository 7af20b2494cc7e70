"""What one report tells of a pressure's outcome: its status, refined by the words of the outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from demarche.analysis.pressures import words as table
from demarche.analysis.pressures.states import Stage, State
from demarche.ledger import ReportRow
from demarche.ledger.edtf import parse

__all__ = ["Told", "published", "told_outcome"]

_BY_STATUS: dict[str, tuple[State, str]] = {
    "imposed": ("carried_out", "the report says that the measure is imposed"),
    "met": ("met", "the report says that the demand was met"),
    "extended": ("deferred", "the report says that more time was given"),
    "dropped": (
        "not_carried_out",
        "the report says dropped: withdrawn or not carried out, in either case not carried out",
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A state with the rule that read it, the words, and the days that the words name."""

    row: ReportRow
    state: State
    reason: str
    words: str
    days: tuple[date, ...] = ()

    @property
    def published(self) -> date | None:
        """The day of the document."""
        return published(self.row)

    @property
    def known(self) -> date | None:
        """No earlier than this day could anybody know it."""
        return max(self.days) if self.days else self.published


def published(row: ReportRow) -> date | None:
    """The day of the document; None for an entry made by hand: when somebody wrote it down tells nothing."""
    found = parse(row.document.date) if row.document.source_class != "entry" else None
    return found.latest if found else None


def told_outcome(row: ReportRow, stage: Stage, since: date | None) -> Told | None:
    """What the report tells; None while it is pending, or when it only moves the deadline."""
    words = " ".join(str(row.first("outcome") or "").split())
    found = _state(row, stage, words)
    if found is None:
        return None
    days = table.days_in(words, since) if since else ()
    return Told(row, *found, words, days)


def _state(row: ReportRow, stage: Stage, words: str) -> tuple[State, str] | None:
    status, line = row.status or "", table.read(words) if words else None
    if line and "outcome" in row.edited and "status" not in row.edited:
        return line.state, line.reason
    if status == "extended" and row.first("revised_deadline"):
        return None
    if status in ("imposed", "met", "extended"):
        return (line.state, line.reason) if line and line.state == "partly_carried_out" else _BY_STATUS[status]
    if line:
        return line.state, line.reason
    if status == "dropped":
        lifted: tuple[State, str] = ("withdrawn", "the report says that the measure was dropped")
        return lifted if stage == "imposed" else _BY_STATUS[status]
    return ("unknown", "no rule reads these words") if words else None
