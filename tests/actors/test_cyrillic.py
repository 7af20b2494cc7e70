"""Cyrillic in Latin letters, and without the endings of its cases."""

from __future__ import annotations

import pytest

from demarche.actors.cyrillic import bare, latin


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Эрдоганом", "erdogan"),
        ("Зеленского", "zelensk"),
        ("Зеленский", "zelensk"),
        ("Лаврову", "lavrov"),
        ("Путиным", "putin"),
        ("Путин", "putin"),
        ("Трампом", "trump"),
        ("Уиткоффа", "witkoff"),
        ("Макроном", "macron"),
        ("Си", "si"),
        ("Москве", "moscow"),
        ("Lavrov", "lavrov"),
    ],
)
def test_a_name_in_any_case(word: str, expected: str) -> None:
    assert latin(bare(word)) == expected
