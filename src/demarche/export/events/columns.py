"""The columns of an event, each with the sentence that explains it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from demarche.analysis import telling
from demarche.export import csv_table
from demarche.export.events.merged import as_row, publishers
from demarche.ledger import Event

__all__ = ["COLUMNS", "Cell", "Column", "value_of"]

Cell = str | int | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: how its cell is read from an event, what it means, how wide it is in a sheet."""

    name: str
    read: Callable[[Event], Cell]
    meaning: str
    width: int = 14
    form: str = "text"  # text, day, number, link


def value_of(cell: Cell) -> str | int:
    """What is not known is an empty cell."""
    return "" if cell is None else cell


def _joined(words: tuple[str, ...]) -> str:
    return "; ".join(dict.fromkeys(word for word in words if word))


def _roles(event: Event, role: str) -> str:
    return _joined(tuple(name for row in event.reports for name in row.names(role)))


def _values(event: Event, name: str) -> str:
    return _joined(tuple(str(value) for row in event.reports for value in row.all(name)))


def _sides(event: Event) -> str:
    return _joined(tuple(p.side or "" for row in event.reports for p in row.participants))


def _people(event: Event) -> str:
    return _roles(event, "participants") or telling.who(event.row)


_OF_ALL: tuple[Column, ...] = (
    Column("id", lambda e: e.id, "The name of the event in its ledger; it never changes", 15),
    Column("kind", lambda e: e.kind, "contact, pressure, offer, act, statement, forecast or claim", 11),
    Column("type", lambda e: e.type, "The type within its kind: call, meeting, threat, pledge, ...", 11),
    Column("status", lambda e: e.status, "How far it got: held, planned, denied, pending, accepted, ...", 11),
    Column(
        "standing", lambda e: e.standing, "machine: found; confirmed: a person agreed; person: a person entered it", 11
    ),
    Column(
        "edited", lambda e: _joined(tuple(f for r in e.reports for f in r.edited)), "The fields that a person set", 12
    ),
    Column("verdict", lambda e: e.verdict, "What a person decided: accept or reject", 9),
    Column("date", lambda e: e.date, "The date as EDTF: 2025-10-17, 2025-10, 2025-10-17~ (about), a/b (between)", 15),
    Column("earliest", lambda e: e.earliest, "The first day that it may have been", 12, "day"),
    Column("latest", lambda e: e.latest, "The last day that it may have been", 12, "day"),
    Column("who", _people, "Who took part, acted or spoke; several are parted by semicolons", 40),
    Column("sides", _sides, "The states and bodies that they stand for", 24),
    Column("initiator", lambda e: _roles(e, "initiator"), "Who asked for the contact", 20),
    Column("recipient", lambda e: _roles(e, "recipient"), "To whom it is addressed", 20),
    Column("what", lambda e: telling.what(e.row), "What is threatened, offered, said, expected or claimed", 40),
    Column("due", lambda e: telling.due(e.row), "By when: a deadline or the end of a forecast", 12),
    Column("minutes_min", lambda e: e.minutes_min, "The least length in minutes that a source tells", 8, "number"),
    Column(
        "minutes_max", lambda e: e.minutes_max, "The greatest length; empty when it is open or unknown", 8, "number"
    ),
    Column("place", lambda e: _joined(tuple(r.place or "" for r in e.reports)), "Where", 18),
    Column("topics", lambda e: _values(e, "topics"), "What it was about", 26),
    Column("disputed", lambda e: int(e.disputed), "1 when its sources contradict each other", 8, "number"),
    Column("perhaps", lambda e: e.perhaps, "How many other events it may be one with", 8, "number"),
    Column("reports", lambda e: len(e.reports), "How many reports tell of it", 8, "number"),
    Column("documents", lambda e: len({r.document.hash for r in e.reports}), "In how many documents", 8, "number"),
    Column("publishers", lambda e: _joined(publishers(e)), "Who published them", 30),
    Column(
        "officials",
        lambda e: _joined(tuple(r.document.speaks_for or "" for r in e.reports)),
        "For which sides the official sources among them speak",
        20,
    ),
    Column("published", lambda e: e.row.document.date, "When the most telling report was published", 12, "day"),
    Column("quote", lambda e: e.row.quote, "Its words", 60),
    Column("title", lambda e: e.row.document.title, "The title of its document", 40),
    Column("url", lambda e: e.row.document.url, "Its address", 30, "link"),
    Column("report_ids", lambda e: _joined(tuple(r.id for r in e.reports)), "The reports that tell of it", 30),
)


def _of_kind(name: str, meaning: str) -> Column:
    """A column that only some kinds fill, as the table of reports has it."""
    read = csv_table.COLUMNS[name]
    return Column(name, lambda event: read(as_row(event)), meaning, 16)


_OF_KINDS: tuple[Column, ...] = (
    _of_kind("plover", "The PLOVER root of a contact, pressure, offer or act"),
    _of_kind("participants", "Who took part in a contact, by the most telling report"),
    _of_kind("actor", "Who acts or speaks"),
    _of_kind("about", "Whom or what a statement is about"),
    _of_kind("stance", "The stance of a statement: praise, thank, doubt, reject, criticise, ..."),
    _of_kind("channel", "Where it was said: press conference, X, interview, ..."),
    _of_kind("said", "The words of a quotation"),
    _of_kind("content", "What is offered, done or expected"),
    _of_kind("measure", "What is threatened or imposed"),
    _of_kind("condition", "The demand that a threat hangs on"),
    _of_kind("deadline", "The last day that a pressure leaves (EDTF), or a term (P10D)"),
    _of_kind("mode", "PLOVER's mode, with economic for tariffs and sanctions"),
    _of_kind("horizon", "By when a forecast is to come true"),
    _of_kind("subjects", "The pooled sides of a claim"),
    _of_kind("reference", "The pair that a comparison is made with"),
    _of_kind("contact_types", "Which types of contact a claim counts"),
    _of_kind("value", "The number that a claim gives"),
    _of_kind("value_max", "The greater number of a range"),
    _of_kind("unit", "contacts or minutes"),
    _of_kind("relation", "=, ~, >, >=, < or <="),
    _of_kind("period", "The period that a claim speaks of (EDTF)"),
    _of_kind("credited", "Whom the document credits for a claim"),
)

COLUMNS: tuple[Column, ...] = _OF_ALL + _OF_KINDS
