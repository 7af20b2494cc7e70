"""Contacts as tables, lines and JSON: those that count, the doubtful ones, what would change the number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from demarche.cli.forms import day, length, short_id, sides
from demarche.cli.tables import Column, fitted
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from demarche.analysis import Change, Contact, Doubtful

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
