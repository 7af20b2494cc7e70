"""`demarche traffic`: pairs by month or year with their zeros, shares, who asks, lengths, plans; the network."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.analysis.traffic import Traffic, TrafficRow, network, traffic
from demarche.charts import Frame
from demarche.charts import network as drawn
from demarche.cli.console import data, plural, print_json, talk
from demarche.cli.count import coverage_lines
from demarche.cli.drawing import check_form, draw
from demarche.cli.events import Form
from demarche.cli.names import check_names
from demarche.cli.tables import Column, fitted
from demarche.cli.words import choices, period, split
from demarche.errors import UsageError
from demarche.export.csv_table import safe
from demarche.export.plain.traffic import traffic_dict
from demarche.ledger import Ledger
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from demarche.analysis.traffic import Pair
    from demarche.statistics import Finding

__all__ = ["TrafficQuestion", "traffic_command"]

_HEAD = ("period", "first", "second", "contacts", "doubtful", "covered_days", "days")
_EDGE_HEAD = ("first", "second", "contacts")
_MANY = 400  # rows of a table on the screen


@dataclass(frozen=True, slots=True)
class TrafficQuestion:
    """Whose traffic, with whom, when and how, as typed."""

    of: tuple[str, ...]
    with_: tuple[str, ...]
    period: str | None
    until: str | None
    by: str
    level: str | None
    edges: bool
    chart: Path | None = None


def traffic_command(path: str, question: TrafficQuestion, form: Form) -> None:
    """Print the table and its figures, or the network."""
    check_form(question.chart)
    if question.chart and not question.edges:
        raise UsageError("--chart draws the network: add --edges")
    with Ledger.open(path, read_only=True) as ledger:
        if question.edges:
            _print_edges(ledger, question, form)
            return
        answer = ask(ledger, question)
    if form is Form.JSON:
        print_json(traffic_dict(answer))
    elif form is Form.CSV:
        _write(_HEAD, (_line(row) for row in answer.rows))
    else:
        print_traffic(data(), answer)


def ask(ledger: Ledger, question: TrafficQuestion) -> Traffic:
    """The answer; UsageError for a word or a name that is not known."""
    of, with_ = split(question.of), split(question.with_)
    if not of:
        raise UsageError("whose traffic? say --of Russia, or --edges for the network of everybody")
    check_names(ledger, (*of, *with_))
    (by,) = choices([question.by], ("month", "year"), "table") or ("month",)
    level = choices([question.level] if question.level else [], ("side", "person"), "level")
    return traffic(
        ledger,
        of=of,
        with_=with_,
        period=period(question.period),
        until=period(question.until),
        by=by,
        level=level[0] if level else None,  # type: ignore[arg-type]
    )


def print_traffic(console: Console, answer: Traffic) -> None:
    """The counterparts first, then the table, then who asks, lengths and plans."""
    console.print(visible(f"{answer.rule}."))
    if answer.pairs:
        console.print(fitted(_PAIRS, [_pair_cells(pair) for pair in answer.pairs], console.width))
        _print_rows(console, answer.rows)
    _print_finding(console, answer.balance)
    _print_finding(console, answer.returned, "Asking is mutual? ")
    for finding in (answer.lengths, answer.plans):
        _print_finding(console, finding)
    if answer.undated_plans:
        more = plural(answer.undated_plans, "more planned contact")
        console.print(f"  {more} without a day: in no share.")
    for line in coverage_lines(answer.coverage):
        console.print(visible(line))


_PAIRS = (
    Column("With", least=14, yields=1, folds=True),
    Column("Contacts"),
    Column("Share (95 %)"),
    Column("Asked for by either side, unknown", least=12, yields=2, folds=True, from_width=100),
    Column("Minutes told", least=10, yields=3, folds=True),
)
_ROWS = (
    Column("Period"),
    Column("Pair", least=20, yields=1, folds=True),
    Column("Contacts"),
    Column("Doubtful"),
    Column("Days covered"),
    Column("", from_width=90),
)


def _pair_cells(pair: Pair) -> list[str]:
    share, balance, told = pair.share, pair.balance, pair.lengths
    interval = share.interval
    said = f"{100 * (share.estimate or 0):.0f} %"
    said += f" ({100 * interval[0]:.0f}–{100 * (interval[1] or 0):.0f})" if interval else ""
    asked = f"{balance.counts[0]} : {balance.counts[1]}, {balance.unknown} unknown"
    least = sum(month.least for month in told.months)
    minutes = f"{least:,} or more in {told.n}, {told.unknown} unknown" if told.n else f"{told.unknown} unknown"
    return [pair.counterpart, f"{len(pair.contacts):,}", said, asked, minutes]


def _print_rows(console: Console, rows: Sequence[TrafficRow]) -> None:
    """Zeros are printed; a zero on days that no document covers is a dash."""
    most = max((row.contacts for row in rows), default=0) or 1
    console.print(fitted(_ROWS, [_row_cells(row, most) for row in rows[:_MANY]], console.width))
    if len(rows) > _MANY:
        talk().print(f"{len(rows) - _MANY:,} rows more: --csv or --json lists all of them.")


def _row_cells(row: TrafficRow, most: int) -> list[str]:
    blank = not row.contacts and not row.covered
    number = "–" if blank else str(row.contacts)
    bar = "■" * round(20 * row.contacts / most)
    covered = "none" if not row.covered else f"{row.covered} of {row.days}"
    return [row.period, f"{row.first} – {row.second}", number, str(row.doubtful or "-"), covered, bar]


def _print_finding(console: Console, finding: Finding, before: str = "") -> None:
    console.print(visible(f"{before}{finding.sentence}"))
    for note in finding.notes:
        console.print(visible(f"  Take care: {note}."))


def _line(row: TrafficRow) -> tuple[object, ...]:
    return row.period, safe(row.first), safe(row.second), row.contacts, row.doubtful, row.covered, row.days


def _print_edges(ledger: Ledger, question: TrafficQuestion, form: Form) -> None:
    """Every pair of states and bodies; with `--of` those of that side only."""
    if question.with_:
        raise UsageError("--edges takes --of or nobody, not --with; leave one out")
    names = split(question.of)
    check_names(ledger, names)
    found = network(ledger, period=period(question.period), until=period(question.until))
    own = {p.side or p.name for name in names for p in ledger.resolve(name).actors}
    rows = [(*pair, count) for pair, count in found if not own or own & set(pair)]
    if form is Form.JSON:
        print_json([dict(zip(_EDGE_HEAD, row, strict=True)) for row in rows])
    elif form is Form.CSV:
        _write(_EDGE_HEAD, ((safe(first), safe(second), count) for first, second, count in rows))
    else:
        _print_network(data(), rows)
    if question.chart:
        documents = plural(ledger.summary().documents, "document or entry", "documents and entries")
        frame = Frame("Contacts between states and bodies", documents, date.today(), question.period or "all dates")
        draw(question.chart, drawn([((one, other), count) for one, other, count in rows], frame=frame))


def _print_network(console: Console, rows: Sequence[tuple[str, str, int]]) -> None:
    columns = (Column("Pair", least=20, yields=1, folds=True), Column("Contacts"), Column(""))
    most = max((count for *_, count in rows), default=1)
    cells = [
        [f"{first} – {second}", f"{count:,}", "■" * max(1, round(30 * count / most))] for first, second, count in rows
    ]
    console.print(fitted(columns, cells[:_MANY], console.width) if cells else "No contact between two sides.")


def _write(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
