"""Documents of our own making with their reports, and a ledger on a real file and on a real server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from demarche.ledger import Ledger, Outcome
from demarche.model import Document, Field, Lasting, Report, Span

SIDES = {
    "Vladimir Putin": "Russia",
    "Sergey Lavrov": "Russia",
    "Donald Trump": "United States",
    "Marco Rubio": "United States",
    "Volodymyr Zelenskyy": "Ukraine",
    "Recep Tayyip Erdoğan": "Türkiye",
    "Xi Jinping": "China",
}

Made = tuple[Document, list[Report]]
Make = Callable[..., Made]
Fresh = Callable[..., Path | str]
Add = Callable[..., Outcome]


def made(
    *pairs: tuple[str, ...],
    type: str = "call",
    day: str | None = "2025-03-18",
    status: str = "held",
    minutes: int | None = None,
    name: str = "note-1",
    url: str | None = None,
    title: str = "",
    more: str = "",
    published: str | None = "2025-03-19",
    publisher: str = "Gazette",
) -> Made:
    """A document with one sentence and one contact a pair of names."""
    sentences = [f"{' and '.join(pair)} were in touch by {type} on {day or 'some day'}." for pair in pairs]
    length = f"It took {minutes} minutes." if minutes else ""
    text = " ".join([*sentences, length, more]).strip()
    when = date.fromisoformat(published) if published else None
    document = Document(name, text, title=title, publisher=publisher, url=url, date=when)
    reports = [
        report(document, pair, sentence, type, day, status, minutes)
        for pair, sentence in zip(pairs, sentences, strict=True)
    ]
    return document, reports


def report(
    document: Document,
    pair: tuple[str, ...],
    sentence: str,
    type: str,
    day: str | None,
    status: str,
    minutes: int | None,
) -> Report:
    at = document.text.index(sentence)

    def words(of: str, start: int) -> tuple[Span, ...]:
        begin = document.text.index(of, start)
        return (Span(begin, begin + len(of)),)

    fields = [Field("participants", n, words(n, at), side=SIDES.get(n), actor_kind="person") for n in pair]
    if day:
        fields.append(Field("date", day, words(day, at)))
    if minutes:
        fields.append(Field("duration", Lasting(minutes, minutes), words(f"{minutes} minutes", 0)))
    evidence = (Span(at, at + len(sentence)),)
    return Report(document.id, "contact", type, status, evidence, tuple(fields), "CONSULT")


@pytest.fixture
def make() -> Make:
    return made


@pytest.fixture
def path(fresh: Fresh) -> Path | str:
    return fresh("ledger.db")


@pytest.fixture
def ledger(path: Path | str) -> Iterator[Ledger]:
    with Ledger.open(path, create=True) as opened:
        yield opened


@pytest.fixture
def add(ledger: Ledger) -> Add:
    """add((document, reports), extractor="one") -> Outcome."""

    def adding(what: Made, extractor: str = "one") -> Outcome:
        with ledger.run(extractor) as run:
            return ledger.add(*what, run)

    return adding
