"""Lengths of time as people note them: `90`, `1 h 20`, `1:20`, `70-75 min`, `about 2 h`, `more than 2 hours`.

Bare numbers are minutes. `about`, `nearly` and `more than` widen a length as the codebook says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from demarche.model import Lasting

__all__ = ["length"]

_Ends: TypeAlias = tuple[float | None, float | None]

_NUMBER = r"\d+(?:\.\d+)?"
_HOUR, _MINUTE = r"h(?:ours?|rs?)?\.?", r"m(?:in(?:ute)?s?)?\.?"
_BOTH = re.compile(rf"({_NUMBER})\s*{_HOUR}\s*(?:and\s*)?(\d+)\s*(?:{_MINUTE})?")
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")
_HOURS = re.compile(rf"({_NUMBER})\s*{_HOUR}")
_MINUTES = re.compile(rf"({_NUMBER})\s*(?:{_MINUTE})?")
_RANGE = re.compile(r"(?:between\s+)?(.+?)\s*(?:-|–|—|\bto\b|\bor\b|\band\b)\s*(.+)")
_SAID = (  # in words, before anything else is read
    (re.compile(r"(?:an?|one) hour and a half|an? hour and a half"), "90 min"),
    (re.compile(r"(\d+) and a half hours"), r"\1.5 h"),
    (re.compile(r"half an? hour"), "30 min"),
    (re.compile(r"three quarters of an hour"), "45 min"),
    (re.compile(r"(?:a )?quarter of an hour"), "15 min"),
    (re.compile(r"\ban? hour\b"), "1 h"),
)
_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_QUALIFIERS = (
    ("about", r"(?:about|around|approx(?:imately|\.)?|roughly|some|circa|ca\.?|c\.|~|≈)\s*", r"\s*or so"),
    ("nearly", r"(?:nearly|almost|close to|just under)\s*", None),
    ("at-least", r"(?:more than|longer than|over|at least|>=?|≥|from)\s*", r"\s*(?:or more|or longer|\+)"),
    ("at-most", r"(?:less than|under|up to|at most|no more than|<=?|≤)\s*", r"\s*or less"),
)
_ABOUT = {60: 10, 30: 5, 15: 5}  # the codebook: about an hour is 50 to 70; else ten per cent either way


def length(words: str) -> Lasting | None:
    """The length that these words mean, None when they mean none."""
    plain = _plain(words)
    for rule, before, after in _QUALIFIERS:
        bare = _without(plain, before, after)
        if bare is not None:
            ends = _interval(bare)
            return _lasting(_QUALIFIED[rule](*ends), words, rule) if ends else None
    ends = _interval(plain)
    return _lasting(ends, words, "exact" if ends[0] == ends[1] else "interval") if ends else None


def _plain(words: str) -> str:
    text = re.sub(r"(?<=\d),(?=\d)", ".", " ".join(words.split()).casefold())
    for number, word in enumerate(_WORDS, 1):
        text = re.sub(rf"\b{word}\b(?! quarters)", str(number), text)
    text = re.sub(r"\b1 hour and a half", "1.5 h", text)
    for pattern, plain in _SAID:
        text = pattern.sub(plain, text)
    return text


def _without(text: str, before: str, after: str | None) -> str | None:
    """The text without its qualifier; None when it does not bear it."""
    found = re.fullmatch(before + "(.+)", text) or (after and re.fullmatch(f"(.+?){after}", text))
    return found[1] if found else None


def _interval(text: str) -> tuple[float, float] | None:
    one = _minutes(text)
    if one is not None:
        return one, one
    found = _RANGE.fullmatch(text)
    if not found:
        return None
    high = _minutes(found[2])
    unit = " h" if re.fullmatch(rf"{_NUMBER}\s*{_HOUR}", found[2]) else ""
    low = _minutes(found[1] + unit if re.fullmatch(_NUMBER, found[1]) else found[1])
    return (low, high) if low is not None and high is not None and low <= high else None


def _minutes(text: str) -> float | None:
    if found := _BOTH.fullmatch(text) or _CLOCK.fullmatch(text):
        return float(found[1]) * 60 + int(found[2]) if int(found[2]) < 60 else None
    if found := _HOURS.fullmatch(text):
        return float(found[1]) * 60
    found = _MINUTES.fullmatch(text)
    return float(found[1]) if found else None


def _about(low: float, high: float) -> _Ends:
    if low != high:
        return low, high
    spread = _ABOUT.get(int(low), low / 10)
    return low - spread, low + spread


def _nearly(low: float, high: float) -> _Ends:
    return low * 0.9, high


def _at_least(low: float, _high: float) -> _Ends:
    return low, None


def _at_most(_low: float, high: float) -> _Ends:
    return None, high


_QUALIFIED: dict[str, Callable[[float, float], _Ends]] = {
    "about": _about,
    "nearly": _nearly,
    "at-least": _at_least,
    "at-most": _at_most,
}


def _lasting(ends: _Ends, words: str, rule: str) -> Lasting:
    low, high = (None if end is None else round(end) for end in ends)
    return Lasting(low, high, words.strip(), rule)
