"""Days that name their calendar place: "16 October 2025", "October 16th", "6–8 May", "16.10.2025"."""

from __future__ import annotations

from dataclasses import replace

from demarche.mentions.dates.calendar import Stretch, day_of, refused, span
from demarche.mentions.dates.context import Context
from demarche.mentions.dates.counting import said_year
from demarche.mentions.dates.grammar import Hit, Rule


def full_day(hit: Hit, context: Context) -> Stretch | None:
    """A day with its year: "16 October 2025", "October 16th, 2025", "16 October last year"."""
    year = said_year(hit, context)
    if year is None:
        return refused("no_anchor") if "rel" in hit and context.anchor is None else day_without_year(hit, context)
    return day_of(year, hit.whole("m"), hit.whole("d")) or refused("no_such_day")


def day_without_year(hit: Hit, context: Context) -> Stretch | None:
    """A day without its year: the year nearest to the anchor that the tense allows."""
    month, number = hit.whole("m"), hit.whole("d")
    if day_of(2024, month, number) is None:
        return refused("no_such_day") if number > 0 else None
    value = context.dated(month, number, hit)
    return replace(value, yearless=True) if value else refused("no_anchor")


def day_range(hit: Hit, context: Context) -> Stretch | None:
    """Days of one month: "6–8 May 2025", "from April 25 to 27"."""
    month, year = hit.whole("m"), said_year(hit, context)
    if year is not None:
        first, last = day_of(year, month, hit.whole("a")), day_of(year, month, hit.whole("b"))
    else:
        first = context.dated(month, hit.whole("a"), hit)
        last = day_of(first.first.year, month, hit.whole("b")) if first and first.first else None
        if first is None and day_of(2024, month, hit.whole("a")):
            return refused("no_anchor")
    if first is None or last is None or first.first is None or last.last is None or first.first > last.last:
        return None
    return replace(span(first, last), yearless=year is None)


def iso_day(hit: Hit, _context: Context) -> Stretch | None:
    """ISO 8601: "2025-10-16"."""
    parts = hit.value("d")
    return day_of(*parts) if isinstance(parts, tuple) and len(parts) == 3 else None


def numeric_day(hit: Hit, _context: Context) -> Stretch | None:
    """Figures only: "16.10.2025". Refused as ambiguous when day and month could change places."""
    parts = hit.value("d")
    if not isinstance(parts, tuple) or len(parts) != 3:
        return None
    a, b, c = parts
    if a > 31:
        return day_of(a, b, c)
    year = c if c > 99 else 2000 + c if c < 50 else 1900 + c
    raw = hit.word("d")
    readings = {(b, a), (a, b)} if "." not in raw else {(b, a)}  # dots are day-first wherever they are used
    valid = [value for m, d in readings if (value := day_of(year, m, d))]
    if len(valid) > 1 and valid[0] != valid[1]:
        return refused("ambiguous")
    return valid[0] if valid else None


_WEEKDAY = "(WD DOT? COMMA? (the)?)?"


_DMY = f"{_WEEKDAY} d:(DAYNUMBER|ORDINAL) (day)? of? m:MONTH DOT?"


_WORD_DMY = f"{_WEEKDAY} (the)? d:ORDINALWORD of m:MONTH DOT?"


_MDY = f"{_WEEKDAY} m:MONTH DOT? (the)? d:DAY"


_TO = "(DASH|to|until|till|through|thru|SLASH)"


RULES: tuple[Rule[Stretch], ...] = (
    Rule("iso-day", "d:ISO", iso_day),
    Rule("numeric-day", "d:NUMERIC", numeric_day),
    Rule("day-month-year", f"{_DMY} COMMA? of? y:ANYYEAR", full_day),
    Rule("day-month-year", f"{_DMY} in y:YEAR", full_day),
    Rule("day-month-relative-year", f"{_DMY} COMMA? of? rel:RELYEAR YEARS", full_day),
    Rule("month-day-year", f"{_MDY} COMMA? of? y:ANYYEAR", full_day),
    Rule("month-day-relative-year", f"{_MDY} COMMA? of? rel:RELYEAR YEARS", full_day),
    Rule("day-month-year", "d:DAYNUMBER (DASH|SLASH) m:MONTH (DASH|SLASH) y:YEAR", full_day),
    Rule("day-month-year", f"{_WORD_DMY} COMMA? of? y:ANYYEAR", full_day),
    Rule("day-month", _DMY, day_without_year),
    Rule("day-month", _WORD_DMY, day_without_year),
    Rule("month-day", f"{_MDY} (?!UNIT|TIME)", day_without_year),
    Rule("day-range-year", f"a:DAY {_TO} (the)? b:DAY of? m:MONTH DOT? COMMA? of? y:ANYYEAR", day_range),
    Rule("day-range", f"a:DAY {_TO} (the)? b:DAY of? m:MONTH DOT?", day_range),
    Rule("month-day-range-year", f"m:MONTH DOT? a:DAY {_TO} (the)? b:DAY COMMA? of? y:ANYYEAR", day_range),
    Rule("month-day-range", f"m:MONTH DOT? a:DAY {_TO} (the)? b:DAY (?!MONTH|UNIT)", day_range),
    Rule("listed-date", "d:(DAYNUMBER|ORDINAL) m:MONTH DOT? (and|or) (?=DAY MONTH DOT? COMMA? y:ANYYEAR)", full_day),
    Rule("listed-date", "m:MONTH DOT? d:DAY (and|or) (?=MONTH DOT? DAY COMMA? y:ANYYEAR)", full_day),
)
