"""Plurals of an office that the people of the text do not hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from demarche.mentions.reading import Reading

Read = Callable[..., Reading]

PLURALS = [
    (
        "Marco Rubio met Sergey Lavrov. The ministers prepared the meeting of the two presidents.",
        "presidents",
        {"Donald Trump", "Vladimir Putin"},
    ),
    (
        "Emmanuel Macron and Donald Trump met in Paris. The two presidents spoke for an hour.",
        "presidents",
        {"Emmanuel Macron", "Donald Trump"},
    ),
    (
        "Igor Lapotko met Jan Sund on Friday. The two presidents spoke for an hour.",
        "presidents",
        {"Igor Lapotko", "Jan Sund"},
    ),
]


@pytest.mark.parametrize(("text", "word", "names"), PLURALS)
def test_an_office_in_the_plural_means_its_holders(read: Read, text: str, word: str, names: set[str]) -> None:
    meant = [set(m.members) for m in read(text).actors if m.members and m.name == word]
    assert meant == [names]
