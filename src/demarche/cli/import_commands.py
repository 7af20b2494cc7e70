"""The command that imports: its options, one object, one call."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from demarche.cli.options import LedgerOption, Names, all_names, ledger_path

__all__ = ["import_"]


def import_(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="CSV files, such as a spreadsheet saves.")],
    map_: Annotated[
        Names, typer.Option("--map", help='What a column is: --map "Datum=date"; - leaves it out. May be repeated.')
    ] = None,
    columns: Annotated[
        Path | None, typer.Option("--columns", help="A TOML file that says so (docs/import.md).")
    ] = None,
    set_: Annotated[
        Names, typer.Option("--set", help="What every row is or has: --set type=call. May be repeated.")
    ] = None,
    kind: Annotated[str, typer.Option("--kind", help="What the rows are: contact, pressure, offer, ...")] = "",
    dates: Annotated[str, typer.Option("--dates", help="day-first or month-first, when 3/4/2025 may be both.")] = "",
    author: Annotated[str, typer.Option("--author", help="Who enters [default: $DEMARCHE_AUTHOR, your user].")] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what each column becomes, show three rows, write nothing.")
    ] = False,
    ledger: LedgerOption = None,
) -> None:
    """Import spreadsheets of contacts, pressures, offers, or of lengths of contacts by who told them.

    Each row becomes an entry of a person, with its links. Rows that cannot be used are listed by line,
    the others land. Importing the same file twice adds nothing; an import that was stopped goes on
    where it was. Give a sheet of lengths together with, or after, the sheet of its contacts.

    demarche import contacts.csv --dry-run
    demarche import Kontakte.csv --map "Datum=date" --map "Wer=participants" --dates day-first
    """
    from demarche.cli.importing import Import, import_command

    target = ledger_path(ledger)
    mapping, always = all_names(map_), all_names(set_)
    import_command(Import(tuple(paths), target, mapping, columns, kind, dates, author, dry_run, always))
