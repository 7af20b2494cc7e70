"""Of which day the contact is that a claim numbers."""

from __future__ import annotations

from datetime import date

import pytest

from demarche.analysis.checking import Claim
from demarche.analysis.checking.about import TellsOf, day_of
from demarche.ledger import Quote
from demarche.model import Span

from .conftest import PL, PT, claim

SENTENCE = Span(100, 160)
INSIDE, BEFORE = Span(120, 150), Span(10, 60)


def said(words: str = "It was their eighth call this year") -> Quote:
    return Quote(SENTENCE, words, "", "")


def told(
    day: str | None, span: Span = INSIDE, names: tuple[str, ...] = PT, type_: str = "call", status: str = "held"
) -> TellsOf:
    return TellsOf(names, type_, status, day, span)


def ordinal(words: str = "It was their eighth call this year", **more: object) -> Claim:
    return claim("ordinal", 8, quote=said(words), **more)


CASES: list[tuple[Claim, list[TellsOf], str | None]] = [
    (ordinal(), [told("2025-10-16")], "2025-10-16"),
    (ordinal(), [told("2025-10-16", BEFORE)], "2025-10-16"),  # a sentence before, within ten days
    (ordinal(), [told("2025-09-16", BEFORE)], None),  # too long before
    (ordinal(), [told("2025-09-16")], "2025-09-16"),  # the sentence itself tells of it
    (ordinal(), [told("2025-10-16~")], None),  # only about right
    (ordinal(), [told(None)], None),
    (ordinal(), [told("2025-10-16", names=PL)], None),  # other people
    (ordinal(), [told("2025-10-16", type_="meeting")], None),  # another type
    (ordinal(), [told("2025-10-16", status="planned")], None),
    (ordinal(), [told("2025-10-16", BEFORE), told("2025-10-14", BEFORE)], None),  # two would do
    (ordinal(), [told("2025-10-16"), told("2025-10-14", BEFORE)], "2025-10-16"),
    (ordinal("The first call took place on 12 February"), [], "2025-02-12"),
    (ordinal("The first call, on Feb. 12, was short"), [told("2025-10-16", BEFORE)], "2025-02-12"),
    (ordinal("The last call took place on 30 December"), [], "2024-12-30"),
    (ordinal("The call of 4 June 2024 was the first"), [], "2024-06-04"),
    (ordinal("the eighth call since 12 February"), [], None),
    (ordinal("the eighth call on 31 February"), [], None),
    (claim("recency", 1, period="2025-08-18/2025-10-16", quote=said()), [told("2025-08-18")], None),
    (claim("recency", 1, period="2025-08-18/2025-10-16", quote=said()), [told("2025-10-16")], "2025-10-16"),
    (claim("recency", "2025-08-18", quote=said()), [told("2025-10-16")], None),
    (claim("count", 8, quote=said()), [told("2025-10-16")], None),
    (claim("comparison", types=("meeting", "summit"), quote=said()), [told("2025-10-16", type_="talks")], "2025-10-16"),
]


@pytest.mark.parametrize(("asked", "contacts", "expected"), CASES)
def test_the_day_of_the_contact(asked: Claim, contacts: list[TellsOf], expected: str | None) -> None:
    assert day_of(asked, contacts) == (date.fromisoformat(expected) if expected else None)
