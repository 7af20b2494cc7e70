"""Recency: the first call since 4 March 2022; they last spoke on 18 August; they have not met since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from demarche.analysis.checking import ordinals
from demarche.analysis.checking.claims import Claim
from demarche.analysis.checking.judging import Case, cannot, contradicted, days_of, of_days, supported
from demarche.analysis.checking.nouns import date_words
from demarche.analysis.checking.verdicts import Judgement
from demarche.analysis.contacts import Contact
from demarche.edtf import Days, parse

__all__ = ["judge", "since_of"]

_ZONE = timedelta(days=1)  # one call is of two days, in two capitals


def since_of(claim: Claim) -> Days | None:
    """The days of the earlier contact that the claim counts from: its value, else the beginning of its period."""
    return parse(since_words(claim))


def since_words(claim: Claim) -> str:
    """The same as EDTF."""
    return claim.value if isinstance(claim.value, str) else (claim.period or "").split("/")[0]


def judge(case: Case) -> Judgement:
    """Nothing may lie strictly between the earlier contact and the one that the text is about."""
    since = since_of(case.claim)
    if since is None and case.reading.note and case.claim.value == 1:
        return ordinals.judge(case)  # "the first since she took office" is the first of a term
    if since is None or since.latest is None:
        return cannot("-", "the claim does not say since when in a way that can be dated")
    if case.until and since.latest >= case.until and not since.one_day:
        return cannot("-", f"the claim gives no day, only {date_words(since_words(case.claim))}")
    after = [c for c in case.tally.sure if c.days and c.days.earliest and c.days.earliest > since.latest]
    own = [] if case.claim.value == 0 else _own(case, after)
    between = [c for c in after if c not in own]
    at = [c for c in case.tally.sure if c.days and c.days.touches(since)]
    if between:
        told = f"{case.nouns(len(between))} plainly held in between: {of_days(between)}"
        return contradicted(f"{len(between)} between", told)
    return _nothing_between(case, since, at, own)


def _own(case: Case, after: Sequence[Contact]) -> list[Contact]:
    """The contact that the text itself is about: of the day told, else, of a first, the latest."""
    about, until = case.claim.about, case.until
    if isinstance(case.claim.value, str):
        return [c for c in after if case.claim.document and until and c.exact == until][-1:]
    if about is not None:
        return [c for c in after if c.exact and abs(c.exact - about) <= _ZONE]
    return list(after[-1:])


def _nothing_between(case: Case, since: Days, at: Sequence[Contact], own: Sequence[Contact]) -> Judgement:
    then = date_words(since_words(case.claim))
    doubted = [d for d in case.tally.doubtful if _may_lie_between(d.contact, since, case.until)]
    if doubted:
        return cannot(f"0 to {len(doubted)} between", f"none in between for sure; it holds if {_none_of(len(doubted))}")
    if not at and not case.complete:
        return cannot("0 between", f"none in between, but the ledger holds no {case.thing()} of {then} either")
    if case.claim.value == 1 and not own:
        return cannot(
            "0 between", f"none after {then}: the ledger does not hold the {case.thing()} that the claim is about"
        )
    if case.gaps and not case.complete:
        return cannot("0 between", f"none in between, but {'; '.join(case.gaps)}")
    latest = f"; the next is of {days_of(own[0])}" if own else ""
    return supported("0 between", f"the last before is of {days_of(at[-1]) if at else then}{latest}, none in between")


def _none_of(count: int) -> str:
    return "the doubtful one did not take place" if count == 1 else f"none of the {count} doubtful ones took place"


def _may_lie_between(contact: Contact, since: Days, until: date | None) -> bool:
    days = contact.days
    if days is None or since.latest is None:
        return False
    ends_after = days.latest is None or days.latest > since.latest
    starts_before = until is None or days.earliest is None or days.earliest <= until
    return ends_after and starts_before
