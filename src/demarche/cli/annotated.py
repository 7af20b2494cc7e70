"""`demarche read --annotated`: the text itself with what was found marked in it, to judge a reading at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.analysis import telling
from demarche.cli.console import coloured, data, plural
from demarche.cli.forms import day, length
from demarche.export.annotated import Mark, marks_of, segments
from demarche.model import Document, Lasting, Report, Value
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.text import Text

KIND_STYLES = {
    "contact": "yellow",
    "pressure": "red",
    "offer": "green",
    "act": "white",
    "statement": "cyan",
    "forecast": "blue",
    "claim": "magenta",
}
FIELD_STYLES = {
    "who": "bold",
    "date": "underline",
    "deadline": "bold underline",
    "length": "reverse",
    "place": "italic",
}
_PLAIN_LEGEND = (
    "[call 1: ...] marks the words that row 1 rests on; [who: ...], [date: ...], [deadline: ...], [length: ...] and "
    "[place: ...] mark the words of fields. A text's own brackets are written \\[ and \\]."
)
MEASURE = 100
"""Longer lines are hard to read."""


def print_annotated(document: Document, reports: Sequence[Report]) -> None:
    """One document: its head, its text with marks, and a line on each row that was found."""
    from rich.table import Table

    console = data()
    width = min(console.width, MEASURE)
    published = str(document.date or "no publication date: relative dates stay open")
    head = " · ".join(part for part in (document.title, document.publisher, published) if part)
    console.print(visible(head), style="bold", width=width)
    console.print()
    console.print(marked_text(document, reports, brackets=not coloured(console)), width=width)
    console.print()
    rows = Table.grid(padding=(0, 1, 0, 0))
    rows.add_column(justify="right", style="dim", no_wrap=True)
    for number, report in enumerate(reports, 1):
        rows.add_row(str(number), told(Read(report, report.evidence[0].of(document.text))))
    console.print(rows, width=width)
    console.print(f"{plural(len(reports), 'row')}." if reports else "Nothing was found.", style="dim")
    console.print("─" * width, style="dim")


def marked_text(document: Document, reports: Sequence[Report], *, brackets: bool) -> Text:
    """The text in the colours of what was found, or with brackets where there is no colour."""
    from rich.text import Text

    text = Text(overflow="fold")
    for segment in segments(visible(document.text), marks_of(reports), brackets=brackets):
        text.append(segment.words, _style(segment.marks, inserted=segment.inserted and not brackets))
    return text


def _style(marks: tuple[Mark, ...], *, inserted: bool) -> str:
    """The colour of the innermost kind, with the styles of every field it lies in."""
    if inserted:
        return "dim"
    kinds = [KIND_STYLES[mark.kind] for mark in marks if mark.kind]
    fields = [FIELD_STYLES[mark.name] for mark in marks if not mark.kind]
    return " ".join([*kinds[-1:], *fields])


def told(row: Read) -> Text:
    """One row in a line: what it is, who towards whom, what, when, how far."""
    from rich.text import Text

    minutes = row.report.first("duration")
    lasting = minutes.value if minutes and isinstance(minutes.value, Lasting) else Lasting(None, None)
    date, due = row.first("date"), telling.due(row)
    facts = (
        telling.standing(row),
        day(str(date)) if date else "",
        telling.who(row),
        telling.what(row),
        f"by {day(due)}" if due else "",
        length(lasting.min, lasting.max),
        str(row.first("place") or ""),
    )
    rest = " · ".join(visible(fact) for fact in facts if fact)
    return Text.assemble((telling.label(row), KIND_STYLES[row.kind]), f" · {rest}")


def print_legend() -> None:
    """What the marks mean, once, after the last text."""
    from rich.text import Text

    console = data()
    if not coloured(console):
        console.print(_PLAIN_LEGEND, width=min(console.width, MEASURE))
        return
    words = [*KIND_STYLES.items(), *FIELD_STYLES.items()]
    legend = Text("  ").join(Text(name, style) for name, style in words)
    console.print(Text.assemble(legend, ("   ¹ the row it belongs to", "dim")))


@dataclass(frozen=True, slots=True)
class Read:
    """A report just read, told like a row of the ledger."""

    report: Report
    quote: str

    @property
    def kind(self) -> str:
        """Its kind."""
        return self.report.kind

    @property
    def type(self) -> str | None:
        """Its type."""
        return self.report.type

    @property
    def status(self) -> str | None:
        """Its status."""
        return self.report.status

    @property
    def plover(self) -> str | None:
        """Its PLOVER root."""
        return self.report.plover

    def names(self, role: str = "participants") -> tuple[str, ...]:
        """The names in one role."""
        return self.report.names(role)

    def all(self, name: str) -> tuple[Value, ...]:
        """The values of every field of that name."""
        return tuple(item.value for item in self.report.all(name))

    def first(self, name: str) -> Value | None:
        """The first of them, or None."""
        item = self.report.first(name)
        return item.value if item else None
