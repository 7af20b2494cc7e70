"""Ordinals: the sixth call, the first visit as minister, the first since August. Docstrings are what the user reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.reports.claims import patterns as p
from demarche.reports.claims.found import Found, clause_around, since, verb_types
from demarche.reports.claims.vocabulary import NOUNS, noun_types, number, ordinal

_PLANNED = (
    r"[^.;]{0,90}?\b(?:is|was|are|were|has been) (?:agreed|planned|scheduled|announced|called off|expected|set)\b"
)
_MAKES_COUNT = (
    r"\s*(?:of talks|ever|since|in (?:\w+ ){1,3}(?:years|months|weeks)|by |between|that |with |this year|of the year)"
)


def ordinal_noun(text: str) -> Iterator[Found]:
    """Their sixth conversation, a first round of talks, the inaugural dialogue, her first visit as minister."""
    pattern = (
        rf"\b(?P<det>their|his|her|its|our|my|your|the|a|\w+[’']s|was|is)\s+(?:already\s+)?(?P<ord>{p.ORD})\s+"
        rf"(?:and (?:last|latest|final)\s+)?(?P<noun>{p.ONE})\b"
        rf"(?!\s+(?:minister|secretary|room|notes?|centre|center|up\b))"
    )
    for m in p.compiled(pattern).finditer(text):
        value = ordinal(m["ord"])
        if value is None or _vague(text, m) or _named_series(m, value) or _another(text, m, value):
            continue
        yield _ordinal(text, m, value, noun_types(m["noun"]), "ordinal-noun")


def _vague(text: str, match: re.Match[str]) -> bool:
    """True for a bare "first meeting" that nobody's contacts, no time and no "ever" make a count of."""
    whose = match["det"].lower() not in ("the", "a", "was", "is")
    if whose or ordinal(match["ord"]) != 1 or match["ord"].lower() in ("inaugural", "maiden"):
        return False
    if p.compiled(_MAKES_COUNT).match(text[match.end() : match.end() + 80]):
        return False
    return p.compiled(r"\b(?:it|this|that) (?:is|was|will be)\s*$").search(text[: match.start()]) is None


def _named_series(match: re.Match[str], value: int) -> bool:
    """True when the number belongs to a name: the sixth Eastern Partnership Summit, the 26th session of the body."""
    capital = match["noun"].split()[-1][:1].isupper()
    return value > 1 and match["det"].lower() in ("the", "a") and (capital or match["noun"].lower() == "session")


def _another(text: str, match: re.Match[str], value: int) -> bool:
    """True for a further contact that is only planned, wished for or denied: a second meeting was announced."""
    before, after = text[: match.start()], text[match.end() :]
    if p.compiled(r"\b(?:not|n[’']t|wish|hope|hopes|no)\s+(?:that\s+)?$").search(before):
        return True
    if match["det"].lower() == "a" and value > 1 and not match["noun"].lower().endswith("round"):
        return True
    return match["det"].lower() in ("the", "a") and p.compiled(_PLANNED).match(after) is not None


def _ordinal(text: str, m: re.Match[str], value: int, types: tuple[str, ...], rule: str) -> Found:
    kind = "recency" if value == 1 and since(text[m.end() :]) else "ordinal"
    return Found(kind, rule, *clause_around(text, m), *m.span("ord"), value, types)


def ordinal_alone(text: str) -> Iterator[Found]:
    """Their fifth of the year, their second in ten days, the first since August, call number five."""
    pattern = (
        rf"\b(?:their|his|her|the|its)\s+(?P<ord>{p.ORD})(?=\s+(?:between|of (?:the|this) (?:year|month|week|series)"
        rf"|since|in (?:\w+ ){{1,3}}(?:days|weeks|months|years)\b|in as many"
        rf"|this (?:year|month|week|spring|summer|autumn|fall|winter)|on (?:our|this) (?:side|bank|soil)"
        rf"|by an? \w+ (?:leader|president|premier|minister)))"
    )
    for m in p.compiled(pattern).finditer(text):
        value = ordinal(m["ord"])
        if value is not None:
            yield _ordinal(text, m, value, (), "ordinal-alone")
    for m in p.compiled(rf"\b(?P<noun>{p.ONE}) number (?P<ord>{p.NUM})\b").finditer(text):
        value = number(m["ord"])
        if value is not None:
            yield _ordinal(text, m, value, noun_types(m["noun"]), "ordinal-number")


def counted_as(text: str) -> Iterator[Found]:
    """Counted the conversation as their fourth since January; the fifth and latest call."""
    pattern = (
        rf"\bas (?:their|the) (?P<ord>{p.ORD})\b"
        rf"|\bthe (?P<ord2>{p.ORD}) and,? [^.;]{{0,60}}?latest (?P<noun>{p.ONE})\b"
    )
    for m in p.compiled(pattern).finditer(text):
        group = "ord" if m["ord"] else "ord2"
        value = ordinal(m[group])
        named = p.compiled(rf"\b(?:{'|'.join(NOUNS)})\b").search(text[: m.start()])
        types = noun_types(m["noun"]) if m["noun"] else noun_types(named[0]) if named else ()
        if value is not None and types:
            yield Found("ordinal", "counted-as", *clause_around(text, m), *m.span(group), value, types)


def ordinal_time(text: str) -> Iterator[Found]:
    """Meet for the first time; it is the first time that they have met; the fifth time this autumn they have rung."""
    for m in p.compiled(rf"\b(?:the|a|for the|for a) (?P<ord>{p.ORD}) time\b").finditer(text):
        value, around = ordinal(m["ord"]), text[max(m.start() - 90, 0) : m.end() + 90]
        types = verb_types(around)
        about = p.compiled(r"\b(?:it|this|that) (?:is|was|will be|would be)\s+$").search(text[: m.start()])
        if value is not None and (types or (about and since(text[m.end() :]))):
            yield _ordinal(text, m, value, types, "ordinal-time")


def first_to(text: str) -> Iterator[Found]:
    """The first president to set foot there, the first official to visit since the war began."""
    verbs = "visit|meet|travel to|set foot|speak with|receive"
    pattern = rf"\bthe (?P<ord>{p.ORD}) (?:[\w.’'-]+\s+){{1,5}}?to (?P<verb>{verbs})\b"
    for m in p.compiled(pattern).finditer(text):
        value = ordinal(m["ord"])
        if value is not None:
            yield _ordinal(text, m, value, verb_types(m["verb"]), "first-to")
