"""Counts: five meetings, at least ten calls, never met."""

from __future__ import annotations

from demarche.analysis.checking.bounds import about_words, bounds
from demarche.analysis.checking.judging import Case, cannot, contradicted, supported
from demarche.analysis.checking.verdicts import Judgement

__all__ = ["judge", "short_of"]


def judge(case: Case) -> Judgement:
    """More than claimed, plainly held, contradicts; fewer does so only when the ledger is known to be complete."""
    least, most = bounds(case.value, case.claim.relation)
    tally = case.tally
    if most is not None and tally.low > most:
        return contradicted(tally.number, f"the ledger plainly holds {case.nouns(tally.low)}")
    if tally.low >= least and (least > 0 or case.complete):
        return _reached(case, most)
    if tally.low >= least:
        return cannot(tally.number, _none_proves_nothing(case, most))
    return short_of(case, least)


def _reached(case: Case, most: int | None) -> Judgement:
    tally = case.tally
    held = f"the ledger holds {case.nouns(tally.low)}"
    if most is not None and tally.high > most:
        if not tally.low:
            return cannot(tally.number, f"{held}, but {len(tally.doubtful)} doubtful would be too many")
        held += f"; with the doubtful it would be up to {tally.high}"
    about = f" ({about_words()})" if case.claim.relation == "~" else ""
    return supported(tally.number, held + about)


def _none_proves_nothing(case: Case, most: int | None) -> str:
    tally = case.tally
    if not tally.high:
        return f"the ledger holds no such {case.thing()}, which shows nothing unless it holds every one that took place"
    held = f"the ledger holds {case.nouns(tally.low)}"
    if most is not None and tally.high > most:
        return f"{held}; it holds only if none of {len(tally.doubtful)} doubtful counts and none is missing"
    return f"{held}; it holds if no more than {most} took place, which only a complete ledger shows"


def short_of(case: Case, least: int) -> Judgement:
    """Fewer than claimed: what would have to be true for the claim to hold."""
    tally = case.tally
    held = f"the ledger plainly holds {case.nouns(tally.low)}"
    if tally.high >= least:
        need = least - tally.low
        some = f"all {need}" if need == len(tally.doubtful) else f"{need} of the {len(tally.doubtful)}"
        word = "the doubtful one counts" if len(tally.doubtful) == 1 else f"{some} doubtful ones count"
        return cannot(tally.number, f"{held}; it holds if {word}")
    if case.complete:
        return contradicted(tally.number, f"{held}, and it is said to hold every one")
    missing = least - tally.high
    besides = f" beside the {len(tally.doubtful)} doubtful" if tally.doubtful else ""
    return cannot(tally.number, f"{held}; {missing} more{besides} would have to have taken place than it knows of")
