"""The commands that check claims and answer questions: their options."""

from __future__ import annotations

from typing import Annotated

import typer

from demarche.cli.options import JsonOption, LedgerOption, ledger_path

__all__ = ["ask", "check"]

AsOf = Annotated[str | None, typer.Option("--as-of", help="Count up to this day, whatever day the text is of.")]


def check(
    text: Annotated[
        str, typer.Argument(metavar='FILE|"TEXT"|ID', help="A file (-: standard input), words, or the id of a claim.")
    ],
    as_of: AsOf = None,
    date: Annotated[str | None, typer.Option(help="The day on which a text was written that states none.")] = None,
    complete: Annotated[
        bool, typer.Option("--complete", help="Take the ledger to hold every contact: fewer then contradicts, too.")
    ] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 1 when a claim is contradicted.")] = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Check claims about contacts: supported, contradicted or cannot tell, under each reasonable counting rule.

    demarche check "the eighth phone call between Putin and Trump this year" --as-of 2025-10-16
    demarche check draft.txt --date 2025-10-17
    """
    from demarche.cli.check import Checking, check_command

    check_command(ledger_path(ledger), Checking(text, as_of, date, complete, exit_code), as_json=json)


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="How many, how long, when last, with whom most?")],
    as_of: AsOf = None,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Answer a question about contacts in plain words, and say how it was understood.

    demarche ask "how many times did Putin and Trump speak by phone in 2025?"
    demarche ask "when did Putin last meet Witkoff?" --as-of 2025-10-17
    """
    from demarche.cli.ask import ask_command

    ask_command(ledger_path(ledger), question, as_of, as_json=json)
