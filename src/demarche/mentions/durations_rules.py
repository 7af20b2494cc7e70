"""Rules for lengths of time: the bare length, and the words before or after it that widen or shift it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from demarche.mentions.dates.grammar import Hit, Rule
from demarche.mentions.dates.words import group

MINUTES = {
    "second": 1 / 60,
    "minute": 1.0,
    "hour": 60.0,
    "day": 1440.0,
    "night": 1440.0,
    "week": 10080.0,
    "fortnight": 20160.0,
    "month": 43830.0,
    "quarter": 131490.0,
    "year": 525960.0,
    "decade": 5259600.0,
    "century": 52596000.0,
}
"""Minutes a unit lasts; a month is a twelfth of 365.25 days."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in its own unit: `low` to `high`, None where an end is open."""

    low: float | None
    high: float | None
    unit: str
    rule: str = ""
    sense: str = ""  # what it is instead of a length in minutes: "offset", "days", "term", "age", "frequency"
    round: bool = False  # said without a number: "an hour", "half an hour"


def plain(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "40 minutes", "three hours", "a day"."""
    count = hit.number("n", 1)
    return Length(count, count, hit.unit("u"), round="n" not in hit)


def article(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "an hour"; not "wait a minute"."""
    before = hit.before()
    if hit.unit("u") in ("minute", "second") and (before is None or before.text.lower() not in _BEFORE_MINUTE):
        return None
    return plain(hit)


_BEFORE_MINUTE = group("for lasted took about under nearly almost of than within a over least spent")


def good(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "a good hour": up to a quarter longer."""
    return Length(1, 1.25, hit.unit("u"), "and-more") if hit.word("u") == hit.unit("u") else None


def long(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "an hour-long call" is one hour, "hours-long talks" two or more."""
    plural = hit.word("u") != hit.unit("u")
    return Length(2, None, hit.unit("u"), "vague") if plural else Length(1, 1, hit.unit("u"), round=True)


def hours_and_minutes(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "two hours and 45 minutes", "1 h 37 min", "one hour and 15"."""
    minutes = hit.number("n", 1) * 60 + hit.number("m")
    return Length(minutes, minutes, "minute") if hit.number("m") < 60 else None


def minutes_and_seconds(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "12 minutes and 30 seconds"."""
    minutes = hit.number("n") + hit.number("m") / 60
    return Length(minutes, minutes, "minute")


def and_half(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "two and a half hours", "an hour and a half", "eight hours and a quarter"."""
    count = hit.number("n", 1) + {"half": 0.5, "quarter": 0.25, "quarters": 0.75}[hit.word("f")]
    return Length(count, count, hit.unit("u"))


def mixed(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "2 ½ hours"."""
    count = hit.number("n") + hit.number("f")
    return Length(count, count, hit.unit("u")) if hit.number("f") < 1 else None


def multiple(hit: Hit, last: Length | None = None) -> Length | None:
    """ "twice as long": a multiple of the length told before."""
    if last is None:
        return None
    factor = {"twice": 2.0, "half": 0.5}.get(hit.word("k"), hit.number("n"))
    low, high = (None if end is None else factor * end for end in (last.low, last.high))
    return Length(low, high, last.unit, "multiple", round=True)


def ellipsis(hit: Hit, last: Length | None = None) -> Length | None:
    """ "four hours, or four and a half": the unit of the length told before."""
    count = hit.number("n") + 0.5
    return None if last is None or last.unit != "hour" else Length(count, count, last.unit)


def plus(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "two-plus hours": open upward."""
    return Length(hit.number("n"), None, hit.unit("u"), "at-least")


def half(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "half an hour", "half a day"."""
    return Length(0.5, 0.5, hit.unit("u"), round=True)


def quarters(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "a quarter of an hour", "three quarters of an hour"."""
    count = hit.number("n", 1) / 4
    return Length(count, count, hit.unit("u"), round=True)


def hundreds(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "a hundred and twenty minutes"."""
    if hit.number("k") % 100 or hit.number("n") >= 100:
        return None
    count = hit.number("k") + hit.number("n")
    return Length(count, count, hit.unit("u"))


def either(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "two or three hours", "between 40 and 50 minutes", "2-3 hours": both ends."""
    low, high = sorted((hit.number("a", 1), hit.number("b")))
    return Length(low, high, hit.unit("u"), "interval")


def either_half(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "two or two and a half hours", "an hour or an hour and a half"."""
    low, high = hit.number("a", 1), hit.number("b", 1) + 0.5
    return Length(low, high, hit.unit("u"), "interval") if low < high else None


def to_half(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "two and a half to three hours"."""
    low, high = hit.number("a", 1) + 0.5, hit.number("b", 1)
    return Length(low, high, hit.unit("u"), "interval") if low < high else None


def half_to_one(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "half an hour to an hour"."""
    return Length(30, 60 * hit.number("b", 1), "minute", "interval")


def vague(hit: Hit, _last: Length | None = None) -> Length | None:
    """ "several hours" is two or more, "a couple of hours" about two, "a few minutes" two to ten."""
    low, high = {"couple": (1.75, 2.5), "few": (2, 10), "several": (2, None), "": (2, None), "many": (3, None)}[
        hit.word("q")
    ]
    return Length(low, None if hit.unit("u") != "minute" and hit.word("q") == "few" else high, hit.unit("u"), "vague")


_UNITS = "(CLOCKTIME|LONGUNIT|NIGHTS)"
_N = "(a|an|n:NUM)"

LENGTHS: tuple[Rule[Length], ...] = (
    Rule("plain", f"n:NUM DASH? u:{_UNITS}", plain),
    Rule("article", f"(a|an|full|whole|entire|one) u:{_UNITS}", article),
    Rule("good", f"(a)? good u:{_UNITS}", good),
    Rule("another", f"another u:{_UNITS}", plain),
    Rule("long", f"u:{_UNITS} DASH? long", long),
    Rule("hours-minutes", f"{_N} HOURS DOT? (and|COMMA)? m:NUM (MINUTES|m)", hours_and_minutes),
    Rule("hours-minutes", f"{_N} HOURS and m:NUM (?!UNIT|DASH|and|percent|per|million|OTHER)", hours_and_minutes),
    Rule("minutes-seconds", "n:NUM MINUTES (and|COMMA)? m:NUM SECONDS", minutes_and_seconds),
    Rule("and-half", f"n:NUM DASH? and DASH? (a)? DASH? f:(half|QUARTERS) DASH? u:{_UNITS}", and_half),
    Rule("and-half", f"(a|an|the|n:NUM) u:{_UNITS} DASH? and DASH? (a)? DASH? f:(half|QUARTERS)", and_half),
    Rule("mixed", f"n:DAYNUMBER f:DECIMAL u:{_UNITS}", mixed),
    Rule("multiple", "(k:(twice|half)|n:NUM times) as long", multiple),
    Rule("ellipsis", "or n:NUM and a half (?!UNIT)", ellipsis),
    Rule("fraction", f"n:DECIMAL of (a|an) u:{_UNITS}", plain),
    Rule("plus", f"n:NUM DASH plus DASH? u:{_UNITS}", plus),
    Rule("half", f"(a|the)? half (DASH|a|an|of an)? u:{_UNITS}", half),
    Rule("quarters", f"(a|the)? n:NUM? DASH? QUARTERS DASH? (of (a|an))? u:{_UNITS}", quarters),
    Rule("hundreds", f"k:NUMBERWORD (and)? n:INTEGER DASH? u:{_UNITS}", hundreds),
    Rule("either", f"a:NUM DASH? (or|to|DASH|until) b:NUM DASH? u:{_UNITS}", either),
    Rule("either", f"between a:NUM (CLOCKTIME|LONGUNIT)? and b:NUM u:{_UNITS}", either),
    Rule("either", f"(a|an) u:{_UNITS} or b:NUM", either),
    Rule("either-units", f"(a|an|a:NUM) {_UNITS} (or|to) b:NUM u:{_UNITS}", either),
    Rule("either-half", f"a:NUM (or|to|DASH) b:NUM and a half u:{_UNITS}", either_half),
    Rule(
        "either-half", f"(between)? (a|an|a:NUM) {_UNITS} (or|to|and) (a|an|b:NUM) u:{_UNITS} and a half", either_half
    ),
    Rule("either-half", f"between a:NUM and b:NUM and a half u:{_UNITS}", either_half),
    Rule("to-half", f"(between)? a:NUM and a half (or|to|and) b:NUM u:{_UNITS}", to_half),
    Rule("half-to-one", "half an HOURS (or|to) (an|b:NUM) HOURS", half_to_one),
    Rule("vague", f"(a)? q:(couple|few|several|many) (of)? DASH? u:{_UNITS}", vague),
    Rule("vague", "(for|lasted|took|after|spent|of) u:HOURS", vague),
)

ROUND_SPREAD = {60: 10, 30: 5, 15: 5, 120: 15}


def about(_hit: Hit, length: Length) -> Length | None:
    """ "about an hour" is 50 to 70 minutes; other lengths ten per cent either way."""
    if length.low is None or length.high is None:
        return replace(length, rule="about")
    minutes = length.low * MINUTES[length.unit]
    if length.low == length.high and minutes in ROUND_SPREAD and (length.round or minutes == 60):
        spread = ROUND_SPREAD[int(minutes)] / MINUTES[length.unit]
        return replace(length, low=length.low - spread, high=length.high + spread, rule="about")
    if length.low != length.high:
        return replace(length, rule="about")
    return replace(length, low=length.low * 0.9, high=length.high * 1.1, rule="about")


def nearly(_hit: Hit, length: Length) -> Length | None:
    """ "nearly 2.5 hours" is 135 to 150 minutes: from nine tenths up to the length."""
    if length.low is None:
        return length
    return replace(length, low=length.low * 0.9, rule="nearly")


def most(_hit: Hit, length: Length) -> Length | None:
    """ "most of an hour": more than half of it."""
    return length if length.low is None else replace(length, low=length.low / 2, rule="most")


def more(_hit: Hit, length: Length) -> Length | None:
    """ "more than two hours": open upward."""
    return replace(length, high=None, rule="at-least")


def less(_hit: Hit, length: Length) -> Length | None:
    """ "under an hour", "up to two hours": open downward."""
    return replace(length, low=None, rule="at-most")


def slightly_more(_hit: Hit, length: Length) -> Length | None:
    """ "a good hour", "two hours or a touch over": up to a quarter of an hour longer."""
    if length.low is None or length.high is None:
        return length
    margin = min(0.25 * length.high, 15 / MINUTES[length.unit])
    return replace(length, high=length.high + margin, rule="and-more")


BEFORE: tuple[Rule[Length], ...] = (
    Rule("about", "(for)? (about|around|approximately|roughly|some|circa|approx|TILDE) DOT?", about),
    Rule("about", "(a)? (little|bit) (like|around)", about),
    Rule("about", "something like", about),
    Rule("nearly", "(very)? (nearly|almost|practically|barely|hardly)", nearly),
    Rule("nearly", "(just|a little|slightly|a bit|a shade) (under|below|less than)", nearly),
    Rule("nearly", "(not quite|the best part of|the better part of)", nearly),
    Rule("most", "most of", most),
    Rule("at-most", "(well)? (under|below)", less),
    Rule("nearly", "(close|near) to", nearly),
    Rule("nearly", "(just)? (short|shy) of", nearly),
    Rule(
        "at-least",
        "(well|just|slightly|much|far|significantly|considerably|a little|a bit|a shade)? (more|longer) than",
        more,
    ),
    Rule("at-least", "(well|just|slightly|a little|a bit|a shade)? (over|above)", more),
    Rule(
        "at-least",
        "(at least|upwards of|no less than|not less than|no fewer than|in excess of|exceeded|minimum of|fully)",
        more,
    ),
    Rule("at-most", "(well|just)? (less|fewer|shorter) than", less),
    Rule("at-most", "(up to|at most|no more than|not more than|no longer than|maximum of|not even)", less),
)

AFTER: tuple[Rule[Length], ...] = (
    Rule("about", "or so", about),
    Rule("about", "(COMMA)? (approximately|roughly|give or take|or thereabouts)", about),
    Rule("at-least", "(or|and) (more|longer)", more),
    Rule("at-least", "(COMMA)? at least", more),
    Rule("at-least", "plus", more),
    Rule("at-most", "(or (less|under)|at (most|the most)|tops|maximum)", less),
    Rule("and-more", "or a (touch|little|bit|shade) (over|more|longer)", slightly_more),
    Rule("and-more", "(or)? (slightly|a little) (over|more|longer)", slightly_more),
)
