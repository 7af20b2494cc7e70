"""Events in one line, and the exact words behind them."""

from __future__ import annotations

from collections.abc import Sequence

from demarche.analysis import telling, wording
from demarche.analysis.news.before import Change
from demarche.analysis.news.items import Words
from demarche.ledger import Event, Ledger, ReportRow
from demarche.ledger.edtf import parse
from demarche.model import Lasting

__all__ = ["in_words", "length", "quoted", "shown", "title"]

_MOST = 4
"""So many sources are quoted; the others are a number."""

_CHARACTERS = 300
_FIELDS = {"duration": "length", "initiator": "asked for by"}


def title(event: Event) -> str:
    """`call, held, 12 Mar 2025: Anna Orsted, Bo Tamm`; of a pressure what is threatened too."""
    row = event.row
    days = parse(event.date)
    parts = [event.type or event.kind, event.status or "", wording.period(days) if days else "no date"]
    said = telling.what(row) if event.kind != "contact" else length(event.minutes_min, event.minutes_max)
    return f"{', '.join(part for part in parts if part)}: {telling.who(row) or 'unnamed'}{f'; {said}' if said else ''}"


def shown(text: str) -> str:
    """On one line, and not longer than a few lines of a note."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _CHARACTERS else f"{plain[:_CHARACTERS].rstrip()} …"


def quoted(ledger: Ledger, rows: Sequence[ReportRow]) -> tuple[Words, ...]:
    """The sentences that these reports rest on, exactly as they stand, the most telling first."""
    found: dict[tuple[str, str], Words] = {}
    for row in rows[:_MOST]:
        source = row.document
        entered = row.origin == "person"
        text = row.quote if entered else _sentence(ledger, row)
        words = Words(shown(text), source.publisher or source.title or source.name, source.url, source.date, entered)
        found.setdefault((source.hash, text), words)
    return tuple(found.values())


def _sentence(ledger: Ledger, row: ReportRow) -> str:
    first = next(iter(ledger.show(row.id).evidence), None)
    return f"{first.before}{first.words}{first.after}" if first else row.quote


def in_words(change: Change) -> str:
    """Who says what, of the fields that are contested: `length: 70 min (Kremlin), 90 min (White House)`."""
    return "; ".join(
        f"{_FIELDS.get(name, name)}: {', '.join(_said(name, change.event.reports))}" for name in change.contested
    )


def _said(name: str, rows: Sequence[ReportRow]) -> list[str]:
    told: dict[str, list[str]] = {}
    for row in rows:
        if value := _value(name, row):
            told.setdefault(value, []).append(row.document.publisher or row.document.name)
    return [f"{value} ({', '.join(dict.fromkeys(tellers))})" for value, tellers in told.items()]


def _value(name: str, row: ReportRow) -> str:
    if name == "date":
        return row.date or ""
    if name == "status":
        return row.status or ""
    if name == "duration":
        return length(row.minutes_min, row.minutes_max)
    if name == "initiator":
        return " and ".join(row.names("initiator"))
    value = row.first(name)
    return length(value.min, value.max) if isinstance(value, Lasting) else str(value or "")


def length(low: int | None, high: int | None) -> str:
    """`70 min`, `70–75 min`, `70 min or more`; nothing when it is not known."""
    if low is None and high is None:
        return ""
    if high is None:
        return f"{low} min or more"
    return f"{high} min" if low == high else f"{low}–{high} min" if low else f"up to {high} min"
