"""Ordinals: the eighth call of the year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from demarche.analysis.checking.about import DAYS_BEFORE, month_of
from demarche.analysis.checking.counts import short_of
from demarche.analysis.checking.gather import Tally
from demarche.analysis.checking.judging import Case, cannot, contradicted, days_of, supported
from demarche.analysis.checking.nouns import nth
from demarche.analysis.checking.verdicts import Judgement
from demarche.analysis.contacts import Contact
from demarche.analysis.wording import day as day_words
from demarche.edtf import Days

__all__ = ["judge"]

_ZONE = timedelta(days=1)  # one call is of two days, in two capitals


def judge(case: Case) -> Judgement:
    """The N-th contact up to the day must be the one that the text is about: of its day, or of the days before."""
    if case.value == 1 and case.reading.days.earliest is None:
        found = _numbered(case)
        return _first_ever(found) if found.outcome == "supported" and not case.complete else found
    return _numbered(case)


def _numbered(case: Case) -> Judgement:
    about = case.claim.about
    if about is None or (case.until and about > case.until):
        return _latest(case)
    at = _of_day(case.tally.sure, about)
    before = [c for c in case.tally.sure if c not in at and _is_before(c, about)]
    return _at(case, at, before) if at else _without(case, about, before)


def _first_ever(found: Judgement) -> Judgement:
    """A first without a beginning: what came before the documents is unknown."""
    return cannot(found.number, f"{found.why}; whether there was one before, a ledger shows only if it is complete")


# -- the text does not say which contact it numbers: it must be the latest one --------------------------------------


def _latest(case: Case) -> Judgement:
    tally, value = case.tally, case.value
    month = month_of(case.claim)
    if month is not None and month.earliest and month.latest and tally.low >= value:
        return _in_month(case, month.earliest, month.latest)
    if tally.low > value:
        return contradicted(
            tally.number,
            f"the ledger plainly holds {case.nouns(tally.low)} by then; the {nth(value)} is of"
            f" {days_of(tally.sure[value - 1])}",
        )
    if tally.low < value:
        return short_of(case, value)
    last = tally.sure[-1]
    if case.claim.document and _is_old(last, case.until):
        return cannot(
            tally.number,
            f"the {nth(value)} is of {days_of(last)}; if the text tells of a later {case.thing()},"
            f" which the ledger does not hold, that was the {nth(value + 1)}",
        )
    return supported(tally.number, f"the {nth(value)} is of {days_of(last)}{_perhaps_more(tally)}")


def _in_month(case: Case, first: date, last: date) -> Judgement:
    """The text gives the month of the contact that it numbers: the N-th must be of that month."""
    tally, value = case.tally, case.value
    meant = tally.sure[value - 1]
    told = f"the {nth(value)} is of {days_of(meant)}"
    if meant.days and meant.days.touches(Days(first, last)):
        return supported(tally.number, told + _perhaps_more(tally))
    if _is_before(meant, first):
        before = sum(_is_before(c, first) for c in tally.sure)
        return contradicted(tally.number, f"{told}; the ledger plainly holds {case.nouns(before)} before that month")
    return cannot(tally.number, f"{told}; it holds if there were others before that the ledger does not hold")


def _is_old(contact: Contact, until: date | None) -> bool:
    days = contact.days
    return bool(until and days and days.latest and days.latest < until - DAYS_BEFORE)


def _perhaps_more(tally: Tally) -> str:
    count = len(tally.doubtful)
    return f"; with the {count} doubtful it would be up to the {nth(tally.high)}" if count else ""


# -- the text says of which day the contact is ----------------------------------------------------------------------


def _at(case: Case, at: Sequence[Contact], before: Sequence[Contact]) -> Judgement:
    """The ledger holds the contact itself: its place in the order decides."""
    least, most = len(before) + 1, len(before) + len(at)
    shown = f"{least}" if least == most else f"{least} to {most}"
    own = f"the {case.thing()} of {days_of(at[0])}"
    if case.value < least:
        return contradicted(shown, f"the ledger plainly holds {case.nouns(len(before))} before {own}")
    if case.value <= most:
        doubtful = [d for d in case.tally.doubtful if _may_be_before(d.contact, case.claim.about)]
        more = f"; with {len(doubtful)} doubtful before it, it may be a later one" if doubtful else ""
        return supported(shown, f"{own} is the {nth(case.value)}{more}")
    return short_of(_up_to(case, at, before), case.value)


def _without(case: Case, about: date, before: Sequence[Contact]) -> Judgement:
    """The ledger does not plainly hold the contact itself."""
    own = f"the {case.thing()} of {day_words(about)}"
    shown = f"{len(before)} before"
    if len(before) >= case.value:
        return contradicted(shown, f"the ledger plainly holds {case.nouns(len(before))} before {own}")
    doubted = [d for d in case.tally.doubtful if _of_day([d.contact], about)]
    lacking = f"is doubtful ({doubted[0].reason})" if doubted else "is not in the ledger"
    if len(before) == case.value - 1:
        return cannot(shown, f"{own} {lacking}; if it took place, it was the {nth(case.value)}")
    missing = case.value - 1 - len(before)
    return cannot(shown, f"{own} {lacking}, and {missing} more would have to have taken place before it")


def _up_to(case: Case, at: Sequence[Contact], before: Sequence[Contact]) -> Case:
    """The case without what came after the contact."""
    doubtful = tuple(d for d in case.tally.doubtful if _may_be_before(d.contact, case.claim.about))
    return replace(case, tally=replace(case.tally, sure=(*before, *at), doubtful=doubtful))


def _of_day(contacts: Sequence[Contact], day: date) -> list[Contact]:
    """Those of that very day, else those of the day before or after."""
    exact = [c for c in contacts if c.exact == day]
    return exact or [c for c in contacts if c.exact and abs(c.exact - day) <= _ZONE]


def _is_before(contact: Contact, day: date) -> bool:
    days = contact.days
    return bool(days and days.latest and days.latest < day)


def _may_be_before(contact: Contact, day: date | None) -> bool:
    days = contact.days
    return day is None or days is None or days.earliest is None or days.earliest < day
