from __future__ import annotations

from datetime import date

import pytest

from demarche.actors import Authority
from demarche.actors.names import pieces


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Volodymyr Zelenskiy", "Volodymyr Zelenskyy"),
        ("Joseph R. Biden, Jr.", "Joe Biden"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
        ("Aleksandr Lukashenka", "Alexander Lukashenko"),
        ("Antony J. Blinken", "Antony Blinken"),
    ],
)
def test_full_names_in_any_spelling(authority: Authority, name: str, person: str) -> None:
    found = authority.named(pieces(name), date(2022, 5, 1))
    assert found is not None
    assert found.name == person


@pytest.mark.parametrize(
    ("surname", "day", "person"),
    [
        ("Putin", date(2024, 1, 10), "Vladimir Putin"),
        ("Macron", date(2024, 1, 10), "Emmanuel Macron"),
        ("von der Leyen", date(2024, 1, 10), "Ursula von der Leyen"),
        ("Lukashenka", date(2024, 1, 10), "Alexander Lukashenko"),
        ("Nobody-Such", date(2024, 1, 10), None),
    ],
)
def test_surnames_in_office(authority: Authority, surname: str, day: date, person: str | None) -> None:
    found = authority.surnamed(pieces(surname), day, first_tier=True)
    assert (found.name if found else None) == person


@pytest.mark.parametrize(
    ("office", "place", "day", "person"),
    [
        ("president", "USA", date(2022, 5, 1), "Joe Biden"),
        ("president", "USA", date(2025, 5, 1), "Donald Trump"),
        ("foreign minister", "USA", date(2022, 5, 1), "Antony Blinken"),
        ("prime minister", "DEU", date(2019, 5, 1), "Angela Merkel"),
        ("president", "USA", None, None),
        ("astronomer", "USA", date(2022, 5, 1), None),
    ],
)
def test_office_of_a_state_on_a_day(
    authority: Authority, office: str, place: str, day: date | None, person: str | None
) -> None:
    found = authority.holder(office, place, day)
    assert (found.name if found else None) == person


@pytest.mark.parametrize(
    ("place", "person"),
    [("DEU", "Olaf Scholz"), ("FRA", "Emmanuel Macron"), ("CAN", "Justin Trudeau"), ("CHN", "Xi Jinping")],
)
def test_leader_is_the_head_who_leads(authority: Authority, place: str, person: str) -> None:
    found = authority.leader(place, date(2023, 5, 1))
    assert found is not None
    assert found.name == person


def test_doubtful_rows_are_not_shipped(authority: Authority) -> None:
    bases = {term.basis for terms in authority.terms_of.values() for term in terms}
    assert bases <= {"own", "own+factbook", "own+corpus", "factbook", "wikidata"}


def test_every_term_points_to_a_person_and_a_place(authority: Authority) -> None:
    for person, terms in authority.terms_of.items():
        assert person in authority.people
        for term in terms:
            assert term.place in authority.states or term.place in authority.institutions
            assert not term.end or term.start <= term.end


def test_side_of_a_body(authority: Authority) -> None:
    assert authority.side_id("EU-COMMISSION") == "EU"
    assert authority.side_id("USA-STATE") == "USA"
    assert authority.side_id("HAMAS") == "HAMAS"
    assert authority.label("~Karvelia") == "Karvelia"
