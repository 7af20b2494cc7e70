"""Clock times: "at 15.30", "half past nine", "5 p.m. Moscow time"; as minutes after midnight."""

from __future__ import annotations

from demarche.mentions.dates.grammar import Hit, Rule

NOON, MIDNIGHT, DAY = 12 * 60, 0, 24 * 60


def _half_day(hours: int, hit: Hit) -> int:
    """The hour of the day, after "p.m." or "in the evening"."""
    mark = hit.word("half").replace(".", "").replace(" ", "")
    if mark == "pm" and hours < 12:
        return hours + 12
    return 0 if mark == "am" and hours == 12 else hours


def figures(hit: Hit) -> int | None:
    """ "15:30", "15.30", "3.30 p.m."."""
    value = hit.value("t")
    if isinstance(value, tuple):
        hours, minutes = value[0], value[1]
    else:
        whole, part = hit.word("t").split(".")
        hours, minutes = int(whole), int(part)
    return (_half_day(hours, hit) % 24) * 60 + minutes


def full_hour(hit: Hit) -> int | None:
    """ "5 p.m.", "ten o'clock", "at nine"."""
    hours = hit.whole("h")
    return _half_day(hours, hit) % 24 * 60 if 0 <= hours <= 24 else None


def hour_of_part(hit: Hit) -> int | None:
    """ "three in the afternoon"."""
    hours, part = hit.whole("h"), str(hit.value("p"))
    if not 1 <= hours <= 12:
        return None
    later = part in ("afternoon", "evening") and hours < 12
    return (hours + 12 * later) * 60


def named_hour(hit: Hit) -> int | None:
    """ "noon", "midnight"."""
    return {"noon": NOON, "midnight": MIDNIGHT}.get(str(hit.value("p")))


def past(hit: Hit) -> int | None:
    """ "half past nine", "a quarter to one", "ten past four"."""
    hours = hit.whole("h")
    minutes = {"half": 30, "quarter": 15}.get(hit.word("m"), hit.whole("m"))
    if not (0 <= hours <= 24 and 0 < minutes < 60):
        return None
    sign = -1 if hit.word("way") in ("to", "before") else 1
    return (_half_day(hours, hit) * 60 + sign * minutes) % DAY


_CLOCK = "(CLOCK|DOTTED AMPM|(DAYNUMBER|NUMBERWORD) (AMPM|OCLOCK))"

CLOCKS: tuple[Rule[int], ...] = (
    Rule("clock", "t:CLOCK half:AMPM?", figures),
    Rule("clock", "t:DOTTED half:AMPM", figures),
    Rule("clock", "(?<=CLOCKPREP) t:DOTTED (?!UNIT|OTHER)", figures),
    Rule("hour", "h:(DAYNUMBER|NUMBERWORD) half:AMPM", full_hour),
    Rule("hour", "h:(DAYNUMBER|NUMBERWORD) OCLOCK", full_hour),
    Rule("hour", f"(?<=from) h:(DAYNUMBER|NUMBERWORD) (?=(to|until|till|DASH) {_CLOCK})", full_hour),
    Rule("hour", f"(?<=between) h:(DAYNUMBER|NUMBERWORD) (?=and {_CLOCK})", full_hour),
    Rule("hour-of-part", "h:(DAYNUMBER|NUMBERWORD) in the p:DAYPART", hour_of_part),
    Rule("named-hour", "p:DAYPART", named_hour),
    Rule("past", "m:half past h:(DAYNUMBER|NUMBERWORD) half:AMPM?", past),
    Rule("past", "(a)? m:QUARTERS way:(past|to|before|after) h:(DAYNUMBER|NUMBERWORD) half:AMPM?", past),
    Rule("past", "m:(DAYNUMBER|NUMBERWORD) MINUTES? way:(past|to) h:(DAYNUMBER|NUMBERWORD) half:AMPM?", past),
)


def printed(minutes: int) -> str:
    """Minutes after midnight as "15:30"."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
