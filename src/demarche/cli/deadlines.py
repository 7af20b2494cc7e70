"""`demarche deadlines`: pressures with their lives, the open ones by due day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from demarche.analysis.pressures import STAGES, WORDS, Deadlines, PressureLife, deadlines
from demarche.cli.console import data, ledger_option, print_json, talk
from demarche.cli.count import coverage_lines
from demarche.cli.forms import day, short_id, shortened
from demarche.cli.tables import Column, widths
from demarche.export.plain.pressures import deadlines_dict
from demarche.ledger import Ledger
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from demarche.cli.pressure_question import PressureQuestion

__all__ = [
    "deadlines_command",
    "moved",
]

_MARKS = {"confirmed": "confirmed", "person": "entered"}
_MOST = 160
_COLUMNS = (
    Column("Id", style="dim"),
    Column("Announced", least=10, yields=4),
    Column("By", least=10, yields=3, folds=True),
    Column("What became of it", least=18, yields=2, folds=True),
    Column("Who", least=20, yields=1, folds=True),
)


def deadlines_command(path: str, question: PressureQuestion, limit: int, *, as_json: bool) -> None:
    """Print the list: of the open ones the first to fall due, of the past ones the latest; all of them as JSON."""
    with Ledger.open(path, read_only=True) as ledger:
        asked = question.checked(ledger)
        found = deadlines(
            ledger,
            by=asked.by,
            against=asked.against,
            period=asked.period,
            open=asked.open,
            as_of=asked.as_of,
        )
    if as_json:
        print_json(deadlines_dict(found))
        return
    print_deadlines(data(), found, limit)
    if found.lives:
        hint = f"The sentences behind one: demarche show {short_id(found.lives[0].id)}{ledger_option(path)}"
        talk().print(f"{hint}. Set an outcome yourself: demarche edit ID outcome 'withdrawn on 3 May' --reason WHY")


def print_deadlines(console: Console, found: Deadlines, limit: int) -> None:
    """How many, in which states; the open ones; the others, each stage apart; what to take care of."""
    console.print(visible(f"{len(found.lives):,} {found.rule}, as of {found.as_of}{'; '.join(_counts(found))}."))
    past = {stage: [life for life in found.past if life.stage == stage] for stage in STAGES}
    parts = (
        ("Open, by due day", found.open, found.open[:limit]),
        ("Past, at threat stage", past["threat"], past["threat"][-limit:]),
        ("Measures adopted", past["imposed"], past["imposed"][-limit:]),
    )
    for title, lives, part in parts:
        if lives:
            cut = (
                f"{len(part):,} of {len(lives):,}; --limit shows more" if len(part) < len(lives) else f"{len(lives):,}"
            )
            console.print(f"\n{title} ({cut}):", style="bold")
            for line in _stacked(part, console.width):
                console.print(line)
    for words in (*(f"{note}." for note in found.notes), *coverage_lines(found.coverage)):
        console.print(visible(words))


def _counts(found: Deadlines) -> Iterator[str]:
    """`: threat stage 2 open, 1 met`, `after imposition 3 carried out`."""
    lead = ": "
    for stage, title in STAGES.items():
        counts = ", ".join(f"{number:,} {WORDS[state]}" for state, number in found.states_at(stage))
        if counts:
            yield f"{lead}{title} {counts}"
            lead = ""


def _stacked(lives: Sequence[PressureLife], room: int) -> Iterator[RenderableType]:
    """A line a pressure, and under it what, how its deadline moved, and the words of its outcome."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    cells = [_cells(life) for life in lives]
    wanted = widths(_COLUMNS, cells, room, 2)
    head = [column.title for column in _COLUMNS]
    for life, line in zip([None, *lives], [head, *cells], strict=True):
        grid = Table.grid(padding=(0, 2, 0, 0))
        for column, width in zip(_COLUMNS, wanted, strict=True):
            grid.add_column(width=width, no_wrap=not column.folds, overflow="fold" if column.folds else "ellipsis")
        grid.add_row(*(Text(visible(cell), "bold" if life is None else "") for cell in line))
        yield grid
        for below in _below(life) if life else ():
            yield Padding(Text(visible(below), "dim"), (0, 0, 0, wanted[0] + 2), expand=False)


def _cells(life: PressureLife) -> list[str]:
    became = WORDS[life.state] + (f" {life.ended}" if life.ended else "")
    who = " → ".join(", ".join(side) for side in (life.by, life.against) if side)
    return [short_id(life.id), day(life.event.date), day(life.deadline) if life.deadline else "-", became, who]


def _below(life: PressureLife) -> Iterator[str]:
    yield f"{life.type}: {shortened(life.what, _MOST)}" + (
        f"; condition: {shortened(life.condition, _MOST)}" if life.measure and life.condition else ""
    )
    if life.revisions:
        yield moved(life)
    if life.words:
        outcome = life.outcome
        teller = f" ({outcome.publisher}, {short_id(outcome.report_id)})" if outcome else ""
        yield f"told: “{shortened(life.words, _MOST)}”{teller}; rule: {life.reason}"
    if life.maybe:
        rows = ", ".join(map(short_id, life.maybe))
        yield f"what became of it may stand in {rows}: nobody has said so (demarche merge, demarche edit)"
    marks = [f"told by {', '.join(life.told_by[:3])}", _MARKS.get(life.event.standing, ""), *life.doubts]
    yield "; ".join(mark for mark in marks if mark)


def moved(life: PressureLife) -> str:
    """`deadline moved once: 2025-09-02 → 2025-08-09 (told 2025-07-28, 48c3n9); more time given 0 times`."""
    steps = "; ".join(
        f"{step.old or 'no day'} → {step.new} ({step.day or 'day not told'}, {short_id(step.report_id)})"
        for step in life.revisions
    )
    times = len(life.revisions)
    return f"deadline moved {'once' if times == 1 else f'{times} times'}: {steps}; more time given: {life.extended}"
