"""`demarche holds`: the share of deadlines carried out, the time to an outcome, with and without a contact."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from demarche.analysis.holding import HoldsAnswer, holds
from demarche.analysis.pressures import WORDS
from demarche.cli.console import data, ledger_option, print_json, talk
from demarche.cli.count import coverage_lines
from demarche.cli.forms import short_id, shortened
from demarche.cli.tables import Column, fitted
from demarche.export.plain.holding import holds_dict
from demarche.ledger import Ledger
from demarche.statistics import METHODS
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from demarche.cli.pressure_question import PressureQuestion
    from demarche.statistics import Comparison, Curve, Finding, Step

__all__ = ["holds_command"]

_ROWS = (
    Column("Id", style="dim"),
    Column("Announced"),
    Column("By"),
    Column("What became of it", least=18, yields=2, folds=True),
    Column("What", least=20, yields=1, folds=True),
)
_STEPS = (
    Column("Days"),
    Column("At risk"),
    Column("Outcomes"),
    Column("Censored"),
    Column("Without an outcome"),
    Column("95 %"),
)


def holds_command(path: str, question: PressureQuestion, landmark: int, horizon: int, *, as_json: bool) -> None:
    """Print the answer."""
    from demarche.errors import UsageError

    if not question.by:
        raise UsageError("whose deadlines? Name a side with --by, the other with --against")
    with Ledger.open(path, read_only=True) as ledger:
        asked = question.checked(ledger)
        answer = holds(
            ledger,
            by=asked.by,
            against=asked.against,
            period=asked.period,
            states=asked.states,
            landmark=landmark,
            horizon=horizon,
            as_of=asked.as_of,
        )
    if as_json:
        print_json(holds_dict(answer))
        return
    print_holds(data(), answer)
    if answer.lives:
        talk().print(f"The sentences behind a row: demarche show {short_id(answer.lives[0].id)}{ledger_option(path)}")


def print_holds(console: Console, answer: HoldsAnswer) -> None:
    """The share, the curve with its numbers at risk, the comparison, the rows."""
    console.print(visible(f"Do deadlines hold? {answer.rule}, as of {answer.as_of}."))
    _print_finding(console, "Carried out by their day", answer.share)
    if answer.sure.n != answer.share.n:
        console.print(visible(f"Without doubtful rows: {answer.sure.sentence}"))
    _print_finding(console, "Time to an outcome", answer.times)
    if answer.times.n:
        print_curve(console, answer.times.curve)
    if answer.comparison:
        _print_finding(console, "With and without a contact", answer.comparison)
        _print_groups(console, answer.comparison)
    if answer.lives:
        console.print("\nThe rows:", style="bold")
        console.print(fitted(_ROWS, list(_rows(answer)), console.width))
    for line in (*(f"{note}." for note in answer.notes), *coverage_lines(answer.coverage)):
        console.print(visible(line))


def _print_finding(console: Console, title: str, finding: Finding) -> None:
    console.print()
    console.print(visible(f"{title}: {finding.sentence}"), style="bold")
    for note in finding.notes:
        console.print(visible(f"- {note}."))
    console.print(visible(f"Method: “{METHODS[finding.method]}” in docs/methods.md."), style="dim")


def _print_groups(console: Console, compared: Comparison) -> None:
    for title, curve in (("With a contact", compared.with_contact), ("Without one", compared.without)):
        if curve.spells:
            console.print(visible(f"{title}, days after the first {compared.landmark}:"))
            print_curve(console, curve)


def print_curve(console: Console, curve: Curve) -> None:
    """A line a step."""
    console.print(fitted(_STEPS, [_step(step) for step in curve.steps], console.width))


def _step(step: Step) -> list[str]:
    interval = f"{100 * step.low:.0f} – {100 * step.high:.0f} %" if step.low is not None and step.high else "-"
    return [
        str(step.days),
        str(step.at_risk),
        str(step.ends),
        str(step.censored),
        f"{100 * step.open_share:.0f} %",
        interval,
    ]


def _rows(answer: HoldsAnswer) -> Iterable[list[str]]:
    for life in answer.lives:
        became = WORDS[life.state] + (f" {life.ended}" if life.ended else "")
        due = life.due.isoformat() if life.due else "-"
        yield [short_id(life.id), str(life.day), due, became, shortened(life.what, 90)]
