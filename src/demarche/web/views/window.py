"""The words of a report with enough of the document around them to judge, cut wherever something is marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from demarche.export.annotated import FIELD_MARKS
from demarche.ledger import Detail
from demarche.model import Lasting, Span

__all__ = ["AROUND", "Run", "Window", "window"]

AROUND = 700
"""Characters shown before and after the evidence, to the next end of a paragraph or sentence."""

LONGEST = 4000
_BREAK = re.compile(r"\n|(?<=[.!?”\"])\s")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters from `start` of the document on; `evidence` when they are of the report's words."""

    start: int
    words: str
    evidence: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """The runs, joined a stretch of the text; `before` and `after` when the document goes on there."""

    runs: tuple[Run, ...]
    before: bool
    after: bool


def window(text: str, told: Detail) -> Window:
    """The window on the words of this report."""
    spans = [quote.span for quote in told.evidence] or [Span(0, min(len(text), 1))]
    first = min(spans, key=lambda span: span.start)
    end = max((s.end for s in spans if s.end - first.start <= LONGEST), default=min(first.end, first.start + LONGEST))
    start, end = _start(text, first.start), _end(text, end)
    marks = _marks(told, start, end)
    edges = sorted({start, end, *(max(start, s.start) for s, _ in marks), *(min(end, s.end) for s, _ in marks)})
    runs = tuple(_run(text, a, b, spans, marks) for a, b in pairwise(edges))
    return Window(runs, start > 0, end < len(text.rstrip()))


def _marks(told: Detail, start: int, end: int) -> list[tuple[Span, str]]:
    found = [(quote.span, "") for quote in told.evidence]
    for item in told.fields:
        name = FIELD_MARKS.get(item.name, "")
        if name and (name != "length" or isinstance(item.value, Lasting)):
            found += [(quote.span, name) for quote in item.quotes]
    return [(span, name) for span, name in found if span.start < end and span.end > start]


def _run(text: str, start: int, end: int, spans: list[Span], marks: list[tuple[Span, str]]) -> Run:
    names = tuple(dict.fromkeys(name for s, name in marks if name and s.start <= start and end <= s.end))
    return Run(start, text[start:end], any(s.start <= start and end <= s.end for s in spans), names)


def _start(text: str, at: int) -> int:
    """The beginning of the text, or after a break not farther away than is shown."""
    if at <= AROUND:
        return 0
    found = _BREAK.search(text, at - AROUND, at)
    return found.end() if found else at - AROUND


def _end(text: str, at: int) -> int:
    """The end of the text, or the last break that is shown."""
    if len(text) - at <= AROUND:
        return len(text.rstrip()) if len(text.rstrip()) > at else at
    found = list(_BREAK.finditer(text, at, at + AROUND))
    return found[-1].start() if found else at + AROUND
