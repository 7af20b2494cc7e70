"""Text from strangers: nothing that a terminal obeys or hides gets through, and offsets stay."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.visible import visible

PAIRS = [
    ("plain words\nand lines\t", "plain words\nand lines\t"),
    ("Türkiye, Łódź, 東京, 👍", "Türkiye, Łódź, 東京, 👍"),
    ("\x1b[2J", "␛[2J"),
    ("bell\x07 null\x00 del\x7f", "bell␇ null␀ del␡"),
    ("\r\n", "␍\n"),
    ("\x9b31m", "�31m"),
    ("\u202eevil\u202c", "�evil�"),
    ("\u2066a\u2069", "�a�"),
    ("zero\u200bwidth\ufeff", "zero�width�"),
    ("half \ud800", "half �"),
    ("[bold]x[/bold]", "[bold]x[/bold]"),
]


@pytest.mark.parametrize(("text", "shown"), PAIRS)
def test_signs(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_one_sign_a_character(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert not [c for c in shown if unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF", "RLI", "LRI")]
