"""Contacts and places in a row, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from demarche.analysis.wording import day
from demarche.edtf import parse

__all__ = ["date_words", "nth", "numbered", "things"]

_NOUNS = {
    "call": ("call", "calls"),
    "meeting": ("meeting", "meetings"),
    "summit": ("summit", "summits"),
    "visit": ("visit", "visits"),
    "talks": ("round of talks", "rounds of talks"),
    "message": ("message", "messages"),
}
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip


def things(types: Sequence[str], count: int = 2) -> str:
    """`calls`, `call`, `calls or meetings`, `contacts`; a summit goes without saying where meetings count."""
    shown = [kind for kind in types if kind != "summit" or "meeting" not in types]
    named = [_NOUNS.get(kind, ("contact", "contacts"))[count != 1] for kind in shown] or [
        ("contact", "contacts")[count != 1]
    ]
    return " or ".join([", ".join(named[:-1]), named[-1]]) if len(named) > 1 else named[0]


def numbered(count: int, types: Sequence[str]) -> str:
    """`8 calls`, `1 meeting`, `no call`."""
    return f"{count or 'no'} {things(types, count or 1)}"


def nth(number: int) -> str:
    """`first`, `eighth`, `twelfth`, `22nd`."""
    if 0 < number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def date_words(edtf: str) -> str:
    """`2021`, `Aug 2025`, `18 Aug 2025`; any other form as it is written."""
    days = parse(edtf)
    if days is None or days.earliest is None or not re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?~?", edtf):
        return edtf
    words = day(days.earliest)
    return words if days.one_day else words.partition(" ")[2]
