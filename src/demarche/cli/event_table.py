"""The list of rows: who towards whom, what, by when, how far, for every kind.

Where there is room what a row says has a column of its own; in a narrow terminal it is a line under the row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.analysis import telling
from demarche.cli.forms import day, length, short_id, shortened
from demarche.cli.tables import GAP, Column, fitted, widths
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

    from demarche.ledger import ReportRow

MOST = 140
"""Characters of what a row says; `demarche show` has all of it."""

_GOOD = ("held", "accepted", "done", "met", "praise", "thank", "congratulate", "support")
_OPEN = ("planned", "proposed", "pending", "open", "extended", "request", "condole")
_BAD = ("cancelled", "denied", "imposed", "rejected", "reject", "criticise", "accuse", "threaten", "doubt")
_STYLES = {word: style for words, style in ((_GOOD, "green"), (_OPEN, "cyan"), (_BAD, "red")) for word in words}


@dataclass(frozen=True, slots=True)
class EventColumn:
    """A column of the list of rows, and what stands in it."""

    column: Column
    cell: Callable[[ReportRow], str]


def _due(row: ReportRow) -> str:
    return day(words) if (words := telling.due(row)) else ""


def _says(row: ReportRow) -> str:
    return shortened(telling.what(row), MOST)


_ID = EventColumn(Column("Id", style="dim"), lambda row: short_id(row.id))
_DATE = EventColumn(Column("Date", least=13, yields=3), lambda row: day(row.date))
_WHAT = EventColumn(Column("What"), lambda row: telling.label(row) or "-")
_STATUS = EventColumn(Column("Status"), lambda row: telling.standing(row) or "-")
_WHO = EventColumn(Column("Who", least=23, yields=2, folds=True), lambda row: telling.who(row) or "-")
_SAYS = EventColumn(Column("Content", least=30, yields=1, folds=True), _says)
_DUE = EventColumn(Column("By", least=10, yields=4, folds=True), _due)
_LENGTH = EventColumn(Column("Length", from_width=90), lambda row: length(row.minutes_min, row.minutes_max))
_PLACE = EventColumn(Column("Place", least=12, yields=1, from_width=160), lambda row: row.place or "")
_SOURCE = EventColumn(Column("Source", least=16, yields=1, from_width=110), lambda row: row.document.publisher)

_GAP = 2
_FRONT = (_ID, _DATE, _WHAT, _STATUS, _WHO)


def event_table(rows: Sequence[ReportRow], console: Console, marks: Mapping[str, str] | None = None) -> RenderableType:
    """The rows, with as many columns as the terminal has room for; `marks` tell of merged rows who tells of them."""
    from rich.console import Group

    room, says = console.width, any(telling.what(row) for row in rows)
    told = EventColumn(Column("Reports", least=8, yields=5), lambda row: (marks or {}).get(row.id, ""))
    more = (_SAYS, _DUE, _LENGTH, told) if says and room < 170 else (_SAYS, _DUE, _LENGTH, told, _PLACE, _SOURCE)
    shown = [*_FRONT, *(c for c in more if any(c.cell(row) for row in rows))]
    columns = [c.column for c in shown]
    cells = [[_text(c, row) for c in shown] for row in rows]
    if says and sum(widths(columns, cells, room)) + GAP * len(columns) > room:
        return Group(*_stacked(rows, room, marks or {}))
    return fitted(columns, cells, room)


def _stacked(rows: Sequence[ReportRow], room: int, marks: Mapping[str, str]) -> Iterator[RenderableType]:
    """A line a row, and under it what it says, indented."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    columns = [c.column for c in _FRONT]
    cells = [[_text(c, row) for c in _FRONT] for row in rows]
    wanted = widths(columns, cells, room, _GAP)
    head = [Text(column.title, "bold") for column in columns]
    for row, line in zip([None, *rows], [head, *cells], strict=True):
        grid = Table.grid(padding=(0, _GAP, 0, 0))
        for column, width in zip(columns, wanted, strict=True):
            grid.add_column(width=width, no_wrap=not column.folds, overflow="fold" if column.folds else "ellipsis")
        grid.add_row(*line)
        yield grid
        if row is None:
            yield Text("─" * min(room, sum(wanted) + _GAP * (len(wanted) - 1)), "dim")
        elif below := "; ".join(part for part in (_below(row), marks.get(row.id, "")) if part):
            yield Padding(Text(visible(below), "dim"), (0, 0, 0, wanted[0] + _GAP), expand=False)
    yield Text()


def _below(row: ReportRow) -> str:
    """What a row says and by when, or how long a contact lasted, for the line under it."""
    says, due = _says(row) or length(row.minutes_min, row.minutes_max), _due(row)
    return f"{says} (by {due})" if due and says else says


def _text(column: EventColumn, row: ReportRow) -> Text:
    from rich.text import Text

    words = visible(column.cell(row))
    style = {"Id": "dim", "Status": _STYLES.get(words, "")}.get(column.column.title, "")
    return Text(words, style)
