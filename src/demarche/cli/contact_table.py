"""Contacts as tables, lines and JSON: those that count, the doubtful ones, what would change the number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from demarche.cli.forms import day, event_dict, length, short_id, sides
from demarche.cli.tables import Column, fitted
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from demarche.analysis import Change, Contact, Coverage, Doubtful

CONTACT_COLUMNS = (
    Column("Date", least=13, yields=4),
    Column("Type"),
    Column("Who", least=22, yields=2, folds=True),
    Column("Length"),
    Column("Told by", least=10, yields=3, folds=True, style="dim"),
    Column("Words", least=20, yields=1, from_width=110),
)
_MARKS = {"confirmed": "confirmed", "person": "entered"}


def contact_table(contacts: Sequence[Contact], width: int) -> Table:
    """Contacts with their dates, lengths, the reports that tell of them, and their words where there is room."""
    return fitted(CONTACT_COLUMNS, [_cells(contact) for contact in contacts], width)


def _cells(contact: Contact) -> list[str]:
    minutes = length(*contact.minutes) if contact.minutes else "-"
    people = sides(contact.left, contact.right)
    words = " ".join(contact.reports[0].quote.split())
    return [day(contact.date), " or ".join(contact.types) or "-", people, minutes, _told_by(contact), words]


def _told_by(contact: Contact) -> str:
    """The id of its most telling report, how many more there are, and who stands for it when it is a person."""
    more = len(contact.reports) - 1
    parts = [short_id(contact.reports[0].id), f"+{more}" if more else "", _MARKS.get(contact.standing, "")]
    return " ".join(part for part in (*parts, "disputed" if contact.disputed else "") if part)


def print_reasoned(console: Console, title: str, items: Sequence[Doubtful]) -> None:
    """Contacts that a number leaves out, each with the reason."""
    if not items:
        return
    from rich.table import Table

    console.print(f"{title} ({len(items)}):", style="bold")
    table = Table.grid(padding=(0, 2))
    for item in items:
        contact = item.contact
        minutes = f", {length(*contact.minutes)}" if contact.minutes else ""
        what = f"{sides(contact.left, contact.right)}, {contact.type or 'contact'}{minutes}: {item.reason}"
        table.add_row(" " + short_id(contact.reports[0].id), day(contact.date), visible(what))
    console.print(table)
    console.print()


def print_changes(console: Console, changes: Sequence[Change]) -> None:
    """What the number would be otherwise, a line each."""
    if not changes:
        return
    from rich.table import Table

    console.print("What would change the number:", style="bold")
    table = Table.grid(padding=(0, 2))
    for change in changes:
        table.add_row(f" {change.value:,}", visible(change.words))
    console.print(table)
    console.print()


def contact_dict(contact: Contact) -> dict[str, Any]:
    """A contact with its reports, for JSON. `standing` says who stands for it: machine, confirmed, person."""
    least, most = contact.minutes or (None, None)
    return {
        "id": contact.id,
        "date": contact.date,
        "type": contact.type,
        "left": list(contact.left),
        "right": list(contact.right),
        "others": list(contact.others),
        "minutes_min": least,
        "minutes_max": most,
        "standing": contact.standing,
        "disputed": contact.disputed,
        "perhaps_one_of": contact.maybe_same,
        "notes": list(contact.notes),
        "reports": [event_dict(row) for row in contact.reports],
    }


def reasoned_dicts(items: Sequence[Doubtful]) -> list[dict[str, Any]]:
    """Contacts that are left out, with their reasons, for JSON."""
    return [{**contact_dict(item.contact), "reason": item.reason} for item in items]


def change_dicts(changes: Sequence[Change]) -> list[dict[str, Any]]:
    """What would change the number, for JSON."""
    return [{"value": c.value, "words": c.words, "events": [contact.id for contact in c.contacts]} for c in changes]


def coverage_dict(covered: Coverage) -> dict[str, Any]:
    """The documents behind an answer, for JSON."""
    return {
        "documents": covered.documents,
        "first": covered.first,
        "last": covered.last,
        "undated": covered.undated,
        "entries": covered.entries,
        "gaps": list(covered.gaps),
        "thin": list(covered.thin),
    }
