"""A text with what was found marked in it: pure, from a text and its reports to segments.

    marks = marks_of(reports)                        # evidence of each report, and the words of its fields
    segments(text, marks)                            # for colour: the text cut up, a raised number after evidence
    segments(text, marks, brackets=True)             # for plain terminals: "[call 1: [who: …] spoke …]"

Segments that were put in are `inserted`; the others joined are exactly the text (with brackets, the text's own `[`,
`]` and `\\` come as `\\[`, `\\]`, `\\\\`, so that no text can feign a mark).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from demarche.model import Field, Lasting, Report, Span

__all__ = ["FIELD_MARKS", "Mark", "Segment", "escaped", "marks_of", "segments"]

#: what the words of a field are marked as
FIELD_MARKS = {
    "participants": "who",
    "initiator": "who",
    "actor": "who",
    "recipient": "who",
    "about": "who",
    "subjects": "who",
    "reference": "who",
    "date": "date",
    "period": "date",
    "horizon": "date",
    "deadline": "deadline",
    "duration": "length",
    "value": "length",
    "place": "place",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch and what it was found to be: evidence of a report (`number`, `kind`), or a field's words."""

    span: Span
    name: str  # "call", "threat", "statement", ...; "who", "date", "deadline", "length", "place"
    kind: str = ""  # the report's kind; empty for the words of a field
    number: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters under the same marks, the outermost first; or what was put in."""

    words: str
    marks: tuple[Mark, ...] = ()
    inserted: bool = False


def marks_of(reports: Sequence[Report]) -> list[Mark]:
    """The evidence of every report, numbered from 1, and the words of the fields that can be seen at a glance."""
    found: dict[Mark, None] = {}
    for number, report in enumerate(reports, 1):
        name = (report.type if report.kind in ("contact", "pressure", "offer") else None) or report.kind
        found |= dict.fromkeys(Mark(span, name, report.kind, number) for span in merged(report.evidence))
        found |= dict.fromkeys(mark for item in report.fields for mark in _field_marks(item))
    return list(found)


def _field_marks(item: Field) -> Iterator[Mark]:
    name = FIELD_MARKS.get(item.name)
    loose = item.name == "about" and item.actor_kind is None
    if name is None or loose or (name == "length" and not isinstance(item.value, Lasting)):
        return
    yield from (Mark(span, name) for span in item.spans)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans that overlap or touch made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def segments(text: str, marks: Iterable[Mark], *, brackets: bool = False) -> list[Segment]:
    """The text cut wherever a mark begins or ends; marks that lie outside the text, or are empty, are passed over."""
    whole = [m for m in marks if 0 <= m.span.start < m.span.end <= len(text)]
    writer = _Bracketed() if brackets else _Numbered()
    at = 0
    for place in sorted({0, len(text), *(m.span.start for m in whole), *(m.span.end for m in whole)}):
        writer.text(text[at:place])
        writer.close({m for m in whole if m.span.end == place})
        writer.open(sorted((m for m in whole if m.span.start == place), key=_outermost_first))
        at = place
    return [segment for segment in writer.out if segment.words]


def _outermost_first(mark: Mark) -> tuple[int, bool, int, str]:
    return -mark.span.end, not mark.kind, mark.number, mark.name


class _Numbered:
    """Marks told by style alone, with a raised number after each stretch of evidence."""

    def __init__(self) -> None:
        self.out: list[Segment] = []
        self.under: list[Mark] = []

    def text(self, words: str) -> None:
        self.out.append(Segment(words, tuple(self.under)))

    def close(self, ending: set[Mark]) -> None:
        numbers = sorted(mark.number for mark in ending if mark.number)
        self.out.append(Segment(" ".join(map(_raised, numbers)), inserted=True))
        self.under = [mark for mark in self.under if mark not in ending]

    def open(self, starting: list[Mark]) -> None:
        self.under += starting


class _Bracketed(_Numbered):
    """Marks told by brackets. One that ends inside another is closed, and the other begun again."""

    def text(self, words: str) -> None:
        self.out.append(Segment(escaped(words), tuple(self.under)))

    def close(self, ending: set[Mark]) -> None:
        again: list[Mark] = []
        while ending & set(self.under):
            mark = self.under.pop()
            self.out.append(Segment("]", inserted=True))
            if mark not in ending:
                again.insert(0, mark)
        self.open(again)

    def open(self, starting: list[Mark]) -> None:
        for mark in starting:
            self.under.append(mark)
            number = f" {mark.number}" if mark.number else ""
            self.out.append(Segment(f"[{mark.name}{number}: ", tuple(self.under), inserted=True))


def escaped(words: str) -> str:
    """The text's own brackets, told from marks by a backslash."""
    return re.sub(r"[\[\]\\]", r"\\\g<0>", words)


def _raised(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
