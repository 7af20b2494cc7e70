"""`demarche follows`: contact around pressure, with the test, its null, and what changes with other rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demarche.analysis.following import FollowsAnswer, follows
from demarche.cli.console import data, print_json
from demarche.cli.count import coverage_lines
from demarche.cli.tables import Column, fitted
from demarche.export.plain.following import follows_dict
from demarche.ledger import Ledger
from demarche.statistics.finding import figure, number
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from demarche.cli.pressure_question import PressureQuestion
    from demarche.statistics import Follows, Window

__all__ = ["follows_command"]

_COLUMNS = (
    Column("Window", least=16, yields=1, folds=True),
    Column("Inside"),
    Column("Outside"),
    Column("Ratio"),
    Column("95 %"),
    Column("p"),
    Column("Corrected"),
    Column("n"),
)
_OTHER = (
    Column("Rows", least=20, yields=1, folds=True),
    Column("Contacts"),
    Column("Pressures"),
    Column("Ratios"),
    Column("Least corrected p"),
)


def follows_command(path: str, question: PressureQuestion, options: dict[str, Any], *, as_json: bool) -> None:
    """Print the answer."""
    with Ledger.open(path, read_only=True) as ledger:
        asked = question.checked(ledger)
        answer = follows(
            ledger, by=asked.by, against=asked.against, period=asked.period, states=asked.states, **options
        )
    if as_json:
        print_json(follows_dict(answer))
    else:
        print_follows(data(), answer)


def print_follows(console: Console, answer: FollowsAnswer) -> None:
    """The rule, the windows, what is small, the null, the reduced series, the method."""
    calendar = answer.calendar
    console.print(visible(f"Does contact follow pressure? {answer.rule}."))
    days = f"{len(calendar)} days from {calendar.first} to {calendar.last}, {int(calendar.covered().sum())} of them"
    console.print(visible(f"{days} covered; contacts a week inside and outside each window."))
    if not answer.windows:
        console.print("No window: no deadline and no threat lies in these days.")
    else:
        console.print(fitted(_COLUMNS, [_cells(window) for window in answer.windows], console.width))
    for line in (*_small(answer), *(f"{note}." for note in answer.notes)):
        console.print(visible(f"- {line}"))
    if answer.windows:
        full = answer.full
        drawn = "all there are" if full.every else f"drawn with seed {full.seed}"
        console.print(visible(f"\n{full.null} {full.rotations:,} rotations, {drawn}."))
        _print_reduced(console, answer)
    console.print(visible(f"Method: “{answer.method}” in docs/methods.md. Days show what came first, not why."))
    for line in coverage_lines(answer.coverage):
        console.print(visible(line))


def _cells(window: Window) -> list[str]:
    low, high = window.interval or (None, None)
    return [
        f"{number(window.days, 'day')} {window.side}",
        f"{window.inside.contacts} ({window.inside.a_week:.2f})",
        f"{window.outside.contacts} ({window.outside.a_week:.2f})",
        figure(window.estimate) if window.estimate is not None else "-",
        f"{figure(low)} – {figure(high)}" if window.interval else "-",
        _p(window.p),
        _p(window.p_corrected),
        str(window.n),
    ]


def _p(value: float | None) -> str:
    return "-" if value is None else f"{value:.2g}" if value < 0.995 else "1"


def _small(answer: FollowsAnswer) -> list[str]:
    """The notes of the windows, each once with the windows it is of; then those of the whole test."""
    found: dict[str, list[str]] = {}
    for window in answer.windows:
        for note in window.notes:
            found.setdefault(note, []).append(f"{window.days} days {window.side}")
    every = len(answer.windows)
    said = [f"{note}." if len(where) == every else f"{note} ({', '.join(where)})." for note, where in found.items()]
    return [*said, *(f"{note}." for note in answer.full.notes)]


def _print_reduced(console: Console, answer: FollowsAnswer) -> None:
    """A line a reduced series that differs; the others by name; what moves."""
    whole = _figures(answer.full)
    changed = [(name, one) for name, one in answer.found.reduced if _figures(one) != whole]
    same = [name.removeprefix("without ") for name, one in answer.found.reduced if _figures(one) == whole]
    console.print("\nWith other rows:", style="bold")
    lines = [_reduced_cells(name, one) for name, one in (("all rows", answer.full), *changed)]
    console.print(fitted(_OTHER, lines, console.width))
    if same:
        console.print(visible(f"Nothing changes without {'; '.join(same)}."))
    for sentence in answer.found.sentences:
        console.print(visible(f"- {sentence}"))


def _figures(one: Follows) -> tuple[tuple[int, int, int], ...]:
    return tuple((w.n, w.inside.contacts, w.outside.contacts) for w in one.windows)


def _reduced_cells(name: str, one: Follows) -> list[str]:
    if not one.windows:
        return [name, "-", "none", "-", "-"]
    first = one.windows[0]
    ratios = [w.estimate for w in one.windows if w.estimate is not None]
    ps = [w.p_corrected for w in one.windows if w.p_corrected is not None]
    sides = {w.side: w.n for w in one.windows}
    words = {"before a deadline": "deadline", "after a threat": "threat"}
    return [
        name,
        str(first.inside.contacts + first.outside.contacts),
        ", ".join(number(n, words[side]) for side, n in sides.items()),
        f"{figure(min(ratios))} – {figure(max(ratios))}" if ratios else "-",
        _p(min(ps)) if ps else "-",
    ]
