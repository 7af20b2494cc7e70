"""Durations: more than 20 hours with him this year. Unknown lengths are never summed as zero."""

from __future__ import annotations

from math import ceil, floor

from demarche.analysis.checking.bounds import about_words
from demarche.analysis.checking.judging import Case, cannot, contradicted, supported
from demarche.analysis.checking.verdicts import Judgement
from demarche.analysis.hours import ABOUT, HoursAnswer, Minutes
from demarche.analysis.wording import clock
from demarche.model import Lasting

__all__ = ["hours_shown", "judge", "window"]

_ROUNDING = 30  # minutes: "20 hours" is said of anything that rounds to it


def window(length: Lasting, relation: str) -> Minutes:
    """The minutes with which the claim is true; a bare "20 hours" takes half an hour either way."""
    low, high = length.min or 0, length.max
    if relation in (">", ">="):
        return Minutes(low + (relation == ">"), None)
    if relation in ("<", "<="):
        most = high if high is not None else low
        return Minutes(0, most - (relation == "<"))
    if high is None:
        return Minutes(low, None)
    if relation == "~":
        return Minutes(ceil(low / ABOUT), floor(high * ABOUT))
    rounding = _ROUNDING if high >= 60 else 0
    return Minutes(max(0, low - rounding), high + rounding)


def judge(case: Case) -> Judgement:
    """The lengths told must lie in what the claim allows, whatever the unknown ones are."""
    answer = case.hours
    if answer is None or not isinstance(case.claim.value, Lasting):
        return cannot("-", "the claim gives no length")
    wanted = window(case.claim.value, case.claim.relation)
    shown, told = hours_shown(answer), _told(answer)
    if not answer.rows:
        return cannot(shown, "the ledger holds no such contact")
    if wanted.most is not None and answer.total.least > wanted.most:
        return contradicted(shown, f"{told}, which is more already")
    if answer.total.least >= wanted.least and _fits_above(answer.total, wanted):
        about = f" ({about_words()})" if case.claim.relation == "~" else ""
        return supported(shown, told + about)
    if case.complete and answer.total.most is not None and answer.total.most < wanted.least:
        return contradicted(shown, f"{told}, and it is said to hold every contact")
    return cannot(shown, f"{told}; {_needed(answer, wanted)}")


def _fits_above(total: Minutes, wanted: Minutes) -> bool:
    return wanted.most is None or (total.most is not None and total.most <= wanted.most)


def hours_shown(answer: HoursAnswer) -> str:
    """`27 h 29 to 34 h 55`, `13 h 49 + 9 unknown`."""
    shown = _interval(answer.told)
    return f"{shown} + {len(answer.unknown)} unknown" if answer.unknown else shown


def _interval(length: Minutes) -> str:
    if length.most is None:
        return f"at least {clock(length.least)}"
    return clock(length.least) if length.least == length.most else f"{clock(length.least)} to {clock(length.most)}"


def _told(answer: HoursAnswer) -> str:
    parts = [f"the lengths told add up to {_interval(answer.told)} in {answer.known} of {answer.contacts} contacts"]
    parts += [f"{len(answer.open_ended)} of them with a least length only"] if answer.open_ended else []
    return ", ".join(parts)


def _needed(answer: HoursAnswer, wanted: Minutes) -> str:
    """What the unknown lengths would have to add up to for the claim to hold."""
    least = max(0, wanted.least - (answer.told.most or 0))
    most = None if wanted.most is None else wanted.most - answer.told.least
    if not answer.unknown and not answer.open_ended:
        return "it lies inside what the sources disagree about" if least == 0 else _missing(least)
    if most is None:
        bound = f"at least {clock(least)}"
    else:
        bound = f"at most {clock(most)}" if least == 0 else f"{clock(least)} to {clock(most)}"
    what = f"the {len(answer.unknown)} without a length" if answer.unknown else "what goes beyond the least lengths"
    return f"it holds if {what} add{'' if len(answer.unknown) > 1 else 's'} {bound}"


def _missing(least: int) -> str:
    return f"{clock(least)} more in contacts that the ledger does not know of would have to have taken place"
