"""Outcomes told in words: a table of what counts as which state, each line with its reason.

The words are those of a report's field `outcome`, or what a person wrote there. The first line that fits decides. What
no line fits stays `unknown`, with the words shown; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from demarche.analysis.pressures.states import WORDS, State

__all__ = ["TABLE", "Line", "days_in", "read"]


@dataclass(frozen=True, slots=True)
class Line:
    """Words that tell a state, and why they do."""

    state: State
    pattern: str
    reason: str


_MEASURE = r"(?:measures?|sanctions?|tariffs?|dut(?:y|ies)|steps?|votes?|strikes?|action|new|one)"
_NONE = rf"\bno (?:\w+ ){{0,2}}{_MEASURE}\b|\bnothing (?:new|came|was done)\b|\bnone (?:was|were|came|followed)\b"
_NOT_DONE = (
    r"\b(?:was |were |has been |have been )?(?:not|never) (?:\w+ )?"
    r"(?:imposed|supplied|sent|carried out|delivered|applied|enforced|adopted)\b"
    r"|\bwithout (?:a |any )?(?:\w+ )?measures?\b"
    r"|\b(?:stayed|did not (?:leave|impose|act|strike|follow|send|supply|carry))\b"
)
_DONE = (
    r"\btook effect\b|\b(?:is |are |was |were )?in (?:effect|force)\b|\b(?:came|entered|went) into (?:force|effect)\b"
    r"|(?<!not )(?<!never )\b(?:imposed|adopted|carried out|enforced)\b|\bwent ahead\b"
    r"|\b(?:sanctions|tariffs|duties|measures) came\b|^agreed$"
)

#: in this order
TABLE: tuple[Line, ...] = (
    Line("partly_carried_out", r"\bpart(?:ly|ially) (?:carried out|imposed|adopted)\b", "it says so"),
    Line("not_carried_out", r"^not carried out\b", "it says so"),
    Line(
        "overtaken",
        r"\b(?:replaced|superseded|overtaken)\b|\bmade exact\b|\bsee [a-z]+-?\d+\b|\bsaid anew\b"
        r"|\bmoved (?:on )?to (?:new |other )?conditions\b"
        r"|\b(?:new|other) (?:conditions|terms?|deadlines?) w(?:as|ere)\b",
        "another pressure took its place",
    ),
    Line(
        "deferred",
        r"\b(?:put off|postponed|deferred|delayed|suspended|paused|extended|prolonged|more time)\b",
        "it was put off",
    ),
    Line(
        "withdrawn",
        r"\b(?:withdr(?:ew|awn)|dropped|shelved|scrapped|lifted|revoked|called off|backed (?:down|off|away)|gave up"
        r"|given up|abandoned|ruled out|renounced)\b|\bnot (?:really|prepared|considering|planning)\b|\bno longer\b",
        "the one who held it out took it back, or said that it would not come",
    ),
    Line(
        "carried_out",
        rf"\bnot (?:imposed|carried out|adopted) until\b|\bno {_MEASURE} until\b",
        "not before a day is on that day",
    ),
    Line("partly_carried_out", rf"(?=.*(?:{_DONE}))(?=.*(?:{_NONE}|{_NOT_DONE}))", "one part came and another did not"),
    Line("carried_out", _DONE, "the measure came"),
    Line(
        "not_carried_out",
        rf"{_NONE}|{_NOT_DONE}",
        "a text tells that no measure came",
    ),
    Line(
        "met",
        r"\b(?:demands?|conditions?|ultimatum|terms) (?:was|were|is|are|has been|have been) (?:fully |all |now )?met\b"
        r"|(?<!not )(?<!never )\bmet (?:the|all|every|its|his|her|their) (?:\w+ )?(?:demands?|conditions?|terms)\b"
        r"|(?<!not )(?<!never )\b(?:complied|gave in|gave way|bowed to|yielded|capitulated)\b",
        "the demand was met",
    ),
    Line("open", r"\bno (?:follow-up|later word|word)\b|\bnothing (?:more|later) is known\b", "nobody tells of an end"),
    Line(
        "lapsed",
        r"^passed\b|\b(?:deadline|term|ultimatum|days?|weeks?|months?|time)\b.{0,20}"
        r"\b(?:passed|ran out|expired|elapsed|went)\b",
        "it is told only that the day passed",
    ),
)


@cache
def _compiled() -> tuple[tuple[Line, re.Pattern[str]], ...]:
    return tuple((line, re.compile(line.pattern, re.IGNORECASE | re.DOTALL)) for line in TABLE)


def read(words: str) -> Line | None:
    """The line of the table that fits the words; None when none does. A state's own name is that state."""
    plain = " ".join(words.casefold().replace("_", " ").split())
    for state, name in WORDS.items():
        if plain in (name, state.replace("_", " ")) and state != "unknown":
            return Line(state, plain, "it says so")  # type: ignore[arg-type]
    return next((line for line, pattern in _compiled() if pattern.search(plain)), None)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}}) {_MONTH}(?: (\d{{4}}))?", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b{_MONTH} (\d{{1,2}})\b(?:,? (\d{{4}}))?", re.IGNORECASE)


def days_in(words: str, since: date) -> tuple[date, ...]:
    """The days that the words name, in order; one without a year is the first on or after `since`."""
    found = [
        *((hit.start(), _day(int(hit[1]), int(hit[2]), int(hit[3]))) for hit in _ISO.finditer(words)),
        *((hit.start(), _nearest(hit[3], hit[2], int(hit[1]), since)) for hit in _DAY_FIRST.finditer(words)),
        *((hit.start(), _nearest(hit[3], hit[1], int(hit[2]), since)) for hit in _MONTH_FIRST.finditer(words)),
    ]
    return tuple(dict.fromkeys(_known(sorted(found, key=lambda item: item[0]))))


def _known(found: list[tuple[int, date | None]]) -> Iterator[date]:
    return (day for _, day in found if day is not None)


def _nearest(year: str | None, month: str, day: int, since: date) -> date | None:
    number = _MONTHS.index(month.lower()[:3]) + 1
    if year:
        return _day(int(year), number, day)
    this = _day(since.year, number, day)
    return this if this is None or this >= since else _day(since.year + 1, number, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 31 April
        return None
