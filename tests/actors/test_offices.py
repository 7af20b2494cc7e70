"""An office asked for in words, and who held it when: public facts of the packaged tables."""

from __future__ import annotations

import pytest

from demarche.actors import Authority
from demarche.actors.offices import holders, office_in


@pytest.fixture(scope="module")
def facts() -> Authority:
    return Authority.load()


@pytest.mark.parametrize(
    ("typed", "office", "place"),
    [
        ("the Turkish president", "president", "TUR"),
        ("Türkiye's president", "president", "TUR"),
        ("President of Türkiye", "president", "TUR"),
        ("US secretary of state", "secretary of state", "USA"),
        ("u.s. Secretary of State", "secretary of state", "USA"),
        ("Kremlin spokesman", "spokesman", "RUS-KREMLIN"),
        ("Biden's national security adviser", "national security adviser", "USA"),
        ("the national security advisor of Joe Biden", "national security adviser", "USA"),
        ("deputy prime minister of Russia", "deputy prime minister", "RUS"),
        ("EU foreign policy chief", "high representative", "EU"),
        ("NATO chief", "secretary-general", "NATO"),
        ("CIA director", "cia director", "USA"),
        ("the pope", "pope", "VAT"),
    ],
)
def test_an_office_is_read(facts: Authority, typed: str, office: str, place: str) -> None:
    found = office_in(facts, typed)
    assert found is not None
    assert (found.name, found.place) == (office, place)


@pytest.mark.parametrize(
    "typed",
    [
        "Putin",
        "President Putin",
        "the president",
        "Turkey",
        "Secretary Rubio",
        "Russian talks",
        "",
        "of the",
        "'s",
        "x" * 999,
    ],
)
def test_other_words_are_no_office(facts: Authority, typed: str) -> None:
    assert office_in(facts, typed) is None


@pytest.mark.parametrize(
    ("typed", "since", "until", "names"),
    [
        ("the Turkish president", "2025-01-01", "2025-12-31", ["Recep Tayyip Erdoğan"]),
        ("US secretary of state", "2024-06-01", "2025-06-01", ["Antony Blinken", "Marco Rubio"]),
        ("US secretary of state", "2025-03-01", "2025-03-01", ["Marco Rubio"]),
        ("American foreign minister", "2025-03-01", "2025-03-01", ["Marco Rubio"]),
        ("the French leader", "2024-01-01", "", ["Emmanuel Macron"]),
        ("the German leader", "2024-01-01", "2024-12-31", ["Olaf Scholz"]),
        ("Kremlin spokesman", "2025-01-01", "", ["Dmitry Peskov"]),
        ("White House spokesperson", "2022-06-01", "2022-07-01", ["Karine Jean-Pierre"]),
        ("Biden's national security adviser", "", "", ["Jake Sullivan"]),
        ("Biden's national security adviser", "2025-06-01", "", []),
        ("Russian special envoy", "2025-03-01", "", []),  # several at one time: which one is not told
    ],
)
def test_whoever_held_it_then(facts: Authority, typed: str, since: str, until: str, names: list[str]) -> None:
    office = office_in(facts, typed)
    assert office is not None
    assert [held.name for held in holders(facts, office, since, until)] == names


def test_a_term_is_cut_to_what_was_asked(facts: Authority) -> None:
    office = office_in(facts, "US president")
    assert office is not None
    told = [(held.name, held.since, held.until) for held in holders(facts, office, "2024-01-01", "2025-06-30")]
    assert told == [("Joe Biden", "2024-01-01", "2025-01-20"), ("Donald Trump", "2025-01-20", "2025-06-30")]
