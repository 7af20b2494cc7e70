"""Tables that hold at 80 columns and use what is there at 140."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from demarche.cli.forms import day, length, short_id, who

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from demarche.ledger import EventRow

GAP = 3
_STYLES = {"held": "green", "planned": "cyan", "proposed": "cyan", "cancelled": "red", "denied": "red"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the width of the terminal from which on it is shown, and how far it gives way.

    `least` None never gives way. The columns give way in the order of `yields`; a folding one breaks its lines, any
    other is cut with an ellipsis.
    """

    title: str
    least: int | None = None
    yields: int = 0
    folds: bool = False
    from_width: int = 0
    style: str = ""


@dataclass(frozen=True, slots=True)
class EventColumn:
    """A column of the list of rows, and what stands in it."""

    column: Column
    cell: Callable[[EventRow], str]


EVENT_COLUMNS: tuple[EventColumn, ...] = (
    EventColumn(Column("Id", style="dim"), lambda row: short_id(row.id)),
    EventColumn(Column("Date", least=13, yields=3), lambda row: day(row.date)),
    EventColumn(Column("What"), lambda row: row.type or "-" if row.kind == "contact" else row.kind),
    EventColumn(Column("Status"), lambda row: row.status or "-"),
    EventColumn(Column("Who", least=24, yields=2, folds=True), who),
    EventColumn(Column("Length", from_width=90), lambda row: length(row.minutes_min, row.minutes_max)),
    EventColumn(Column("Place", least=12, yields=1, from_width=160), lambda row: row.place or ""),
    EventColumn(Column("Source", least=16, yields=1, from_width=110), lambda row: row.document.publisher),
    EventColumn(Column("Words", least=28, yields=4, from_width=140), lambda row: " ".join(row.quote.split())),
)


def event_table(rows: Sequence[EventRow], console: Console) -> Table:
    """The rows, with as many columns as the terminal has room for."""
    from rich.text import Text

    shown = [c for c in EVENT_COLUMNS if _tells(c, rows)]
    cells = [[Text(c.cell(row), _style(c, row)) for c in shown] for row in rows]
    return fitted([c.column for c in shown], cells, console.width)


def _style(column: EventColumn, row: EventRow) -> str:
    return _STYLES.get(row.status or "", "") if column.column.title == "Status" else ""


def _tells(column: EventColumn, rows: Sequence[EventRow]) -> bool:
    """False for a column that would be empty; contacts are told by names, dates and lengths, other kinds by words."""
    if column.column.title == "Words":
        return all(row.kind != "contact" for row in rows)
    return any(column.cell(row) for row in rows)


def fitted(columns: Sequence[Column], cells: Sequence[Sequence[str | Text]], room: int) -> Table:
    """A table that is no wider than the terminal: columns that need more width are left out, the others give way."""
    kept = [i for i, column in enumerate(columns) if column.from_width <= room]
    shown = [columns[i] for i in kept]
    lines = [[line[i] for i in kept] for line in cells]
    table = plain_table()
    for column, width in zip(shown, widths(shown, lines, room), strict=True):
        overflow: Literal["fold", "ellipsis"] = "fold" if column.folds else "ellipsis"
        table.add_column(column.title, width=width, no_wrap=not column.folds, overflow=overflow, style=column.style)
    for line in lines:
        table.add_row(*line)
    return table


def widths(columns: Sequence[Column], lines: Sequence[Sequence[str | Text]], room: int) -> list[int]:
    """A width a column: its longest cell, less where that is too much in all."""
    wanted = [max(len(c.title), *(len(line[i]) for line in lines)) for i, c in enumerate(columns)]
    for at in sorted(range(len(columns)), key=lambda i: columns[i].yields):
        over = sum(wanted) + GAP * len(wanted) - room
        least = columns[at].least
        if over > 0 and least is not None:
            wanted[at] = min(wanted[at], max(least, wanted[at] - over))
    return wanted


def plain_table(*titles: str) -> Table:
    """A table with one line under its head and no frame."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="bold")
    for title in titles:
        table.add_column(title, overflow="fold")
    return table
