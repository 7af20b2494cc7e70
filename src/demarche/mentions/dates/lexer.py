"""Text -> time words: one token a word or sign, one class a token.

Every number, month, weekday, unit and function word gets a class; everything else is `OTHER`. The grammar
then works on the classes alone, so the text itself is scanned once, by one expression that cannot backtrack far.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from demarche.mentions.dates import words
from demarche.mentions.dates.words import group

Value = int | float | str | tuple[int, ...] | None

OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign: where it stands, its class and what it is worth."""

    start: int
    end: int
    kind: str
    value: Value
    text: str
    fresh: bool = False  # the first on its line


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@cache
def _scanner() -> re.Pattern[str]:
    tens = "|".join(words.TENS)
    ones = "|".join([*words.ONES[1:10], *words.ORDINALS[1:10]])
    ones_only = "|".join(words.ONES[1:10])
    # a page break may tear "November 12" in two: no paragraph ends with the month before a day
    torn = "".join(f"(?<!{month})" for month in _MONTHS)
    return re.compile(
        rf"""
        (?![^\S\n])(?:  # no class begins with white space, and these letters begin no class but words
        (?P<PLAIN>[bcdghijklmruvwxyz][^\W\d_]*)
      | (?P<PARAGRAPH>(?:{torn}\n[^\S\n]*\n\s*|\n[^\S\n]*\n\s*(?!\d{{1,2}}[\s.,])))
      | (?P<AMPM>(?<=[\d\s])[ap](?:\.\s?m\b\.?|m\b))
      | (?P<QUARTER>\bQ[1-4]\b)
      | (?P<COMPOUND>\b(?:{tens})[-‐‑ ](?:{ones})\b)
      | (?P<HUNDREDS>\b(?:an?|{ones_only})\s+hundred\b)
      | (?P<OCLOCK>\bo['’]clock\b)
      | (?P<MIXED>(?<![\w.,])\d{{0,3}}[½¼¾])
      | (?P<WORD>[^\W\d_]+)
      | (?P<ISO>(?<![\w./-])\d{{4}}-\d{{2}}-\d{{2}}(?:T[\d:.]{{1,15}}Z?)?(?![\w-]))
      | (?P<YM>(?<![\w./-])\d{{4}}-\d{{2}}(?![\w-]))
      | (?P<NUMERIC>(?<![\w./-])\d{{1,4}}(?P<sep>[./-])\d{{1,2}}(?P=sep)\d{{2,4}}(?![\w-]))
      | (?P<CLOCK>(?<![\w.:,])\d{{1,2}}(?::\d{{2}}(?::\d{{2}})?|h\d{{2}})(?![\w:]))
      | (?P<THOUSANDS>(?<![\w.,])\d{{1,3}}(?:,\d{{3}}){{1,4}}(?![\w,]*\d))
      | (?P<DECIMAL>(?<![\w.,:])\d{{1,3}}[.,]\d{{1,2}}(?=\b)(?![.,:]?\d))
      | (?P<ORDINAL>(?<![\w.,])\d{{1,3}}(?:st|nd|rd|th)\b)
      | (?P<DECADE>(?<![\w.,])(?:\d{{3}}0['’]?s|['’][1-9]0s)\b)
      | (?P<SHORTYEAR>(?<!\w)['’]\d{{2}}\b(?!\d))
      | (?P<DIGITS>(?<!\w)(?<!\d[.,])\d{{1,6}}(?![\d_])(?:(?=[^\W\d])(?=(?:h|hrs?|m|mins?|[ap]\.?m)\b)|(?![^\W\d])))
      | (?P<POSS>['’]s?\b|['’](?=\s))
      | (?P<COMMA>,) | (?P<DOT>\.) | (?P<DASH>[-‐‑–—−]) | (?P<SLASH>/) | (?P<OPEN>\() | (?P<CLOSE>\)) | (?P<TILDE>~)
      | (?P<OTHER>\w+|[^\s\w])
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@lru_cache(maxsize=2)
def tokens(text: str) -> tuple[Token, ...]:
    """Cut a text into time words; white space is dropped, a blank line is a token.

    Dates and durations are found one after the other in the same text, so the last cuts are kept.
    """
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    for match in _scanner().finditer(text):
        name = match.lastgroup or OTHER
        if name == "sep":
            name = "NUMERIC"
        raw = match.group()
        kind, value = _READERS.get(name, _sign)(raw, name)
        yield Token(match.start(), match.end(), kind, value, raw, "\n" in text[at : match.start()] or not at)
        at = match.start() if kind == "PARAGRAPH" else match.end()


def _sign(raw: str, name: str) -> tuple[str, Value]:
    return name, raw


def _digits(raw: str, _: str) -> tuple[str, Value]:
    value = int(raw)
    if len(raw) <= 2 and 1 <= value <= 31:
        return "DAYNUMBER", value
    if len(raw) == 4 and 1000 <= value <= 2199:
        return "YEAR", value
    return "NUMBER", value


def _thousands(raw: str, _: str) -> tuple[str, Value]:
    return "NUMBER", int(raw.replace(",", ""))


def _decimal(raw: str, _: str) -> tuple[str, Value]:
    """ "2.5" and "2,5" are decimals; "15.30" may be a clock time too: the grammar decides by what stands around it."""
    whole, part = re.split("[.,]", raw)
    clock = "." in raw and len(part) == 2 and int(whole) < 24 and int(part) < 60
    return ("DOTTED" if clock else "DECIMAL"), float(f"{whole}.{part}")


def _mixed(raw: str, _: str) -> tuple[str, Value]:
    return "DECIMAL", (int(raw[:-1]) if raw[:-1] else 0) + words.FRACTIONS[raw[-1]]


def _ordinal(raw: str, _: str) -> tuple[str, Value]:
    return "ORDINAL", int(raw[:-2])


def _decade(raw: str, _: str) -> tuple[str, Value]:
    figures = re.sub(r"\D", "", raw)
    return "DECADE", int(figures) if len(figures) == 4 else 1900 + int(figures)


def _short_year(raw: str, _: str) -> tuple[str, Value]:
    short = int(raw[1:])
    return "SHORTYEAR", 1900 + short if short > 49 else 2000 + short


def _clock(raw: str, _: str) -> tuple[str, Value]:
    parts = [int(p) for p in re.split("[:h]", raw.lower())]
    if parts[0] > 24 or parts[1] > 59:
        return OTHER, raw
    return "CLOCK", (parts[0], parts[1])


def _iso(raw: str, _: str) -> tuple[str, Value]:
    year, month, day = (int(p) for p in raw[:10].split("-"))
    return "ISO", (year, month, day)


def _year_month(raw: str, _: str) -> tuple[str, Value]:
    return "YM", (int(raw[:4]), int(raw[5:]))


def _numeric(raw: str, _: str) -> tuple[str, Value]:
    return "NUMERIC", tuple(int(p) for p in re.split("[./-]", raw))


def _quarter(raw: str, _: str) -> tuple[str, Value]:
    return "QUARTER", int(raw[1])


def _compound(raw: str, _: str) -> tuple[str, Value]:
    form = re.sub("[-‐‑ ]", "-", raw.lower())
    if form in words.ORDINAL_WORDS:
        return "ORDINALWORD", words.ORDINAL_WORDS[form]
    return ("NUMBERWORD", words.NUMBER_WORDS[form]) if form in words.NUMBER_WORDS else (OTHER, raw)


def _hundreds(raw: str, _: str) -> tuple[str, Value]:
    return "NUMBERWORD", 100 * words.NUMBER_WORDS.get(raw.split()[0].lower(), 1)


@cache
def _lexicon() -> dict[str, tuple[str, Value]]:
    table: dict[str, tuple[str, Value]] = {}
    for kind, entries in (
        ("NUMBERWORD", words.NUMBER_WORDS),
        ("ORDINALWORD", words.ORDINAL_WORDS),
        ("SEASON", words.SEASONS),
        ("DAYPART", words.DAY_PARTS),
        ("DECADE", {word: 1900 + value for word, value in words.DECADE_WORDS.items()}),
    ):
        table.update({word: (kind, value) for word, value in entries.items()})
    table.update({word: (f"{unit.upper()}S", unit) for word, unit in words.UNITS.items()})
    table["hundred"] = ("HUNDRED", 100)
    table["second"] = ("ORDINALWORD", 2)
    return table


_PLAIN_NAMES = group(
    """january february april june july september october november december monday tuesday wednesday thursday
    friday saturday sunday"""
)
"""Names that mean the month or day in small letters too; "may", "march" and "august" do not."""


def _word(raw: str, _: str) -> tuple[str, Value]:
    lower = raw.lower()
    if raw[0].isupper():
        if lower in words.MONTHS and not (raw.isupper() and len(raw) <= 3 and lower != "may"):
            return "MONTH", words.MONTHS[lower]
        if lower in words.WEEKDAYS and (len(raw) > 3 or raw.istitle()):
            return ("WEEKDAY" if len(raw) > 4 else "SHORTDAY"), words.WEEKDAYS[lower]
    elif lower in _PLAIN_NAMES:
        return ("MONTH", words.MONTHS[lower]) if lower in words.MONTHS else ("WEEKDAY", words.WEEKDAYS[lower])
    found = _lexicon().get(lower)
    if found:
        return found
    if lower[:-1] in words.WEEKDAYS and lower.endswith("s") and len(lower) > 6 and raw[0].isupper():
        return "WEEKDAYS", words.WEEKDAYS[lower[:-1]]
    return "WORD", lower


_READERS = {
    "DIGITS": _digits,
    "THOUSANDS": _thousands,
    "DECIMAL": _decimal,
    "MIXED": _mixed,
    "ORDINAL": _ordinal,
    "DECADE": _decade,
    "SHORTYEAR": _short_year,
    "CLOCK": _clock,
    "ISO": _iso,
    "YM": _year_month,
    "NUMERIC": _numeric,
    "QUARTER": _quarter,
    "COMPOUND": _compound,
    "HUNDREDS": _hundreds,
    "WORD": _word,
    "PLAIN": _word,
}
