"""Weekdays and weekends: the latest or the next, of a week, of a month, or beside a date in the text."""

from __future__ import annotations

from datetime import date

from demarche.mentions.dates.calendar import Stretch, day, day_of, month_of, moved, refused, shift, week_of, weekend_of
from demarche.mentions.dates.context import Context
from demarche.mentions.dates.counting import BACK, NO_ANCHOR, ONWARD, count_of, from_anchor, from_text
from demarche.mentions.dates.grammar import Hit, Rule
from demarche.mentions.dates.tense import PAST, UNKNOWN


def weekday(hit: Hit, context: Context) -> Stretch | None:
    """A weekday: back to the latest one for the past tense, on to the next one for the future."""
    if "w" in hit and hit.tokens[hit.groups["w"]].kind == "SHORTDAY" and not _abbreviated(hit):
        return None
    story = context.story_day() is not None
    found = context.weekday(hit.whole("w"), hit)
    if found and story:
        return from_text(day(found))
    return from_anchor(day(found)) if found else refused(NO_ANCHOR)


def _abbreviated(hit: Hit) -> bool:
    """ "Sun", "Sat" and "Mon" are days only where a full stop or a preposition says so."""
    before, after = hit.before(), hit.after()
    return (after is not None and after.kind == "DOT") or (before is not None and before.text.lower() in ("on", "last"))


def directed_weekday(hit: Hit, context: Context) -> Stretch | None:
    """ "last Friday" is the latest one before the day, "next Friday" that of the next calendar week."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    return from_anchor(day(_directed(hit.whole("w"), hit.word("r"), context.anchor)))


def _directed(number: int, which: str, anchor: date) -> date:
    monday = shift(anchor, -anchor.weekday())
    if which in BACK:
        return shift(anchor, -((anchor.weekday() - number - 1) % 7 + 1))
    if which == "next":
        return shift(monday, 7 + number)
    if which in ONWARD:
        return shift(anchor, (number - anchor.weekday() - 1) % 7 + 1)
    return shift(monday, number)


def weekday_of_week(hit: Hit, context: Context) -> Stretch | None:
    """ "Monday of last week", "next week on Tuesday", "Friday week"."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    which = hit.word("r")
    step = -1 if which in BACK else 1 if which in ONWARD else 0
    monday = shift(context.anchor, 7 * step - context.anchor.weekday())
    return from_anchor(day(shift(monday, hit.whole("w"))))


def text_weekday(hit: Hit, context: Context) -> Stretch | None:
    """ "the following Monday", "the previous Friday": counted from the date before it in the text."""
    origin = context.origin()
    if origin is None:
        return refused(NO_ANCHOR)
    number, which = hit.whole("w"), hit.word("r")
    if which in ("same", "that"):
        return from_text(day(shift(week_of(origin).first or origin, number)))
    ahead = which in ONWARD
    step = (number - origin.weekday() - 1) % 7 + 1 if ahead else -((origin.weekday() - number - 1) % 7 + 1)
    return from_text(day(shift(origin, step)))


def weekdays_ago(hit: Hit, context: Context) -> Stretch | None:
    """ "two Tuesdays ago": the second one back."""
    if context.anchor is None:
        return refused(NO_ANCHOR)
    latest = _directed(hit.whole("w"), "last", context.anchor)
    return from_anchor(day(moved(latest, 1 - count_of(hit), "week")))


def weekday_day(hit: Hit, context: Context) -> Stretch | None:
    """ "Sunday the 17th": the nearest such day of the month that falls on that weekday."""
    base = context.origin()
    if base is None:
        return refused(NO_ANCHOR)
    near = [day_of(d.year, d.month, hit.whole("d")) for d in (moved(base, step, "month") for step in range(-6, 7))]
    fitting = [v for v in near if v is not None and v.first is not None and v.first.weekday() == hit.whole("w")]
    return min(fitting, key=lambda v: abs((v.first or base).toordinal() - base.toordinal()), default=None)


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
        return from_anchor(day(shift(month.last, -((month.last.weekday() - number) % 7))))
    return from_anchor(day(shift(month.first, (number - month.first.weekday()) % 7 + 7 * (hit.whole("n", 1) - 1))))


def weekend(hit: Hit, context: Context) -> Stretch | None:
    """ "over the weekend", "last weekend", "at the weekend": the nearest in the direction of the tense."""
    anchor = context.anchor
    if anchor is None:
        return refused(NO_ANCHOR)
    which = hit.word("r")
    if which == "last" and hit.tokens[hit.end - 2].text == "before":
        return from_anchor(weekend_of(shift(anchor, -14)))
    if which == "that":
        return from_text(weekend_of(context.origin() or anchor))
    if which in BACK:
        return from_anchor(weekend_of(shift(anchor, -7)))
    if which == "next":
        return from_anchor(weekend_of(shift(anchor, 7)))
    ahead = which in ("this", "coming") or context.direction(hit) > UNKNOWN
    if which == "this" and context.direction(hit) == PAST and anchor.weekday() < 4:
        ahead = False
    back = 0 if ahead or anchor.weekday() >= 5 else -7
    return from_anchor(weekend_of(shift(anchor, back)))


RULES: tuple[Rule[Stretch], ...] = (
    Rule("weekday", "w:WD", weekday),
    Rule("directed-weekday", "(the)? r:REL w:WD", directed_weekday),
    Rule("directed-weekday", "w:WD r:(last|next)", directed_weekday),
    Rule("weekday-of-week", "w:WD (COMMA|of|in)? (the)? r:REL WEEKS", weekday_of_week),
    Rule("weekday-of-week", "r:REL WEEKS (COMMA|on)? w:WD", weekday_of_week),
    Rule("text-weekday", "w:WD (of|in) the r:(following|next|previous|preceding) WEEKS", text_weekday),
    Rule("text-weekday", "(the|that)? r:(following|preceding|same) w:WD", text_weekday),
    Rule("text-weekday", "(the) r:(next|previous) w:WD", text_weekday),
    Rule("text-weekday", "r:that w:WD", text_weekday),
    Rule("weekdays-ago", "n:NUM w:WEEKDAYS ago", weekdays_ago),
    Rule("weekday-day", "w:WEEKDAY COMMA? the d:ORDINAL (?!of|MONTH)", weekday_day),
    Rule("weekday-day", "w:WD DOT? d:ORDINAL (?!of|MONTH)", weekday_day),
    Rule("nth-weekday", "(the)? n:(NTH|last|final) w:WD (of|in) m:MONTH DOT? (COMMA? y:ANYYEAR)?", nth_weekday),
    Rule("nth-weekday", "(the)? n:(NTH|last|final) w:WD (of|in) (the|this) MONTHS", nth_weekday),
    Rule("weekend", "the weekend before r:last", weekend),
    Rule("weekend", "(over|at|on|during)? (the|r:(last|next|this|past|coming|previous|that)) weekend", weekend),
)
