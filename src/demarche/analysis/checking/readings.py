"""What a claim may mean: which contacts count, and from when. Every open noun and period gives a reading of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from demarche.analysis.checking.claims import Claim
from demarche.analysis.checking.nouns import things
from demarche.analysis.checking.terms import OFFICE_WORDS, THIS_YEAR, term_of
from demarche.analysis.wording import day as day_words
from demarche.analysis.wording import period
from demarche.edtf import Days, parse

__all__ = ["Reading", "readings", "until_of"]

_SPOKEN = frozenset({"call", "meeting"})
_IN_PERSON = frozenset({"meeting", "summit"})
_NEW_YEAR = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Reading:
    """Contact types that count (none: all) and the days they are counted in; `note` says what is read into it."""

    types: tuple[str, ...]
    days: Days
    note: str = ""

    def words(self) -> str:
        """`calls, 1 Jan – 16 Oct 2025`."""
        left_out = " without summits" if self.types == ("meeting",) else ""
        return f"{things(self.types)}{left_out}, {period(self.days)}" + (f" ({self.note})" if self.note else "")


def until_of(claim: Claim, as_of: date | None) -> date | None:
    """The last day that counts: the day asked for, else the day on which the claim was made."""
    return as_of or claim.day


def readings(claim: Claim, as_of: date | None = None) -> list[Reading]:
    """Every reasonable reading of the claim, the one that its words give first."""
    stretches = list(_stretches(claim, as_of))
    return [Reading(types, days, note) for days, note in stretches for types in _types(claim)]


def _types(claim: Claim) -> Iterator[tuple[str, ...]]:
    """The types that the claim names; an open noun ("conversation") is also read as calls alone, "meeting" without
    summits, at which others are met besides."""
    named = frozenset(claim.types)
    full = tuple(dict.fromkeys((*claim.types, *(("summit",) if "meeting" in named else ()))))
    yield full
    if named >= _SPOKEN:
        yield ("call",)
    elif "talks" in named and "meeting" in named:
        yield ("meeting", "summit")
    elif "meeting" in named and named <= _IN_PERSON and claim.value != 0:
        yield ("meeting",)


def _stretches(claim: Claim, as_of: date | None) -> Iterator[tuple[Days, str]]:
    """From when to when: the period of the claim, the term of office that its words mean, or both for "this year"."""
    until = until_of(claim, as_of)
    term = term_of((n for side in claim.sides for n in side), until, claim.words) if until else None
    if term and OFFICE_WORDS.search(claim.words) and not _names_start(claim):
        yield Days(term.start, until), f"since {term.name} took office on {day_words(term.start)}"
        return
    days = _clipped(claim, until)
    yield days, ""
    if term and term.leads and THIS_YEAR.search(claim.words) and _in_first_weeks(term.start, days):
        yield Days(term.start, days.latest), f"since {term.name} took office"


def _names_start(claim: Claim) -> bool:
    """True when the claim's own period begins on a day that its words give."""
    days = parse(claim.period)
    return bool(days and days.earliest) and not THIS_YEAR.search(claim.words)


def _clipped(claim: Claim, until: date | None) -> Days:
    """The period up to the last day that counts; one that runs to the day of the claim goes on to a later `as_of`."""
    days = parse(claim.period) or Days(None, None)
    last = days.latest
    runs_on = last is None or (claim.day is not None and last >= claim.day)
    if until is not None and (runs_on or (last and last > until)):
        last = until
    first = days.earliest
    if first and last and first > last:
        return Days(first, first)
    return Days(first, last)


def _in_first_weeks(start: date, days: Days) -> bool:
    """True when the term began within weeks of the year: only then do people mix up the two."""
    if days.earliest is None or days.latest is None:
        return False
    return days.earliest < start <= min(days.latest, days.earliest + _NEW_YEAR)
