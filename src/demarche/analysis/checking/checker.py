"""A claim held against a ledger, under every reasonable reading and rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from demarche.analysis.checking import compared, counts, lengths, ordinals, recent
from demarche.analysis.checking.claims import Claim
from demarche.analysis.checking.gather import RULES, Counting, Gathered, Tally, gather, later_known, later_words, tally
from demarche.analysis.checking.judging import Case
from demarche.analysis.checking.narrower import narrower
from demarche.analysis.checking.readings import Reading, readings
from demarche.analysis.checking.recent import since_of
from demarche.analysis.checking.sentences import sentence, understood
from demarche.analysis.checking.verdicts import Finding, Judgement, Outcome, Verdict
from demarche.analysis.coverage import Coverage, coverage
from demarche.analysis.doubts import Asked
from demarche.analysis.hours import HoursAnswer, Pool
from demarche.analysis.hours.asking import BILATERAL, summed
from demarche.edtf import Days
from demarche.ledger import Ledger

__all__ = ["check_claim", "hours_of"]

#: type of claim -> how it is judged
JUDGES: dict[str, Callable[[Case], Judgement]] = {
    "ordinal": ordinals.judge,
    "count": counts.judge,
    "duration": lengths.judge,
    "comparison": compared.judge,
    "recency": recent.judge,
}


@dataclass(frozen=True, slots=True)
class _Inquiry:
    """A claim with everything that its readings and rules are judged on."""

    claim: Claim
    ours: Gathered
    theirs: Gathered | None
    complete: bool
    covered: Coverage


def check_claim(ledger: Ledger, claim: Claim, *, as_of: date | None = None, complete: bool = False) -> Verdict:
    """Whether the ledger supports the claim, contradicts it, or cannot tell.

    What counts is what had happened by the day of the claim, or by `as_of`, whenever it was told. With `complete` the
    ledger is taken to hold every contact of these sides in this time: fewer than claimed then contradicts, too.
    """
    found = readings(claim, as_of)
    problem = _problem(claim)
    if problem:
        return _unchecked(claim, problem)
    widest = _hull([r.days for r in found])
    ours = gather(ledger, claim.sides, _back_to(claim, widest))
    compares = claim.type == "comparison" and claim.reference not in ((), claim.sides)
    theirs = gather(ledger, claim.reference, widest) if compares else None
    covered = coverage(ledger, _back_to(claim, found[0].days))
    inquiry = _Inquiry(claim, ours, theirs, complete, covered)
    judged = [(_case(inquiry, reading, rule), rule) for reading in found for rule in RULES]
    findings = [_finding(case, rule) for case, rule in judged]
    outcome, note = _narrowed(claim, *_summed_up(findings))
    main = judged[0][0]
    told_apart = [note] if note and outcome is Outcome.SUPPORTED else []  # else the sentence says it
    notes = (*_notes(inquiry, main, as_of), *told_apart)
    words = understood(claim, found[0], ours)
    told = sentence(claim, words, outcome, findings, note)
    needs = findings[0].why if outcome is Outcome.CANNOT_TELL else ""
    return Verdict(
        claim, words, outcome, told, tuple(findings), main.tally.sure, main.tally.doubtful,
        covered, needs, notes, main.other.sure if main.other else (),
    )  # fmt: skip


def _problem(claim: Claim) -> str:
    """Why a claim cannot be checked at all."""
    if claim.type not in JUDGES:
        return f"a claim of type {claim.type or 'unknown'} cannot be checked"
    if not claim.sides:
        return (
            "it does not say whose contacts are meant; name both sides in the line, as in “A and B have met five times”"
        )
    if claim.day is None and claim.period is None:
        return "it bears no date, so nothing tells up to when to count"
    if claim.value is None and claim.type not in ("comparison", "recency"):
        return "it gives no number"
    return ""


def _unchecked(claim: Claim, problem: str) -> Verdict:
    words = f"Cannot tell: {problem}."
    return Verdict(claim, "", Outcome.CANNOT_TELL, words, (), (), (), None, problem)


def _hull(stretches: Sequence[Days]) -> Days:
    starts, ends = [d.earliest for d in stretches], [d.latest for d in stretches]
    first = None if None in starts else min(s for s in starts if s)
    return Days(first, None if None in ends else max(e for e in ends if e))


def _back_to(claim: Claim, days: Days) -> Days:
    """A recency claim also needs the contact that it counts from."""
    since = since_of(claim) if claim.type == "recency" else None
    return Days(since.earliest, days.latest) if since else days


# -- one reading under one rule -------------------------------------------------------------------------------------


def _case(inquiry: _Inquiry, reading: Reading, counting: Counting) -> Case:
    claim = inquiry.claim
    wide = replace(reading, days=_back_to(claim, reading.days))
    found = tally(inquiry.ours, wide, counting.rule)
    case = Case(claim, wide, found, inquiry.complete, inquiry.covered.notes)
    if claim.unit == "minutes" and claim.type in ("duration", "comparison"):
        return _timed(case, inquiry, counting)
    if inquiry.theirs is not None:
        return replace(case, other=tally(inquiry.theirs, reading, counting.rule))
    return case


def _timed(case: Case, inquiry: _Inquiry, counting: Counting) -> Case:
    """With the lengths summed; one contact compared with others of its pair needs no sum."""
    claim = case.claim
    if claim.type == "comparison" and inquiry.theirs is None:
        return case
    ours = hours_of(inquiry.ours, case.reading, counting, inquiry.covered)
    theirs = hours_of(inquiry.theirs, case.reading, counting, inquiry.covered) if inquiry.theirs else None
    other = Tally(theirs.rows, theirs.doubtful, theirs.left_out) if theirs else None
    summed_up = Tally(ours.rows, ours.doubtful, ours.left_out)
    return replace(case, tally=summed_up, hours=ours, other=other, other_hours=theirs)


def hours_of(gathered: Gathered, reading: Reading, counting: Counting, covered: Coverage) -> HoursAnswer:
    """The lengths of gathered contacts summed; time at a gathering of many is left out."""
    rule = replace(counting.rule, types=reading.types, bilateral=BILATERAL.bilateral)
    sides = gathered.sides
    pool = Pool(sides.between, sides.and_)
    return summed(pool, sides, gathered.contacts, Asked(rule, reading.days), covered)


def _finding(case: Case, counting: Counting) -> Finding:
    judged = JUDGES[case.claim.type](case)
    words = case.reading.words()
    return Finding(
        words, counting.name, judged.outcome, judged.number, judged.why, counting is RULES[0], counting.strict
    )


# -- all of them together -------------------------------------------------------------------------------------------


def _summed_up(findings: Sequence[Finding]) -> tuple[Outcome, str]:
    """The outcome over all readings with all sources, and a note where readings or rules disagree."""
    main = [f for f in findings if f.main]
    outcomes = {f.outcome for f in main}
    backing = [f for f in findings if f.outcome is Outcome.SUPPORTED and not f.strict]
    if outcomes == {Outcome.CONTRADICTED}:
        if backing:
            return Outcome.CANNOT_TELL, _depends(main[0], backing[0], backing[0].rule, main[0].rule)
        return Outcome.CONTRADICTED, ""
    if Outcome.SUPPORTED in outcomes:
        return _supported(main)
    return Outcome.CANNOT_TELL, ""


def _narrowed(claim: Claim, outcome: Outcome, note: str) -> tuple[Outcome, str]:
    """A claim about some of the contacts only, or perhaps about other people, is not decided by this number."""
    words = narrower(claim.words)
    if outcome is Outcome.CONTRADICTED and not claim.anchored:
        return (
            Outcome.CANNOT_TELL,
            "it does not hold of these two, but the text may mean others: its sentence names no pair",
        )
    if not words or outcome is Outcome.CANNOT_TELL:
        return outcome, note
    return Outcome.CANNOT_TELL, f"the claim counts only those “{words}”, which the ledger does not count apart"


def _supported(main: Sequence[Finding]) -> tuple[Outcome, str]:
    holds = next(f for f in main if f.outcome is Outcome.SUPPORTED)
    against = next((f for f in main if f.outcome is Outcome.CONTRADICTED), None)
    if against:
        return Outcome.CANNOT_TELL, _depends(against, holds, holds.reading, against.reading)
    return Outcome.SUPPORTED, "" if main[0] is holds else f"as {holds.reading}"


def _depends(against: Finding, holds: Finding, yes: str, no: str) -> str:
    """It depends on what counts: it holds for 5 meetings without summits, not for 6 meetings."""
    return f"it depends on what counts: supported as {yes} ({holds.number}), contradicted as {no} ({against.number})"


def _notes(inquiry: _Inquiry, case: Case, as_of: date | None) -> Iterable[str]:
    unknown = (*inquiry.ours.unknown, *(inquiry.theirs.unknown if inquiry.theirs else ()))
    if unknown:
        yield f"nobody in this ledger is called {' or '.join(unknown)}"
    if not inquiry.claim.named:
        yield "the sentence itself does not name both sides: they are taken from the text around it"
    if len(inquiry.claim.sides) == 1:
        yield "the claim names one side only: contacts with anybody are counted"
    day = as_of or inquiry.claim.day
    if later := later_known(case.tally.sure, day):
        yield later_words(later, case.tally.low)
    disputed = sum(contact.disputed for contact in case.tally.sure)
    if disputed:
        yield f"accounts of {disputed} of them contradict each other in some field"
