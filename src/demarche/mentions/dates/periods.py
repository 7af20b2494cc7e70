"""Months, seasons, quarters, years, decades and centuries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from demarche.mentions.dates.calendar import (
    Stretch,
    century_of,
    decade_of,
    month_of,
    months_of,
    refused,
    span,
    week_of,
    year_of,
)
from demarche.mentions.dates.context import Context
from demarche.mentions.dates.counting import said_year
from demarche.mentions.dates.grammar import SETS, Hit, Rule
from demarche.mentions.dates.lexer import Token
from demarche.mentions.dates.words import group


def year_month(hit: Hit, _context: Context) -> Stretch | None:
    """A month in figures ("2025-06"), or a pair of years ("2011-12") when the figures cannot be a month."""
    parts = hit.value("d")
    if not isinstance(parts, tuple):
        return None
    year, month = parts
    if 1 <= month <= 12:
        return month_of(year, month) if 1900 <= year <= 2100 and month < 10 else refused("ambiguous")
    last = year // 100 * 100 + month
    return span(year_of(year), year_of(last)) if year < last <= year + 60 else None


def month(hit: Hit, context: Context) -> Stretch | None:
    """A month: "June 2025", "last June", "in June" (nearest to the anchor that the tense allows)."""
    number, year = hit.whole("m"), said_year(hit, context)
    if year is not None:
        return month_of(year, number)
    if not _is_month(hit):
        return None
    if "which" in hit:
        return _directed_month(number, hit.word("which"), context)
    value = context.monthly(number, hit)
    return replace(value, yearless=True) if value else refused("no_anchor")


def month_of_told_year(hit: Hit, context: Context) -> Stretch | None:
    """ "August of that year": the year of the date told before."""
    told = context.last.first.year if context.last is not None and context.last.first is not None else None
    return month_of(told, hit.whole("m")) if told else refused("no_anchor")


def week_number(hit: Hit, _context: Context) -> Stretch | None:
    """ "week 31 of 2025": the ISO week."""
    try:
        return week_of(date.fromisocalendar(hit.whole("y"), hit.whole("n"), 1))
    except ValueError:
        return None


_BEFORE_MONTH = group(
    """in of since until till by during early late mid before after from to through last next this and or for
    the throughout around between beyond end beginning a"""
)


def _is_month(hit: Hit) -> bool:
    """ "May" and "March" are also words and names: they need a preposition before them."""
    before, after = hit.before(), hit.after()
    title = hit.before(2) if before is not None and before.kind == "DOT" else None
    if title is not None and title.text.lower() in ("mr", "ms", "mrs", "dr", "prof", "gen", "sen", "gov"):
        return False
    token = hit.tokens[hit.groups["m"]]
    if _is_first_name(before, after):
        return False
    if before is not None and before.kind == "DASH":
        before = hit.before(2)
    ahead = hit.after(1)
    if after is not None and after.kind == "DASH" and ahead is not None and ahead.kind == "MONTH":
        return True  # "Jan-Feb 2017"
    known = before is not None and before.text.lower() in _BEFORE_MONTH
    if len(token.text) <= 3 and token.value != 5 and not known and not (after and after.kind in ("DOT", "DASH")):
        return False
    if before is not None and before.end + 1 == token.start and before.text[:1].isupper() and not known:
        return before.kind != "WORD" or before.text.isupper()
    return known or int(token.value or 0) not in (3, 5) if isinstance(token.value, int) else False


def _is_first_name(before: Token | None, after: Token | None) -> bool:
    """ "April Castro and June Meyer signed"."""
    opening = before is None or before.kind in ("DOT", "PARAGRAPH") or before.text.lower() in ("and", "with")
    return opening and after is not None and after.kind == "WORD" and after.text.istitle() and len(after.text) > 2


def _directed_month(number: int, which: str, context: Context) -> Stretch:
    anchor = context.anchor
    if anchor is None:
        return refused("no_anchor")
    if which in ("last", "past"):
        year = anchor.year if number < anchor.month else anchor.year - 1
    elif which in ("next", "coming"):
        year = anchor.year if number > anchor.month else anchor.year + 1
    else:
        year = anchor.year
    return replace(month_of(year, number), relative="anchor")


_BEFORE_YEAR = group(
    """in of since until till by during early late mid before after from to through and or for the throughout
    around between beyond year summer spring autumn winter fall circa about than into"""
)


_NUMBERED = group(
    "flight resolution article decree law order room number no page unit brigade route note case paragraph"
)


_NOT_YEARS = group("""percent per cent people soldiers troops euros dollars million billion km miles metres""")


def year(hit: Hit, _context: Context) -> Stretch | None:
    """A year in figures where a year can stand: "in 2015", "since 2022", "(1941)"; "the 2015 agreement" is a name."""
    number = hit.whole("y")
    before, after = hit.before(), hit.after()
    word = before.text.lower() if before else ""
    following = after if after is not None and after.kind in ("WORD", "OTHER") else None
    if after is not None and (after.text.lower() in _NOT_YEARS or after.kind in SETS["UNIT"]):
        return None
    if after is not None and after.text in ("were", "are", "have") and word not in _BEFORE_YEAR:
        return None
    if before is not None and (before.text in ("$", "€", "£", "#", "No") or word in _NUMBERED):
        return None
    if word in ("the", "its", "their", "his", "her", "our") or (before is not None and before.kind == "POSS"):
        return replace(year_of(number), name=True) if following or after is None or word != "the" else year_of(number)
    if following and following.text.endswith("s") and following.text.islower() and word not in ("of", "since", "by"):
        return None if following.text not in _SAFE_AFTER else _plausible(number, word, before)
    return _plausible(number, word, before)


_SAFE_AFTER = group("was is as has its this sees does plus")


def _plausible(number: int, word: str, before: object) -> Stretch | None:
    kind = getattr(before, "kind", "")
    anchored = word in _BEFORE_YEAR or kind in ("OPEN", "DASH", "COMMA", "SEASON", "")
    return year_of(number) if anchored or 1900 <= number <= 2099 else None


def short_year(hit: Hit, _context: Context) -> Stretch | None:
    """ "in '99"."""
    return year_of(hit.whole("y"))


def year_pair(hit: Hit, _context: Context) -> Stretch | None:
    """Years: "2022–2024", "1914-18"."""
    first, last = hit.whole("a"), hit.whole("b")
    if last < 100:
        last += first // 100 * 100
    return span(year_of(first), year_of(last)) if first < last <= first + 300 else None


def decade(hit: Hit, _context: Context) -> Stretch | None:
    """ "the 1990s", "the nineties"."""
    return decade_of(hit.whole("d"))


def century(hit: Hit, _context: Context) -> Stretch | None:
    """ "the 20th century"."""
    number = hit.whole("n")
    return century_of(number) if 1 <= number <= 25 else None


def season(hit: Hit, context: Context) -> Stretch | None:
    """A season of three months: "summer 2025", "last autumn", "in the spring"."""
    number, year = hit.whole("s"), said_year(hit, context)
    story = context.story_year()
    if year is not None:
        return months_of(year, number, 3, "season")
    if story is not None and "which" not in hit:
        told = context.in_story(lambda when: months_of(when, number, 3, "season"), story)
        return replace(told, yearless=True) if told else None
    if context.anchor is None:
        return refused("no_anchor")
    return _season_near(number, hit.word("which"), context.anchor, context.direction(hit))


def _season_near(number: int, which: str, anchor: date, tense: int) -> Stretch:
    candidates = [months_of(anchor.year + step, number, 3, "season") for step in (-2, -1, 0, 1)]
    past = [s for s in candidates if s.last and s.last < anchor]
    ahead = [s for s in candidates if s.first and s.first > anchor]
    running = [s for s in candidates if s not in past and s not in ahead]
    if which in ("last", "past") or (tense < 0 and which != "this" and not running):
        chosen = past[-1]
    elif which in ("next", "coming"):
        chosen = ahead[0]
    elif running:
        chosen = running[0]
    elif which == "this":
        chosen = next(s for s in candidates if s.first and s.first.year == anchor.year)
    else:
        chosen = ahead[0] if tense > 0 else past[-1]
    return replace(chosen, relative="anchor", yearless=True)


def quarter(hit: Hit, context: Context) -> Stretch | None:
    """ "the third quarter of 2025", "Q3 2025"."""
    number, year = hit.whole("n"), said_year(hit, context)
    if not 1 <= number <= 4:
        return None
    if year is None:
        year = context.story_year() or (context.anchor.year if context.anchor else None)
    return months_of(year, 3 * number - 2, 3, "quarter") if year else refused("no_anchor")


RULES: tuple[Rule[Stretch], ...] = (
    Rule("year-month", "d:YM", year_month),
    Rule("month-year", "m:MONTH DOT? (COMMA|of)? y:ANYYEAR", month),
    Rule("month-year", "m:MONTH (DASH|SLASH) y:YEAR (?!DASH)", month),
    Rule("month-relative-year", "m:MONTH COMMA? of? rel:RELYEAR YEARS", month),
    Rule("month-told-year", "m:MONTH of (that|the same) YEARS", month_of_told_year),
    Rule("week-number", "WEEKS n:SHORTNUM (of)? y:YEAR", week_number),
    Rule("listed-month", "m:MONTH DOT? (and|or) (?=MONTH DOT? (COMMA|of)? y:ANYYEAR)", month),
    Rule("directed-month", "which:(last|next|this|past|coming) m:MONTH", month),
    Rule("month", "m:MONTH", month),
    Rule("year", "y:YEAR", year),
    Rule("short-year", "(?<=in) y:SHORTYEAR", short_year),
    Rule("years", "a:YEAR DASH b:YEAR", year_pair),
    Rule("years-short", "a:YEAR DASH b:SHORTNUM (?!MONTH)", year_pair),
    Rule("decade", "(the)? d:DECADE", decade),
    Rule("century", "(the)? n:NTH CENTURYS", century),
    Rule("season-year", "(the)? s:SEASON COMMA? (of)? y:ANYYEAR", season),
    Rule("season-year", "(the)? s:SEASON COMMA? (of)? y:YEAR (DASH|SLASH) SHORTNUM", season),
    Rule("season-year", "(the)? s:SEASON COMMA? (of)? pair:YM", season),
    Rule("season-relative-year", "(the)? s:SEASON COMMA? of? rel:RELYEAR YEARS", season),
    Rule("directed-season", "which:(last|next|this|past|coming) s:SEASON", season),
    Rule("season", "(?<=INPREP) s:SEASON", season),
    Rule("season", "the s:SEASON (?!of)", season),
    Rule("quarter-year", "(the)? n:NTH QUARTERS of y:ANYYEAR", quarter),
    Rule("quarter-relative-year", "(the)? n:NTH QUARTERS of (the|rel:RELYEAR) YEARS", quarter),
    Rule("quarter-figure", "n:QUARTER (of)? y:ANYYEAR", quarter),
)
