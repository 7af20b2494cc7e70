"""Putting in by bulk: the same ledger as one document after the other, on a file and on a server."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from benchmarks.generate import documents

from demarche.ledger import Ledger
from demarche.ledger.bulk import link, packed, put
from demarche.ledger.connection import Database
from demarche.model import Document, Report, Span

from .content import Content, content
from .making import Spec, build, stream

Read = Sequence[tuple[Document, Sequence[Report]]]
Fresh = Callable[..., Path | str]

P, T, L, R = "Vladimir Putin", "Donald Trump", "Sergey Lavrov", "Marco Rubio"


def one_by_one(where: Path | str, read: Read) -> Content:
    with Ledger.open(where, create=True) as ledger, ledger.run("x") as run:
        for document, reports in read:
            ledger.add(document, reports, run)
    return content(where)


def by_bulk(where: Path | str, *parts: Read) -> Content:
    with Ledger.open(where, create=True) as ledger, ledger.run("x") as run:
        pass
    database = Database.open(where, create=False, read_only=False, timeout=30)
    for part in parts:
        with database.writing() as connection:
            put(connection, packed(part), run, lambda n, part=part: part[n])  # type: ignore[misc]
        link(database, str(where))
    database.close()
    return content(where)


def generated(count: int) -> list[tuple[Document, list[Report]]]:
    return list(documents(count))


def told_often() -> list[tuple[Document, list[Report]]]:
    return list(stream(0, 60))


def vague() -> list[tuple[Document, list[Report]]]:
    """Long intervals, contacts of one side, open ends, no day: whatever is not looked for under one key."""
    specs = [
        Spec((P, T)),
        Spec((P, T), day="2025-03"),
        Spec((P, T), day="2025"),
        Spec((P, T), day="2025-02/2025-04"),
        Spec((P,)),
        Spec((P,), minutes=20),
        Spec((T,), day="2025-03-05~"),
        Spec((T,), day="2025-03"),
        Spec((P, T), day=None),
        Spec((L, R), day="2025-03-28/2025-04-02"),
        Spec((L,), day="2025-04-01"),
        Spec((L, R), day="2025-04-01", minutes=90),
        Spec((P, T), minutes=25, day="2025-03-04"),
        Spec((P, T), "meeting", "2024/2026"),
    ]
    return [build(number, spec) for number, spec in enumerate(specs)]


def with_a_past() -> list[tuple[Document, list[Report]]]:
    """Versions of a page, items of one page, the same words twice, once dated."""
    page, other = "https://example.org/page", "https://example.org/other"

    def at(number: int, url: str | None, name: str = "", day: date | None = None) -> tuple[Document, list[Report]]:
        document, reports = build(number, Spec((P, T), minutes=10 + number))
        document = replace(document, url=url, id=name or document.id, date=day)
        return document, [replace(report, document_id=document.id) for report in reports]

    return [
        at(1, page, "a"),
        at(2, page, "b"),
        at(3, page, "a"),
        at(4, other, "a"),
        at(1, page, "a"),
        at(5, None),
        at(5, None, day=date(2025, 3, 5)),
        at(6, page, "a"),
    ]


SETS: dict[str, Callable[[], Read]] = {
    "all kinds": lambda: generated(300),
    "one told often": told_often,
    "vague": vague,
    "versions": with_a_past,
    "nothing": list,
}


@pytest.mark.parametrize("name", SETS)
def test_bulk_makes_the_ledger_that_adding_makes(name: str, fresh: Fresh) -> None:
    read = SETS[name]()
    assert by_bulk(fresh("bulk.db"), read) == one_by_one(fresh("one.db"), read)


@pytest.mark.parametrize("name", ["one told often", "vague", "versions"])
def test_bulk_on_top_of_what_is_there(name: str, fresh: Fresh) -> None:
    read = SETS[name]()
    half = len(read) // 2
    assert by_bulk(fresh("bulk.db"), read[:half], read[half:]) == one_by_one(fresh("one.db"), read)


def test_what_does_not_quote_is_refused_and_named() -> None:
    good, bad = build(1, Spec((P, T))), build(2, Spec((P, T)))
    beyond = replace(bad[1][0], evidence=(Span(0, 10_000),))
    made = packed([good, (bad[0], [beyond])])
    assert [row[0] for row in made.documents] == ["note-1"]
    ((name, why),) = made.refused
    assert name == "note-2"
    assert "nothing of this document was added" in why
