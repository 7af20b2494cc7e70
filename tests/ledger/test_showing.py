"""One report in full: fields, words in context, the source; ids and their beginnings."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from demarche.errors import UsageError
from demarche.ledger import Ledger, Outcome
from demarche.ledger.context import quote
from demarche.model import Document, Field, Lasting, Report, Span

PAIR = ("Vladimir Putin", "Donald Trump")
Make = Callable[..., tuple[Document, list[Report]]]
Add = Callable[..., Outcome]


def test_show_returns_every_field_with_its_words(ledger: Ledger, make: Make, add: Add) -> None:
    document, reports = make(PAIR, minutes=90, more="Nothing else is known.")
    add((document, reports))
    detail = ledger.show(ledger.reports()[0].id)
    assert [(f.name, f.value) for f in detail.fields] == [
        ("participants", "Vladimir Putin"),
        ("participants", "Donald Trump"),
        ("date", "2025-03-18"),
        ("duration", Lasting(90, 90)),
    ]
    for item in detail.fields:
        for words in item.quotes:
            assert words.words == words.span.of(document.text)
    (length,) = detail.fields[3].quotes
    assert (length.before, length.words, length.after) == ("It took ", "90 minutes", ".")
    assert detail.event.minutes_min == detail.event.minutes_max == 90


def test_values_come_back_as_they_were(ledger: Ledger, add: Add) -> None:
    fields = (
        Field("subjects", (("Vladimir Putin",), ("Donald Trump", "Marco Rubio")), reason="codebook"),
        Field("topics", ("grain", "gas"), reason="codebook"),
        Field("value", 8, reason="codebook"),
        Field("duration", Lasting(120, None, "more than two hours", "open"), reason="codebook"),
    )
    report = Report("d", "claim", "count", None, (Span(0, 5),), fields)
    add((Document("d", "Eight."), [report]))
    detail = ledger.show(ledger.reports()[0].id)
    assert [f.value for f in detail.fields] == [f.value for f in fields]
    assert detail.event.minutes_max is None and detail.event.minutes_min == 120


def test_the_beginning_of_an_id_will_do(ledger: Ledger, make: Make, add: Add) -> None:
    add(make(PAIR))
    whole = ledger.reports()[0].id
    assert ledger.show(whole[:3]).event.id == ledger.show(whole.upper()).event.id == whole


@pytest.mark.parametrize("asked", ["", "zzzzzzzzzzzz", "not an id", "%", "_"])
def test_no_such_id(ledger: Ledger, make: Make, add: Add, asked: str) -> None:
    add(make(PAIR))
    with pytest.raises(UsageError):
        ledger.show(asked)


def test_several_ids_begin_alike(ledger: Ledger, make: Make, add: Add) -> None:
    for number in range(40):
        add(make(PAIR, name=f"n{number}", more=f"Number {number}."))
    ids = sorted(row.id for row in ledger.reports())
    doubled = next(a[0] for a, b in pairwise(ids) if a[0] == b[0])
    with pytest.raises(UsageError, match="several"):
        ledger.show(doubled)


CONTEXTS = [
    ("He left. They met in Oslo. It rained.", "Oslo", "They met in ", "."),
    ("They met in Oslo", "Oslo", "They met in ", ""),
    ("Mr. Orban rang Mr. Tusk at 9 a.m. on Monday. More.", "Tusk", "Mr. Orban rang Mr. ", " at 9 a.m. on Monday."),
    ("The U.S. President called. Then?", "President", "The U.S. ", " called."),
    ("One.\n\nTwo days later\n\nThree.", "days", "Two ", " later"),
    ("“We met.” He smiled at her.", "smiled", "He ", " at her."),
    ("First! Second? Third… Fourth.", "Third", "", "…"),
]


@pytest.mark.parametrize(("text", "words", "before", "after"), CONTEXTS)
def test_a_quote_stands_in_its_sentence(text: str, words: str, before: str, after: str) -> None:
    start = text.index(words)
    found = quote(Span(start, start + len(words)), text)
    assert (found.before, found.words, found.after) == (before, words, after)


def test_an_endless_sentence_is_cut() -> None:
    text = "so on and " * 500
    found = quote(Span(2000, 2005), text)
    assert len(found.before) == len(found.after) == 400
