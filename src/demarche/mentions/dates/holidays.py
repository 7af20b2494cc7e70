"""Days with a name: Christmas, New Year's Eve, Easter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from demarche.mentions.dates.calendar import Stretch, day, day_of, refused, shift
from demarche.mentions.dates.context import Context
from demarche.mentions.dates.grammar import Hit, Rule


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Butcher's method, Nature 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, number = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, number + 1)


def _fixed(month: int, number: int) -> Callable[[int], Stretch | None]:
    return lambda year: day_of(year, month, number)


def _beside_easter(days: int) -> Callable[[int], Stretch | None]:
    return lambda year: day(shift(easter(year), days))


_NAMED: tuple[tuple[str, str, Callable[[int], Stretch | None]], ...] = (
    ("christmas", "christmas (DAYS)?", _fixed(12, 25)),
    ("christmas-eve", "christmas eve", _fixed(12, 24)),
    ("new-year", "new YEARS (POSS)? (DAYS)?", _fixed(1, 1)),
    ("new-year-eve", "new YEARS (POSS)? eve", _fixed(12, 31)),
    ("easter", "easter", _beside_easter(0)),
    ("easter-monday", "easter WEEKDAY", _beside_easter(1)),
    ("good-friday", "good WEEKDAY", _beside_easter(-2)),
)


def _rule(name: str, pattern: str, make: Callable[[int], Stretch | None]) -> tuple[Rule[Stretch], ...]:
    def holiday(hit: Hit, context: Context) -> Stretch | None:
        """A day with a name, in the year that the tense allows."""
        if name == "good-friday" and hit.tokens[hit.start + 1].value != 4:
            return None
        if name == "easter-monday" and hit.tokens[hit.start + 1].value != 0:
            return None
        if name == "new-year" and not _is_name(hit):
            return None
        if "y" in hit:
            return make(hit.whole("y"))
        value = context.named(make, hit)
        return replace(value, yearless=True) if value else refused("no_anchor")

    return (Rule(name, pattern, holiday), Rule(name, f"{pattern} COMMA? (of)? y:ANYYEAR", holiday))


def _is_name(hit: Hit) -> bool:
    """ "the New Year", "New Year's Day"; not "a new year of talks"."""
    return hit.tokens[hit.start].text[0].isupper() and hit.tokens[hit.start + 1].text == "Year"


RULES = tuple(rule for named in _NAMED for rule in _rule(*named))
