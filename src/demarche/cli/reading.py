"""`demarche read`: documents in, a summary and the next command out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import chain
from typing import TYPE_CHECKING

from demarche.cli.console import print_line, talk
from demarche.cli.failures import FAILED, OK, PARTLY
from demarche.cli.progress import progress
from demarche.cli.summary import Tally, print_summary
from demarche.documents import Given, UnclearDateError, arrivals, read_day
from demarche.errors import UsageError
from demarche.pipeline import GROUP_DOCUMENTS, Landing, extractor, read_arrivals, read_into

if TYPE_CHECKING:
    from demarche.documents import Arrival


class Output(Enum):
    """What goes to stdout: nothing but the summary on stderr, report lines, or the marked text."""

    SUMMARY = "summary"
    JSON = "json"
    ANNOTATED = "annotated"

    @classmethod
    def of(cls, *, json: bool, annotated: bool) -> Output:
        """The output asked for."""
        if json and annotated:
            raise UsageError("--json and --annotated exclude each other; choose one")
        return cls.JSON if json else cls.ANNOTATED if annotated else cls.SUMMARY


@dataclass(frozen=True, slots=True)
class Request:
    """What to read and where to put it; `ledger` None writes nothing."""

    paths: tuple[str, ...]
    ledger: str | None
    day: str | None = None
    publisher: str = ""
    output: Output = Output.SUMMARY


def read_command(request: Request) -> None:
    """Read, report, and end with the exit code that says whether all of it was read."""
    given = Given(_day(request.day), request.publisher)
    tally = Tally()
    with _watched(request) as step:
        arriving = arrivals(request.paths, given)
        for landing in landings(request.ledger, arriving, again=request.output is not Output.SUMMARY):
            tally.count(landing)
            step()
            _print(landing, request.output)
    if request.output is Output.ANNOTATED and tally.read:
        from demarche.cli.annotated import print_legend

        print_legend()
    print_summary(talk(), tally, None if request.output is Output.JSON else request.ledger)
    raise SystemExit(OK if not tally.skips else PARTLY if tally.read else FAILED)


def _watched(request: Request) -> AbstractContextManager[Callable[[], None]]:
    """A progress bar, unless it would stand between the lines that go to the same terminal."""
    apart = request.output is Output.SUMMARY or not sys.stdout.isatty()
    return progress(request.paths) if apart else nullcontext(lambda: None)


def landings(
    ledger: str | None, arriving: Iterator[Arrival], *, again: bool = False, most: int = GROUP_DOCUMENTS
) -> Iterator[Landing]:
    """Read what arrives. The ledger is opened, and made, only when there is a document to put into it."""
    if ledger is None:
        yield from read_arrivals(arriving)
        return
    for skipped, arrival in enumerate(arriving):
        if arrival.document is not None:
            yield from _recorded(ledger, chain([arrival], arriving), skipped, again=again, most=most)
            return
        yield Landing(arrival, skipped=arrival.skipped)


def _recorded(path: str, arriving: Iterable[Arrival], skipped: int, *, again: bool, most: int) -> Iterator[Landing]:
    from demarche.ledger import Ledger

    with Ledger.open(path, create=True) as ledger:
        run = ledger.start(extractor())
        for landing in read_into(ledger, arriving, run, again=again, most=most):
            skipped += bool(landing.skipped)
            yield landing
        ledger.finish(run, skipped=skipped)


def _print(landing: Landing, output: Output) -> None:
    document = landing.arrival.document
    if document is None or landing.skipped or output is Output.SUMMARY:
        return
    if output is Output.ANNOTATED:
        from demarche.cli.annotated import print_annotated

        print_annotated(document, landing.reports)
        return
    from demarche.reports.serialize import report_lines

    for line in report_lines(document, landing.reports):
        print_line(line)


def _day(words: str | None) -> date | None:
    if words is None:
        return None
    try:
        return read_day(words)
    except UnclearDateError as error:
        raise UsageError(f"--date: {error}") from error
