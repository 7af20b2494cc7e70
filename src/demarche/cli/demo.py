"""`demarche demo`: the bundled samples read into a fresh ledger, a table, and three counts with their sentences."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from demarche.cli.console import coloured, data, ledger_option, talk
from demarche.cli.count import Question, ask, print_answer
from demarche.cli.event_table import event_table
from demarche.cli.forms import short_id
from demarche.cli.passages import passages, rendered
from demarche.cli.progress import progress
from demarche.cli.summary import Tally, print_summary
from demarche.documents import arrivals
from demarche.errors import UsageError
from demarche.ledger import Filters, Ledger
from demarche.samples import samples

if TYPE_CHECKING:
    from demarche.analysis import Answer

QUESTIONS = (
    Question(("Putin",), ("Trump",), type="call", period="2025", by="month"),
    Question(("Putin",), ("Witkoff",), type="meeting", period="2025"),
    Question(("Lavrov",), ("Rubio",), period="2025", by="type"),
)
SENTENCES = 4


def demo_command(path: Path) -> None:
    """Read, list, count."""
    _clear(path)
    _read(path)
    with Ledger.open(path, read_only=True) as ledger:
        data().print(event_table(ledger.reports(Filters(kind="contact")), data()))
        answers = [_answer(ledger, question) for question in QUESTIONS]
    shown = [row.reports[0].id for answer in answers for row in answer.rows[:1]]
    option = ledger_option(path)
    talk().print("Now yours:", style="bold")
    talk().print(f"  demarche show {short_id(shown[0]) if shown else 'ID'}{option}")
    talk().print(f"  demarche count --between Lukashenko --and Putin --in 2025{option}")
    talk().print("  demarche read FOLDER")


def _clear(path: Path) -> None:
    """The demo's ledger is made afresh; only a file that the demo made is replaced."""
    if not path.exists():
        return
    with Ledger.open(path, read_only=True) as ledger:
        names = {row.document.source for row in ledger.reports()}
    if names - {"sample"}:
        raise UsageError(f"{path} holds documents that are not the demo's; name another file: demarche demo --ledger F")
    for part in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        part.unlink(missing_ok=True)


def _read(path: Path) -> None:
    from demarche.pipeline import extractor, read_into

    tally = Tally()
    with samples() as file, progress([str(file)]) as step, Ledger.open(path, create=True) as ledger:
        run = ledger.start(extractor())
        for landing in read_into(ledger, arrivals([str(file)]), run):
            tally.count(landing)
            step()
        ledger.finish(run, skipped=len(tally.skips))
    print_summary(talk(), tally, None)
    talk().print()


def _answer(ledger: Ledger, question: Question) -> Answer:
    console = data()
    console.rule(_typed(question), align="left", style="dim")
    answer = ask(ledger, question)
    print_answer(console, answer)
    _print_sentences(ledger, answer)
    console.print()
    return answer


def _typed(question: Question) -> str:
    """The command that asks it."""
    parts = [f"--between {quote(name)}" for name in question.between]
    parts += [f"--and {quote(name)}" for name in question.and_]
    parts += [f"--type {question.type}"] if question.type else []
    parts += [f"--status {question.status}"] if question.status != "held" else []
    parts += [f"--in {question.period}"] if question.period else []
    parts += [f"--by {question.by}"] if question.by else []
    return " ".join(["demarche count", *parts])


def _print_sentences(ledger: Ledger, answer: Answer) -> None:
    console = data()
    for contact in answer.rows[:SENTENCES]:
        detail = ledger.show(contact.reports[0].id)
        source = detail.event.document
        console.print(f"{contact.date or 'no date'}  {source.publisher}", style="bold")
        for passage in passages(detail.evidence)[:1]:
            console.print(rendered(passage, marked=not coloured(console)))
    if len(answer.rows) > SENTENCES:
        console.print(f"... and the sentences of {len(answer.rows) - SENTENCES} more: demarche show ID")
