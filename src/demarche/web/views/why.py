"""Why an event waits for a person, in plain sentences; the first is the weightiest."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.ledger import Account, Detail, Event, EventDetail
from demarche.web.views.dates import when
from demarche.web.views.words import field, shortened

__all__ = ["doubt", "why"]

#: what each doubt weighs in the order of a queue
_DISPUTED, _PERHAPS, _UNDATED, _TWO_READINGS, _LOOSE, _ONE_SOURCE = 8, 6, 4, 4, 2, 1
_LOOSE_DATES = ("about", "month", "season", "year", "between", "either")
_OPEN_REASONS = {
    "ambiguous": "several readings fit",
    "no_anchor": "its words are relative, and the document has no day",
}


def doubt(event: Event) -> int:
    """How doubtful an event is: the weights of all that is doubtful about it."""
    found = _DISPUTED * event.disputed + _PERHAPS * bool(event.perhaps) + _UNDATED * (event.date is None)
    found += _TWO_READINGS * ("|" in f"{event.type}{event.status}") + _LOOSE * (
        when(event.date).precision in _LOOSE_DATES
    )
    return found + _ONE_SOURCE * (len(event.reports) == 1 and event.row.document.source_class != "official")


def why(detail: EventDetail, told: Detail) -> list[str]:
    """The sentences; one of them is always there."""
    event = detail.event
    found = [*_disputes(detail), *_twins(event), *_open(event), *_dates(event, told), *_fields(told)]
    return found or ["Nobody has looked at it yet."]


def _disputes(detail: EventDetail) -> Iterator[str]:
    for name, accounts in detail.accounts:
        if any(not account.agrees for account in accounts):
            says = dict.fromkeys(f"{_said(name, a)} ({a.publisher or 'a source'})" for a in accounts)
            yield f"The sources contradict each other on {_noun(name)}: {'; '.join(list(says)[:4])}."


def _said(name: str, account: Account) -> str:
    return when(account.said).words if name == "date" else shortened(account.said, 60) or "nothing"


def _twins(event: Event) -> Iterator[str]:
    if event.perhaps:
        others = "another event" if event.perhaps == 1 else f"{event.perhaps} other events"
        yield f"It may be the same as {others} of this ledger."


def _open(event: Event) -> Iterator[str]:
    for name, value in (("type", event.type), ("status", event.status)):
        if value and "|" in value:
            yield f"Two readings of its {name} fit: {value.replace('|', ' or ')}. Set the one that is right."


def _dates(event: Event, told: Detail) -> Iterator[str]:
    item = next((f for f in told.fields if f.name == "date"), None)
    words = f"“{shortened(item.quotes[0].words, 60)}”" if item and item.quotes else ""
    shown = when(event.date)
    if event.date is None:
        yield "No day is told."
    elif item and item.reason == "publication_date":
        how = "it was before its publication" if "/" in event.date else "it is dated by its publication, about"
        yield f"The text gives no day: {how}."
    elif shown.precision in ("between", "either", "month", "season", "year"):
        yield f"The day is open: {shown.words}{f', from {words}' if words else ''}."
    elif shown.precision == "about":
        yield f"The day is only about right: {shown.words}{f', from {words}' if words else ''}."


def _fields(told: Detail) -> Iterator[str]:
    for item in told.fields:
        if item.reason in _OPEN_REASONS and item.name != "date":
            yield f"{field(item.name)} is open: {_OPEN_REASONS[item.reason]}."
    row = told.event
    if row.kind == "contact" and len(row.names()) < 2:
        yield "Only one side is named."


def _noun(name: str) -> str:
    return {"participants": "who took part", "duration": "the length", "initiator": "who asked for it"}.get(
        name, f"the {name.replace('_', ' ')}"
    )
