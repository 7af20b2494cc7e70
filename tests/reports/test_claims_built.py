"""Claims as reports: whose contacts, over which period, on whose word, every field with its words or a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from demarche.mentions.reading import Reading
from demarche.model import Document, Report
from demarche.reports.claims import build_claims
from demarche.reports.gate import refusal
from demarche.reports.serialize import report_line

Read = Callable[..., Reading]

LEAD = "French President Emmanuel Macron spoke by telephone with US President Donald Trump on Thursday. "
PAIR = [["Emmanuel Macron"], ["Donald Trump"]]


def line(read: Read, text: str) -> dict[str, Any]:
    reading = read(LEAD + text, day="2025-06-12")
    found: list[Report] = list(build_claims(reading))
    assert found
    assert [refusal(r, reading.document) for r in found] == [None] * len(found)
    document: Document = reading.document
    return report_line(document, found[0], "r1")


SUBJECTS: list[tuple[str, list[list[str]]]] = [
    ("It was their sixth conversation this year.", PAIR),
    ("The two leaders have met four times since January.", PAIR),
    ("Macron has met Trump four times since January.", PAIR),
    ("They last spoke on 3 May.", PAIR),
    ("Macron has met Xi Jinping five times since March.", [["Emmanuel Macron"], ["Xi Jinping"]]),
    ("It was the first call between Macron and Vladimir Putin since 2022.", [["Emmanuel Macron"], ["Vladimir Putin"]]),
    ("Macron has spoken with Trump more often than with Xi Jinping.", PAIR),
    (
        "Macron has met Trump more often than Xi Jinping, who has had three such meetings since January.",
        PAIR,
    ),
]

PERIODS: list[tuple[str, str]] = [
    ("It was their sixth conversation this year.", "2025-01-01/2025-06-12"),
    ("They have spoken four times since February.", "2025-02/2025-06-12"),
    ("They have spoken twice since 3 March 2025.", "2025-03-03/2025-06-12"),
    ("It was their second call in ten days.", "2025-06-02/2025-06-12"),
    ("It was their third call in as many weeks.", "2025-05-22/2025-06-12"),
    ("Macron has met Trump four times in 2024.", "2024-01-01/2024-12-31"),
    ("They have never met.", "../2025-06-12"),
    ("They last spoke on 3 May.", "2025-05-03/2025-06-12"),
]

VALUES: list[tuple[str, Any, str, str]] = [
    ("It was their sixth conversation this year.", 6, "contacts", "="),
    ("They have spoken at least ten times since February.", 10, "contacts", ">="),
    ("They have met more than four times this year.", 4, "contacts", ">"),
    ("They have spoken about twenty times since 2022.", 20, "contacts", "~"),
    ("They last spoke on 3 May.", "2025-05-03", "contacts", "="),
    ("Macron has spent more than 20 hours of talks with Trump since May.", {"min": 1200, "max": None}, "minutes", ">"),
    ("They have never met.", 0, "contacts", "="),
]


@pytest.mark.parametrize(("text", "subjects"), SUBJECTS)
def test_subjects_are_sides(read: Read, text: str, subjects: list[list[str]]) -> None:
    assert sorted(line(read, text)["subjects"]) == sorted(subjects)


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_the_period_counts_to_the_document_s_day(read: Read, text: str, period: str) -> None:
    assert line(read, text)["period"] == period


@pytest.mark.parametrize(("text", "value", "unit", "relation"), VALUES)
def test_value_unit_relation(read: Read, text: str, value: Any, unit: str, relation: str) -> None:
    found = line(read, text)
    assert (found["value"], found["unit"], found["relation"]) == (value, unit, relation)


def test_the_reference_of_a_comparison(read: Read) -> None:
    found = line(read, "Macron has spoken with Trump more often than with Xi Jinping.")
    assert found["reference"] == [["Emmanuel Macron"], ["Xi Jinping"]]


def test_whom_the_document_credits(read: Read) -> None:
    assert (
        line(read, "It was their sixth call this year, according to Volodymyr Zelenskyy.")["source"]
        == "Volodymyr Zelenskyy"
    )


def test_an_event_gives_no_day(read: Read) -> None:
    assert "period" not in line(read, "They have met four times since the truce collapsed.")


def test_calls_are_calls(read: Read) -> None:
    assert line(read, "It was their sixth telephone conversation this year.")["contact_types"] == ["call"]
