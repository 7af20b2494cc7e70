"""What a number in a claim allows: the least and the greatest number of contacts with which it is true."""

from __future__ import annotations

import re
from math import ceil, floor

from demarche.analysis.hours import ABOUT

__all__ = ["about_words", "bounds", "factor_in"]


def bounds(value: int, relation: str) -> tuple[int, int | None]:
    """The least and the greatest number, None without an end: `=` 8–8, `>=` 8–, `>` 9–, `<` 0–7, `~` 7–10."""
    if relation == "~":
        return min(ceil(value / ABOUT), max(0, value - 1)), max(floor(value * ABOUT), value + 1)
    table: dict[str, tuple[int, int | None]] = {
        ">=": (value, None),
        ">": (value + 1, None),
        "<": (0, value - 1),
        "<=": (0, value),
    }
    return table.get(relation, (value, value))


def about_words() -> str:
    """How far "about" reaches: one meaning for numbers, hours and comparisons."""
    return f"“about” is taken as {100 / ABOUT:.0f} to {100 * ABOUT:.0f} %"


_FACTORS: tuple[tuple[str, float], ...] = (
    (r"\b(?:twice|double|two times)\b", 2.0),
    (r"\b(?:three times|thrice|triple)\b", 3.0),
    (r"\bfour times\b", 4.0),
    (r"\bhalf\b", 0.5),
)


def factor_in(words: str) -> float:
    """The multiple that a comparison names: "twice as long" 2, "half as many" 0.5, else 1."""
    return next((factor for pattern, factor in _FACTORS if re.search(pattern, words, re.I)), 1.0)
