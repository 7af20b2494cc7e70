"""The commands that tell of a pair as a whole: traffic, tone, and the report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from demarche.cli.options import JsonOption, LedgerOption, Names, all_names, ledger_path

__all__ = ["report", "tone", "traffic"]

InOption = Annotated[str | None, typer.Option("--in", help="2025, 2025-03, or 2025-01-01/2025-06-30.")]
UntilOption = Annotated[str | None, typer.Option("--until", help="Nothing after this day.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="Print CSV to stdout.")]


def traffic(
    of: Annotated[Names, typer.Option("--of", help="Whose contacts: a state, body or person.")] = None,
    with_: Annotated[Names, typer.Option("--with", help="With whom; repeated or with commas, each by itself.")] = None,
    in_: InOption = None,
    until: UntilOption = None,
    by: Annotated[str, typer.Option("--by", help="A row a pair and month, or year.")] = "month",
    level: Annotated[
        str | None, typer.Option("--level", help="Counterparts by side or by person [default: as --of is].")
    ] = None,
    edges: Annotated[bool, typer.Option("--edges", help="The network: each two sides and their contacts.")] = False,
    chart: Annotated[Path | None, typer.Option("--chart", help="Draw the network: a file .svg, .png or .json.")] = None,
    csv: CsvOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Show who talks to whom, how much, who asks, how long, and how many planned contacts never came.

    demarche traffic --of Russia --in 2025 --by month
    demarche traffic --of Putin --with Trump,Lukashenko --in 2025 --by year
    demarche traffic --edges --in 2025 --csv
    """
    from demarche.cli.events import Form
    from demarche.cli.traffic import TrafficQuestion, traffic_command

    question = TrafficQuestion(all_names(of), all_names(with_), in_, until, by, level, edges, chart)
    traffic_command(ledger_path(ledger), question, Form.of(json=json, csv=csv))


def tone(
    between: Annotated[Names, typer.Option("--between", help="One side; repeated names are pooled.")] = None,
    and_: Annotated[Names, typer.Option("--and", help="The other side.")] = None,
    in_: InOption = None,
    until: UntilOption = None,
    chart: Annotated[Path | None, typer.Option("--chart", help="Draw it: a file .svg, .png or .json.")] = None,
    csv: CsvOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Show what two sides say about each other: statements by stance and month, each with its words.

    demarche tone --between Russia --and Belarus --in 2025
    """
    from demarche.cli.events import Form
    from demarche.cli.tone import ToneQuestion, tone_command

    question = ToneQuestion(all_names(between), all_names(and_), in_, until, chart)
    tone_command(ledger_path(ledger), question, Form.of(json=json, csv=csv))


def report(
    between: Annotated[Names, typer.Option("--between", help="One side; repeated names are pooled.")] = None,
    and_: Annotated[Names, typer.Option("--and", help="The other side.")] = None,
    in_: InOption = None,
    until: UntilOption = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file: .html or .md.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="The day the report is of [default: today].")] = None,
    no_charts: Annotated[bool, typer.Option("--no-charts", help="Tables only, no pictures.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Write a briefing of two sides: one file with counts, hours, deadlines, contradictions, and every sentence.

    demarche report --between Russia --and "United States" --in 2025 -o report.html
    """
    from demarche.cli.report import ReportQuestion, report_command

    question = ReportQuestion(all_names(between), all_names(and_), in_, until, as_of, charts=not no_charts)
    report_command(ledger_path(ledger), question, output)
