"""Asking for lists: who, with whom, kind, type, status, since, until, order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from demarche.errors import UsageError
from demarche.ledger import Filters, Ledger
from demarche.model import Document, Field, Report, Span

PT, ZT, XP = (
    ("Vladimir Putin", "Donald Trump"),
    ("Volodymyr Zelenskyy", "Donald Trump"),
    ("Xi Jinping", "Vladimir Putin"),
)
LR = ("Sergey Lavrov", "Marco Rubio")
Make = Callable[..., tuple[Document, list[Report]]]


@pytest.fixture
def filled(ledger: Ledger, make: Make) -> Ledger:
    with ledger.run("one") as run:
        for number, (pair, kind, day, status) in enumerate(
            [
                (PT, "call", "2025-02-12", "held"),
                (PT, "summit", "2025-08-15", "held"),
                (ZT, "call", "2025-02", "held"),
                (XP, "meeting", "2025-09-02", "planned"),
                (LR, "call", "2025-03-10", "held|denied"),
                (ZT, "meeting|talks", "2025-02-28/2025-03-02", "held"),
                (PT, "message", None, "held"),
            ]
        ):
            ledger.add(*make(pair, type=kind, day=day, status=status, name=f"n{number}"), run)
    return ledger


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), 7),
        (Filters(who="Putin"), 4),
        (Filters(who="putin", with_="TRUMP"), 3),
        (Filters(who="Zelensky"), 2),
        (Filters(who="Zelenskiy", with_="trump"), 2),
        (Filters(who="Russia"), 5),
        (Filters(who="Russia", with_="United States"), 4),
        (Filters(who="Russia", with_="US"), 4),
        (Filters(who="Russia", with_="Putin"), 0),
        (Filters(who=("Lavrov", "Xi")), 2),
        (Filters(who="Xi Jinping", with_="Lavrov"), 0),
        (Filters(who="nobody of that name"), 0),
        (Filters(type="call"), 3),
        (Filters(type="talks"), 1),
        (Filters(type=("talks", "summit")), 2),
        (Filters(status="held"), 6),
        (Filters(status="denied"), 1),
        (Filters(status="planned"), 1),
        (Filters(kind="contact"), 7),
        (Filters(kind=("offer", "pressure")), 0),
        (Filters(since="2025-03"), 4),
        (Filters(until="2025-02"), 3),
        (Filters(since="2025-02", until="2025-02"), 3),
        (Filters(since="2025-03-01", until="2025-03-01"), 1),
        (Filters(since="2025", until="2025"), 6),
        (Filters(since="2025", until="2025", undated=True), 7),
        (Filters(since="2026"), 0),
    ],
)
def test_filters(filled: Ledger, filters: Filters, expected: int) -> None:
    assert len(filled.reports(filters)) == filled.count_reports(filters) == expected


def test_order_and_pages(filled: Ledger) -> None:
    days = [row.date for row in filled.reports(Filters(who="Putin"))]
    assert days == ["2025-02-12", "2025-08-15", "2025-09-02", None]
    assert [row.date for row in filled.reports(Filters(who="Putin", order="-date"))] == [*days[2::-1], None]
    assert [row.document.name for row in filled.reports(Filters(order="added", limit=2, offset=1))] == ["n1", "n2"]
    assert len(filled.reports(Filters(offset=5))) == 2


@pytest.mark.parametrize("filters", [Filters(since="last week"), Filters(until="2025-13"), Filters(order="size")])
def test_what_cannot_be_understood_is_said(filled: Ledger, filters: Filters) -> None:
    with pytest.raises(UsageError):
        filled.reports(filters)


def test_a_row_has_its_words_and_source(filled: Ledger) -> None:
    row = filled.reports(Filters(who="Lavrov"))[0]
    assert row.quote == "Sergey Lavrov and Marco Rubio were in touch by call on 2025-03-10."
    assert row.document.publisher == "Gazette" and row.document.date == "2025-03-19"
    assert [(p.name, p.side, p.kind) for p in row.participants] == [
        ("Sergey Lavrov", "Russia", "person"),
        ("Marco Rubio", "United States", "person"),
    ]


def test_the_quote_counts_code_points(ledger: Ledger) -> None:
    text = "🤝🤝 Erdoğan’s talks with Łukasz — in Kraków, at noon."
    span = Span(text.index("Łukasz"), text.index(","))
    report = Report("d", "contact", "talks", "held", (span,), (Field("place", "Kraków", (Span(28, 29),)),))
    with ledger.run("one") as run:
        ledger.add(Document("d", text), [report], run)
    assert ledger.reports()[0].quote == "Łukasz — in Kraków"
