"""`demarche tone`: statements between two sides by stance and month, each with its words; the chart as a file."""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from demarche.analysis.tone import Statement, Tone, tone, tone_chart
from demarche.charts import Frame
from demarche.cli.console import data, ledger_option, plural, print_json, talk
from demarche.cli.count import coverage_lines
from demarche.cli.drawing import check_form, draw
from demarche.cli.events import Form
from demarche.cli.forms import day, short_id
from demarche.cli.names import check_names
from demarche.cli.tables import Column, fitted
from demarche.cli.words import period, split
from demarche.errors import UsageError
from demarche.export.csv_table import safe
from demarche.export.plain.tone import COLUMNS, statement_cells, tone_dict
from demarche.ledger import Ledger
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["ToneQuestion", "tone_command"]


@dataclass(frozen=True, slots=True)
class ToneQuestion:
    """Between whom and when, as typed; `chart` is the picture to write."""

    between: tuple[str, ...]
    and_: tuple[str, ...]
    period: str | None
    until: str | None
    chart: Path | None


def tone_command(path: str, question: ToneQuestion, form: Form) -> None:
    """Print the statements, and draw them where asked to."""
    check_form(question.chart)
    with Ledger.open(path, read_only=True) as ledger:
        answer = ask(ledger, question)
    if form is Form.JSON:
        print_json(tone_dict(answer))
    elif form is Form.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(_line(one) for one in answer.statements)
    else:
        print_tone(data(), answer)
        if answer.statements:
            first = short_id(answer.statements[0].row.id)
            talk().print(f"The sentence in its context: demarche show {first}{ledger_option(path)}")
    if question.chart:
        _draw(question.chart, answer)


def ask(ledger: Ledger, question: ToneQuestion) -> Tone:
    """The answer; UsageError for names that are missing or not known."""
    between, and_ = split(question.between), split(question.and_)
    if not between or not and_:
        raise UsageError("tone needs two sides: --between Russia --and Ukraine")
    check_names(ledger, (*between, *and_))
    when, until = period(question.period), period(question.until)
    return tone(ledger, between=between, and_=and_, period=when, until=until)


_COUNTS = (
    Column("Month"),
    Column("By"),
    Column("Friendly", least=16, yields=2, folds=True),
    Column("Hostile", least=16, yields=1, folds=True),
    Column("Neither", least=10, yields=3, folds=True),
)
_WORDS = (
    Column("Id"),
    Column("Date"),
    Column("Stance"),
    Column("Who", least=18, yields=2, folds=True),
    Column("Words", least=24, yields=1, folds=True),
)


def print_tone(console: Console, answer: Tone) -> None:
    """The counts of both directions with their rules, the months, the words."""
    for one in answer.directions:
        console.print(visible(f"{one.answer.rule}."))
    if answer.counts:
        console.print(fitted(_COUNTS, _month_cells(answer), console.width))
    if answer.undated:
        console.print(f"{plural(answer.undated, 'statement')} without a day in one month: in no row above.")
    if answer.statements:
        console.print(fitted(_WORDS, [_words(one) for one in answer.statements], console.width))
    for line in (*_doubts(answer), *coverage_lines(answer.directions[0].answer.coverage)):
        console.print(visible(line))


def _month_cells(answer: Tone) -> list[list[str]]:
    found: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    leanings = {one.stance: one.leaning for one in answer.statements}
    for count in answer.counts:
        found[count.month, count.speaker][leanings[count.stance]].append(f"{count.stance} {count.count}")
    return [
        [month, speaker, *(", ".join(cells[leaning]) or "-" for leaning in ("friendly", "hostile", "neither"))]
        for (month, speaker), cells in sorted(found.items())
    ]


def _words(one: Statement) -> list[str]:
    return [short_id(one.row.id), day(one.case.event.date), one.stance, one.who, one.said]


def _doubts(answer: Tone) -> list[str]:
    return [
        f"Not counted, but doubtful: {short_id(item.case.row.id)}, {item.reason}"
        for direction in answer.directions
        for item in direction.answer.doubtful
    ]


def _line(one: Statement) -> list[str | int]:
    return [safe(cell or "") for cell in statement_cells(one)]


def _draw(path: Path, answer: Tone) -> None:
    documents = answer.directions[0].answer.coverage.documents
    frame = Frame(f"Tone between {' and '.join(answer.sides)}", plural(documents, "document"), date.today())
    draw(path, tone_chart(answer, frame=frame))
