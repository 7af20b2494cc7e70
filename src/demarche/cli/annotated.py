"""`demarche read --annotated`: the text itself with what was found marked in it, to judge a reading at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from demarche.cli.console import coloured, data
from demarche.cli.forms import value_words
from demarche.cli.passages import merged

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from demarche.model import Document, Report

KIND_STYLES = {
    "contact": "bold yellow",
    "pressure": "bold red",
    "offer": "bold green",
    "act": "bold",
    "statement": "cyan",
    "forecast": "bold blue",
    "claim": "bold magenta",
}


def print_annotated(document: Document, reports: Sequence[Report]) -> None:
    """One document: its head, its text with numbered marks, and what each number stands for."""
    console = data()
    head = (document.title, document.publisher, str(document.date or ""))
    console.print(" · ".join(part for part in head if part), style="bold")
    console.print(marked_text(document, reports, brackets=not coloured(console)))
    console.print()
    for number, report in enumerate(reports, 1):
        _print_legend(console, number, report)
    console.rule(style="dim")


def marked_text(document: Document, reports: Sequence[Report], *, brackets: bool) -> Text:
    """The text, evidence in the colour of its kind (or between »«), fields underlined, a number after each mark."""
    from rich.text import Text

    text = Text(document.text)
    inserts: list[tuple[int, int, str]] = []  # place, order at one place, what to insert
    for number, report in enumerate(reports, 1):
        for span in merged(report.evidence):
            text.stylize(KIND_STYLES[report.kind], span.start, span.end)
            inserts += [(span.start, 1, "»")] if brackets else []
            inserts.append((span.end, 0, f"{'«' if brackets else ''}[{number}]"))
        for item in report.fields:
            for span in item.spans:
                text.stylize("underline", span.start, span.end)
    return _with(text, sorted(inserts))


def _with(text: Text, inserts: list[tuple[int, int, str]]) -> Text:
    from rich.text import Text

    pieces, at = [], 0
    for place, _, words in inserts:
        pieces += [text[at:place], Text(words, style="reverse")]
        at = place
    return Text().join([*pieces, text[at:]])


def _print_legend(console: Console, number: int, report: Report) -> None:
    from rich.text import Text

    head = " · ".join(part for part in (report.kind, report.type, report.status) if part)
    console.print(Text.assemble((f"[{number}] ", "reverse"), (head, KIND_STYLES[report.kind])))
    values: dict[str, list[str]] = {}
    for item in report.fields:
        values.setdefault(item.name, []).append(value_words(item.value) + (f" ({item.reason})" if item.reason else ""))
    for name, found in values.items():
        console.print(f"    {name:12} {', '.join(found)}")
