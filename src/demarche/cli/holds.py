"""`demarche holds`: the share of deadlines carried out, the time to an outcome, with and without a contact."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from demarche.analysis.holding import HoldsAnswer, holds
from demarche.analysis.pressures import WORDS
from demarche.cli.console import data, ledger_option, print_json, talk
from demarche.cli.count import coverage_lines
from demarche.cli.forms import short_id, shortened
from demarche.cli.tables import Column, fitted
from demarche.export.plain.contacts import coverage_dict
from demarche.ledger import Ledger
from demarche.statistics import METHODS
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from demarche.cli.pressure_question import PressureQuestion
    from demarche.statistics import Comparison, Curve, Finding, Share, Step

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


def holds_dict(answer: HoldsAnswer) -> dict[str, Any]:
    """The answer for JSON."""
    return {
        "rule": answer.rule,
        "as_of": answer.as_of.isoformat(),
        "share": _share_dict(answer.share),
        "share_without_doubtful": _share_dict(answer.sure),
        "times": {
            **_finding_dict(answer.times),
            "ends": answer.times.ends,
            "censored": answer.times.censored,
            "curve": _curve_dict(answer.times.curve),
        },
        "comparison": _comparison_dict(answer.comparison) if answer.comparison else None,
        "pressures": {life.id: life.state for life in answer.lives},
        "imposed": {life.id: life.state for life in answer.imposed},
        "contacts": [contact.id for contact in answer.contacts],
        "notes": list(answer.notes),
        "coverage": coverage_dict(answer.coverage),
    }


def _finding_dict(finding: Finding) -> dict[str, Any]:
    return {
        "method": METHODS[finding.method],
        "estimate": finding.estimate,
        "interval": list(finding.interval) if finding.interval else None,
        "level": finding.level,
        "n": finding.n,
        "sentence": finding.sentence,
        "notes": list(finding.notes),
    }


def _share_dict(share: Share) -> dict[str, Any]:
    return {**_finding_dict(share), "hits": share.hits, "unknown": share.unknown, "bounds": list(share.bounds or ())}


def _comparison_dict(compared: Comparison) -> dict[str, Any]:
    return {
        **_finding_dict(compared),
        "landmark": compared.landmark,
        "horizon": compared.horizon,
        "p": compared.p,
        "with_contact": _curve_dict(compared.with_contact),
        "without": _curve_dict(compared.without),
    }


def _curve_dict(curve: Curve) -> list[dict[str, Any]]:
    return [
        {
            "days": step.days,
            "at_risk": step.at_risk,
            "ends": step.ends,
            "censored": step.censored,
            "open_share": step.open_share,
            "interval": [step.low, step.high],
        }
        for step in curve.steps
    ]
