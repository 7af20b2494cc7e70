"""Dates counted from a day: from the publication day ("yesterday") or from a date in the text ("the next day")."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from demarche.mentions.dates.calendar import (
    Stretch,
    around,
    day,
    day_of,
    month_of,
    months_of,
    moved,
    refused,
    shift,
    since,
    until,
    week_of,
    weekend_of,
)
from demarche.mentions.dates.context import Context
from demarche.mentions.dates.grammar import Hit, Rule
from demarche.mentions.dates.tense import PAST, UNKNOWN
from demarche.mentions.dates.words import group

NO_ANCHOR = "no_anchor"
_DAYS_AWAY = {"today": 0, "tonight": 0, "overnight": 0, "yesterday": -1, "tomorrow": 1}
_BACK = ("last", "past", "previous", "preceding")
_AHEAD = ("next", "coming", "following")


def _from_anchor(value: Stretch) -> Stretch:
    return replace(value, relative="anchor")


def _from_text(value: Stretch) -> Stretch:
    return replace(value, relative="text")


def deictic(hit: Hit, context: Context) -> Stretch | None:
    """Days named from the publication day: "today", "yesterday", "tonight", "tomorrow"."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    return _from_anchor(day(shift(context.anchor, _DAYS_AWAY[hit.word("w")])))


def beyond(hit: Hit, context: Context) -> Stretch | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    return _from_anchor(day(shift(context.anchor, -2 if hit.word("w") == "yesterday" else 2)))


def this_part(hit: Hit, context: Context) -> Stretch | None:
    """ "this morning" is today, "last night" yesterday, "earlier today" today."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    return _from_anchor(day(shift(context.anchor, -1 if hit.word("r") == "last" else 0)))


def weekday(hit: Hit, context: Context) -> Stretch | None:
    """A weekday: back to the latest one for the past tense, on to the next one for the future."""
    if "w" in hit and hit.tokens[hit.groups["w"]].kind == "SHORTDAY" and not _abbreviated(hit):
        return None
    story = context.story_day() is not None
    found = context.weekday(hit.whole("w"), hit)
    if found and story:
        return _from_text(day(found))
    return _from_anchor(day(found)) if found else refused(NO_ANCHOR)


def _abbreviated(hit: Hit) -> bool:
    """ "Sun", "Sat" and "Mon" are days only where a full stop or a preposition says so."""
    before, after = hit.before(), hit.after()
    return (after is not None and after.kind == "DOT") or (before is not None and before.text.lower() in ("on", "last"))


def directed_weekday(hit: Hit, context: Context) -> Stretch | None:
    """ "last Friday" is the latest one before the day, "next Friday" that of the next calendar week."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    return _from_anchor(day(_directed(hit.whole("w"), hit.word("r"), context.anchor)))


def _directed(number: int, which: str, anchor: date) -> date:
    monday = shift(anchor, -anchor.weekday())
    if which in _BACK:
        return shift(anchor, -((anchor.weekday() - number - 1) % 7 + 1))
    if which == "next":
        return shift(monday, 7 + number)
    if which in _AHEAD:
        return shift(anchor, (number - anchor.weekday() - 1) % 7 + 1)
    return shift(monday, number)


def weekday_of_week(hit: Hit, context: Context) -> Stretch | None:
    """ "Monday of last week", "next week on Tuesday", "Friday week"."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    which = hit.word("r")
    step = -1 if which in _BACK else 1 if which in _AHEAD else 0
    monday = shift(context.anchor, 7 * step - context.anchor.weekday())
    return _from_anchor(day(shift(monday, hit.whole("w"))))


def text_weekday(hit: Hit, context: Context) -> Stretch | None:
    """ "the following Monday", "the previous Friday": counted from the date before it in the text."""
    origin = context.origin()
    if origin is None:
        return refused(NO_ANCHOR)
    number, which = hit.whole("w"), hit.word("r")
    if which in ("same", "that"):
        return _from_text(day(shift(week_of(origin).first or origin, number)))
    ahead = which in _AHEAD
    step = (number - origin.weekday() - 1) % 7 + 1 if ahead else -((origin.weekday() - number - 1) % 7 + 1)
    return _from_text(day(shift(origin, step)))


def directed_unit(hit: Hit, context: Context) -> Stretch | None:
    """ "last week", "next month", "this year": the calendar unit beside or around the publication day."""
    anchor = context.anchor
    if anchor is None:
        return refused(NO_ANCHOR)
    which, unit = hit.word("r"), hit.unit("u")
    if unit in ("hour", "minute", "second"):
        return None
    if unit == "day" and which == "this":
        return same_unit(hit, context)
    if unit == "night":
        return _from_anchor(day(shift(anchor, -1 if which in _BACK else 0)))
    if which == "past":
        return _from_anchor(Stretch(moved(anchor, -1, unit), anchor, "interval"))
    step = -1 if which in _BACK else 1 if which in _AHEAD else 0
    if unit == "week" and which == "this" and anchor.weekday() == 6 and context.direction(hit) > UNKNOWN:
        # said on a Sunday of what is to come, "this week" cannot be the one that ends that day
        return _from_anchor(Stretch(anchor, shift(anchor, 6), "week"))
    return _from_anchor(around(moved(anchor, step, unit), unit))


def running_units(hit: Hit, context: Context) -> Stretch | None:
    """ "the past three days", "the next two weeks": from or up to the publication day."""
    anchor, unit = context.anchor, hit.unit("u")
    if unit in ("hour", "minute", "second"):
        return None
    if anchor is None:
        return refused(NO_ANCHOR)
    if hit.word("q") in ("few", "several"):
        now = Stretch(anchor, anchor)
        return _from_anchor(until(now) if hit.word("r") in _BACK else since(now))
    count = _count(hit)
    if hit.word("r") in _BACK:
        return _from_anchor(Stretch(moved(anchor, -count, unit), anchor, "interval"))
    return _from_anchor(Stretch(anchor, moved(anchor, count, unit), "interval"))


def _count(hit: Hit) -> int:
    if "n" in hit:
        return int(hit.number("n"))
    return {"couple": 2, "few": 3, "several": 3}.get(hit.word("q"), 1)


def coming(hit: Hit, context: Context) -> Stretch | None:
    """ "in the coming days", "in the past weeks": open from, or up to, the publication day."""
    anchor = context.anchor
    if not hit.word("u").endswith("s"):
        return directed_unit(hit, context)
    if anchor is None:
        return refused(NO_ANCHOR)
    open_ended = Stretch(anchor, anchor, "day")
    return _from_anchor(until(open_ended) if hit.word("r") in _BACK else since(open_ended))


def earlier_this(hit: Hit, context: Context) -> Stretch | None:
    """ "earlier this week" ends on the publication day, "later this month" starts there."""
    anchor = context.anchor if hit.tokens[hit.end - 2].text.lower() == "this" else context.base()
    if anchor is None:
        return refused(NO_ANCHOR)
    whole = around(anchor, hit.unit("u"))
    # a year is told to the year: a first or last day would feign a precision that nobody meant
    shape = whole.edtf if whole.unit == "year" else None
    if hit.word("w") in ("later", "rest", "remainder"):
        return _from_anchor(Stretch(anchor, whole.last, "interval", shape=shape))
    return _from_anchor(Stretch(whole.first, anchor, "interval", shape=shape))


def distance(hit: Hit, context: Context) -> Stretch | None:
    """ "three days ago", "in two weeks": counted from the publication day."""
    if context.anchor is None:
        return None if hit.unit("u") in ("hour", "minute", "second") else refused(NO_ANCHOR)
    sign = -1 if "back" in hit else 1
    if sign > 0 and context.direction(hit) == PAST:
        return None  # "the first time in five years", "he was back in two days": a length
    value = _away(context.anchor, sign, hit)
    return _from_anchor(value) if value else None


def half_more(hit: Hit, context: Context) -> Stretch | None:
    """ "a year and a half ago": to the month, about."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    count, unit = _count(hit), hit.unit("u")
    there = moved(context.anchor, -count, unit)
    rest = {"year": 182, "month": 15, "week": 3}[unit]
    return _from_anchor(replace(around(shift(there, -rest), "month"), approximate=True))


def weekdays_ago(hit: Hit, context: Context) -> Stretch | None:
    """ "two Tuesdays ago": the second one back."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    latest = _directed(hit.whole("w"), "last", context.anchor)
    return _from_anchor(day(moved(latest, 1 - _count(hit), "week")))


def text_distance(hit: Hit, context: Context) -> Stretch | None:
    """ "three days later", "a week earlier": counted from the date before it in the text."""
    if hit.unit("u") in ("hour", "minute", "second"):
        return None
    origin = context.origin()
    if origin is None:
        return refused(NO_ANCHOR)
    sign = -1 if hit.word("way") in ("earlier", "before", "previously", "prior") else 1
    value = _away(origin, sign, hit)
    return _from_text(value) if value else None


def _away(origin: date, sign: int, hit: Hit) -> Stretch | None:
    """So many units away; months and years are told to the month and year, vague counts approximately."""
    unit, count = hit.unit("u"), _count(hit)
    if unit in ("hour", "minute", "second"):
        return None
    there = moved(origin, sign * count, unit)
    if "v" in hit:
        return day(moved(there, sign * hit.whole("m"), hit.unit("v")))
    vague = "q" in hit or "about" in hit
    if unit in ("day", "night"):
        return day(there, approximate=vague)
    if unit in ("week", "fortnight"):
        return Stretch(shift(there, -3), shift(there, 3), "day", True, there.isoformat())
    if unit in ("month", "quarter"):
        return replace(around(there, "month"), approximate=vague)
    return replace(around(there, "year"), approximate=vague or unit in ("decade", "century"))


def within(hit: Hit, context: Context) -> Stretch | None:
    """ "within a month": from the publication day, or the day of the story, to the end of the term."""
    anchor, unit = context.base(), hit.unit("u")
    if unit in ("minute", "second") or (unit == "hour" and _count(hit) < 12):
        return None
    if anchor is None:
        return refused(NO_ANCHOR)
    if unit == "hour":
        return _from_anchor(Stretch(anchor, shift(anchor, round(_count(hit) / 24)), "interval"))
    return _from_anchor(Stretch(anchor, moved(anchor, _count(hit), unit), "interval"))


def ago_today(hit: Hit, context: Context) -> Stretch | None:
    """ "a week ago today", "a week from Monday", "two weeks ago on Friday": to the day."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    sign = -1 if "back" in hit else 1
    origin = context.anchor if "w" not in hit else context.weekday(hit.whole("w"), hit) or context.anchor
    if "w" in hit and sign < 0:
        origin = shift(context.anchor, (hit.whole("w") - context.anchor.weekday() + 3) % 7 - 3)
    return _from_anchor(day(moved(origin, sign * _count(hit), hit.unit("u"))))


def next_day(hit: Hit, context: Context) -> Stretch | None:
    """ "the next day", "the following week", "the day before": beside the date before it in the text."""
    origin = context.origin()
    unit = hit.unit("u")
    if unit in ("hour", "minute", "second"):
        return None
    if origin is None:
        return refused(NO_ANCHOR)
    which = hit.word("r")
    back = which in (*_BACK, "before", "earlier")
    start = context.last.first if back and context.last is not None and context.last.first else origin
    there = moved(start, -1 if back else 1, unit)
    return _from_text(around(there, "day" if unit == "night" else unit))


def same_unit(hit: Hit, context: Context) -> Stretch | None:
    """ "that day", "the same month": the one of the date before it in the text."""
    origin = context.last.first if context.last is not None else context.anchor
    unit = hit.unit("u")
    if unit in ("hour", "minute", "second"):
        return None
    if origin is None:
        return refused(NO_ANCHOR)
    return _from_text(around(origin, "day" if unit == "night" else unit))


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
    return _from_text(beside[-1] if back else beside[0]) if beside else None


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
        return _from_text(chosen)
    tense = context.direction(hit)
    fitting = [v for v in days if v.first and ((v.first >= base) if tense > UNKNOWN else (v.first <= base))]
    return _from_anchor((fitting[0] if tense > UNKNOWN else fitting[-1]) if fitting else days[0])


_MAY_FOLLOW_DAY = group(
    """and but or he she they it the when where with in at for on by to from after before until that which who
    while was is as will would has have had could may might be been are were did does too again also if
    because so than then instead their his her its we i you"""
)


def _noun_follows(word: str) -> bool:
    return word.lower() not in _MAY_FOLLOW_DAY and (word[:1].isalpha())


def weekday_day(hit: Hit, context: Context) -> Stretch | None:
    """ "Sunday the 17th": the nearest such day of the month that falls on that weekday."""
    base = context.origin()
    if base is None:
        return refused(NO_ANCHOR)
    near = [day_of(d.year, d.month, hit.whole("d")) for d in (moved(base, step, "month") for step in range(-6, 7))]
    fitting = [v for v in near if v is not None and v.first is not None and v.first.weekday() == hit.whole("w")]
    return min(fitting, key=lambda v: abs((v.first or base).toordinal() - base.toordinal()), default=None)


def part_beside(hit: Hit, context: Context) -> Stretch | None:
    """ "the evening before", "the next morning": a day before or after the date told last."""
    origin = context.origin()
    if origin is None:
        return refused(NO_ANCHOR)
    return _from_text(day(shift(origin, -1 if hit.word("r") in ("before", "previous", "preceding") else 1)))


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


def nth_weekday(hit: Hit, context: Context) -> Stretch | None:
    """ "the first Tuesday of November", "the last Friday of the month"."""
    if "m" in hit:
        month = month_of(hit.whole("y"), hit.whole("m")) if "y" in hit else context.monthly(hit.whole("m"), hit)
    elif context.anchor is None:
        month = None
    else:
        month = month_of(context.anchor.year, context.anchor.month)
    if month is None or month.first is None or month.last is None:
        return refused(NO_ANCHOR)
    number = hit.whole("w")
    if hit.word("n") in ("last", "final"):
        return _from_anchor(day(shift(month.last, -((month.last.weekday() - number) % 7))))
    return _from_anchor(day(shift(month.first, (number - month.first.weekday()) % 7 + 7 * (hit.whole("n", 1) - 1))))


def weekend(hit: Hit, context: Context) -> Stretch | None:
    """ "over the weekend", "last weekend", "at the weekend": the nearest in the direction of the tense."""
    anchor = context.anchor
    if anchor is None:
        return refused(NO_ANCHOR)
    which = hit.word("r")
    if which == "last" and hit.tokens[hit.end - 2].text == "before":
        return _from_anchor(weekend_of(shift(anchor, -14)))
    if which == "that":
        return _from_text(weekend_of(context.origin() or anchor))
    if which in _BACK:
        return _from_anchor(weekend_of(shift(anchor, -7)))
    if which == "next":
        return _from_anchor(weekend_of(shift(anchor, 7)))
    ahead = which in ("this", "coming") or context.direction(hit) > UNKNOWN
    if which == "this" and context.direction(hit) == PAST and anchor.weekday() < 4:
        ahead = False
    back = 0 if ahead or anchor.weekday() >= 5 else -7
    return _from_anchor(weekend_of(shift(anchor, back)))


def next_but_one(hit: Hit, context: Context) -> Stretch | None:
    """ "the week before last", "the month after next"."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    unit = hit.unit("u")
    return _from_anchor(around(moved(context.anchor, 2 if "r" in hit else -2, unit), unit))


def mid_week(_hit: Hit, context: Context) -> Stretch | None:
    """ "mid-week" is Wednesday or Thursday of the running week."""
    base = context.base()
    if base is None:
        return refused(NO_ANCHOR)
    wednesday = shift(base, 2 - base.weekday())
    return _from_anchor(Stretch(wednesday, shift(wednesday, 1), "interval"))


def end_of_unit(hit: Hit, context: Context) -> Stretch | None:
    """The unit in "the end of the month": that of the publication day, or of the day the paragraph tells of."""
    unit = hit.unit("u")
    if unit in ("hour", "minute", "second", "day", "night"):
        return None
    base = context.base()
    if base is None:
        return refused(NO_ANCHOR)
    return _from_anchor(around(base, unit))


def repeated(_hit: Hit, _context: Context) -> Stretch | None:
    """ "every Friday", "daily", "each month": a habit, not a date."""
    return refused("set")


_Q = "(a|an|the)? (q:QUANT (of)?|n:NUM)?"
_COUNT = "(a|an|(a)? q:QUANT (of)?|n:NUM)"
_BACKPART = "(DAYPART|NIGHTS)"

RULES: tuple[Rule[Stretch], ...] = (
    Rule(
        "deictic", f"(earlier|later|late|early)? w:(today|yesterday|tomorrow|tonight|overnight) {_BACKPART}?", deictic
    ),
    Rule("beyond", "(the)? DAYS (before|after) w:(yesterday|tomorrow)", beyond),
    Rule("this-part", "(earlier|later|late|early)? r:(this|last) DAYPART", this_part),
    Rule("set", "(every|each) (other|second|NTH|few|NUM)? (WD|UNIT|MONTH|SEASON|DAYPART|weekend)", repeated),
    Rule("set", "(daily|weekly|monthly|yearly|annually|hourly|nightly|quarterly|biweekly|fortnightly)", repeated),
    Rule("set", "(on)? (WEEKDAYS|weekends)", repeated),
    Rule("set", "(once|twice|NUM times) (a|per|every) UNIT", repeated),
    Rule("weekday", "w:WD", weekday),
    Rule("directed-weekday", "(the)? r:REL w:WD", directed_weekday),
    Rule("directed-weekday", "w:WD r:(last|next)", directed_weekday),
    Rule("weekday-of-week", "w:WD (COMMA|of|in)? (the)? r:REL WEEKS", weekday_of_week),
    Rule("weekday-of-week", "r:REL WEEKS (COMMA|on)? w:WD", weekday_of_week),
    Rule("text-weekday", "(the|that)? r:(following|preceding|same) w:WD", text_weekday),
    Rule("text-weekday", "(the) r:(next|previous) w:WD", text_weekday),
    Rule("text-weekday", "r:that w:WD", text_weekday),
    Rule("directed-unit", "r:REL u:LONGUNIT (?!of (MONTH|YEAR|SEASON|the|RELYEAR|that))", directed_unit),
    Rule("directed-unit", "r:last u:NIGHTS", directed_unit),
    Rule(
        "running", "(the|these|over|for)? r:(last|past|previous|next|coming) (q:QUANT|n:NUM) u:LONGUNIT", running_units
    ),
    Rule("coming", "(the|these) r:(past|coming) u:(DAYS|WEEKS|MONTHS|YEARS|DECADES)", coming),
    Rule("earlier-this", "w:(earlier|later) (this|in the|last) u:LONGUNIT", earlier_this),
    Rule("earlier-this", "(the)? w:(rest|remainder) of (the|this) u:LONGUNIT", earlier_this),
    Rule("ago", f"about:(about|around|some|roughly|nearly|almost|over)? {_Q} u:UNIT back:(ago)", distance),
    Rule("in", f"in about:(about|around|some|roughly)? {_COUNT} u:UNIT (time|POSS time)?", distance),
    Rule("from-now", f"{_Q} u:UNIT from (now|today)", distance),
    Rule("weekdays-ago", "n:NUM w:WEEKDAYS ago", weekdays_ago),
    Rule("ago-half", f"{_COUNT} u:(WEEKS|MONTHS|YEARS) and a half back:ago", half_more),
    Rule("ago-half", "n:NUM and a half u:(WEEKS|MONTHS|YEARS) back:ago", half_more),
    Rule("ago-sum", f"{_COUNT} u:LONGUNIT (and|COMMA) m:NUM v:LONGUNIT back:(ago)", distance),
    Rule("ago-day", f"{_Q} u:UNIT back:(ago) (today|on)? w:WD", ago_today),
    Rule("ago-sum", f"{_COUNT} u:LONGUNIT (and|COMMA) m:NUM v:LONGUNIT back:(ago)", distance),
    Rule("ago-day", f"{_Q} u:UNIT back:(ago) today", ago_today),
    Rule("from-day", f"{_Q} u:UNIT from (today|w:WD)", ago_today),
    Rule("within", f"(within|inside) (about|around|the (next|coming)?)? {_Q} u:UNIT", within),
    Rule(
        "text-distance",
        f"(about:(about|around|some))? {_Q} u:LONGUNIT way:(later|earlier|afterwards|thereafter|previously)",
        text_distance,
    ),
    Rule("next-day", "the r:(next|following|previous|preceding) u:LONGUNIT", next_day),
    Rule("next-day", "the u:(DAYS|NIGHTS|WEEKS|MONTHS|YEARS) r:(before|after|earlier) (?!that|the|a)", next_day),
    Rule("same-unit", "(that|the) (very)? (same) u:LONGUNIT", same_unit),
    Rule("next-day", "the u:(DAYS|NIGHTS|WEEKS|MONTHS|YEARS) r:(before|after) that (?!UNIT|OTHER)", next_day),
    Rule("same-unit", "that u:(DAYS|WEEKS|MONTHS|YEARS|NIGHTS)", same_unit),
    Rule(
        "day-of-month",
        "(the)? d:(ORDINAL|ORDINALWORD) (of|day of) (the)? r:(that|same|this|last|next) MONTHS",
        day_of_told_month,
    ),
    Rule("text-season", "the r:(next|following|previous|preceding) s:SEASON", text_season),
    Rule("text-month", "the r:(next|following|previous|preceding) m:MONTH", text_season),
    Rule("same-part", "that (same)? u:DAYPART", same_unit),
    Rule("bare-day", "the d:ORDINAL (?!of|MONTH|WEEKS|DAYS|CENTURYS|QUARTERS)", bare_day),
    Rule("weekday-day", "w:WEEKDAY COMMA? the d:ORDINAL (?!of|MONTH)", weekday_day),
    Rule("weekday-day", "w:WD DOT? d:ORDINAL (?!of|MONTH)", weekday_day),
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
    Rule("nth-weekday", "(the)? n:(NTH|last|final) w:WD (of|in) m:MONTH DOT? (COMMA? y:ANYYEAR)?", nth_weekday),
    Rule("nth-weekday", "(the)? n:(NTH|last|final) w:WD (of|in) (the|this) MONTHS", nth_weekday),
    Rule("weekend", "the weekend before r:last", weekend),
    Rule("weekend", "(over|at|on|during)? (the|r:(last|next|this|past|coming|previous|that)) weekend", weekend),
    Rule("unit-of", "(?<=PARTWORD of) u:(MONTHS|YEARS|WEEKS)", end_of_unit),
    Rule("next-but-one", "the u:LONGUNIT (before last|after r:next)", next_but_one),
    Rule("mid-week", "(mid DASH? WEEKS|midweek)", mid_week),
    Rule("unit-of", "(?<=PARTWORD of) the u:LONGUNIT", end_of_unit),
)
