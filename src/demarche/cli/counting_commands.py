"""The commands that count: their options, one object, one call."""

from __future__ import annotations

from typing import Annotated

import typer

from demarche.cli.options import JsonOption, LedgerOption, Names, all_names, ledger_path

__all__ = ["count", "coverage", "hours"]

InOption = Annotated[str | None, typer.Option("--in", help="2025, 2025-03, or 2025-01-01/2025-06-30.")]
UntilOption = Annotated[str | None, typer.Option("--until", help="Nothing after this day.")]
SourcesOption = Annotated[
    str, typer.Option("--sources", help="Who must tell of it: any, official (one at least), both (sides' officials).")
]
ConfirmedOption = Annotated[bool, typer.Option("--confirmed", help="Only what a person confirmed or entered.")]
PerDayOption = Annotated[bool, typer.Option("--per-day", help="One contact per pair and day.")]
ZoneOption = Annotated[
    str | None,
    typer.Option("--zone", help="Whose days are meant, as Europe/Moscow [default: the document's own]."),
]
PersonsOption = Annotated[bool, typer.Option("--persons", help="Only contacts that name a person on both sides.")]


def count(
    between: Annotated[Names, typer.Option("--between", "--who", help="One side; repeated names are pooled.")] = None,
    and_: Annotated[Names, typer.Option("--and", "--with", help="The other side; leave out for anybody.")] = None,
    kind: Annotated[str, typer.Option("--kind", help="contact, pressure, offer, act, statement, ...")] = "contact",
    actor: Annotated[Names, typer.Option("--actor", help="Who acts or speaks; not of contacts.")] = None,
    recipient: Annotated[Names, typer.Option("--recipient", help="To whom, or about whom; not of contacts.")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="call, meeting, ..., threat, sanction, ...")] = None,
    status: Annotated[
        str | None, typer.Option("--status", help="What counts [default: held; of other kinds, any].")
    ] = None,
    stance: Annotated[str | None, typer.Option("--stance", help="Of a statement: thank, criticise, ...")] = None,
    in_: InOption = None,
    until: UntilOption = None,
    by: Annotated[str | None, typer.Option("--by", help="Break down by month, counterpart, type, status, ...")] = None,
    sources: SourcesOption = "any",
    confirmed: ConfirmedOption = False,
    per_day: PerDayOption = False,
    zone: ZoneOption = None,
    persons: PersonsOption = False,
    bilateral: Annotated[
        bool, typer.Option("--bilateral", help="Without contacts in which a third side took part.")
    ] = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Count contacts, or rows of another kind: the number, its rule, the rows, and what would change the number.

    demarche count --between Putin --and Trump --type call --in 2025 --by month
    demarche count --between Putin --and Trump --in 2025 --sources official --per-day
    demarche count --kind pressure --actor Trump --recipient Russia --by type
    """
    from demarche.analysis import CountingRule
    from demarche.cli.words import choices

    (who_tells,) = choices([sources], ("any", "official", "both"), "rule of sources") or ("any",)
    rule = CountingRule(
        sources=who_tells,  # type: ignore[arg-type]
        confirmed=confirmed,
        per_day=per_day,
        zone=zone,
        persons=persons,
        bilateral=bilateral,
    )
    sides = (all_names(between), all_names(and_), all_names(actor), all_names(recipient))
    if kind.strip().lower() == "contact":
        from demarche.cli.count import Question, count_command

        question = Question.of(sides, type_, status, stance, in_, by, until=until, rule=rule)
        count_command(ledger_path(ledger), question, as_json=json)
        return
    from demarche.cli.count_reports import ReportQuestion, count_reports_command

    asked = ReportQuestion.of(kind, sides, type_, status, stance, in_, by, until=until, rule=rule)
    count_reports_command(ledger_path(ledger), asked, as_json=json)


def hours(
    between: Annotated[Names, typer.Option("--between", "--who", help="One side: A or A,B; the first leads.")],
    and_: Annotated[Names, typer.Option("--and", "--with", help="The other side: C or C,D; left out, anybody.")] = None,
    versus: Annotated[
        tuple[str, str], typer.Option("--versus", metavar="A C", help="The sides to compare with: two names or lists.")
    ] = ("", ""),
    in_: InOption = None,
    until: UntilOption = None,
    type_: Annotated[str | None, typer.Option("--type", help="call, meeting, ... [default: all].")] = None,
    times: Annotated[float, typer.Option("--times", help="Compare with this many times the other side.")] = 1.0,
    about: Annotated[float, typer.Option("--about", help="The factor within which two sums are about as much.")] = 1.25,
    envoys: Annotated[bool, typer.Option("--envoys", help="Pool with the second side all its envoys.")] = False,
    multilateral: Annotated[
        bool, typer.Option("--multilateral", help="Count contacts in which a third side took part.")
    ] = False,
    sources: SourcesOption = "any",
    confirmed: ConfirmedOption = False,
    zone: ZoneOption = None,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Sum the hours that two sides spent in contact, as an interval, and compare them with another pair's.

    Lengths that nobody tells are listed and never summed as zero.

    demarche hours --between Putin --and Trump,Witkoff --in 2025
    demarche hours --between Putin --and Trump,Witkoff --versus Putin Lukashenko --in 2025 --until 2025-10-16
    """
    from demarche.cli.hours import HoursQuestion, hours_command

    question = HoursQuestion.of(
        (all_names(between), all_names(and_), versus),
        period=in_,
        until=until,
        type_=type_,
        factor=times,
        about=about,
        envoys=envoys,
        multilateral=multilateral,
        sources=sources,
        confirmed=confirmed,
        zone=zone,
    )
    hours_command(ledger_path(ledger), question, as_json=json)


def coverage(
    by: Annotated[str | None, typer.Option("--by", help="Only one table: source or month.")] = None,
    between: Annotated[Names, typer.Option("--between", "--who", help="Of documents that tell of this side.")] = None,
    and_: Annotated[Names, typer.Option("--and", "--with", help="And of that side.")] = None,
    in_: InOption = None,
    json: JsonOption = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV to stdout.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Show what the ledger covers: sources from when to when, documents and events by month, gaps, thin months.

    demarche coverage --by month
    demarche coverage --between Putin --and Trump --in 2025
    """
    from demarche.cli.coverage import CoverageQuestion, coverage_command

    question = CoverageQuestion(by, all_names(between), all_names(and_), in_)
    coverage_command(ledger_path(ledger), question, as_json=json, as_csv=csv)
