"""The command that copies a ledger: its options, one call."""

from __future__ import annotations

from typing import Annotated

import typer

from demarche.cli.options import JsonOption

__all__ = ["copy"]


def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="The ledger: a file or an address.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Where to: a new file, or an empty database.")],
    json: JsonOption = False,
) -> None:
    """Copy a whole ledger into a new file or an empty database, and compare both.

    Everything goes: documents, reports, decisions and who took them, the log, accounts. All of it
    lands, or nothing. The ledger it comes from is only read.

    demarche copy demarche.ledger postgresql+psycopg://user@host/database
    demarche copy postgresql+psycopg://user@host/database backup.ledger
    """
    from demarche.cli.copying import copy_command

    copy_command(source, target, as_json=json)
