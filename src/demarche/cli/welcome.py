"""`demarche` alone: what to do next."""

from __future__ import annotations

from demarche.address import found, shown
from demarche.cli.console import plural

_FIRST = """\
demarche keeps a sourced ledger of diplomacy: who was in touch with whom, when, how long,
and the exact words that say so. Nothing leaves this machine.

  demarche demo                     look at it with 50 bundled documents
  demarche read FOLDER              read your own: .txt, .html, .jsonl
  demarche --help                   all commands
"""

_NEXT = """\
  demarche serve                    see it in the browser
  demarche events                   list what was found
  demarche count --between A --and B
  demarche show ID                  a row with its exact words
  demarche read PATH                add more
  demarche --help                   all commands
"""


def welcome(ledger: str) -> None:
    """Point to the next command: the demo when there is no ledger yet, questions when there is one."""
    import typer

    if not found(ledger):
        typer.echo(_FIRST, nl=False)
        return
    from demarche.ledger import Ledger

    with Ledger.open(ledger, read_only=True) as opened:
        summary = opened.summary()
    reports = sum(summary.reports.values())
    typer.echo(f"{shown(ledger)} holds {plural(summary.documents, 'document')} and {plural(reports, 'report')}.\n")
    typer.echo(_NEXT, nl=False)
