"""The day a document was published, as people and machines write it. Two readings are none: they are asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WORD = r"(?P<month>[a-z]{3,9})\.?"
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
_CLOCK = r"(?:[\s,]+(?:at\s+)?\d{1,2}[:.]\d{2}.*)?"


class UnclearDateError(ValueError):
    """A date that cannot be read, or that has two readings. The message says so to the user."""


def read_day(words: str) -> date:
    """The one day that these words mean, or `UnclearDateError`."""
    plain = " ".join(words.split()).casefold()
    for pattern, build in _FORMS:
        if match := pattern.fullmatch(plain):
            return build(match, words)
    raise UnclearDateError(f"{words!r} is not a day: write it as 2025-06-12")


def _iso(match: re.Match[str], words: str) -> date:
    return _day(words, int(match["year"]), int(match["m"]), int(match["day"]))


def _named(match: re.Match[str], words: str) -> date:
    return _day(words, int(match["year"]), _month(match["month"], words), int(match["day"]))


def _numbers(match: re.Match[str], words: str) -> date:
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if first == second or second > 12:
        return _day(words, year, first, second)
    if first > 12:
        return _day(words, year, second, first)
    one, other = _day(words, year, second, first), _day(words, year, first, second)
    raise UnclearDateError(f"{words!r} can be {spoken(one)} or {spoken(other)}: write {one} or {other}")


def _day(words: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UnclearDateError(f"{words!r} is not a day of the calendar") from None


def _month(word: str, words: str) -> int:
    for number, name in enumerate(_MONTHS, 1):
        if name == word or name[:3] == word or name[:4] == word:
            return number
    raise UnclearDateError(f"{words!r} is not a day: write it as 2025-06-12")


def spoken(day: date) -> str:
    """A day in words: `4 May 2025`."""
    return f"{day.day} {day:%B %Y}"


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], date]], ...] = (
    # a stamp with a zone names the day in the publisher's own zone: the day stands as written
    (re.compile(_YEAR + r"[-/](?P<m>\d{1,2})[-/](?P<day>\d{1,2})(?:[t ].*)?"), _iso),
    (re.compile(_YEAR + r"(?P<m>\d{2})(?P<day>\d{2})(?:t\d{4,6}.*)?"), _iso),
    (re.compile(rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_WORD},?\s+{_YEAR}{_CLOCK}"), _named),
    (re.compile(rf"{_WEEKDAY}{_WORD}\s+{_DAY},?\s+{_YEAR}{_CLOCK}"), _named),
    (re.compile(rf"(?P<a>\d{{1,2}})[/.\-](?P<b>\d{{1,2}})[/.\-]{_YEAR}{_CLOCK}"), _numbers),
)
