"""Terms that a text changes: more time, a date moved up, a duty put off; each ultimatum with what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from demarche.language.annotate import annotate
from demarche.mentions import find_mentions
from demarche.model import Document, Report
from demarche.reports.pressures import build_pressures

if TYPE_CHECKING:
    from spacy.language import Language

    from demarche.actors import Authority

#: text -> the statuses of its pressures, in order
CHANGED: list[tuple[str, list[str]]] = [
    (
        "On 14 July 2024 Mr Trump gave Russia 50 days to make peace. Two weeks later he cut it to ten.",
        ["dropped", "pending"],
    ),
    (
        "Warsaw gave Minsk until August 15 to free the journalist, then moved the date up to August 1.",
        ["dropped", "pending"],
    ),
    (
        "Trump gave India two weeks to stop buying Russian oil. On Friday he gave it another week.",
        ["extended", "pending"],
    ),
    ("Ankara gave Athens a month to pull back its ships. On Monday it gave it two more.", ["extended", "pending"]),
    ("Trump paused the tariffs on Canada for 30 days.", ["extended"]),
    ("Brussels delayed its countermeasures against the United States until February.", ["extended"]),
    ("Ottawa kept its promise, and in return Washington shelved the lumber duty on Canada.", ["dropped"]),
    ("Riyadh gave Doha ten days to comply.", ["pending"]),
]

#: text -> the measure of its first pressure holds these words
MEASURES: list[tuple[str, str]] = [
    (
        "Washington gave India until 30 June to stop buying Russian oil or face a levy of 100 per cent.",
        "levy of 100 per cent",
    ),
    ("Moscow gave Helsinki a week to reopen the crossing or lose its gas.", "lose its gas"),
    ("Beijing slapped 34 per cent on American soya.", "34 per cent"),
    ("Oman kicked out five Iranian envoys.", "five Iranian envoys"),
]

#: text -> the day by which the other side must act
DEADLINES: list[tuple[str, str]] = [
    ("Moscow told Helsinki to reopen the crossing by Friday.", "2025-06-13"),
    ("Israel told the residents of southern Gaza to leave within 24 hours.", "2025-06-13"),
    ("Israel told Lebanon's government that it must disarm Hezbollah by the end of the year.", "2025-12-31"),
    ("Warsaw gave Minsk until August 15 to free the journalist.", "2025-08-15"),
]


def read(nlp: Language, authority: Authority, text: str) -> list[Report]:
    """The pressures of one text that a paper printed on a Thursday."""
    document = Document("t", text, title="", publisher="The Courier", date=date(2025, 6, 12))
    ((_, doc),) = annotate([document], nlp)
    return list(build_pressures(find_mentions(document, doc, authority)))


def values(reports: Iterable[Report], name: str) -> list[str]:
    """The values of one field, in order."""
    return [str(f.value) for r in reports for f in r.fields if f.name == name]


@pytest.mark.parametrize(("text", "statuses"), CHANGED)
def test_statuses(nlp: Language, authority: Authority, text: str, statuses: list[str]) -> None:
    assert [r.status for r in read(nlp, authority, text)] == statuses


@pytest.mark.parametrize(("text", "words"), MEASURES)
def test_measure(nlp: Language, authority: Authority, text: str, words: str) -> None:
    assert any(words in value for value in values(read(nlp, authority, text), "measure"))


@pytest.mark.parametrize(("text", "day"), DEADLINES)
def test_deadline(nlp: Language, authority: Authority, text: str, day: str) -> None:
    assert day in values(read(nlp, authority, text), "deadline")


def test_replaced_ultimatum_is_its_own_report(nlp: Language, authority: Authority) -> None:
    text = 'Trump, who first set Russia a deadline of 50 days on 14 May, shortened it last week to "10 or 12 days".'
    found = read(nlp, authority, text)
    assert {r.status for r in found} == {"dropped", "pending"}
    assert set(values(found, "deadline")) == {"2025-07-03", "P12D"}
