"""`demarche batch`: reading at scale and loading what was read, told on the terminal."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from demarche.batch import Loaded, Progress, Request, Summary, load_batch, read_batch
from demarche.cli.console import ledger_option, plural, talk
from demarche.cli.failures import OK, PARTLY
from demarche.cli.summary import OUTCOMES, print_list
from demarche.documents import Given, UnclearDateError, read_day
from demarche.errors import UsageError


@dataclass(frozen=True, slots=True)
class Reading:
    """The options of `demarche batch read`."""

    inputs: tuple[str, ...]
    out: Path
    engine: str
    workers: int
    address: str | None
    day: str | None
    publisher: str
    shard: int


def read_command(options: Reading) -> None:
    """Read, and say what is in the folder and what to type next."""
    given = Given(_day(options.day), options.publisher)
    request = Request(
        options.inputs, options.out, options.engine, options.workers, options.address, given, options.shard
    )
    with _watched() as told:
        summary = read_batch(request, told)
    console = talk()
    for line in _lines(summary):
        console.print(line, soft_wrap=True)
    console.print(f"Next: demarche batch load {shlex.quote(str(summary.folder))}", style="bold")
    raise SystemExit(PARTLY if summary.rejects and summary.read_shards else OK)


def load_command(folder: Path, ledger: str, workers: int) -> None:
    """Load, and say what became of the documents and what to type next."""
    with _loading() as told:
        done = load_batch(folder, ledger, workers, told)
    console = talk()
    for line in _loaded(done):
        console.print(line, soft_wrap=True)
    print_list(console, "Refused", done.refused)
    console.print(f"Next: demarche events{ledger_option(ledger)}", style="bold")
    raise SystemExit(PARTLY if done.refused else OK)


def _loaded(done: Loaded) -> Iterator[str]:
    if not done.shards and not done.linked.reports:
        yield f"Nothing to do: all {plural(done.before, 'shard')} of this batch are in the ledger."
        return
    words = [f"{number:,} {OUTCOMES[str(name)]}" for name, number in done.outcomes.items() if number]
    rate = done.reports / max(done.seconds, 0.001)
    yield f"Loaded {plural(done.shards, 'shard')}, {plural(done.reports, 'report')}."
    yield f"Documents: {', '.join(words) or 'none'}."
    yield f"Rows took {done.seconds:,.1f} s, {rate:,.0f} reports a second; linking {done.linking_seconds:,.1f} s."
    if done.before:
        yield f"{plural(done.before, 'shard')} were there already."


@contextmanager
def _loading() -> Iterator[Callable[[str, int, int], None]]:
    """A bar while rows come in, and what is being done while they are linked."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=talk(), transient=True) as shown:
        task = shown.add_task("", total=None)

        def told(what: str, number: int, total: int) -> None:
            shown.update(task, description=what, total=total or None, completed=number)

        yield told


def _day(words: str | None) -> date | None:
    try:
        return read_day(words) if words else None
    except UnclearDateError as error:
        raise UsageError(f"--date: {error}") from error


def _lines(summary: Summary) -> Iterator[str]:
    there = f"{plural(summary.documents, 'document')}, {plural(summary.reports, 'report')}"
    if not summary.read_shards:
        yield f"Nothing to do: {summary.folder} is complete: {there}."
    else:
        rate = summary.read_documents / max(summary.seconds, 0.001)
        yield f"Read {plural(summary.read_documents, 'document')} in {summary.seconds:,.0f} s, {rate:,.1f} a second."
        yield f"{summary.folder} holds {there} in {plural(summary.shards, 'shard')}."
    if summary.rejects:
        yield f"{summary.rejects:,} not read, each with its reason in {summary.folder / 'rejects.txt'}."
    yield f"Digest of all rows: {summary.digest}"


@contextmanager
def _watched() -> Iterator[Callable[[Progress], None]]:
    """A bar with documents a second and the time that is left, where somebody watches."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("documents {task.fields[rate]}"), TimeRemainingColumn())
    with Bar(TextColumn("Reading"), *columns, console=talk(), transient=True) as shown:
        task = shown.add_task("", total=None, rate="")

        def told(progress: Progress) -> None:
            passed = shown.tasks[0].elapsed or 0
            rate = f"{progress.read / passed:,.1f}/s" if passed > 1 and progress.read else ""
            shown.update(task, total=progress.total, completed=progress.before + progress.read, rate=rate)

        yield told
