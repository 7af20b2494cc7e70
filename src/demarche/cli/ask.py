"""`demarche ask`: how the question was understood, the answer, and everything behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.checks import ask
from demarche.cli.console import data, ledger_option, print_json, talk
from demarche.cli.findings import (
    breakdown_words,
    coverage_words,
    doubtful_lines,
    finding_table,
    number_table,
    print_rows,
)
from demarche.cli.forms import short_id
from demarche.export.plain.checks import reply_dict
from demarche.ledger import Ledger
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from demarche.analysis.checking import Reply


def ask_command(path: str, question: str, as_of: str | None, *, as_json: bool) -> None:
    """Print one answer."""
    with Ledger.open(path, read_only=True) as ledger:
        reply = ask(ledger, question, as_of=as_of)
    if as_json:
        print_json(reply_dict(reply))
        return
    print_reply(data(), reply)
    rows = reply.rows or (reply.verdict.rows if reply.verdict else ())
    if rows:
        talk().print(
            f"The sentences behind a row: demarche show {short_id(rows[0].reports[0].id)}{ledger_option(path)}"
        )


def print_reply(console: Console, reply: Reply) -> None:
    """Understood as, the answer, then the numbers and rows."""
    from rich.text import Text

    console.print(Text(visible(f"Understood as: {reply.understood}"), style="dim"))
    console.print(Text(visible(reply.answer), style="bold"))
    verdict = reply.verdict
    if verdict and verdict.findings:
        console.print(finding_table(verdict.findings, console.width))
    if reply.numbers:
        console.print(number_table(reply.numbers, console.width))
    if len(reply.breakdown) > 1:
        console.print(visible(f"In all: {breakdown_words(reply.breakdown)}."))
    if verdict:
        print_rows(console, verdict.rows, verdict.reference_rows)
    print_rows(console, reply.rows)
    for line in _lines(reply):
        console.print(visible(line))


def _lines(reply: Reply) -> list[str]:
    doubtful = reply.verdict.doubtful if reply.verdict else reply.doubtful
    covered = reply.verdict.coverage if reply.verdict else reply.coverage
    notes = (*reply.notes, *(reply.verdict.notes if reply.verdict else ()))
    lines = [*doubtful_lines(doubtful), *(f"Note: {note}." for note in notes)]
    return [*lines, *(coverage_words(covered) if covered else [])]
