"""`demarche report`: a briefing of two sides written to a file, as HTML or Markdown."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from demarche.briefings import Briefing, briefing
from demarche.cli.console import ledger_option, plural, talk
from demarche.cli.names import check_names
from demarche.cli.words import period, split
from demarche.documents.dates import UnclearDateError, read_day
from demarche.errors import UsageError
from demarche.ledger import Ledger

__all__ = ["ReportQuestion", "report_command"]

_FORMS = (".html", ".htm", ".md", ".markdown")


@dataclass(frozen=True, slots=True)
class ReportQuestion:
    """Of whom, when, and as of which day, as typed."""

    between: tuple[str, ...]
    and_: tuple[str, ...]
    period: str | None
    until: str | None
    as_of: str | None
    charts: bool


def report_command(path: str, question: ReportQuestion, output: Path | None) -> None:
    """Write the briefing; without a file it goes to stdout as Markdown."""
    if output is not None and output.suffix.lower() not in _FORMS:
        raise UsageError(f"no report as {output.name}: name a file that ends in .html or .md; nothing was written")
    with Ledger.open(path, read_only=True) as ledger:
        made = ask(ledger, question)
    if output is None:
        sys.stdout.write(made.markdown())
        return
    _write(output, made)
    rows = sum(len(rows) for _, rows in made.book.rows)
    talk().print(f"{output}: {plural(rows, 'row')} with their sentences.")
    if rows:
        first = made.book.rows[0][1][0].event
        talk().print(f"A row in its context: demarche show {first}{ledger_option(path)}")


def ask(ledger: Ledger, question: ReportQuestion) -> Briefing:
    """The briefing; UsageError for names that are missing or not known, or a day that cannot be read."""
    between, and_ = split(question.between), split(question.and_)
    if not between or not and_:
        raise UsageError('a report needs two sides: --between Russia --and "United States"')
    check_names(ledger, (*between, *and_))
    return briefing(
        ledger,
        between=between,
        and_=and_,
        period=period(question.period),
        until=period(question.until),
        as_of=_day(question.as_of),
        charts=question.charts,
    )


def _day(typed: str | None) -> date | None:
    if typed is None:
        return None
    try:
        return read_day(typed)
    except UnclearDateError as error:
        raise UsageError(str(error)) from error


def _write(path: Path, made: Briefing) -> None:
    """All of it or nothing: a report that was there stays until the new one is whole."""
    words = made.html() if path.suffix.lower().startswith(".htm") else made.markdown()
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(words, "utf-8")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        why = error.strerror or str(error)
        raise UsageError(f"{path}: the report cannot be written there ({why}); name another file") from error
