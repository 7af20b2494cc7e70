"""What the words of a report tell beside its fields: which of several, the hour, several at once; words to compare."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["about_midnight", "clock_of", "content_words", "figures_of", "ordinal_of", "part_of_day", "tells_several"]

_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
_NOUN = r"(?:call|conversation|meeting|talk|round|session|visit|summit|trip|contact|exchange|message|letter)s?"
_DAY = (
    r"(?:that|the same|this) (?:same )?(?:day|evening|afternoon|morning|night)"
    r"|of the day|in (?:a|one|a single) day|today|in 24 hours"
)


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_STOP = _listed(
    "the and for was has had its his her our not but who may any all are can did due get got him how let now off"
    " one own per put she too two via way yet out you why nor about above after again against also been before being"
    " between both could does doing down during each from further have having here into itself just more most must"
    " once only other ours over said same says shall should some such than that their theirs them then there these"
    " they this those through under until very were what when where which while whom will with would your yours"
    " because"
)


@cache
def _ordinal() -> re.Pattern[str]:
    number = "|".join(_ORDINALS)
    return re.compile(
        rf"\b(?P<word>{number}|\d+(?:st|nd|rd|th)|another)\s+(?:[\w-]+\s+){{0,2}}?(?P<noun>{_NOUN}|time)\b"
        rf"(?P<after>[^.;]{{0,40}})",
        re.IGNORECASE,
    )


@cache
def _day() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_DAY})\b", re.IGNORECASE)


def ordinal_of(words: str) -> tuple[int, str] | None:
    """(2, "day") for "their second call that day", (3, "round") for a third round, (5, "this year") …"""
    for found in _ordinal().finditer(words):
        number = _number(found["word"].lower())
        scope = _scope(found["noun"].lower(), found["after"])
        if scope and (scope == "day" or found["word"].lower() != "another"):
            return number, scope
    return None


def _number(word: str) -> int:
    if word == "another":
        return 2
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else int(re.sub(r"\D", "", word))


def _scope(noun: str, after: str) -> str:
    if _day().search(after):
        return "day"
    if noun.startswith("round"):
        return "round"
    period = re.search(r"\b(this year|this month|this week|since [\w ]{3,20})", after, re.IGNORECASE)
    return period[1].lower().strip() if period else ""


_MANY = r"several|numerous|multiple|various|many|two|three|four|five|six|seven|eight|nine|ten|a series of|a number of"
_SEVERAL = re.compile(
    rf"\b(?:{_MANY})\s+"
    r"(?:[\w-]+\s+){0,2}?(?:calls|conversations|meetings|visits|times|occasions|messages|letters|trips)\b"
    r"|\b(?:spoke|spoken|talked|met|called|phoned|telephoned|conferred|visited|wrote|contact|touch)\b[^,;.]{0,60}?"
    r"\b(?:twice|repeatedly|regularly|more than once|on and off)\b",
    re.IGNORECASE,
)


_THEN_AGAIN = re.compile(
    r"\b(?:morning|noon|midday|afternoon)\b.{0,120}\b(?:afternoon|evening|night)\b.{0,40}\b(?:again|once more)\b",
    re.IGNORECASE | re.DOTALL,
)


def tells_several(words: str) -> bool:
    """True for "spoke several times", "held two calls", "met twice", and "in the morning … in the evening again"."""
    return bool(_SEVERAL.search(words)) or bool(_THEN_AGAIN.search(words))


_CLOCK = re.compile(
    r"\b(?:at|from|about|around)\s+(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?P<half>[ap]\.?m\.?)?"
    r"(?:\s+(?P<zone>[A-Z][A-Za-z]+ time|GMT|UTC|CET|ET|EST|EDT|MSK|local time))?(?![\d%])",
)


def clock_of(words: str) -> tuple[int | None, str]:
    """(930, "moscow time") for "at 3:30 p.m. Moscow time"; only where minutes, a half or a zone make it an hour."""
    for found in _CLOCK.finditer(words):
        if not (found["minute"] or found["half"] or found["zone"]):
            continue
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if found["half"]:
            hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
        if hour < 24 and minute < 60:
            return hour * 60 + minute, (found["zone"] or "").lower()
    return None, ""


_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PARTS = {
    "morning": re.compile(rf"\b(?:morning|dawn|breakfast|early (?:on|this|that|{_WEEKDAY})|a\.m\.)", re.IGNORECASE),
    "midday": re.compile(r"\b(?:midday|noon|lunch)\b", re.IGNORECASE),
    "afternoon": re.compile(r"\bafternoon\b", re.IGNORECASE),
    "evening": re.compile(
        rf"\b(?:evening|tonight|night|midnight|overnight|dinner|late (?:on|{_WEEKDAY})\b)", re.IGNORECASE
    ),
}


def part_of_day(words: str) -> str:
    """morning, midday, afternoon or evening, where exactly one is named."""
    named = _parts(words)
    return named[0] if len(named) == 1 else ""


def _parts(words: str) -> list[str]:
    return [name for name, pattern in _PARTS.items() if pattern.search(words)]


_MIDNIGHT = re.compile(r"\b(?:midnight|overnight|small hours|early hours)\b", re.IGNORECASE)


def about_midnight(words: str) -> bool:
    """True for "near midnight", "in the early hours": the two ends may date it differently."""
    return bool(_MIDNIGHT.search(words))


_AGAIN = re.compile(
    r"\b(?:again|once more|anew|for the (?:second|third) time)\b"
    rf"|\b(?:a|another|the|their) (?:second|third|new|further|follow-up) (?:[\w-]+ )?{_NOUN}\b|\banother {_NOUN}\b",
    re.IGNORECASE,
)


def tells_again(words: str) -> bool:
    """True for "spoke again", "a second call", "another meeting"."""
    return bool(_AGAIN.search(words))


_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\d[\d.,]*")


def content_words(words: str, *, all_words: bool = False) -> frozenset[str]:
    """The beginnings of its longer words; of a verbatim quotation all of them."""
    found = (word.lower() for word in _WORD.findall(words))
    return frozenset(w[:6] for w in found if all_words or (len(w) > 2 and w not in _STOP))


def figures_of(words: str) -> frozenset[str]:
    """Its numbers."""
    return frozenset(f.rstrip(".,").replace(",", "") for f in _FIGURE.findall(words))
