"""Dates counted from the publication day: "yesterday", "last week", "in ten days", "the end of the month"."""

from __future__ import annotations

from dataclasses import replace

from demarche.mentions.dates.calendar import Stretch, around, day, moved, refused, shift, since, until
from demarche.mentions.dates.context import Context
from demarche.mentions.dates.counting import BACK, COUNT, NO_ANCHOR, ONWARD, OPTIONAL_COUNT, away, count_of, from_anchor
from demarche.mentions.dates.grammar import Hit, Rule
from demarche.mentions.dates.tense import PAST, UNKNOWN

_DAYS_AWAY = {"today": 0, "tonight": 0, "overnight": 0, "yesterday": -1, "tomorrow": 1}


def deictic(hit: Hit, context: Context) -> Stretch | None:
    """Days named from the publication day: "today", "yesterday", "tonight", "tomorrow"."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    return from_anchor(day(shift(context.anchor, _DAYS_AWAY[hit.word("w")])))


def now(_hit: Hit, context: Context) -> Stretch | None:
    """ "between now and 15 November", "from June until now"."""
    return from_anchor(day(context.anchor)) if context.anchor is not None else refused(NO_ANCHOR)


def beyond(hit: Hit, context: Context) -> Stretch | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    if hit.word("u") != "day":
        return None  # "two days before yesterday" is counted
    if context.anchor is None:
        return refused(NO_ANCHOR)
    return from_anchor(day(shift(context.anchor, -2 if hit.word("w") == "yesterday" else 2)))


def this_part(hit: Hit, context: Context) -> Stretch | None:
    """ "this morning" is today, "last night" yesterday, "earlier today" today."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    return from_anchor(day(shift(context.anchor, -1 if hit.word("r") == "last" else 0)))


def directed_unit(hit: Hit, context: Context) -> Stretch | None:
    """ "last week", "next month", "this year": the calendar unit beside or around the publication day."""
    anchor = context.anchor
    if anchor is None:
        return refused(NO_ANCHOR)
    which, unit = hit.word("r"), hit.unit("u")
    if unit in ("hour", "minute", "second"):
        return None
    if unit == "day" and which == "this":
        return None  # "this day" is the one that the text tells of
    if unit == "night":
        return from_anchor(day(shift(anchor, -1 if which in BACK else 0)))
    if which == "past":
        return from_anchor(Stretch(moved(anchor, -1, unit), anchor, "interval"))
    step = -1 if which in BACK else 1 if which in ONWARD else 0
    if unit == "week" and which == "this" and anchor.weekday() == 6 and context.direction(hit) > UNKNOWN:
        # said on a Sunday of what is to come, "this week" cannot be the one that ends that day
        return from_anchor(Stretch(anchor, shift(anchor, 6), "week"))
    return from_anchor(around(moved(anchor, step, unit), unit))


def running_units(hit: Hit, context: Context) -> Stretch | None:
    """ "the past three days", "the next two weeks": from or up to the publication day."""
    anchor, unit = context.anchor, hit.unit("u")
    if unit in ("hour", "minute", "second"):
        return None
    if anchor is None:
        return refused(NO_ANCHOR)
    if hit.word("q") in ("few", "several"):
        now = Stretch(anchor, anchor)
        return from_anchor(until(now) if hit.word("r") in BACK else since(now))
    count = count_of(hit)
    if hit.word("r") in BACK:
        return from_anchor(Stretch(moved(anchor, -count, unit), anchor, "interval"))
    return from_anchor(Stretch(anchor, moved(anchor, count, unit), "interval"))


def coming(hit: Hit, context: Context) -> Stretch | None:
    """ "in the coming days", "in the past weeks": open from, or up to, the publication day."""
    anchor = context.anchor
    if not hit.word("u").endswith("s"):
        return directed_unit(hit, context)
    if anchor is None:
        return refused(NO_ANCHOR)
    open_ended = Stretch(anchor, anchor, "day")
    return from_anchor(until(open_ended) if hit.word("r") in BACK else since(open_ended))


def earlier_this(hit: Hit, context: Context) -> Stretch | None:
    """ "earlier this week" ends on the publication day, "later this month" starts there."""
    anchor = context.anchor if hit.tokens[hit.end - 2].text.lower() == "this" else context.base()
    if anchor is None:
        return refused(NO_ANCHOR)
    whole = around(anchor, hit.unit("u"))
    # a year is told to the year: a first or last day would feign a precision that nobody meant
    shape = whole.edtf if whole.unit == "year" else None
    if hit.word("w") in ("later", "rest", "remainder"):
        return from_anchor(Stretch(anchor, whole.last, "interval", shape=shape))
    return from_anchor(Stretch(whole.first, anchor, "interval", shape=shape))


def distance(hit: Hit, context: Context) -> Stretch | None:
    """ "three days ago", "in two weeks": counted from the publication day."""
    if context.anchor is None:
        return None if hit.unit("u") in ("hour", "minute", "second") else refused(NO_ANCHOR)
    sign = -1 if "back" in hit else 1
    if sign > 0 and context.direction(hit) == PAST:
        return None  # "the first time in five years", "he was back in two days": a length
    value = away(context.anchor, sign, hit)
    return from_anchor(value) if value else None


def half_more(hit: Hit, context: Context) -> Stretch | None:
    """ "a year and a half ago": to the month, about."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    count, unit = count_of(hit), hit.unit("u")
    there = moved(context.anchor, -count, unit)
    rest = {"year": 182, "month": 15, "week": 3}[unit]
    return from_anchor(replace(around(shift(there, -rest), "month"), approximate=True))


def within(hit: Hit, context: Context) -> Stretch | None:
    """ "within a month": from the publication day, or the day of the story, to the end of the term."""
    anchor, unit = context.base(), hit.unit("u")
    if unit in ("minute", "second") or (unit == "hour" and count_of(hit) < 12):
        return None
    if anchor is None:
        return refused(NO_ANCHOR)
    if unit == "hour":
        return from_anchor(Stretch(anchor, shift(anchor, round(count_of(hit) / 24)), "interval"))
    return from_anchor(Stretch(anchor, moved(anchor, count_of(hit), unit), "interval"))


def ago_today(hit: Hit, context: Context) -> Stretch | None:
    """ "a week ago today", "a week from Monday", "two weeks ago on Friday": to the day."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    sign = -1 if "back" in hit else 1
    origin = context.anchor if "w" not in hit else context.weekday(hit.whole("w"), hit) or context.anchor
    if "w" in hit and sign < 0:
        origin = shift(context.anchor, (hit.whole("w") - context.anchor.weekday() + 3) % 7 - 3)
    return from_anchor(day(moved(origin, sign * count_of(hit), hit.unit("u"))))


def next_but_one(hit: Hit, context: Context) -> Stretch | None:
    """ "the week before last", "the month after next"."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    unit = hit.unit("u")
    return from_anchor(around(moved(context.anchor, 2 if "r" in hit else -2, unit), unit))


def mid_week(_hit: Hit, context: Context) -> Stretch | None:
    """ "mid-week" is Wednesday or Thursday of the running week."""
    base = context.base()
    if base is None:
        return refused(NO_ANCHOR)
    wednesday = shift(base, 2 - base.weekday())
    return from_anchor(Stretch(wednesday, shift(wednesday, 1), "interval"))


def end_of_unit(hit: Hit, context: Context) -> Stretch | None:
    """The unit in "the end of the month": that of the publication day, or of the day the paragraph tells of."""
    unit = hit.unit("u")
    if unit in ("hour", "minute", "second", "day", "night"):
        return None
    base = context.base()
    if base is None:
        return refused(NO_ANCHOR)
    return from_anchor(around(base, unit))


def repeated(_hit: Hit, _context: Context) -> Stretch | None:
    """ "every Friday", "daily", "each month": a habit, not a date."""
    return refused("set")


_BACKPART = "(DAYPART|NIGHTS)"


RULES: tuple[Rule[Stretch], ...] = (
    Rule(
        "deictic", f"(earlier|later|late|early)? w:(today|yesterday|tomorrow|tonight|overnight) {_BACKPART}?", deictic
    ),
    Rule("beyond", "(the)? u:DAYS (before|after) w:(yesterday|tomorrow)", beyond),
    Rule("now", "(?<=between) now (?=and)", now),
    Rule("now", "(?<=RANGEWORD) now", now),
    Rule("this-part", "(earlier|later|late|early)? r:(this|last) DAYPART", this_part),
    Rule("set", "(every|each) (other|second|NTH|few|NUM)? (WD|UNIT|MONTH|SEASON|DAYPART|weekend)", repeated),
    Rule("set", "(daily|weekly|monthly|yearly|annually|hourly|nightly|quarterly|biweekly|fortnightly)", repeated),
    Rule("set", "(on)? (WEEKDAYS|weekends)", repeated),
    Rule("set", "(once|twice|NUM times) (a|per|every) UNIT", repeated),
    Rule("directed-unit", "r:REL u:LONGUNIT (?!of (MONTH|YEAR|SEASON|the|RELYEAR|that))", directed_unit),
    Rule("directed-unit", "r:last u:NIGHTS", directed_unit),
    Rule(
        "running",
        "(the|these|over|for)? r:(last|past|previous|next|coming) (q:QUANT|n:NUM) u:LONGUNIT "
        "(?!of (MONTH|YEAR|RELYEAR))",
        running_units,
    ),
    Rule("coming", "(the|these) r:(past|coming) u:(DAYS|WEEKS|MONTHS|YEARS|DECADES)", coming),
    Rule("earlier-this", "w:(earlier|later) (this|in the|last) u:LONGUNIT", earlier_this),
    Rule("earlier-this", "(the)? w:(rest|remainder) of (the|this) u:LONGUNIT", earlier_this),
    Rule("ago", f"about:(about|around|some|roughly|nearly|almost|over)? {OPTIONAL_COUNT} u:UNIT back:(ago)", distance),
    Rule("in", f"in about:(about|around|some|roughly)? {COUNT} u:UNIT (time|POSS time)?", distance),
    Rule("from-now", f"{OPTIONAL_COUNT} u:UNIT from (now|today)", distance),
    Rule("ago-half", f"{COUNT} u:(WEEKS|MONTHS|YEARS) and a half back:ago", half_more),
    Rule("ago-half", "n:NUM and a half u:(WEEKS|MONTHS|YEARS) back:ago", half_more),
    Rule("ago-sum", f"{COUNT} u:LONGUNIT (and|COMMA) m:NUM v:LONGUNIT back:(ago)", distance),
    Rule("ago-day", f"{OPTIONAL_COUNT} u:UNIT back:(ago) (today|on)? w:WD", ago_today),
    Rule("ago-sum", f"{COUNT} u:LONGUNIT (and|COMMA) m:NUM v:LONGUNIT back:(ago)", distance),
    Rule("ago-day", f"{OPTIONAL_COUNT} u:UNIT back:(ago) today", ago_today),
    Rule("from-day", f"{OPTIONAL_COUNT} u:UNIT from (today|w:WD)", ago_today),
    Rule("within", f"(within|inside) (about|around|the (next|coming)?)? {OPTIONAL_COUNT} u:UNIT", within),
    Rule("unit-of", "(?<=PARTWORD of) u:(MONTHS|YEARS|WEEKS)", end_of_unit),
    Rule("next-but-one", "the u:LONGUNIT (before last|after r:next)", next_but_one),
    Rule("mid-week", "(mid DASH? WEEKS|midweek)", mid_week),
    Rule("unit-of", "(?<=PARTWORD of) the u:LONGUNIT", end_of_unit),
)
