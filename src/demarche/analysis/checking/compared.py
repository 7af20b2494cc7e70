"""Comparisons: as long with X as with Z, more often than with Z, the longest call yet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from demarche.analysis.checking.bounds import about_words, factor_in
from demarche.analysis.checking.gather import Tally
from demarche.analysis.checking.judging import Case, cannot, contradicted, days_of, supported
from demarche.analysis.checking.lengths import hours_shown
from demarche.analysis.checking.nouns import things
from demarche.analysis.checking.verdicts import Judgement
from demarche.analysis.contacts import Contact
from demarche.analysis.hours import ABOUT, HoursAnswer, judged
from demarche.analysis.hours.asking import length_of
from demarche.analysis.wording import clock

__all__ = ["judge", "ratio_of_numbers"]

Ratio = tuple[float, float | None]


def judge(case: Case) -> Judgement:
    """Two pairs compared by length or by number, or one contact with the others of its own pair."""
    if case.claim.reference in ((), case.claim.sides):
        return _among_their_own(case)
    if case.claim.unit == "minutes" and case.hours and case.other_hours:
        return _by_length(case, case.hours, case.other_hours)
    if case.other is not None:
        return _by_number(case, case.tally, case.other)
    return cannot("-", "the claim does not say with what it compares")


def _by_length(case: Case, ours: HoursAnswer, theirs: HoursAnswer) -> Judgement:
    factor = factor_in(case.claim.words)
    found = judged(ours, theirs, factor=factor)
    shown = f"{hours_shown(ours)} against {hours_shown(theirs)}"
    if not ours.rows or not theirs.rows:
        return cannot(shown, "the ledger holds no contact of one of the two pairs")
    return _of_ratio(case, shown, found.ratio, factor, found.sentence.rstrip("."))


def _by_number(case: Case, ours: Tally, theirs: Tally) -> Judgement:
    shown = f"{ours.number} against {theirs.number}"
    many = things(case.reading.types)
    told = f"the ledger holds {ours.number} {many} of the first pair and {theirs.number} of the second"
    if not ours.high or not theirs.high:
        return cannot(shown, told + "; nothing is known of one of the two")
    return _of_ratio(case, shown, ratio_of_numbers(ours, theirs), factor_in(case.claim.words), told)


def ratio_of_numbers(ours: Tally, theirs: Tally) -> Ratio:
    """The least and greatest that the first number can be as a multiple of the second; None for no bound."""
    return ours.low / theirs.high, ours.high / theirs.low if theirs.low else None


def _of_ratio(case: Case, shown: str, ratio: Ratio, factor: float, told: str) -> Judgement:
    """The claim holds for every ratio that is possible, for none, or for some."""
    low, high = ratio
    wanted = _band(case.claim.relation, factor)
    if low >= wanted[0] and _at_most(high, wanted[1]) and not (low == wanted[0] and case.claim.relation == ">"):
        return supported(shown, told + _tolerance(case))
    if _outside(low, high, wanted, case.claim.relation):
        if case.gaps and not case.complete:
            return cannot(shown, f"{told}; as it stands it does not hold, but {'; '.join(case.gaps)}")
        return contradicted(shown, told + _tolerance(case))
    return cannot(shown, told + _tolerance(case))


def _band(relation: str, factor: float) -> Ratio:
    """Between which multiples of the second the first must lie."""
    if relation in (">", ">="):
        return factor, None
    return (0.0, factor) if relation in ("<", "<=") else (factor / ABOUT, factor * ABOUT)


def _at_most(value: float | None, bound: float | None) -> bool:
    return bound is None or (value is not None and value <= bound)


def _outside(low: float, high: float | None, wanted: Ratio, relation: str) -> bool:
    strict = relation == "<"
    above = wanted[1] is not None and (low > wanted[1] or (strict and low >= wanted[1]))
    below = high is not None and (high < wanted[0] or (relation == ">" and high <= wanted[0]))
    return above or below


def _tolerance(case: Case) -> str:
    return f" ({about_words()})" if case.claim.relation in ("~", "=") else ""


# -- one contact against the others of its pair ---------------------------------------------------------------------

_PREVIOUS = re.compile(
    r"\b(?:longer|shorter|briefer)\s+(?:still\b|than (?:the|their|his|her|its) (?:\w+ )?(?:one|last|previous|before))",
    re.I,
)


def _among_their_own(case: Case) -> Judgement:
    """The longest or shortest of a series, or longer than the one before."""
    own, others = _split(case)
    if case.claim.unit != "minutes" or own is None:
        return cannot("-", "the ledger does not hold the contact that the claim compares")
    if _PREVIOUS.search(case.claim.words):
        others = [c for c in others if _is_earlier(c, own)][-1:]
    if not others:
        return cannot("-", f"the {case.thing()} of {days_of(own)} is the only one that the ledger holds")
    return _extreme(case, own, others)


def _split(case: Case) -> tuple[Contact | None, list[Contact]]:
    """The contact that the text is about (of its day, else the latest), and the others of the time that counts."""
    about = case.claim.about
    rows = [c for c in case.tally.sure if c.exact]
    own = next((c for c in rows if c.exact == about), None) if about else (rows[-1] if rows else None)
    return own, [c for c in case.tally.sure if own and c is not own]


def _is_earlier(contact: Contact, own: Contact) -> bool:
    return bool(contact.exact and own.exact and contact.exact <= own.exact)


def _extreme(case: Case, own: Contact, others: Sequence[Contact]) -> Judgement:
    length = length_of(own)
    if length is None:
        return cannot("no length", f"no source tells how long the {case.thing()} of {days_of(own)} lasted")
    longest = case.claim.relation not in ("<", "<=")
    told = [(c, found) for c in others if (found := length_of(c))]
    shown = clock(length.least) if length.most == length.least else f"{clock(length.least)} or more"
    for other, its in told:
        beyond = length.most is not None and its.least > length.most
        below = its.most is not None and its.most < length.least
        if beyond if longest else below:
            word = "longer" if longest else "shorter"
            return contradicted(shown, f"the {case.thing()} of {days_of(other)} was {word} ({clock(its.least)})")
    unknown = len(others) - len(told)
    if unknown:
        return cannot(shown, f"{unknown} of the {len(others)} others have no length")
    sure = all(_beats(length.least, length.most, its.least, its.most, longest=longest) for _, its in told)
    word = "longer" if longest else "shorter"
    told_words = f"the {case.thing()} of {days_of(own)} was {word} than {_all(len(others))}"
    return supported(shown, told_words) if sure else cannot(shown, "the lengths told overlap")


def _all(others: int) -> str:
    return "the other one" if others == 1 else f"all {others} others"


def _beats(low: int, high: int | None, its_low: int, its_high: int | None, *, longest: bool) -> bool:
    if longest:
        return its_high is not None and low > its_high
    return high is not None and high < its_low
