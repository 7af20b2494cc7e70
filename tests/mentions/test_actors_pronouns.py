from __future__ import annotations

from collections.abc import Callable

import pytest

from demarche.mentions.reading import Reading

Read = Callable[..., Reading]


def meant(reading: Reading) -> dict[str, str]:
    """Pronoun, in small letters -> whom it was taken to mean (the last one wins)."""
    return {
        m.span.of(reading.document.text).lower(): "+".join(m.members) or m.name for m in reading.actors if m.pronoun
    }


CASES = [
    ("Emmanuel Macron arrived on Monday. He left on Tuesday.", {"he": "Emmanuel Macron"}),
    ("Giorgia Meloni met Olaf Scholz. She thanked him.", {"she": "Giorgia Meloni", "him": "Olaf Scholz"}),
    ("Vladimir Putin called Emmanuel Macron. They talked for an hour.", {"they": "Vladimir Putin+Emmanuel Macron"}),
    (
        "Olaf Scholz and Emmanuel Macron saw Vladimir Putin, and they stayed for dinner.",
        {"they": "Olaf Scholz+Emmanuel Macron"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_one_candidate_remains(read: Read, text: str, expected: dict[str, str]) -> None:
    found = meant(read(text, day="2023-05-01"))
    assert {k: found.get(k) for k in expected} == expected


def test_nobody_named_nothing_found(read: Read) -> None:
    assert meant(read("He left early.")) == {}


def test_first_person_is_the_signer(read: Read) -> None:
    reading = read(
        "Today I spoke with our allies.",
        day="2023-05-01",
        title="Statement from President Joe Biden on the Talks",
        publisher="The White House",
    )
    assert meant(reading) == {"i": "Joe Biden", "our": "United States"}


def test_turns_of_a_transcript(read: Read) -> None:
    reading = read(
        "Vladimir Putin: I am glad to see you.\n\nViktor Orbán: Thank you. I am glad to be here.",
        day="2022-02-01",
        publisher="President of Russia (en.kremlin.ru)",
        title="Meeting of Vladimir Putin and Viktor Orbán",
    )
    told = [(m.span.of(reading.document.text), m.name) for m in reading.actors if m.pronoun]
    assert [name for word, name in told if word == "I"] == ["Vladimir Putin", "Viktor Orbán"]
    assert ("you", "Vladimir Putin") in told


def test_subject_is_not_its_own_object(read: Read) -> None:
    reading = read(
        "Emmanuel Macron called Vladimir Putin on Friday. He told him that the talks had failed.", day="2023-05-01"
    )
    assert meant(reading) == {"he": "Emmanuel Macron", "him": "Vladimir Putin"}


def test_praised_one_owns_what_he_is_praised_for(read: Read) -> None:
    reading = read("President Biden thanked President Macron for his support.", day="2023-05-01")
    assert meant(reading) == {"his": "Emmanuel Macron"}


def test_words_of_a_quotation_stay_open(read: Read) -> None:
    reading = read('Emmanuel Macron was calm. "He will not come," said a neighbour.', day="2023-05-01")
    assert meant(reading) == {}
