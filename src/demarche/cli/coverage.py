"""`demarche coverage`: sources from when to when, documents and events by month, gaps and thin months."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from demarche.analysis import coverage_table
from demarche.analysis.months import shortened
from demarche.cli.console import data, plural, print_json
from demarche.cli.names import check_names
from demarche.cli.tables import Column, fitted
from demarche.cli.words import choices, period, split
from demarche.errors import UsageError
from demarche.export.plain.coverage import table_dict
from demarche.ledger import Ledger
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from demarche.analysis import CoverageTable, MonthRow, SourceRow

BY = ("source", "month")


@dataclass(frozen=True, slots=True)
class CoverageQuestion:
    """What to show the coverage of, as typed."""

    by: str | None = None
    between: tuple[str, ...] = ()
    and_: tuple[str, ...] = ()
    period: str | None = None


def coverage_command(path: str, question: CoverageQuestion, *, as_json: bool, as_csv: bool) -> None:
    """Print the tables, or one of them."""
    if as_json and as_csv:
        raise UsageError("--json or --csv, not both")
    by = choices([question.by] if question.by else [], BY, "table")
    if len(by) > 1:
        raise UsageError("leave out --by for both tables")
    with Ledger.open(path, read_only=True) as ledger:
        table = ask(ledger, question)
    only = by[0] if by else None
    if as_json:
        print_json(table_dict(table, only))
    elif as_csv:
        print_csv(table, only)
    else:
        print_table(data(), table, only)


def ask(ledger: Ledger, question: CoverageQuestion) -> CoverageTable:
    """The coverage from the ledger; UsageError for a name it does not know."""
    between, and_ = split(question.between), split(question.and_)
    check_names(ledger, (*between, *and_))
    return coverage_table(ledger, between=between, and_=and_, period=period(question.period))


SOURCE_COLUMNS = (
    Column("Source", least=20, yields=1, folds=True),
    Column("Class"),
    Column("Documents"),
    Column("From"),
    Column("To"),
    Column("Months without", least=12, yields=2, folds=True),
)
MONTH_COLUMNS = (
    Column("Month"),
    Column("Documents"),
    Column("Official"),
    Column("Press"),
    Column("Sources"),
    Column("Contacts"),
    Column("Events"),
    Column(""),
)


def print_table(console: Console, table: CoverageTable, only: str | None) -> None:
    """How much there is, from whom and when, and what is missing."""
    for line in summary_lines(table):
        console.print(visible(line))
    if only != "month" and table.sources:
        console.print(fitted(SOURCE_COLUMNS, [_source_cells(row) for row in table.sources], console.width))
    if only != "source" and table.months:
        console.print(fitted(MONTH_COLUMNS, [_month_cells(row) for row in table.months], console.width))


def summary_lines(table: CoverageTable) -> list[str]:
    """The whole in a few lines."""
    if not table.documents:
        return ["No documents."]
    dated = f" from {table.first} to {table.last}" if table.first else ""
    undated = f", {table.undated:,} without a date" if table.undated else ""
    classes = ", ".join(f"{100 * n / table.documents:.0f} % {name or 'of unknown class'}" for name, n in table.classes)
    lines = [
        f"{plural(table.documents, 'document')} of {plural(len(table.sources), 'source')}{dated}{undated}; {classes}."
    ]
    lines += [f"No documents of {shortened(table.gaps)}."] if table.gaps else []
    few = f"Few documents of {shortened(table.thin)}: fewer than half of the median month's {table.median:g}."
    return lines + ([few] if table.thin else [])


def _source_cells(row: SourceRow) -> list[str]:
    gaps = shortened(row.gaps)
    return [row.publisher or "(no publisher)", row.source_class or "-", f"{row.documents:,}", row.first or "-",
            row.last or "-", gaps or "-"]  # fmt: skip


def _month_cells(row: MonthRow) -> list[str]:
    mark = "thin" if row.thin else "" if row.documents else "none"
    numbers = (row.documents, row.official, row.press, row.sources, row.contacts, row.events)
    return [row.month, *(f"{number:,}" for number in numbers), mark]


def print_csv(table: CoverageTable, only: str | None) -> None:
    """One table as CSV: sources, months, or documents by source and month."""
    if only == "source":
        head: Sequence[str] = ("publisher", "class", "documents", "undated", "first", "last", "months", "gaps")
        rows: Iterable[Sequence[object]] = (
            (s.publisher, s.source_class, s.documents, s.undated, s.first, s.last, s.months, " ".join(s.gaps))
            for s in table.sources
        )
    elif only == "month":
        head = ("month", "documents", "official", "press", "sources", "contacts", "events", "thin")
        rows = (tuple(asdict(row).values()) for row in table.months)
    else:
        head = ("publisher", "class", "month", "documents")
        rows = ((cell.publisher, cell.source_class, cell.month, cell.documents) for cell in table.cells)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
