"""Rules over time words: a small pattern language, compiled to expressions over one letter a token.

A pattern names token classes in capitals (`DAY`, `MONTH`, `YEAR`), function words in lower case and may
capture: `d:DAY of? m:MONTH`. Parentheses, `|`, `?`, `*` and lookaheads are those of `re`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from demarche.mentions.dates.lexer import Token, Value
from demarche.mentions.dates.words import UNITS, in_order

SETS = {
    "DAY": ("DAYNUMBER", "ORDINAL", "ORDINALWORD"),
    "NTH": ("ORDINAL", "ORDINALWORD"),
    "INTEGER": ("DAYNUMBER", "NUMBER", "NUMBERWORD"),
    "NUM": ("DAYNUMBER", "NUMBER", "NUMBERWORD", "DECIMAL", "DOTTED", "YEAR"),
    "FIGURE": ("DAYNUMBER", "NUMBER", "DECIMAL", "DOTTED"),
    "TIME": ("CLOCK", "DOTTED"),
    "ANYYEAR": ("YEAR", "SHORTYEAR"),
    "WD": ("WEEKDAY", "SHORTDAY"),
    "SHORTNUM": ("DAYNUMBER", "NUMBER"),
    "UNIT": tuple(f"{unit.upper()}S" for unit in dict.fromkeys(UNITS.values())),
    "LONGUNIT": ("DAYS", "WEEKS", "FORTNIGHTS", "MONTHS", "QUARTERS", "YEARS", "DECADES", "CENTURYS"),
    "RELYEAR": ("last", "next", "this", "current"),
    "REL": ("last", "next", "this", "past", "coming", "previous", "current"),
    "CLOCKTIME": ("SECONDS", "MINUTES", "HOURS"),
    "CLOCKPREP": ("at", "from", "until", "till", "to", "around", "about", "between", "and", "by"),
    "QUANT": ("couple", "few", "several"),
    "RANGEWORD": ("until", "till", "to", "and"),
    "PARTWORD": ("end", "beginning", "start", "middle", "close"),
    "INPREP": in_order("in since until till by during early late before after of mid end for over through"),
}
_ITEM = re.compile(r"(?:([a-z]\w*):)?(?:([A-Z]+|[a-z]+)|(\()(?!\?))|(\(\?<?[=!:]|[()|?*+]|\{\d,?\d?\})|\s+")
_UNKNOWN = "_"
_FIRST_LETTER = 0x4E00

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hit:
    """One match: the tokens of the text and which of them each name of the pattern caught."""

    tokens: Sequence[Token]
    start: int
    end: int
    groups: dict[str, int]

    def __contains__(self, name: str) -> bool:
        return name in self.groups

    def value(self, name: str) -> Value:
        """What the captured token is worth, None when nothing was captured."""
        return self.tokens[self.groups[name]].value if name in self.groups else None

    def number(self, name: str, default: float = 0) -> float:
        """The captured number; `default` when nothing was captured ("a week")."""
        value = self.value(name)
        return value if isinstance(value, int | float) else default

    def whole(self, name: str, default: int = 0) -> int:
        """The captured whole number."""
        return int(self.number(name, default))

    def word(self, name: str) -> str:
        """The captured word in lower case, empty when nothing was captured."""
        return self.tokens[self.groups[name]].text.lower() if name in self.groups else ""

    def unit(self, name: str) -> str:
        """The captured unit in the singular."""
        return str(self.value(name) or "")

    def before(self, back: int = 1) -> Token | None:
        """The token before the match."""
        return self.tokens[self.start - back] if self.start >= back else None

    def after(self, ahead: int = 0) -> Token | None:
        """The token after the match."""
        return self.tokens[self.end + ahead] if self.end + ahead < len(self.tokens) else None


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """A named pattern and the function that gives its value; None from the function refuses the match."""

    name: str
    pattern: str
    value: Callable[..., T | None]


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A rule that fits at a place."""

    rule: Rule[T]
    hit: Hit


class Grammar(Generic[T]):
    """A table of rules, ready to run over tokens."""

    def __init__(self, rules: Iterable[Rule[T]], cores: Iterable[str]) -> None:
        self.rules = tuple(rules)
        self._letters: dict[str, str] = {}
        self._compiled = [(rule, re.compile(self._translate(rule.pattern))) for rule in self.rules]
        core = "".join(self._letter(name) for name in cores)
        self._island = re.compile(f"[^{_UNKNOWN}]+")
        self._core = re.compile(f"[{core}]")

    def matches(self, tokens: Sequence[Token]) -> list[Match[T]]:
        """Every rule at every place where it fits."""
        letters = self._letters
        line = "".join([letters.get(str(t.value) if t.kind == "WORD" else t.kind, _UNKNOWN) for t in tokens])
        islands = [m.span() for m in self._island.finditer(line) if self._core.search(line, *m.span())]
        if not islands:
            return []
        # the islands side by side: each rule runs once over them, and no rule fits across what parts them
        joined = _UNKNOWN.join([line[start:end] for start, end in islands])
        places = [i for start, end in islands for i in range(start, end + 1)]
        numbers = [number for number, (start, end) in enumerate(islands) for _ in range(start, end + 1)]
        found = []
        for rule, pattern in self._compiled:
            for m in pattern.finditer(joined):
                start, end = m.span()
                groups = {name: places[at] for name in m.groupdict() if (at := m.start(name)) >= 0}
                hit = Hit(tokens, places[start], places[start] + end - start, groups)
                found.append((numbers[start], Match(rule, hit)))
        return [match for _, match in sorted(found, key=_island_number)]

    def _letter(self, name: str) -> str:
        return self._letters.setdefault(name, chr(_FIRST_LETTER + len(self._letters)))

    def _translate(self, pattern: str) -> str:
        out, at = [], 0
        while at < len(pattern):
            item = _ITEM.match(pattern, at)
            if item is None:
                raise ValueError(f"pattern {pattern!r} at {at}")
            at = item.end()
            name, symbol, bracket, operator = item.groups()
            if bracket:
                out.append(f"(?P<{name}>" if name else "(?:")
            elif operator:
                out.append(operator)
            elif symbol:
                letters = "".join(self._letter(part) for part in SETS.get(symbol, (symbol,)))
                out.append(f"(?P<{name}>[{letters}])" if name else f"[{letters}]")
        return "".join(out)


def _island_number(found: tuple[int, object]) -> int:
    return found[0]


def longest(matches: Iterable[Match[T]]) -> list[Match[T]]:
    """Matches that don't overlap, longer ones first, then earlier rules; in order of place."""
    taken: set[int] = set()
    kept = []
    for match in sorted(matches, key=lambda m: m.hit.start - m.hit.end):
        places = range(match.hit.start, match.hit.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(match)
    return sorted(kept, key=lambda m: m.hit.start)
