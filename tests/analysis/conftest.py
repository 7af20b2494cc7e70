"""Ledgers made from short rows: who, type, day, status, minutes; one document a row unless `doc` says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from demarche.ledger import Ledger
from demarche.model import Document, Field, Kind, Lasting, Report, Span

SIDES = {
    "Vladimir Putin": "Russia",
    "Sergey Lavrov": "Russia",
    "Donald Trump": "United States",
    "Marco Rubio": "United States",
    "Steve Witkoff": "United States",
    "Volodymyr Zelenskyy": "Ukraine",
}


@dataclass(frozen=True)
class Row:
    """One report of a document of its own."""

    who: tuple[str, ...]
    type: str | None = "call"
    day: str | None = "2025-03-18"
    status: str | None = "held"
    minutes: tuple[int | None, int | None] | None = None
    publisher: str = "Gazette"
    published: str | None = "2025-03-19"
    kind: Kind = "contact"
    words: str = ""


def document(row: Row, number: int) -> tuple[Document, list[Report]]:
    text = f"Note {number}: {' and '.join(row.who)} {row.words}".rstrip() + "."
    fields = [actor(name, text) for name in row.who]
    if row.day:
        fields.append(Field("date", row.day, reason="codebook"))
    if row.minutes:
        fields.append(Field("duration", Lasting(*row.minutes), reason="codebook"))
    when = date.fromisoformat(row.published) if row.published else None
    made = Document(f"n{number}", text, publisher=row.publisher, date=when)
    whole = (Span(0, len(text)),)
    return made, [Report(made.id, row.kind, row.type, row.status, whole, tuple(fields))]


def actor(name: str, text: str) -> Field:
    start = text.index(name)
    span = (Span(start, start + len(name)),)
    if name in SIDES.values():
        return Field("participants", name, span, side=name, actor_kind="state")
    return Field("participants", name, span, side=SIDES.get(name), actor_kind="person")


Fill = Callable[..., Ledger]
Fresh = Callable[..., Path | str]


@pytest.fixture
def fill(fresh: Fresh) -> Iterator[Fill]:
    """fill(row, row, ...) -> an open ledger that holds them."""
    opened: list[Ledger] = []

    def filling(*rows: Row) -> Ledger:
        ledger = Ledger.open(fresh(f"{len(opened)}.db"), create=True)
        opened.append(ledger)
        with ledger.run("test") as run:
            for number, row in enumerate(rows):
                ledger.add(*document(row, number), run)
        return ledger

    yield filling
    for ledger in opened:
        ledger.close()


@pytest.fixture
def row() -> type[Row]:
    return Row
