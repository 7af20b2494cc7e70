"""`demarche demo`: bundled documents and facts in a fresh ledger, linked; counts, hours, a claim; figures checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from shlex import quote

from demarche.address import on_server, shown
from demarche.chronology import Item, Wishes, items, open_sheet
from demarche.cli.check import print_verdict as print_checked
from demarche.cli.console import coloured, data, ledger_option, plural, talk
from demarche.cli.count import Question, ask, print_answer
from demarche.cli.demo_checks import AS_OF, PERIOD, Asked, checked
from demarche.cli.failures import PARTLY
from demarche.cli.forms import short_id
from demarche.cli.hours import print_hours
from demarche.cli.hours import print_verdict as print_compared
from demarche.cli.landing import land
from demarche.cli.passages import passages, rendered
from demarche.cli.progress import progress
from demarche.cli.summary import Tally, print_summary
from demarche.documents import arrivals
from demarche.errors import UsageError
from demarche.ledger import Ledger
from demarche.samples import facts, samples
from demarche.visible import visible

QUESTIONS = (
    Question(("Putin",), ("Trump",), type="call", period=PERIOD, until=AS_OF),
    Question(("Putin",), ("Witkoff",), type="meeting", period=PERIOD, until=AS_OF),
)
CLAIM = "On 16 October 2025 Vladimir Putin and Donald Trump held their eighth phone call this year."
AUTHOR = "demarche samples"
SENTENCES = 3
_OWN = {"sample", "entry", "account"}


def demo_command(path: str) -> None:
    """Read, import, link; count, compare, check; end with the figures that must come out."""
    _clear(path)
    _read(path)
    _import(path)
    with Ledger.open(path, read_only=True) as ledger:
        _told_by_many(ledger)
        for question in QUESTIONS:
            _answer(ledger, question)
        _hours(ledger)
        _claim(ledger)
        right = _figures(ledger)
    _next(path)
    if not right:
        raise SystemExit(PARTLY)


def _clear(path: str) -> None:
    """The demo's ledger is made afresh; only a file that the demo made is replaced, on a server nothing is."""
    if on_server(path):
        _must_be_empty(path)
        return
    if not Path(path).exists():
        return
    with Ledger.open(path, read_only=True) as ledger:
        foreign = any(
            row.document.source not in _OWN or (row.document.source == "entry" and row.document.publisher != AUTHOR)
            for row in ledger.reports()
        )
    if foreign:
        raise UsageError(f"{path} holds documents that are not the demo's; name another file: demarche demo --ledger F")
    for part in (path, f"{path}-wal", f"{path}-shm"):
        Path(part).unlink(missing_ok=True)


def _must_be_empty(address: str) -> None:
    with Ledger.open(address, create=True) as ledger:
        if ledger.summary().documents:
            raise UsageError(f"{shown(address)} holds documents; name an empty database or a file: --ledger F")


def _read(path: str) -> None:
    from demarche.pipeline import extractor, read_into

    tally = Tally()
    with samples() as file, progress([str(file)]) as step, Ledger.open(path, create=True) as ledger:
        run = ledger.start(extractor())
        for landing in read_into(ledger, arrivals([str(file)]), run):
            tally.count(landing)
            step()
        ledger.finish(run, skipped=len(tally.skips))
    print_summary(talk(), tally, None)


def _import(path: str) -> None:
    with facts() as files, Ledger.open(path) as ledger:
        made: Iterator[Item] = items([open_sheet(file, Wishes()) for file in files], author=AUTHOR)
        became = Counter("bad" if item.problem else outcome for item, outcome in land(ledger, made, AUTHOR))
    talk().print(f"Imported {plural(became['new'], 'fact')} of 2025 from four tables, with their links.")
    talk().print()


def _told_by_many(ledger: Ledger) -> None:
    """How reports became events, and one event with what each source says of its length."""
    console = data()
    events = ledger.events(kind="contact")
    reports, many = sum(len(event.reports) for event in events), sum(len(event.reports) > 1 for event in events)
    console.print(
        f"{reports:,} reports of contacts tell of {len(events):,} events, {many:,} of them told more than once."
    )
    call = next(
        (e for e in ledger.events(who="Putin", with_="Trump", type="call", since="2025-06-04") if e.reports), None
    )
    if call is None:
        return
    lengths = dict(ledger.event(call.id).accounts).get("duration", ())
    console.print(f"How long was the call of {call.date}? (demarche show {short_id(call.id)})", style="bold")
    for account in lengths:
        console.print(visible(f"  {account.publisher}: {account.said}"))
    console.print()


def _answer(ledger: Ledger, question: Question) -> None:
    console = data()
    console.rule(_typed(question), align="left", style="dim")
    answer = ask(ledger, question)
    print_answer(console, answer)
    for contact in answer.rows[:SENTENCES]:
        read = [row for row in contact.reports if row.origin == "machine"] or list(contact.reports)
        detail = ledger.show(read[0].id)
        console.print(f"{contact.date or 'no date'}  {detail.event.document.publisher}", style="bold")
        for passage in passages(detail.evidence)[:1]:
            console.print(rendered(passage, marked=not coloured(console)))
    if len(answer.rows) > SENTENCES:
        console.print(f"... and the sentences of {len(answer.rows) - SENTENCES} more: demarche show ID")
    console.print()


def _hours(ledger: Ledger) -> None:
    console = data()
    command = "demarche hours --between Putin --and Trump,Witkoff --versus Putin Lukashenko"
    console.rule(f"{command} --in {PERIOD} --until {AS_OF}", align="left", style="dim")
    compared = Asked(ledger).hours
    print_compared(console, compared)
    for answer in (compared.first, compared.second):
        print_hours(console, answer)
    console.print()


def _claim(ledger: Ledger) -> None:
    from demarche.analysis.checking import check_claim
    from demarche.checks import claims_of

    console = data()
    console.rule(f"demarche check {quote(CLAIM)}", align="left", style="dim")
    for claim in claims_of(ledger, CLAIM, as_of=None, date=AS_OF).found:
        print_checked(console, check_claim(ledger, claim))
    console.print()


def _figures(ledger: Ledger) -> bool:
    """The figures that the facts make up, beside what the ledger just said."""
    console = data()
    console.rule("checked, live from the ledger", align="left", style="dim")
    found = list(checked(Asked(ledger)))
    for check in found:
        console.print(f"{'as expected' if check.right else 'DIFFERENT  '}  {check.what}: {check.found}", soft_wrap=True)
        if not check.right:
            console.print(f"             the facts make it {check.expected}", soft_wrap=True)
    return all(check.right for check in found)


def _typed(question: Question) -> str:
    """The command that asks it."""
    parts = [f"--between {quote(name)}" for name in question.between]
    parts += [f"--and {quote(name)}" for name in question.and_]
    parts += [f"--type {question.type}"] if question.type else []
    parts += [f"--in {question.period}"] if question.period else []
    parts += [f"--until {question.until}"] if question.until else []
    return " ".join(["demarche count", *parts])


def _next(path: str) -> None:
    option = ledger_option(path)
    talk().print("Now yours:", style="bold")
    talk().print(f"  demarche serve{option}")
    talk().print(f'  demarche ask "how often did Lavrov and Rubio speak in 2025?"{option}')
    talk().print(f"  demarche events --kind pressure --who Trump --with Russia{option}")
    talk().print("  demarche read FOLDER; demarche import contacts.csv --dry-run")
