"""Dates counted from a date in the text: "three days later", "the next day", "the 14th", lists of days."""

from __future__ import annotations

from dataclasses import replace

from demarche.mentions.dates.calendar import Stretch, around, day, day_of, months_of, moved, refused, shift
from demarche.mentions.dates.context import Context
from demarche.mentions.dates.counting import BACK, NO_ANCHOR, OPTIONAL_COUNT, away, from_anchor, from_text
from demarche.mentions.dates.grammar import Hit, Rule
from demarche.mentions.dates.tense import UNKNOWN
from demarche.mentions.dates.words import group


def text_distance(hit: Hit, context: Context) -> Stretch | None:
    """ "three days later", "a week earlier": counted from the date before it in the text."""
    if hit.unit("u") in ("hour", "minute", "second"):
        return None
    origin = context.origin()
    if origin is None:
        return refused(NO_ANCHOR)
    sign = -1 if hit.word("way") in ("earlier", "before", "previously", "prior") else 1
    value = away(origin, sign, hit)
    return from_text(value) if value else None


def next_day(hit: Hit, context: Context) -> Stretch | None:
    """ "the next day", "the following week", "the day before": beside the date before it in the text."""
    origin = context.origin()
    unit = hit.unit("u")
    if unit in ("hour", "minute", "second"):
        return None
    if origin is None:
        return refused(NO_ANCHOR)
    which = hit.word("r")
    back = which in (*BACK, "before", "earlier")
    start = context.last.first if back and context.last is not None and context.last.first else origin
    there = moved(start, -1 if back else 1, unit)
    return from_text(around(there, "day" if unit == "night" else unit))


def same_unit(hit: Hit, context: Context) -> Stretch | None:
    """ "that day", "the same month": the one of the date before it in the text."""
    unit = hit.unit("u")
    if unit in ("hour", "minute", "second"):
        return None
    told = context.last
    if told is not None and unit in ("day", "night") and told.first != told.last:
        told = None  # after "the 2022 chair", "later that day" is no day of the year 2022
    origin = told.first if told is not None else context.anchor
    if origin is None:
        return refused(NO_ANCHOR)
    return from_text(around(origin, "day" if unit == "night" else unit))


def day_of_told_month(hit: Hit, context: Context) -> Stretch | None:
    """ "the 28th of that month", "the 15th of this month"."""
    which = hit.word("r")
    base = context.origin() if which in ("that", "same") else context.base()
    if base is None:
        return refused(NO_ANCHOR)
    month = moved(base, {"last": -1, "next": 1}.get(which, 0), "month")
    return day_of(month.year, month.month, hit.whole("d"))


def text_season(hit: Hit, context: Context) -> Stretch | None:
    """ "the following spring", "the previous April": beside the date before it in the text."""
    origin = context.origin()
    if origin is None:
        return refused(NO_ANCHOR)
    back = hit.word("r") in ("previous", "preceding")
    month, size, unit = (hit.whole("m"), 1, "month") if "m" in hit else (hit.whole("s"), 3, "season")
    candidates = [months_of(origin.year + step, month, size, unit) for step in (-1, 0, 1)]
    beside = [c for c in candidates if c.first and c.last and ((c.last < origin) if back else (c.first > origin))]
    return from_text(beside[-1] if back else beside[0]) if beside else None


def bare_day(hit: Hit, context: Context) -> Stretch | None:
    """ "on the 20th", "the 11th": a day of the month that the text tells of, or of the nearest month."""
    number = hit.whole("d")
    after = hit.after()
    if not 1 <= number <= 31 or (after is not None and after.kind in ("WORD", "OTHER") and _noun_follows(after.text)):
        return None
    base = context.last.first if context.last is not None and context.last.first else context.anchor
    if base is None:
        return refused(NO_ANCHOR)
    near = [day_of(d.year, d.month, number) for d in (moved(base, step, "month") for step in (-1, 0, 1))]
    days = [value for value in near if value is not None and value.first is not None]
    if context.last is not None:
        chosen = min(days, key=lambda value: abs((value.first or base).toordinal() - base.toordinal()))
        return from_text(chosen)
    tense = context.direction(hit)
    fitting = [v for v in days if v.first and ((v.first >= base) if tense > UNKNOWN else (v.first <= base))]
    return from_anchor((fitting[0] if tense > UNKNOWN else fitting[-1]) if fitting else days[0])


_MAY_FOLLOW_DAY = group(
    """and but or he she they it the when where with in at for on by to from after before until that which who
    while was is as will would has have had could may might be been are were did does too again also if
    because so than then instead their his her its we i you"""
)


def _noun_follows(word: str) -> bool:
    return word.lower() not in _MAY_FOLLOW_DAY and (word[:1].isalpha())


def part_beside(hit: Hit, context: Context) -> Stretch | None:
    """ "the evening before", "the next morning": a day before or after the date told last."""
    origin = context.origin()
    if origin is None:
        return refused(NO_ANCHOR)
    return from_text(day(shift(origin, -1 if hit.word("r") in ("before", "previous", "preceding") else 1)))


def second_day(hit: Hit, context: Context) -> Stretch | None:
    """The further day of a list: "April 25 and 27"."""
    months = [t for t in hit.tokens[max(0, hit.start - 6) : hit.start] if t.kind == "MONTH"]
    if not months or not isinstance(months[-1].value, int):
        return None
    if "y" in hit:
        return day_of(hit.whole("y"), months[-1].value, hit.whole("d"))
    if "rel" in hit and context.anchor is not None:
        step = {"last": -1, "next": 1}.get(hit.word("rel"), 0)
        return day_of(context.anchor.year + step, months[-1].value, hit.whole("d"))
    if context.last is not None and context.last.first is not None and context.last.first.month == months[-1].value:
        found = day_of(context.last.first.year, months[-1].value, hit.whole("d"))
        return replace(found, yearless=context.last.yearless) if found else None
    return None


def listed_day(hit: Hit, context: Context) -> Stretch | None:
    """The earlier days of a list: "2 and 5 November"."""
    month, number = hit.whole("m"), hit.whole("d")
    if "y" in hit:
        return day_of(hit.whole("y"), month, number)
    value = context.dated(month, number, hit)
    return replace(value, yearless=True) if value else refused(NO_ANCHOR)


RULES: tuple[Rule[Stretch], ...] = (
    Rule(
        "text-distance",
        f"(about:(about|around|some))? {OPTIONAL_COUNT} u:LONGUNIT "
        "way:(later|earlier|afterwards|thereafter|previously)",
        text_distance,
    ),
    Rule("next-day", "the r:(next|following|previous|preceding) u:LONGUNIT", next_day),
    Rule("next-day", "the u:(DAYS|NIGHTS|WEEKS|MONTHS|YEARS) r:(before|after|earlier) (?!that|the|a)", next_day),
    Rule("same-unit", "(that|the) (very)? (same) u:LONGUNIT", same_unit),
    Rule("next-day", "the u:(DAYS|NIGHTS|WEEKS|MONTHS|YEARS) r:(before|after) that (?!UNIT|OTHER)", next_day),
    Rule("same-unit", "that u:(DAYS|WEEKS|MONTHS|YEARS|NIGHTS)", same_unit),
    Rule(
        "day-of-month", "(the)? d:ORDINAL (DAYS)? (of)? (the)? r:(that|same|this|last|next) MONTHS", day_of_told_month
    ),
    Rule("day-of-month", "(the)? d:NTH (DAYS)? of r:(that|this|last|next) MONTHS", day_of_told_month),
    Rule("day-of-month", "the d:NTH (DAYS)? of the MONTHS", day_of_told_month),
    Rule("text-season", "the r:(next|following|previous|preceding) s:SEASON", text_season),
    Rule("text-month", "the r:(next|following|previous|preceding) m:MONTH", text_season),
    Rule("same-unit", "this u:DAYS", same_unit),
    Rule("same-part", "that (same)? u:DAYPART", same_unit),
    Rule("bare-day", "the d:ORDINAL (?!of|MONTH|WEEKS|DAYS|CENTURYS|QUARTERS)", bare_day),
    Rule("part-beside", "the DAYPART r:(before|after) (?!that|the|a)", part_beside),
    Rule("part-beside", "the r:(next|following|previous|preceding) DAYPART", part_beside),
    Rule("second-day", "(?<=MONTH DAY and) d:DAYNUMBER COMMA? y:ANYYEAR", second_day),
    Rule("second-day", "(?<=MONTH DAY and) d:DAYNUMBER of? rel:RELYEAR YEARS", second_day),
    Rule("second-day", "(?<=MONTH DAY COMMA) d:DAYNUMBER (?=and DAYNUMBER (?!UNIT|MONTH|TIME))", second_day),
    Rule("second-day", "(?<=MONTH DAY COMMA DAYNUMBER and) d:DAYNUMBER (?!UNIT|MONTH|TIME|DASH)", second_day),
    Rule("second-day", "(?<=DOT DAY and) d:DAYNUMBER COMMA? y:ANYYEAR", second_day),
    Rule("second-day", "(?<=DOT DAY and) d:DAYNUMBER of? rel:RELYEAR YEARS", second_day),
    Rule("second-day", "(?<=DOT DAY and) d:DAYNUMBER (?!MONTH|UNIT|DASH|TIME)", second_day),
    Rule("second-day", "(?<=MONTH DAY and) d:DAYNUMBER (?!MONTH|UNIT|DASH|TIME)", second_day),
    Rule(
        "listed-day",
        "d:DAY (and|or|COMMA) (?= (the)? (DAY (and|or|COMMA))* DAY of? m:MONTH DOT? (COMMA? y:ANYYEAR)?)",
        listed_day,
    ),
)
