"""The rows of a query for a terminal: a table where it fits, else a row under the other, column by column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from demarche.cli.tables import GAP, Column, fitted, plain_table
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import RenderableType

    from demarche.ledger.querying import Cell

__all__ = ["result_table"]

_LEAST = 12
"""Characters that a column of words keeps at least; where that is not to be had the rows stand one under the other."""


def result_table(columns: Sequence[str], rows: Sequence[Sequence[Cell]], room: int) -> RenderableType:
    """The rows, as wide as the terminal at most."""
    cells = [[_shown(cell) for cell in row] for row in rows]
    natural = [max(len(name), *(len(line[at]) for line in cells)) for at, name in enumerate(columns)]
    least = [min(width, max(_LEAST, len(name))) for name, width in zip(columns, natural, strict=True)]
    if sum(least) + GAP * len(columns) > room:
        return _one_under_the_other(columns, cells)
    order = sorted(range(len(columns)), key=lambda at: -natural[at])
    shown = [
        Column(visible(name), least=least[at], yields=order.index(at), folds=True) for at, name in enumerate(columns)
    ]
    table = fitted(shown, cells, room)
    for at, column in enumerate(table.columns):
        if all(row[at] is None or isinstance(row[at], int | float) for row in rows):
            column.justify = "right"
    return table


def _one_under_the_other(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> RenderableType:
    table = plain_table("", "")
    table.show_header = False
    for number, line in enumerate(cells, 1):
        table.add_row(f"── {number}", "", style="dim")
        for name, cell in zip(columns, line, strict=True):
            table.add_row(visible(name), visible(cell))
    return table


def _shown(cell: Cell) -> str:
    """A cell on one line; nothing for what is not known."""
    if cell is None:
        return ""
    return visible(str(cell)).replace("\n", "␊").replace("\t", "␉")
