"""Finding lengths of time: the bare length, the words beside it, and what the context makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from demarche.mentions.dates.grammar import Grammar, Match, longest
from demarche.mentions.dates.lexer import Token
from demarche.mentions.dates.words import group
from demarche.mentions.durations_clock import clock_lengths
from demarche.mentions.durations_rules import AFTER, BEFORE, LENGTHS, Length

_CORES = (
    "SECONDS",
    "MINUTES",
    "HOURS",
    "DAYS",
    "WEEKS",
    "FORTNIGHTS",
    "MONTHS",
    "YEARS",
    "NIGHTS",
    "DECADES",
    "long",
    "half",
)
SHORT = ("second", "minute", "hour")
"""Units that are counted in minutes."""


@dataclass(frozen=True, slots=True)
class Found:
    """A length and the tokens that say it."""

    start: int
    end: int
    length: Length


@cache
def grammar() -> Grammar[Length]:
    """The rules for bare lengths."""
    return Grammar(LENGTHS, _CORES)


@cache
def _before() -> Grammar[Length]:
    return Grammar(BEFORE, _words_of(BEFORE))


@cache
def _after() -> Grammar[Length]:
    return Grammar(AFTER, _words_of(AFTER))


def _words_of(rules: Iterable[object]) -> tuple[str, ...]:
    names = {
        word
        for rule in rules
        for word in str(getattr(rule, "pattern", ""))
        .replace("(", " ")
        .replace(")", " ")
        .replace("|", " ")
        .replace("?", " ")
        .split()
    }
    return tuple(sorted(names - {"a", "for"}))


def find_lengths(words: Sequence[Token]) -> list[Found]:
    """List the lengths that the tokens say, in order, with the rule that tells what each is."""
    before: dict[int, list[Match[Length]]] = {}
    after: dict[int, list[Match[Length]]] = {}
    for match in _before().matches(words):
        before.setdefault(match.hit.end, []).append(match)
    for match in _after().matches(words):
        after.setdefault(match.hit.start, []).append(match)
    found: list[Found] = list(clock_lengths(words, Found))
    taken = {i for f in found for i in range(f.start, f.end)}
    floor = 0
    last: Length | None = None
    for match in longest(grammar().matches(words)):
        length = match.rule.value(match.hit, last)
        if length is None or match.hit.start in taken:
            continue
        item = Found(match.hit.start, match.hit.end, replace(length, rule=length.rule or match.rule.name))
        item = _widened(item, before, after, floor)
        last, floor = item.length, item.end
        found.append(_in_context(item, words))
    return sorted(found, key=lambda f: f.start)


def _widened(
    found: Found, before: dict[int, list[Match[Length]]], after: dict[int, list[Match[Length]]], floor: int
) -> Found:
    # "about" comes last: "for more than about an hour" is open upward
    for _ in range(2):
        fitting = [m for m in before.get(found.start, ()) if m.hit.start >= floor]
        if not fitting:
            break
        match = min(fitting, key=lambda m: m.hit.start)
        length = match.rule.value(match.hit, found.length)
        if length is None:
            break
        found = Found(match.hit.start, found.end, length)
    for match in sorted(after.get(found.end, ()), key=lambda m: -m.hit.end)[:1]:
        length = match.rule.value(match.hit, found.length)
        if length is not None:
            found = Found(found.start, match.hit.end, length)
    return found


_OFFSET_AFTER = group(
    """ago later earlier before after late behind ahead from away past hence old longer shorter into afterwards
    prior beforehand early more less"""
)
_TERMS = group("""deadline ultimatum notice truce ceasefire pause window moratorium term deadlines""")
_RATES = group("""km kilometres kilometers miles metres meters times knots mph dollars euros barrels tonnes""")


def _in_context(found: Found, words: Sequence[Token]) -> Found:
    """Tell a length from an offset ("two hours ago"), a rate, an age and a term ("a 24-hour deadline")."""
    before = words[found.start - 1].text.lower() if found.start else ""
    after = words[found.end] if found.end < len(words) else None
    follows = after.text.lower() if after is not None else ""
    if before in _RATES or (before in ("per", "every", "each", "next", "last", "first") and found.length.unit in SHORT):
        return _marked(found, "frequency") if before in ("per", "every", "each", *_RATES) else found
    if follows == "old" or (follows == "-" and _text(words, found.end + 1) in ("old",)):
        return _marked(found, "age")
    to_hour = follows == "to" and found.end + 1 < len(words) and words[found.end + 1].kind == "DAYPART"
    if to_hour or follows in _OFFSET_AFTER or before in ("in", "within"):
        return _marked(found, "offset")
    if follows in _TERMS:
        return _marked(found, "term")
    if found.length.unit not in SHORT:
        return _marked(found, "days")
    return found


def _text(words: Sequence[Token], at: int) -> str:
    return words[at].text.lower() if at < len(words) else ""


def _marked(found: Found, sense: str) -> Found:
    return Found(found.start, found.end, replace(found.length, sense=sense))
