"""Options that many commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from demarche.cli.console import default_ledger

__all__ = ["JsonOption", "LedgerOption", "Names", "all_names", "ledger_path"]

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        "-l",
        metavar="FILE",
        help="The ledger: a file or postgresql+psycopg://user@host/db [default: $DEMARCHE_LEDGER, ./demarche.ledger].",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON to stdout.")]
Names = list[str] | None


def ledger_path(given: str | None) -> str:
    """The ledger to use: the option, the environment, or the one in this folder."""
    return given or default_ledger()


def all_names(words: Names) -> tuple[str, ...]:
    """Every name of a repeated option."""
    return tuple(words or ())
