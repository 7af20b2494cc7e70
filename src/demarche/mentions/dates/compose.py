"""From rule hits to dates: hits are valued in the order of the text, then joined with the words beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from demarche.mentions.dates import clocks
from demarche.mentions.dates.absolute import RULES as ABSOLUTE
from demarche.mentions.dates.calendar import Stretch, span
from demarche.mentions.dates.context import Context
from demarche.mentions.dates.grammar import Grammar, Hit, Match, longest
from demarche.mentions.dates.holidays import RULES as HOLIDAYS
from demarche.mentions.dates.lexer import Token
from demarche.mentions.dates.narrative import RULES as NARRATIVE
from demarche.mentions.dates.parts import PARTS
from demarche.mentions.dates.periods import RULES as PERIODS
from demarche.mentions.dates.ranges import adjacent, same_year
from demarche.mentions.dates.relative import RULES as RELATIVE
from demarche.mentions.dates.tense import UNKNOWN
from demarche.mentions.dates.weekdays import RULES as WEEKDAYS
from demarche.mentions.dates.words import group, in_order

_CORES = (
    *in_order("ISO YM NUMERIC MONTH YEAR SHORTYEAR DECADE WEEKDAY SHORTDAY WEEKDAYS SEASON"),
    *in_order("QUARTER ORDINAL today yesterday tomorrow tonight overnight weekend weekends"),
    *in_order("HOURS DAYS NIGHTS WEEKS FORTNIGHTS MONTHS QUARTERS YEARS DECADES CENTURYS DAYPART"),
    *in_order("daily weekly monthly yearly annually hourly nightly quarterly biweekly every christmas easter now"),
)
_RANGE_WORDS = frozenset(("to", "until", "till", "through", "thru"))
_CARRYING = group(
    """move moves moved postpone postponed postpones shift shifted extend extended extends brought put delayed
    changed rescheduled"""
)
_CLOCK_LINKS = frozenset((",", "at", "on", "around", "about", "from", "local", "time"))
_OPENING = frozenset(("by", "since"))


@dataclass(frozen=True, slots=True)
class Found:
    """A dated stretch of tokens."""

    start: int
    end: int
    value: Stretch
    rule: str
    origin: date | None = None


@cache
def grammar() -> Grammar[Stretch]:
    """The date rules, compiled once."""
    return Grammar((*ABSOLUTE, *PERIODS, *RELATIVE, *WEEKDAYS, *NARRATIVE, *HOLIDAYS), _CORES)


@cache
def parts() -> Grammar[Stretch]:
    """The rules for words before a date."""
    return Grammar(
        PARTS,
        (
            *in_order("early mid late beginning start middle end close by until till before through"),
            "NUMBERWORD",
            "ORDINAL",
            "ORDINALWORD",
            *in_order("last final latter since after around about circa"),
            *in_order("from approximately roughly time sometime than WEEKS"),
        ),
    )


@cache
def clock_grammar() -> Grammar[int]:
    """The rules for times of day."""
    return Grammar(clocks.CLOCKS, ("CLOCK", "DOTTED", "AMPM", "OCLOCK", "DAYPART", "past", "to", "QUARTERS"))


class Composer:
    """One pass over the tokens of one text."""

    def __init__(self, tokens: Sequence[Token], context: Context) -> None:
        self.tokens = tokens
        self.context = context
        self.matches = grammar().matches(tokens)
        self.by_start = _indexed(self.matches, lambda hit: hit.start)
        self.prefixes = _indexed(parts().matches(tokens), lambda hit: hit.end)
        times = _clock_times(tokens)
        self.clocks_from = {start: (end, minutes) for start, end, minutes in times}
        self.clocks_until = {end: (start, minutes) for start, end, minutes in times}
        self.sentences = [i for i, token in enumerate(tokens) if _ends_sentence(tokens, i)]
        self.paragraphs = [i for i, token in enumerate(tokens) if token.kind == "PARAGRAPH"]

    def run(self) -> list[Found]:
        """The dates of the text, in order, none overlapping."""
        done: list[Found] = []
        for match in longest(self.matches):
            for found in self._valued(match):
                self._add(found, done)
        return done

    def _valued(self, match: Match[Stretch], refused: tuple[Match[Stretch], ...] = ()) -> Iterator[Found]:
        hit = match.hit
        self.context.paragraph = bisect_left(self.paragraphs, hit.start)
        self.context.sentence = bisect_left(self.sentences, hit.start)
        origin = self.context.origin()
        value = match.rule.value(hit, self.context)
        if value is not None:
            origin = self.context.anchor if value.relative != "text" else origin
            yield Found(hit.start, self._trimmed(hit), value, match.rule.name, origin)
        elif len(refused) < 3:
            refused = (*refused, match)
            starts = range(hit.start, hit.end)
            near = [m for at in starts for m in self.by_start.get(at, ())]
            inside = [m for m in near if m.hit.end <= hit.end and m not in refused]
            for other in longest(inside):
                yield from self._valued(other, refused)

    def _trimmed(self, hit: Hit) -> int:
        end = hit.end
        while end > hit.start + 1 and self.tokens[end - 1].text.lower() in (",", "and", "or", "of", "the", "."):
            end -= 1
        return end

    def _add(self, found: Found, done: list[Found]) -> None:
        floor = done[-1].end if done else 0
        found = self._narrowed(found, floor)
        joined = self._joined(done[-1], found) if done else None
        if joined is not None:
            done.pop()
            floor = done[-1].end if done else 0
            found = joined
        found = self._opened(self._clocked(self._ended(found), floor), floor)
        self.context.told(found.value, heading=self._is_heading(found), opening=self._is_opening(found))
        done.append(found)

    def _is_opening(self, found: Found) -> bool:
        """A date that opens its sentence sets the scene for what follows."""
        at = bisect_left(self.sentences, found.start)
        start = self.sentences[at - 1] + 1 if at else 0
        return found.start - start <= 3

    def _is_heading(self, found: Found) -> bool:
        """A year at the head of a section: alone on its line, or before a colon that opens one."""
        if found.value.unit != "year" or not self._fresh(found.start):
            return False
        return self._fresh(found.end) or self._word(found.end) == ":"

    def _fresh(self, at: int) -> bool:
        return not 0 <= at < len(self.tokens) or self.tokens[at].fresh or self.tokens[at].kind == "PARAGRAPH"

    def _narrowed(self, found: Found, floor: int) -> Found:
        for _ in range(3):
            match = self._prefix(found, floor, opening=False)
            if match is None:
                break
            found = match
        return found

    def _ended(self, found: Found) -> Found:
        """What has happened in the running week ends with the publication day."""
        value, anchor = found.value, self.context.anchor
        if value.unit != "week" or anchor is None or value.first is None or value.last is None:
            return found
        if not value.first <= anchor < value.last:
            return found
        words = self.tokens[found.start].start, self.tokens[found.end - 1].end
        if self.context.tense(*words) >= UNKNOWN:
            return found
        return replace(found, value=replace(value, last=anchor, unit="interval"))

    def _opened(self, found: Found, floor: int) -> Found:
        after = self.tokens[found.end] if found.end < len(self.tokens) else None
        if after is not None and after.kind in ("POSS", "DASH"):
            return found
        return self._prefix(found, floor, opening=True) or found

    def _prefix(self, found: Found, floor: int, *, opening: bool) -> Found | None:
        article = self.tokens[found.start].text.lower() == "the"
        ends = (found.start, found.start + 1) if article else (found.start,)
        fitting = [m for end in ends for m in self.prefixes.get(end, ()) if floor <= m.hit.start < found.start]
        for match in sorted(fitting, key=lambda m: m.hit.start):
            if (match.rule.name in _OPENING) != opening:
                continue
            value = None if found.value.reason else match.rule.value(match.hit, found.value)
            if value is not None:
                return replace(found, start=match.hit.start, value=value, rule=f"{found.rule}+{match.rule.name}")
        return None

    def _joined(self, first: Found, second: Found) -> Found | None:
        """ "from X to Y", "between X and Y", "X–Y" are one interval."""
        between = [t for t in self.tokens[first.end : second.start] if t.text.lower() not in ("the", "on")]
        if len(between) > 1 and between[0].kind == "COMMA":
            between = between[1:]
        if len(between) != 1 or first.value.first is None or second.value.last is None:
            return None
        word, before = between[0].text.lower(), self.tokens[first.start - 1].text.lower() if first.start else ""
        if self._carried(first):
            return None
        ranged = between[0].kind == "DASH" or word in _RANGE_WORDS or (word == "and" and before == "between")
        start, end = same_year(first.value, second.value, second.rule)
        listed = first.rule == "listed-day" or second.rule == "second-day"
        close = listed and word in ("and", "or", ",") and adjacent(start, end)
        if not (ranged or close) or start.first is None or end.last is None or start.first > end.last:
            return None
        value = replace(span(start, end), relative=first.value.relative, yearless=end.yearless)
        return Found(first.start, second.end, value, "range", first.origin)

    def _carried(self, first: Found) -> bool:
        """ "postponed from Friday to 29 March" tells of two days, not of what lies between."""
        near = self.tokens[max(0, first.start - 4) : first.start]
        return any(token.text.lower() in _CARRYING for token in near)

    def _clocked(self, found: Found, floor: int) -> Found:
        """ "Monday at 10:00", "at 15.30 on 5 May", "Monday morning": the hour goes with the day."""
        if found.value.unit != "day" or found.value.reason:
            return found
        after = self._after_daypart(found.end)
        clock = self._clock_from(after)
        if clock is not None:
            end, minutes = clock
            return replace(found, end=end, value=replace(found.value, clock=clocks.printed(minutes)))
        before = self._clock_until(found.start, floor)
        if before is not None:
            start, minutes = before
            return replace(found, start=start, value=replace(found.value, clock=clocks.printed(minutes)))
        return replace(found, end=after)

    def _after_daypart(self, at: int) -> int:
        return at + 1 if self._kind(at) in ("DAYPART", "NIGHTS") and self._word(at) not in ("noon", "midnight") else at

    def _clock_from(self, at: int) -> tuple[int, int] | None:
        for skip in (0, 1, 2):
            if any(self._word(i) not in _CLOCK_LINKS for i in range(at, at + skip)):
                return None
            found = self.clocks_from.get(at + skip)
            if found is not None:
                return found
        return None

    def _clock_until(self, at: int, floor: int) -> tuple[int, int] | None:
        for skip in (0, 1, 2):
            if at - skip < floor or any(self._word(i) not in _CLOCK_LINKS for i in range(at - skip, at)):
                return None
            found = self.clocks_until.get(at - skip)
            if found is not None and found[0] >= floor:
                return found
        return None

    def _kind(self, at: int) -> str:
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def _word(self, at: int) -> str:
        return self.tokens[at].text.lower() if 0 <= at < len(self.tokens) else ""


def _indexed(matches: Iterable[Match[Stretch]], place: Callable[[Hit], int]) -> dict[int, list[Match[Stretch]]]:
    table: dict[int, list[Match[Stretch]]] = {}
    for match in matches:
        table.setdefault(place(match.hit), []).append(match)
    return table


def _clock_times(tokens: Sequence[Token]) -> list[tuple[int, int, int]]:
    """Start, end and minutes after midnight of every time of day."""
    matches = longest(clock_grammar().matches(tokens))
    found = [(match.hit.start, match.hit.end, match.rule.value(match.hit)) for match in matches]
    return [(start, end, minutes) for start, end, minutes in found if minutes is not None]


def _ends_sentence(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind == "PARAGRAPH":
        return True
    if token.text not in (".", "!", "?") or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1] if at else None, tokens[at + 1]
    abbreviated = before is not None and (before.kind == "MONTH" or len(before.text) == 1)
    return after.start > token.end and after.text[:1].isupper() and not abbreviated
