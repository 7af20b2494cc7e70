"""Counting pressures, offers, acts, statements, forecasts and claims: the number, its rule, its rows, the doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from demarche.analysis.cases import Case
from demarche.analysis.coverage import Coverage, coverage
from demarche.analysis.rules import CountingRule
from demarche.analysis.sides import Names, asked_period, bounds
from demarche.analysis.twins import apart, twins_among
from demarche.analysis.wording import matched, reports_in_words
from demarche.analysis.wording import period as in_words
from demarche.errors import UsageError
from demarche.ledger import Filters, Ledger, Match
from demarche.ledger.edtf import Days

__all__ = ["REPORTS_BY", "DoubtfulCase", "ReportAnswer", "count_reports"]

_ANY = CountingRule()
_MARGIN = timedelta(days=8)  # a looser date may reach that far into the period
_SAME = "reports of one event count once"


@dataclass(frozen=True, slots=True)
class DoubtfulCase:
    """A case that the value leaves out, and why: it could belong to the count."""

    case: Case
    reason: str


@dataclass(frozen=True, slots=True)
class ReportAnswer:
    """A number with its rule, its rows, what is doubtful, what the rule leaves out and what the documents cover.

    `breakdown` are `(label, number)` pairs when `by` was given; a case with several labels counts under each of them.
    """

    value: int
    rule: str
    rows: tuple[Case, ...]
    doubtful: tuple[DoubtfulCase, ...]
    breakdown: tuple[tuple[str, int], ...]
    coverage: Coverage
    left_out: tuple[DoubtfulCase, ...] = ()


def count_reports(
    ledger: Ledger,
    kind: str,
    *,
    who: Names = (),
    with_: Names = (),
    actor: Names = (),
    recipient: Names = (),
    type: str | None = None,
    status: str | None = None,
    stance: str | None = None,
    period: str | None = None,
    until: str | date | None = None,
    by: str | None = None,
    rule: CountingRule = _ANY,
) -> ReportAnswer:
    """How many reports of a kind there are, those that say the same once.

    `who` and `with_` are whoever is named, in any role; `actor` and `recipient` ask for a direction. Without `status`
    every status counts. `period` is EDTF and ends with the day `until` at the latest, `by` one of `REPORTS_BY`. Of the
    `rule`, `sources` and `confirmed` are looked at. Contacts are counted by `count`.
    """
    days = asked_period(period, until)
    if by is not None and by not in REPORTS_BY:
        raise UsageError(f"cannot count by {by!r}; say {', '.join(REPORTS_BY)}")
    if kind == "contact":
        raise UsageError("contacts are counted by count: their reports are put together another way")
    if rule.sources == "both":
        raise UsageError("official sources of both sides are asked of contacts only; say any or official")
    asked = Filters(who, with_, actor, recipient, kind, stance=stance or (), undated=True)
    found = _cases(ledger, asked, days)
    left_out = [DoubtfulCase(case, reason) for case in found if (reason := _unwished(case, rule))]
    counted, doubtful = _sorted_out([case for case in found if not _unwished(case, rule)], type, status, days)
    counted, unsure = apart(counted)
    doubtful += [DoubtfulCase(case, _perhaps_one(others)) for case, others in unsure]
    told = [_named(ledger, len(counted), asked, type, days), in_words(days)]
    told += [status or "any status"] if kind in _WITH_STATUS else []
    told += ["at least one official source"] if rule.sources == "official" else []
    told += ["confirmed or entered by a person"] if rule.confirmed else []
    return ReportAnswer(
        value=len(counted),
        rule=f"{', '.join(told)}; {_SAME}",
        rows=tuple(counted),
        doubtful=tuple(doubtful),
        breakdown=_breakdown(counted, by) if by else (),
        coverage=coverage(ledger, days),
        left_out=tuple(_belonging(left_out, type, status, days)),
    )


def _belonging(
    left_out: Sequence[DoubtfulCase], type_: str | None, status: str | None, days: Days | None
) -> list[DoubtfulCase]:
    """Those of the cases left out by the rule that the question is about."""
    return [item for item in left_out if any(_sorted_out([item.case], type_, status, days))]


def _unwished(case: Case, rule: CountingRule) -> str:
    """Why the rule leaves a case out; empty when it does not."""
    if rule.sources == "official" and all(row.document.source_class != "official" for row in case.reports):
        return "no official source tells of it"
    if rule.confirmed and case.standing == "machine":
        return "found by the machine, confirmed by nobody"
    return ""


_WITH_STATUS = ("pressure", "offer")


def _cases(ledger: Ledger, asked: Filters, days: Days | None) -> list[Case]:
    since = days.earliest - _MARGIN if days and days.earliest else None
    until = days.latest + _MARGIN if days and days.latest else None
    events = [event for event in ledger.events(asked, since=since, until=until) if event.verdict != "reject"]
    twins = twins_among(ledger, events)
    return [Case.of(event, twins.get(event.id, frozenset())) for event in events]


def _sorted_out(
    found: Sequence[Case], type_: str | None, status: str | None, days: Days | None
) -> tuple[list[Case], list[DoubtfulCase]]:
    counted, doubtful = [], []
    for case in found:
        reasons = [_type(case, type_), _status(case, status), _date(case, days)]
        if _OUT in reasons:
            continue
        reason = next((r for r in reasons if r), "")
        if reason:
            doubtful.append(DoubtfulCase(case, reason))
        else:
            counted.append(case)
    return counted, doubtful


_OUT = "out"


def _type(case: Case, asked: str | None) -> str:
    """The type must be given plainly, not as one of several alternatives."""
    if asked is None or case.row.type == asked:
        return ""
    return f"the type is open: {case.row.type}" if asked in (case.row.type or "").split("|") else _OUT


def _status(case: Case, asked: str | None) -> str:
    """The last state told must be the status asked for; one that was told earlier makes it doubtful."""
    if asked is None or case.event.status == asked:
        return ""
    if asked in case.statuses:
        return f"{case.event.status} according to another report"
    open_ = [row for row in case.reports if asked in (row.status or "").split("|")]
    return f"the status is open: {open_[0].status}" if open_ else _OUT


def _date(case: Case, asked: Days | None) -> str:
    """All the days it may be of must lie in the period."""
    if asked is None:
        return ""
    if case.days is None:
        return "no date"
    if case.days.widened().within(asked):
        return ""
    return f"its date, {case.event.date}, may lie outside the period" if case.days.widened().touches(asked) else _OUT


def _perhaps_one(others: Sequence[Case]) -> str:
    if len(others) > 1:
        return f"it may be one of {len(others)} others that are counted"
    return f"perhaps the same as {others[0].row.id[:6]}, in other words"


def _named(ledger: Ledger, value: int, asked: Filters, type_: str | None, days: Days | None) -> str:
    """`7 threats by A toward B`, `3 statements that name A and B`."""

    def said(names: Names) -> str:
        matches: list[Match] = [
            ledger.resolve(n, *bounds(days)) for n in ((names,) if isinstance(names, str) else names)
        ]
        return " or ".join(matched(m) for m in matches)

    parts = [reports_in_words(value, str(asked.kind), type_)]
    parts += [f"({asked.stance})"] if asked.stance else []
    parts += [f"by {said(asked.actor)}"] if asked.actor else []
    parts += [f"toward {said(asked.recipient)}"] if asked.recipient else []
    named = [said(names) for names in (asked.who, asked.with_) if names]
    parts += [f"that name{'s' * (value == 1)} {' and '.join(named)}"] if named else []
    return " ".join(parts)


def _month(case: Case) -> tuple[str, ...]:
    days = case.days
    if days is None or days.earliest is None or days.latest is None:
        return ("unclear",)
    first, last = days.earliest.isoformat()[:7], days.latest.isoformat()[:7]
    return (first,) if first == last else ("unclear",)


_LABELS: dict[str, Callable[[Case], tuple[str, ...]]] = {
    "month": _month,
    "type": lambda case: (case.event.type or "none",),
    "status": lambda case: (case.event.status or "unclear",),
    "stance": lambda case: (str(case.row.first("stance") or "none"),),
    "actor": lambda case: case.row.names("actor") or ("nobody named",),
    "recipient": lambda case: case.row.names("recipient") or case.row.names("about") or ("nobody named",),
}
REPORTS_BY = tuple(_LABELS)


def _breakdown(counted: Sequence[Case], by: str) -> tuple[tuple[str, int], ...]:
    """The number by month (in order), or by label (the greatest first)."""
    counts = Counter(label for case in counted for label in _LABELS[by](case))
    order = (lambda item: item[0]) if by == "month" else (lambda item: (-item[1], item[0]))
    return tuple(sorted(counts.items(), key=order))
