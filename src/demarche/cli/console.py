"""Where lines go: data to stdout, talk to stderr. Colour is never the only sign."""

from __future__ import annotations

import json
import os
import shlex
import sys
from typing import TYPE_CHECKING, Any

from demarche.address import shown

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 120


def data() -> Console:
    """The console for data: tables and answers on stdout."""
    return _console(stderr=False)


def talk() -> Console:
    """The console for talk: progress, summaries, hints on stderr."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or os.environ.get("COLUMNS") else PIPED_WIDTH
    return Console(stderr=stderr, width=width, highlight=False, soft_wrap=False, emoji=False, markup=False)


def default_ledger() -> str:
    """The ledger of commands that name none: `$DEMARCHE_LEDGER`, or `demarche.ledger` in this folder."""
    return os.environ.get("DEMARCHE_LEDGER") or "demarche.ledger"


def ledger_option(ledger: str) -> str:
    """What to add to a command so that it asks this ledger; nothing when it does so anyway."""
    return "" if ledger == default_ledger() else f" --ledger {shlex.quote(shown(ledger))}"


def coloured(console: Console) -> bool:
    """True when words can be marked by style; otherwise they are marked by brackets."""
    return console.is_terminal and not console.no_color


def print_json(value: Any) -> None:
    """One JSON document, readable."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_line(value: Any) -> None:
    """One JSON value on one line."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def plural(number: int, noun: str, many: str | None = None) -> str:
    """`1 document`, `2 documents`."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"
