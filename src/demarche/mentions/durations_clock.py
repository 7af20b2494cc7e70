"""Lengths told by two clock times: "from half past nine until a quarter to one", "began at 15.30, ended at 18.20"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from demarche.mentions.dates.compose import clock_grammar
from demarche.mentions.dates.grammar import longest
from demarche.mentions.dates.lexer import Token
from demarche.mentions.dates.words import group
from demarche.mentions.durations_rules import Length

_BEGIN = group("""began begun begins begin started starts start opened opens commenced kicked open""")
_END = group("""ended ends end finished finishes concluded concludes closed wrapped over broke until lasted""")
_TO = frozenset(("until", "till", "to", "and", "-", "–", "—", "through"))
_SOFT = frozenset(("about", "around", "shortly", "just", "before", "after", "past", "exactly", "at", "roughly"))
REACH = 60
"""Tokens within which the end of a thing is told after its beginning."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Clock:
    start: int
    end: int
    minutes: int
    half_day: bool  # could be morning or evening: "half past nine"


def clock_lengths(words: Sequence[Token], make: Callable[[int, int, Length], T]) -> Iterator[T]:
    """Yield a length for each pair of clock times that opens and closes one thing."""
    times = _clocks(words)
    for first, second in pairwise(times):
        start = _opening(words, first, second)
        if start is not None:
            minutes = float(_between(first, second))
            yield make(start, second.end, Length(minutes, minutes, "minute", "clock"))


def _clocks(words: Sequence[Token]) -> list[_Clock]:
    found = []
    for match in longest(clock_grammar().matches(words)):
        minutes = match.rule.value(match.hit)
        if minutes is not None:
            found.append(_Clock(match.hit.start, match.hit.end, minutes, _unclear(match.rule.name, match.hit, minutes)))
    return found


def _unclear(rule: str, hit: object, minutes: int) -> bool:
    exact = "half" in hit or rule in ("clock", "named-hour", "hour-of-part")  # type: ignore[operator]
    return not exact and minutes < 13 * 60


def _between(first: _Clock, second: _Clock) -> int:
    day = 12 * 60 if first.half_day or second.half_day else 24 * 60
    return (second.minutes - first.minutes) % day or day


def _opening(words: Sequence[Token], first: _Clock, second: _Clock) -> int | None:
    """Where the pair starts: at "from" or "began"; None when the two times don't belong together."""
    gap = [w.text.lower() for w in words[first.end : second.start]]
    lead = _lead(words, first.start)
    joined = gap and all(w in _TO or w in _SOFT or w in ("local", "time") for w in gap) and any(w in _TO for w in gap)
    if joined and (lead == "from" or (lead == "between" and "and" in gap) or gap[0] in ("-", "–", "—")):
        return first.start - (1 if lead else 0)
    if len(gap) > REACH or any(w.kind == "PARAGRAPH" for w in words[first.end : second.start]):
        return None
    begun = [i for i in range(max(0, first.start - 5), first.start) if words[i].text.lower() in _BEGIN]
    ended = [w for w in gap[-6:] if w in _END]
    return begun[-1] if begun and ended else None


def _lead(words: Sequence[Token], at: int) -> str:
    while at > 0 and words[at - 1].text.lower() in _SOFT:
        at -= 1
    return words[at - 1].text.lower() if at and words[at - 1].text.lower() in ("from", "between") else ""
