"""A verdict in a sentence fit to paste, and a claim as it was understood."""

from __future__ import annotations

from collections.abc import Sequence

from demarche.analysis.checking.bounds import factor_in
from demarche.analysis.checking.claims import Claim
from demarche.analysis.checking.gather import Gathered
from demarche.analysis.checking.nouns import date_words, nth, numbered
from demarche.analysis.checking.nouns import things as nouns
from demarche.analysis.checking.readings import Reading
from demarche.analysis.checking.recent import since_of
from demarche.analysis.checking.verdicts import Finding, Outcome
from demarche.analysis.wording import clock, day, period
from demarche.edtf import parse
from demarche.model import Lasting

__all__ = ["sentence", "understood"]

_SIGNS = {">": "more than ", ">=": "at least ", "<": "fewer than ", "<=": "at most ", "~": "about "}


def understood(claim: Claim, reading: Reading, gathered: Gathered) -> str:
    """The claim in the program's own words: what is counted, between whom, over which days."""
    days = f"as of {day(reading.days.latest)}" if claim.type == "recency" and reading.days.latest else _period(reading)
    return f"{_what(claim, reading)} {gathered.words()}, {days}{_than(claim)}{_source(claim)}"


def _what(claim: Claim, reading: Reading) -> str:
    thing, many = nouns(reading.types, 1), nouns(reading.types)
    sign = _SIGNS.get(claim.relation, "")
    if claim.type == "ordinal" and isinstance(claim.value, int):
        return f"the {nth(claim.value)} {thing}"
    if claim.type == "count" and isinstance(claim.value, int):
        return f"{sign}{numbered(claim.value, reading.types)}"
    if isinstance(claim.value, Lasting):
        return f"{_length(claim.value, sign)} in {many}"
    return _compares(claim, reading) if claim.type == "comparison" else _recency(claim, thing)


def _length(length: Lasting, sign: str) -> str:
    ends = [clock(m) for m in dict.fromkeys((length.min, length.max)) if m is not None]
    return f"{sign}{' to '.join(ends)}"


def _compares(claim: Claim, reading: Reading) -> str:
    things = nouns(reading.types)
    if claim.reference in ((), claim.sides):
        extreme = {"<": "shortest", "<=": "shortest"}.get(claim.relation, "longest")
        return f"the {extreme} {nouns(reading.types, 1)}"
    timed = claim.unit == "minutes"
    degree = {">": "more", ">=": "more", "<": "less" if timed else "fewer", "<=": "less" if timed else "fewer"}
    noun = f"time in {things}" if timed else things
    if claim.relation in degree:
        return f"{degree[claim.relation]} {noun}"
    factor = factor_in(claim.words)
    much = {1.0: "about as", 2.0: "about twice as", 0.5: "about half as"}.get(factor, f"about {factor:g} times as")
    return f"{much} {'much' if timed else 'many'} {noun}"


def _recency(claim: Claim, thing: str) -> str:
    if isinstance(claim.value, str):
        days = parse(claim.value)
        return f"the last {thing} {'on' if days and days.one_day else 'in'} {date_words(claim.value)}"
    start = (claim.period or "").split("/")[0]
    then = f"since {date_words(start)}" if since_of(claim) else "since then"
    return f"no {thing} {then}" if claim.value == 0 else f"the first {thing} {then}"


def _than(claim: Claim) -> str:
    if claim.type != "comparison" or claim.reference in ((), claim.sides):
        return ""
    joint = "than" if claim.relation in (">", ">=", "<", "<=") else "as"
    return f", {joint} between {' and '.join(' or '.join(side) for side in claim.reference)}"


def _period(reading: Reading) -> str:
    return period(reading.days) + (f" ({reading.note})" if reading.note else "")


def _source(claim: Claim) -> str:
    return f"; said by {claim.source}" if claim.source else ""


def sentence(claim: Claim, told: str, outcome: Outcome, findings: Sequence[Finding], depends: str = "") -> str:
    """Sentences that stand by themselves: the verdict on what, why, what was counted; `told` is the claim in words.

    `depends` tells that readings or rules come out differently.
    """
    decisive = _decisive(outcome, findings)
    if depends and outcome is Outcome.CANNOT_TELL:
        return f"{_capital(outcome)}: {told}. {_capital(depends)}."
    head = f"{_capital(outcome)}: {told}. {_capital(decisive.why)}."
    counted = decisive.reading if claim.type != "recency" else decisive.reading.split(",")[0]
    return f"{head} Counted: {counted}, held; {decisive.rule}.{_others(outcome, findings)}"


def _decisive(outcome: Outcome, findings: Sequence[Finding]) -> Finding:
    """The first finding of the outcome with all sources, else the first of all."""
    return next((f for f in findings if f.main and f.outcome is outcome), findings[0])


def _others(outcome: Outcome, findings: Sequence[Finding]) -> str:
    """Where a stricter rule does not bear it out."""
    strict = [f for f in findings if not f.main and f.reading == findings[0].reading and f.outcome is not outcome]
    if not strict or outcome is not Outcome.SUPPORTED:
        return ""
    return f" Not borne out by {'; '.join(f'{f.rule} ({f.number})' for f in strict)}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
