from __future__ import annotations

from collections.abc import Callable

import pytest

from demarche.mentions.reading import Reading

Read = Callable[..., Reading]

CASES = [
    ("They met in Luanda, Angola, on Friday.", "Luanda, Angola", "Angola"),
    ("The talks were held in Geneva.", "Geneva", "Switzerland"),
    ("She will visit the Republic of Korea in May.", "South Korea", "South Korea"),
    ("The leaders met at Camp David.", "Camp David", "United States"),
    ("He received them at the White House.", "White House", "United States"),
    ("The summit in Washington, D.C. ended.", "Washington, D.C.", "United States"),
]


@pytest.mark.parametrize(("text", "name", "state"), CASES)
def test_places_and_their_states(read: Read, text: str, name: str, state: str) -> None:
    assert (name, state) in [(p.name, p.state) for p in read(text).places]


def test_lists_of_cities_stay_apart(read: Read) -> None:
    names = [p.name for p in read("He travels to Paris, London and Rome.").places]
    assert names == ["Paris", "London", "Rome"]


@pytest.mark.parametrize("text", ["Paris Hilton sang.", "He spoke about trade.", "In May they will meet."])
def test_no_place(read: Read, text: str) -> None:
    assert [p.name for p in read(text).places] == []


def test_spans_quote(read: Read) -> None:
    reading = read("They met in Luanda, Angola, and then in Nairobi.")
    assert [p.span.of(reading.document.text) for p in reading.places] == ["Luanda, Angola", "Nairobi"]
