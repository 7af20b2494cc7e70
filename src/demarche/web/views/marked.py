"""A document's text cut up wherever something found begins or ends; the pieces joined are exactly the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from demarche.export.annotated import FIELD_MARKS, merged
from demarche.ledger import Detail
from demarche.model import Lasting, Span

__all__ = ["Piece", "Tag", "pieces"]


@dataclass(frozen=True, slots=True)
class Tag:
    """A number at the beginning of a row's words."""

    number: int
    id: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters: the kinds of rows it is evidence of, what it names, whether it is lit up, tags before it."""

    words: str
    kinds: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    lit: bool = False
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    kind: str = ""  # of evidence
    name: str = ""  # of a field
    report: str = ""


def pieces(text: str, told: Iterable[Detail], lit: str = "") -> list[Piece]:
    """The pieces; `lit` is the id of the row whose words are lit up."""
    rows = tuple(told)
    tags = _tags(rows)
    marks = [m for m in _marks(rows) if 0 <= m.span.start < m.span.end <= len(text)]
    edges = sorted({0, len(text), *(m.span.start for m in marks), *(m.span.end for m in marks)})
    waiting = sorted(marks, key=lambda m: m.span.start, reverse=True)
    open_: list[_Mark] = []
    found = []
    for start, end in pairwise(edges):
        open_ = [m for m in open_ if m.span.end > start]
        while waiting and waiting[-1].span.start == start:
            open_.append(waiting.pop())
        found.append(_piece(text[start:end], open_, tags.pop(start, ()), lit))
    return found


def _piece(words: str, marks: list[_Mark], tags: tuple[Tag, ...], lit: str) -> Piece:
    kinds = tuple(dict.fromkeys(m.kind for m in marks if m.kind))
    names = tuple(dict.fromkeys(m.name for m in marks if m.name))
    return Piece(words, kinds, names, any(m.report == lit for m in marks if lit and m.kind), tags)


def _tags(rows: tuple[Detail, ...]) -> dict[int, tuple[Tag, ...]]:
    found: dict[int, tuple[Tag, ...]] = {}
    for number, detail in enumerate(rows, 1):
        if detail.evidence:
            row, start = detail.event, detail.evidence[0].span.start
            found[start] = (*found.get(start, ()), Tag(number, row.id, row.kind, row.type or row.kind))
    return found


def _marks(rows: tuple[Detail, ...]) -> Iterator[_Mark]:
    for detail in rows:
        row = detail.event
        for span in merged(quote.span for quote in detail.evidence):
            yield _Mark(span, kind=row.kind, report=row.id)
        for item in detail.fields:
            name = FIELD_MARKS.get(item.name, "")
            if name and (name != "length" or isinstance(item.value, Lasting)):
                yield from (_Mark(quote.span, name=name) for quote in item.quotes)
