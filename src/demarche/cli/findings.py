"""Findings, rows and doubtful ones of a check or a reply, as tables and lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from demarche.analysis.wording import names
from demarche.cli.console import plural
from demarche.cli.forms import day, length, short_id, sides
from demarche.cli.tables import Column, fitted

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from demarche.analysis import Contact, Coverage, Doubtful
    from demarche.analysis.checking import Finding
    from demarche.analysis.checking.replies import Number

_FINDINGS = (
    Column("What counts", least=24, yields=1, folds=True),
    Column("Who must tell of it", least=18, yields=2, folds=True),
    Column("Number", least=12, yields=3, folds=True),
    Column("Verdict"),
)
_ROWS = (
    Column("Date", least=10, yields=3),
    Column("Type"),
    Column("Who", least=22, yields=2, folds=True),
    Column("Length"),
    Column("Told by", style="dim"),
    Column("Words", least=20, yields=1, from_width=110),
)


def finding_table(findings: Sequence[Finding], width: int) -> Table:
    """The number and the verdict under each reading and rule; a reading is named once."""
    cells = [[*_named_once(findings, i), f.number, str(f.outcome)] for i, f in enumerate(findings)]
    return fitted(_FINDINGS, cells, width)


def number_table(numbers: Sequence[Number], width: int) -> Table:
    """The same without verdicts."""
    cells = [[*_named_once(numbers, i), n.number] for i, n in enumerate(numbers)]
    return fitted(_FINDINGS[:3], cells, width)


def _named_once(items: Sequence[Finding] | Sequence[Number], at: int) -> list[str]:
    same = at > 0 and items[at].reading == items[at - 1].reading
    return ["" if same else items[at].reading, items[at].rule]


def print_rows(console: Console, rows: Sequence[Contact], others: Sequence[Contact] = ()) -> None:
    """The contacts that count, and those of the pair compared with."""
    for found in (rows, others):
        if found:
            console.print(fitted(_ROWS, [_cells(contact) for contact in found], console.width))


def _cells(contact: Contact) -> list[str]:
    minutes = length(*contact.minutes) if contact.minutes else "-"
    first, *more = contact.reports
    told = short_id(first.id) + (f" +{len(more)}" if more else "")
    words = " ".join(first.quote.split())
    people = sides(contact.left, contact.right)
    return [day(contact.date), " or ".join(contact.types) or "-", people, minutes, told, words]


def doubtful_lines(doubtful: Iterable[Doubtful]) -> list[str]:
    """One line each: the id, the day, what it is, why it is doubtful."""
    lines = [
        f"  {short_id(d.contact.reports[0].id)}  {day(d.contact.date)}  {d.contact.type or 'contact'},"
        f" {sides(d.contact.left, d.contact.right)}: {d.reason}"
        for d in doubtful
    ]
    return [f"Doubtful, not counted ({len(lines)}):", *lines] if lines else []


def coverage_words(covered: Coverage) -> list[str]:
    """What the documents cover, and the gap."""
    dated = f" from {covered.first} to {covered.last}" if covered.first else ""
    lines = [f"The ledger holds {plural(covered.documents, 'document')}{dated}."]
    return [*lines, *([f"Coverage gap: {'; '.join(covered.notes)}."] if covered.notes else [])]


def breakdown_words(breakdown: Sequence[tuple[str, int]]) -> str:
    """`Steve Witkoff 5, Alexander Lukashenko 5`."""
    return names([f"{label} {number}" for label, number in breakdown], 10)
