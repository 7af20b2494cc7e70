"""Tables that hold at 80 columns and use what is there at 140."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from demarche.visible import visible

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

GAP = 3


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


def fitted(columns: Sequence[Column], cells: Sequence[Sequence[str | Text]], room: int) -> Table:
    """A table that is no wider than the terminal: columns that need more width are left out, the others give way."""
    kept = [i for i, column in enumerate(columns) if column.from_width <= room]
    shown = [columns[i] for i in kept]
    texts = [[line[i] for i in kept] for line in cells]
    table = plain_table()
    for column, width in zip(shown, widths(shown, texts, room), strict=True):
        overflow: Literal["fold", "ellipsis"] = "fold" if column.folds else "ellipsis"
        table.add_column(column.title, width=width, no_wrap=not column.folds, overflow=overflow, style=column.style)
    for line in texts:
        table.add_row(*(visible(cell) if isinstance(cell, str) else cell for cell in line))
    return table


def widths(columns: Sequence[Column], lines: Sequence[Sequence[str | Text]], room: int, gap: int = GAP) -> list[int]:
    """A width a column: its longest cell, less where that is too much in all."""
    wanted = [max(len(c.title), *(_length(line[i]) for line in lines)) for i, c in enumerate(columns)]
    for at in sorted(range(len(columns)), key=lambda i: columns[i].yields):
        over = sum(wanted) + gap * len(wanted) - room
        least = columns[at].least
        if over > 0 and least is not None:
            wanted[at] = min(wanted[at], max(least, wanted[at] - over))
    return wanted


def _length(cell: str | Text) -> int:
    """The cells of a terminal that its longest line takes."""
    from rich.cells import cell_len

    return max((cell_len(line) for line in str(cell).split("\n")), default=0)


def plain_table(*titles: str) -> Table:
    """A table with one line under its head and no frame."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="bold")
    for title in titles:
        table.add_column(title, overflow="fold")
    return table
