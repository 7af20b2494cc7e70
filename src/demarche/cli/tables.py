"""Tables that hold at 80 columns and use what is there at 140."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.cli.forms import day, length, short_id, who

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from demarche.ledger import EventRow

_STYLES = {"held": "green", "planned": "cyan", "proposed": "cyan", "cancelled": "red", "denied": "red"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list of rows, and the terminal width from which on it is shown."""

    title: str
    cell: Callable[[EventRow], str]
    from_width: int = 0
    folds: bool = False
    style: str = ""


COLUMNS: tuple[Column, ...] = (
    Column("Id", lambda row: short_id(row.id), style="dim"),
    Column("Date", lambda row: day(row.date)),
    Column("Kind", lambda row: row.kind),
    Column("Type", lambda row: row.type or "-"),
    Column("Status", lambda row: row.status or "-"),
    Column("Who", who, folds=True),
    Column("Length", lambda row: length(row.minutes_min, row.minutes_max), from_width=90),
    Column("Place", lambda row: row.place or "", from_width=130),
    Column("Source", lambda row: row.document.publisher or row.document.title, from_width=110),
)
GAP = 3
LEAST_WHO = 24


def plain_table(*titles: str) -> Table:
    """A table with one line under its head and no frame."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="bold", expand=False)
    for title in titles:
        table.add_column(title, overflow="fold")
    return table


def event_table(rows: Sequence[EventRow], console: Console) -> Table:
    """The rows, with as many columns as the terminal has room for."""
    from rich.text import Text

    table = plain_table()
    columns = [c for c in COLUMNS if c.from_width <= console.width and _tells(c, rows)]
    for column, width in zip(columns, widths(rows, columns, console.width), strict=True):
        table.add_column(column.title, width=width, no_wrap=not column.folds, style=column.style)
    for row in rows:
        style = _STYLES.get(row.status or "", "")
        table.add_row(*(Text(c.cell(row), style=style if c.title == "Status" else "") for c in columns))
    return table


def _tells(column: Column, rows: Sequence[EventRow]) -> bool:
    """False for a column that would be empty, or say the same of every row."""
    if column.title == "Kind":
        return {row.kind for row in rows} != {"contact"}
    return column.title in ("Who", "Date") or any(column.cell(row) for row in rows)


def widths(rows: Sequence[EventRow], columns: Sequence[Column], room: int) -> list[int]:
    """A width a column: its longest cell; where that is too much the source, the place and the date give way first."""
    wanted = [max(len(c.title), *(len(c.cell(row)) for row in rows)) for c in columns]
    titles = [c.title for c in columns]
    for title, least in (("Who", 40), ("Source", 16), ("Place", 12), ("Date", 13), ("Who", LEAST_WHO), ("Source", 8)):
        over = sum(wanted) + GAP * len(wanted) - room
        if over > 0 and title in titles:
            at = titles.index(title)
            wanted[at] = min(wanted[at], max(least, wanted[at] - over))
    return wanted
