"""Counts: five meetings since March, received her four times, have never met. Docstrings are what the user reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.reports.claims import patterns as p
from demarche.reports.claims.found import Found, clause_around, relation, verb_types
from demarche.reports.claims.vocabulary import noun_types, number

_REL = r"(?P<rel>at least |more than |about |some |nearly |only |no fewer than |just )?"
_PERFECT = r"\b(?:ha(?:s|ve|d)|[’'](?:ve|s)|never)\b"


def count_times(text: str) -> Iterator[Found]:
    """Has received her four times; have met once since spring; six times in eight years they have sat down."""
    pattern = rf"{_REL}\b(?P<num>{p.TIMES})\b(?!\s+(?:as|more|the size|bigger|longer|daily|a (?:day|week|month|year)))"
    for m in p.compiled(pattern).finditer(text):
        types, value = _verb_near(text, m), _times(m["num"])
        if value is not None and types and _counts(text, m):
            yield Found(
                "count", "count-times", *clause_around(text, m), *m.span("num"), value, types, relation(m["rel"])
            )


def _times(word: str) -> int | None:
    plain = word.lower()
    return 1 if plain.endswith("single time") else number(plain.removesuffix(" times"))


def _verb_near(text: str, match: re.Match[str]) -> tuple[str, ...]:
    """The contact that is counted: a verb before the number in its clause, or after a number that leads."""
    before, after = text[max(match.start() - 70, 0) : match.start()], text[match.end() : match.end() + 110]
    clause = re.split(r"[;:]|, (?:and|but) ", before)[-1]
    leads = match.start() < 3 or not re.search(r"\w", clause.strip()[:1])
    follows = re.split(r"[;:.]", after)[0] if leads else ""
    return verb_types(clause) or verb_types(follows) or verb_types(re.split(r"[;:.,]", after)[0][:30])


def _counts(text: str, match: re.Match[str]) -> bool:
    """True with a perfect tense or a stretch of time: "met twice on Monday" alone tells of two contacts."""
    around = text[max(match.start() - 80, 0) : match.end() + 80]
    meets = text[match.end() : match.end() + 7].strip().startswith("meet")
    return bool(p.compiled(_PERFECT).search(around) or p.compiled(p.SPAN_OF_TIME).search(text)) or meets


def count_ellipsis(text: str) -> Iterator[Found]:
    """Twice at the request of Moscow and four times at that of Ankara."""
    pattern = rf"\b(?P<num>{p.TIMES}) at the (?:request|initiative|invitation) of\b[^,.;]*"
    for m in p.compiled(pattern).finditer(text):
        value = _times(m["num"])
        if value is not None:
            yield Found("count", "count-ellipsis", m.start(), m.end(), *m.span("num"), value, ())


def count_noun(text: str) -> Iterator[Found]:
    """Their six telephone calls this year; three such meetings since January; held three sessions."""
    pattern = (
        rf"(?<!of the )\b(?P<whose>their|his|her|its|the|had|held|with)?\s*{_REL}"
        rf"(?<!of the )\b(?P<num>{p.NUM})\s+(?P<noun>{p.MANY})\b"
    )
    for m in p.compiled(pattern).finditer(text):
        value, whose = number(m["num"]), (m["whose"] or "").lower()
        spanned = p.compiled(rf"[^.;,]{{0,40}}?\b(?:{p.SPAN_OF_TIME})").match(text[m.end() :])
        if value is None or not (whose in ("their", "held", "his", "her") or spanned):
            continue
        types = noun_types(m["noun"])
        yield Found("count", "count-noun", *clause_around(text, m), *m.span("num"), value, types, relation(m["rel"]))


def count_part(text: str) -> Iterator[Found]:
    """Four of the six meetings fell within the first months; against Mr. X's three."""
    for m in p.compiled(rf"\b(?P<num>{p.NUM}) of the {p.NUM} (?P<noun>{p.MANY})\b").finditer(text):
        value = number(m["num"])
        if value is not None:
            types = noun_types(m["noun"])
            yield Found("count", "count-part", *clause_around(text, m), m.start(), m.end(), value, types)
    pattern = rf"\bagainst (?:(?:Mr|Mrs|Ms)\.? )?[A-Z][\w-]+[’']s (?P<num>{p.NUM})\b"
    for m in p.compiled(pattern).finditer(text):
        value, types = number(m["num"]), verb_types(text[: m.start()])
        if value is not None and types:
            yield Found("count", "count-against", m.start(), m.end(), *m.span("num"), value, types)


def count_only(text: str) -> Iterator[Found]:
    """The only conversation that the two have had."""
    after = "(?= (?:that|between|of the two|they|the two|so far))"
    for m in p.compiled(rf"\b(?:the|their) (?P<num>only|sole) (?P<noun>{p.ONE})\b{after}").finditer(text):
        yield Found("count", "count-only", *clause_around(text, m), *m.span("num"), 1, noun_types(m["noun"]))


def count_none(text: str) -> Iterator[Found]:
    """Have still not met since; have never met; did not negotiate in the same room for ten days."""
    pattern = (
        rf"\b(?:ha(?:s|ve|d) (?:still |yet )?(?P<num>not|never)(?: yet| ever)?|did (?P<num2>not)) "
        rf"(?P<verb>{p.VERB})\b(?P<rest>[^.;]*)"
    )
    for m in p.compiled(pattern).finditer(text):
        never = (m["num"] or "").lower() == "never" or "still" in m[0] or "yet" in m[0]
        if not never and not p.compiled(rf"{p.SPAN_OF_TIME}|in the same room").search(m["rest"]):
            continue
        if m["num2"] and not p.compiled(r"^(?:for|in) the (?:following|next|last)").search(text):
            continue
        group = "num" if m["num"] else "num2"
        kind = "recency" if not never and p.compiled(r"\bsince\b").search(m["rest"]) else "count"
        yield Found(kind, "count-none", *clause_around(text, m), *m.span(group), 0, verb_types(m["verb"]))
