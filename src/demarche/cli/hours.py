"""`demarche hours`: hours in contact as an interval, the contacts without a length, and two sums compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.analysis import CountingRule, Pool, compare, hours
from demarche.analysis.hours.wording import decimal, hours_in_words, needs_in_words, sum_in_words
from demarche.cli.console import data, ledger_option, print_json, talk
from demarche.cli.contact_table import contact_table, print_reasoned
from demarche.cli.count import coverage_lines
from demarche.cli.forms import short_id
from demarche.cli.names import check_names
from demarche.cli.words import choices, period, split
from demarche.errors import UsageError
from demarche.export.plain.hours import comparison_dict, hours_dict
from demarche.ledger import Ledger
from demarche.model import CONTACT_TYPES
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

    from demarche.analysis import ComparisonAnswer, HoursAnswer

Sides = tuple[tuple[str, ...], tuple[str, ...], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class HoursQuestion:
    """Whose hours to sum, and with whose to compare them, as typed."""

    pool: Pool
    other: Pool | None
    rule: CountingRule
    period: str | None = None
    until: str | None = None
    factor: float = 1.0
    about: float = 1.25

    @classmethod
    def of(
        cls,
        sides: Sides,
        *,
        period: str | None,
        until: str | None,
        type_: str | None,
        factor: float,
        about: float,
        envoys: bool,
        multilateral: bool,
        sources: str,
        confirmed: bool,
        zone: str | None,
    ) -> HoursQuestion:
        """A question from options; the sides are between, and, versus."""
        between, and_, versus = split(sides[0]), split(sides[1]), tuple(split([side]) for side in sides[2] if side)
        who = choices([sources], ("any", "official", "both"), "rule of sources")
        rule = CountingRule(
            types=choices([type_] if type_ else [], CONTACT_TYPES, "type"),
            sources=who[0],  # type: ignore[arg-type]
            confirmed=confirmed,
            zone=zone,
            bilateral=not multilateral,
        )
        if len(versus) == 1:
            raise UsageError("compare with two sides: --versus Putin Lukashenko")
        other = Pool(versus[0], versus[1], envoys) if versus else None
        return cls(Pool(between, and_, envoys), other, rule, period, until, factor, about)

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody asked for."""
        pools = [self.pool, *([self.other] if self.other else [])]
        return tuple(name for pool in pools for name in (*pool.left, *pool.right))


def hours_command(path: str, question: HoursQuestion, *, as_json: bool) -> None:
    """Print a sum, or two and how they compare."""
    with Ledger.open(path, read_only=True) as ledger:
        answers, compared = ask(ledger, question)
    if as_json:
        print_json(comparison_dict(compared) if compared else hours_dict(answers[0]))
        return
    console = data()
    if compared:
        print_verdict(console, compared)
    for answer in answers:
        print_hours(console, answer)
    for line in coverage_lines(answers[0].coverage):
        console.print(line)
    if answers[0].rows:
        talk().print(
            f"The sentences behind a row: demarche show {short_id(answers[0].rows[0].id)}{ledger_option(path)}"
        )


def ask(ledger: Ledger, question: HoursQuestion) -> tuple[tuple[HoursAnswer, ...], ComparisonAnswer | None]:
    """The sums from the ledger, and the comparison when one is asked for."""
    check_names(ledger, question.names)
    when, until = period(question.period), period(question.until)
    if question.other is None:
        return (hours(ledger, question.pool, period=when, until=until, rule=question.rule),), None
    compared = compare(
        ledger,
        first=question.pool,
        second=question.other,
        period=when,
        until=until,
        factor=question.factor,
        about=question.about,
        rule=question.rule,
    )
    return (compared.first, compared.second), compared


def print_verdict(console: Console, answer: ComparisonAnswer) -> None:
    """The verdict first, then why, then what would decide it."""
    from rich.text import Text

    console.print(Text.assemble((answer.verdict, "bold"), "  ", visible(answer.sentence)))
    lines = needs_in_words(answer)
    if lines:
        console.print("What the lengths that nobody tells would have to be on average:", style="bold")
        for line in lines:
            console.print(visible(f"  {line}"))
    console.print()


def print_hours(console: Console, answer: HoursAnswer) -> None:
    """One sum: the number and its rule, the contacts, those without a length, the doubtful ones."""
    from rich.text import Text

    number = f"{sum_in_words(answer.told)} ({decimal(answer.told)})" if answer.known else "unknown"
    console.print(Text.assemble((number, "bold"), "  ", visible(f"{answer.who}, {answer.rule}")))
    console.print(visible(hours_in_words(answer)[0].upper() + hours_in_words(answer)[1:] + "."))
    if answer.rows:
        console.print(contact_table(answer.rows, console.width))
    print_reasoned(console, "In no sum, but doubtful", answer.doubtful)
    print_reasoned(console, "Left out by the rule", answer.left_out)
