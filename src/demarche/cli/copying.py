"""`demarche copy`: a ledger from one place to another, with what was compared."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack

from demarche.address import shown
from demarche.cli.console import data, plural, print_json, talk
from demarche.cli.progress import amounts
from demarche.ledger.copying import Copied, copy_ledger

_SHORT = 12


def copy_command(source: str, target: str, *, as_json: bool) -> None:
    """Copy, and say table by table what is in both."""
    with ExitStack() as bars:

        def began(steps: int) -> Callable[[int], None]:
            return bars.enter_context(amounts("Copying", steps))

        copied = copy_ledger(source, target, began)
    if as_json:
        print_json(_told(copied))
        return
    _print(copied)
    sys.stdout.flush()
    talk().print(
        f"{shown(target)} holds what {shown(source)} held: {plural(copied.rows, 'row')}, "
        f"read back and compared, the same digest in each of {plural(len(copied.tables), 'table')}.",
        soft_wrap=True,
    )


def _told(copied: Copied) -> dict[str, object]:
    tables = {name: {"rows": found.rows, "digest": found.text} for name, found in copied.tables.items()}
    return {"rows": copied.rows, "digest": copied.digest, "tables": tables}


def _print(copied: Copied) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column("table")
    table.add_column("rows", justify="right")
    table.add_column("digest")
    for name, found in sorted(copied.tables.items()):
        table.add_row(name, f"{found.rows:,}", found.text[:_SHORT])
    table.add_row("all", f"{copied.rows:,}", copied.digest[:_SHORT])
    data().print(table)
