"""`demarche import`: the rows of spreadsheets as entries, or what would become of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.address import found
from demarche.chronology import (
    Item,
    Opened,
    Wishes,
    items,
    open_sheet,
    parse_always,
    parse_mapping,
    wishes_of_file,
)
from demarche.cli.author import author_name
from demarche.cli.console import data, ledger_option, plural, talk
from demarche.cli.failures import FAILED, OK, PARTLY
from demarche.cli.landing import earlier, land
from demarche.cli.progress import bar
from demarche.cli.summary import print_list
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


SHOWN = 3
_OUTCOMES = {"new": "new", "unchanged": "already there", "new_version": "changed since", "reread": "entered anew"}
_BECOMES = {"note": "kept as a note", "-": "left out", "source": "link to the source"}


@dataclass(frozen=True, slots=True)
class Import:
    """What to import and how. `columns` is a TOML file with a mapping; `dry_run` writes nothing."""

    paths: tuple[Path, ...]
    ledger: str
    mapping: tuple[str, ...] = ()
    columns: Path | None = None
    kind: str = ""
    dates: str = ""
    author: str = ""
    dry_run: bool = False
    always: tuple[str, ...] = ()


def import_command(request: Import) -> None:
    """Import, say what landed and what did not, and end with the exit code that says whether all of it did."""
    sheets = _opened(request)
    author = author_name(request.author)
    if request.dry_run:
        made = _planned(request.ledger, sheets, author)
        _print_plan(data(), sheets, made)
        landed, bad = [i for i in made if not i.problem], [i for i in made if i.problem]
        print_list(talk(), "Rows that would not be imported", [(i.where, i.problem) for i in bad])
        talk().print(f"Nothing was written. {plural(len(landed), 'row')} would be imported.")
        raise SystemExit(_code(len(landed), len(bad)))
    outcomes, problems = _land(request.ledger, sheets, author)
    _print_summary(outcomes, problems, sheets, request.ledger)
    raise SystemExit(_code(sum(outcomes.values()), len(problems)))


def _opened(request: Import) -> list[Opened]:
    said = wishes_of_file(request.columns) if request.columns else Wishes()
    columns = {**said.columns, **parse_mapping(request.mapping)}
    always = {**said.always, **parse_always(request.always)}
    wishes = Wishes(columns, said.words, request.kind or said.kind, request.dates or said.dates, always)
    return [open_sheet(path, wishes) for path in request.paths]


def _planned(path: str, sheets: Sequence[Opened], author: str) -> list[Item]:
    """What would be imported; contacts that are in the ledger already are known to accounts of them."""
    if not any(sheet.accounts for sheet in sheets) or not found(path):
        return list(items(sheets, author=author))
    from demarche.ledger import Ledger

    with Ledger.open(path, read_only=True) as ledger:
        return list(items(sheets, author=author, known=earlier(ledger)))


def _land(path: str, sheets: Sequence[Opened], author: str) -> tuple[Counter[str], list[tuple[str, str]]]:
    from demarche.ledger import Ledger

    outcomes: Counter[str] = Counter()
    problems: list[tuple[str, str]] = []
    total = sum(len(sheet.rows) for sheet in sheets)
    with Ledger.open(path, create=True) as ledger, bar("Importing", total, "rows") as step:
        for item, became in land(ledger, items(sheets, author=author, known=earlier(ledger)), author):
            step()
            if item.problem:
                problems.append((item.where, item.problem))
            else:
                outcomes[became] += 1
    return outcomes, problems


def _code(landed: int, bad: int) -> int:
    return OK if not bad else PARTLY if landed else FAILED


def _print_summary(
    outcomes: Counter[str], problems: list[tuple[str, str]], sheets: Sequence[Opened], ledger: str
) -> None:
    console = talk()
    told = ", ".join(f"{outcomes[key]:,} {words}" for key, words in _OUTCOMES.items() if outcomes[key])
    total = sum(outcomes.values())
    console.print(f"Imported {plural(total, 'row')}{': ' if told else ''}{told}." if total else "Nothing was imported.")
    if total and outcomes["unchanged"] == total:
        console.print("Nothing was added: all of it was there before.")
    print_list(console, "Not imported", problems)
    print_list(console, "Please check", [(s.sheet.name, note) for s in sheets for note in notes_of(s)])
    if total:
        console.print(f"Next: demarche events{ledger_option(ledger)}", style="bold")


def notes_of(sheet: Opened) -> list[str]:
    """What somebody should know of a sheet: its encoding, columns that nobody understood."""
    kept = [column.heading for column in sheet.columns if not column.known]
    notes = [f"the file {sheet.sheet.note}" if sheet.sheet.note.startswith("is") else sheet.sheet.note]
    if kept:
        notes.append(f"kept as a note: {', '.join(kept)}; say what a column is with --map")
    return [note for note in notes if note]


def _print_plan(console: Console, sheets: Sequence[Opened], made: Sequence[Item]) -> None:
    """What each column became, and three rows of each file."""
    for sheet in sheets:
        name = {"\t": "tab"}.get(sheet.sheet.separator, sheet.sheet.separator)
        kind = "lengths of contacts, by who tells them" if sheet.accounts else f"{sheet.kind or 'row'}s"
        console.print(visible(f"{sheet.sheet.name}: {plural(len(sheet.rows), 'row')} of {kind}, parted by {name}"))
        console.print(_columns_table(sheet))
        own = [i for i in made if i.where.startswith(f"{sheet.sheet.name} line ") and i.document]
        for item in own[:SHOWN]:
            console.print(visible(f"{item.where}:"), style="bold")
            for line in (item.document.text if item.document else "").split("\n"):
                console.print(visible(f"  {line}"), soft_wrap=True)
        console.print()


def _columns_table(sheet: Opened) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("column", "becomes", "such as"):
        table.add_column(heading, overflow="fold")
    for column in sheet.columns:
        example = next((row.cells[column.heading] for row in sheet.rows if column.heading in row.cells), "")
        becomes = _BECOMES.get(column.target, column.target) + ("" if column.known else " (not understood)")
        table.add_row(visible(column.heading), becomes, visible(example[:50]))
    return table
