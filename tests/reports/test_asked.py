"""Lines that somebody types: sides, contacts, period and value of fragments; what questions ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from demarche.mentions.reading import Reading
from demarche.model import Lasting, Report
from demarche.reports.asked import question, typed_claims
from demarche.reports.asked.people import named, sides_of

Read = Callable[..., Reading]
DAY = "2025-06-12"
LEDGER = {
    "orsted": ("Anna Orsted", "Norland", "person"),
    "bo tamm": ("Bo Tamm", "Sudland", "person"),
    "tamm": ("Bo Tamm", "Sudland", "person"),
    "umber": ("Cy Umber", "Sudland", "person"),
}


def known(words: str) -> tuple[str, str | None, str | None] | None:
    return LEDGER.get(words.lower())


SIDES: list[tuple[str, list[tuple[str, ...]]]] = [
    ("calls between Macron and Trump", [("Emmanuel Macron",), ("Donald Trump",)]),
    ("Macron's calls with Trump and Witkoff", [("Emmanuel Macron",), ("Donald Trump", "Steve Witkoff")]),
    ("Macron with Trump or Merz", [("Emmanuel Macron",), ("Donald Trump", "Friedrich Merz")]),
    ("calls between France and the United States", [("France",), ("United States",)]),
    ("Trump and Witkoff met", [("Donald Trump",), ("Steve Witkoff",)]),
    ("calls between orsted and tamm", [("Anna Orsted",), ("Bo Tamm",)]),
    ("Orsted with Tamm and Umber", [("Anna Orsted",), ("Bo Tamm", "Cy Umber")]),
    ("orsted's calls with bo tamm", [("Anna Orsted",), ("Bo Tamm",)]),
    ("Emmanuel Macron of France and Trump", [("Emmanuel Macron",), ("Donald Trump",)]),
    ("how many times did they meet", []),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_sides(read: Read, text: str, expected: list[tuple[str, ...]]) -> None:
    reading = read(text, day=DAY)
    sides = sides_of(named(reading, known), reading.document.text)
    assert [tuple(n.name for n in side) for side in sides] == expected


def fields(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = {"type": report.type}
    for name in ("value", "relation", "unit", "period", "asked"):
        item = report.first(name)
        if item is not None:
            found[name] = (item.value.min, item.value.max) if isinstance(item.value, Lasting) else item.value
    found["types"] = report.names("contact_types")
    return found


CLAIMS: list[tuple[str, dict[str, Any]]] = [
    ("the third call between Macron and Trump", {"type": "ordinal", "value": 3, "types": ("call",)}),
    ("third call this year between Macron and Trump", {"type": "ordinal", "value": 3, "period": "2025"}),
    ("call number three between Macron and Trump", {"type": "ordinal", "value": 3}),
    ("three calls between Macron and Trump in 2024", {"type": "count", "value": 3}),
    ("at least 3 calls between orsted and tamm", {"type": "count", "value": 3, "relation": ">="}),
    ("fewer than three meetings between Macron and Trump in 2024", {"type": "count", "value": 3, "relation": "<"}),
    ("about ten calls between Macron and Trump since March", {"value": 10, "relation": "~"}),
    ("20 hours of talks between Macron and Trump", {"type": "duration", "value": (1200, 1200), "unit": "minutes"}),
    ("first meeting between Macron and Trump since 2021", {"type": "recency", "period": "2021/2025-06-12"}),
    ("last call between Macron and Trump on 3 May", {"type": "recency", "value": "2025-05-03"}),
    ("Macron and Trump have spoken by phone five times this year.", {"type": "count", "types": ("call",)}),
    ("more calls between Macron and Trump than between Macron and Merz", {"type": "comparison", "relation": ">"}),
    ("Macron spent as long with Trump as with Merz", {"type": "comparison", "relation": "~", "unit": "minutes"}),
    ("Macron and Trump spoke twice last month", {"value": 2, "period": "2025-05-01/2025-05-31"}),
    ("Macron and Trump spoke five times in the second half of 2024", {"value": 5, "period": "2024-07-01/2024-12-31"}),
    ("Macron and Trump have spent at least 20 hours in talks", {"type": "duration", "relation": ">="}),
    ("it has been two months since Macron and Trump last spoke", {"type": "recency", "value": "2025-04"}),
    ("it is three days since Macron and Trump last spoke", {"type": "recency", "value": "2025-06-09"}),
]


@pytest.mark.parametrize(("text", "expected"), CLAIMS)
def test_claims(read: Read, text: str, expected: dict[str, Any]) -> None:
    (report,) = typed_claims(read(text, day=DAY), known)
    found = fields(report)
    assert {name: found.get(name) for name in expected} == expected


ASKED: list[tuple[str, str]] = [
    ("how many calls did Macron and Trump have in 2025?", "number"),
    ("how often did Macron and Trump speak?", "number"),
    ("how long did Macron and Trump talk?", "length"),
    ("how many hours did Macron spend with Trump?", "length"),
    ("when did Macron last meet Trump?", "last"),
    ("when did Macron first meet Trump?", "first"),
    ("whom did Macron meet most in 2025?", "most"),
    ("who called whom, Macron or Trump?", "initiator"),
    ("which was the longest call between Macron and Trump?", "longest"),
    ("how long was the longest call between Macron and Trump?", "longest"),
    ("what was the date of the first call between Macron and Trump?", "first"),
    ("which calls did Macron and Trump have in the first half of the year?", "which"),
    ("when did Macron and Trump speak in May?", "which"),
    ("did Macron and Trump meet in May?", "whether"),
    ("did Macron speak with Trump more often than with Merz?", "whether"),
]


@pytest.mark.parametrize(("text", "focus"), ASKED)
def test_what_a_question_asks(read: Read, text: str, focus: str) -> None:
    report = question(read(text, day=DAY), known)
    assert report is not None
    assert fields(report)["asked"] == focus


@pytest.mark.parametrize(
    "text", ["who are you?", "how many calls?", "why did Macron call Trump?", "Macron", "how many?"]
)
def test_no_question(read: Read, text: str) -> None:
    assert question(read(text, day=DAY), known) is None


def test_a_month_without_a_year_is_the_last_one(read: Read) -> None:
    report = question(read("how many calls did Macron and Trump have in September?", day=DAY), known)
    assert report is not None
    assert fields(report)["period"] == "2024-09"
