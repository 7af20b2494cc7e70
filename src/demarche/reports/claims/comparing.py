"""Claims that compare lengths or numbers of contacts, and totals of time. Docstrings are what the user reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.reports.claims import patterns as p
from demarche.reports.claims.found import Found, clause_around, relation, verb_types
from demarche.reports.claims.vocabulary import noun_types

_SERIES = (
    r"of (?:the|all|their) \w+|yet\b|so far|ever\b|since\b|to date|on record|that the two|the (?:pair|two) have had"
)
_LENGTH = r"\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"


def superlative(text: str) -> Iterator[Found]:
    """The shortest of the lot, their longest call yet, the longest so far."""
    pattern = (
        rf"\b(?:the|their|his|her|\w+[’']s)\s+(?P<adj>longest|shortest|briefest)"
        rf"(?:\s+(?P<noun>{p.ONE}))?\s+(?:{_SERIES})"
    )
    for m in p.compiled(pattern).finditer(text):
        types = noun_types(m["noun"]) if m["noun"] else ()
        sign = ">" if m["adj"].lower() == "longest" else "<"
        yield Found("comparison", "superlative", *clause_around(text, m), *m.span("adj"), None, types, sign, "minutes")


def comparative(text: str) -> Iterator[Found]:
    """Longer than the one before, longer still, more often than with Z, more calls than, twice as long as with Z."""
    pattern = (
        rf"\b(?P<adj>longer|shorter|briefer)\s+(?:still\b|than\b(?= (?:the|their|his|her|all|any|with|that|its)\b))"
        rf"|\b(?P<often>more|less) (?:often|frequently) than\b"
        rf"|\b(?P<as>(?:almost |about |roughly |nearly )?(?:twice |half |\w+ times )?"
        rf"as (?:long|often|much time|many)) (?:{p.ONE}s? )?as\b"
        rf"|\b(?P<more>more|fewer) (?:{p.MANY}|hours|time) (?:[^.;,]{{0,40}} )?than\b"
        rf"|\bmore than [^.;,]{{0,60}}\bha(?:ve|s) spent on\b"
    )
    for m in p.compiled(pattern).finditer(text):
        if not _of_contacts(text) or (m["as"] and not _measured(text, m)):
            continue
        sign = "~" if m["as"] else "<" if re.search(r"\b(?:short|brief|less|few)", m[0]) else ">"
        unit = "contacts" if re.search(r"\b(?:often|frequently|many)\b", m[0]) or _of_number(m) else "minutes"
        yield Found("comparison", "comparative", *clause_around(text, m), *m.span(), None, _types(text), sign, unit)


def _of_number(match: re.Match[str]) -> bool:
    return bool(match["more"]) and not re.search(r"\b(?:time|hours)\b", match[0])


def _measured(text: str, match: re.Match[str]) -> bool:
    """False for "as long as there is hope": a length is compared after a verb or a multiple."""
    words = match["as"].lower()
    if words.startswith(("almost", "about", "roughly", "nearly", "twice", "half")) or "times" in words:
        return True
    before = r"\b(?:is|was|were|are|lasted|took|spoken|spoke|talked|met|ran|been|spent)\s+$"
    return p.compiled(before).search(text[: match.start()]) is not None


def unprecedented(text: str) -> Iterator[Found]:
    """Unprecedented in length."""
    pattern = r"\b(?P<adj>unprecedented)\b[^.;]{0,40}\b(?:duration|length|number|frequency)\b"
    for m in p.compiled(pattern).finditer(text):
        span = m.span("adj")
        yield Found("comparison", "unprecedented", *clause_around(text, m), *span, None, _types(text), ">", "minutes")


def against(text: str) -> Iterator[Found]:
    """Has met X five times, against Y's three."""
    pattern = rf"\b(?P<a>{p.TIMES})\b[^.;]{{0,40}}\bagainst (?:(?:Mr|Mrs|Ms)\.? )?[A-Z][\w-]+[’']s (?P<b>{p.NUM})\b"
    for m in p.compiled(pattern).finditer(text):
        types = verb_types(text[: m.end()])
        if types:
            yield Found("comparison", "against", *clause_around(text, m), *m.span(), None, types, ">")


def total_time(text: str) -> Iterator[Found]:
    """More than 20 hours of talks; spent 15 hours with him; between 15 and 18 hours for the five meetings."""
    hours = (
        rf"(?P<rel>more than |at least |about |nearly |almost |some |over )?"
        rf"(?P<num>between \d+ and \d+|{_LENGTH}) (?:hours|minutes)"
    )
    pattern = (
        rf"\b{hours} of (?P<noun>{p.MANY}|talks|conversation|face time|contact)\b(?=[^.;]*\b(?:{p.SPAN_OF_TIME}))"
        rf"|\b(?:in (?:total|all)|altogether|all told|combined|add(?:ing|s)? up)\b[^.;]*?\b{_again(hours, 2)}"
        rf"|\bha(?:s|ve|d) (?:already |now )?(?:spent|talked for|spoken for) {_again(hours, 3)}\b"
        rf"[^.;]*\b(?:with|talking|together|on the (?:tele)?phone|{p.SPAN_OF_TIME})"
    )
    for m in p.compiled(pattern).finditer(text):
        copy = next(n for n in ("", "2", "3") if m["num" + n])
        sign, span = relation(m["rel" + copy]), m.span("num" + copy)
        yield Found("duration", "total-time", *clause_around(text, m), *span, None, _types(text), sign, "minutes")


def _again(pattern: str, copy: int) -> str:
    return pattern.replace("?P<rel>", f"?P<rel{copy}>").replace("?P<num>", f"?P<num{copy}>")


def _of_contacts(text: str) -> bool:
    return bool(_types(text) or p.compiled(r"\bthe one of\b").search(text))


def _types(text: str) -> tuple[str, ...]:
    named = p.compiled(rf"\b{p.ONE}s?\b").search(text)
    return noun_types(named[0]) if named else verb_types(text)
