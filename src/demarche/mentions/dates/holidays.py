"""Days with a name: Christmas, New Year's Eve, Easter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from demarche.mentions.dates.calendar import Stretch, day, day_of, refused, shift
from demarche.mentions.dates.context import Context
from demarche.mentions.dates.grammar import Hit, Rule
from demarche.mentions.dates.lexer import Value


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


_NEEDS_WEEKDAY = {"good-friday": 4, "easter-monday": 0}


def _weekdays(hit: Hit) -> list[Value]:
    return [token.value for token in hit.tokens[hit.start : hit.end] if token.kind == "WEEKDAY"]


def _rule(name: str, pattern: str, make: Callable[[int], Stretch | None]) -> tuple[Rule[Stretch], ...]:
    def holiday(hit: Hit, context: Context) -> Stretch | None:
        """A day with a name, in the year that the tense allows."""
        if name in _NEEDS_WEEKDAY and _NEEDS_WEEKDAY[name] not in _weekdays(hit):
            return None
        if name == "new-year" and not _is_name(hit):
            return None
        if "y" in hit:
            return make(hit.whole("y"))
        if "r" in hit and context.anchor is not None:
            return _directed(make, hit.word("r"), context.anchor)
        value = context.named(make, hit)
        return replace(value, yearless=True) if value else refused("no_anchor")

    return (
        Rule(name, pattern, holiday),
        Rule(name, f"r:(last|next|this) {pattern}", holiday),
        Rule(name, f"{pattern} COMMA? (of)? y:ANYYEAR", holiday),
    )


def _directed(make: Callable[[int], Stretch | None], which: str, anchor: date) -> Stretch | None:
    """ "last Christmas" is the latest one past, "next Easter" the first to come."""
    days = [value for step in (-1, 0, 1) if (value := make(anchor.year + step)) is not None and value.first]
    if which == "this":
        return next((value for value in days if value.first and value.first.year == anchor.year), None)
    fitting = [v for v in days if v.first and ((v.first < anchor) if which == "last" else (v.first > anchor))]
    return fitting[-1 if which == "last" else 0] if fitting else None


def _is_name(hit: Hit) -> bool:
    """ "the New Year", "New Year's Day"; not "a new year of talks"."""
    return any(token.text == "Year" for token in hit.tokens[hit.start : hit.end])


RULES = tuple(rule for named in _NAMED for rule in _rule(*named))
