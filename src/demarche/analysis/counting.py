"""Counting contacts: the number, the rule in words, the rows, the doubtful ones, what would change the number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from demarche.analysis.answers import Answer, Doubtful, Durations
from demarche.analysis.changes import changes
from demarche.analysis.contacts import Contact
from demarche.analysis.coverage import coverage
from demarche.analysis.doubts import Asked, Reasoned, sorted_out
from demarche.analysis.per_day import per_day
from demarche.analysis.rules import CountingRule
from demarche.analysis.sides import Names, Sides, asked_period, contacts_between, resolved
from demarche.analysis.wording import number
from demarche.analysis.wording import period as in_words
from demarche.errors import UsageError
from demarche.ledger import Ledger

__all__ = ["BY", "count"]

BY = ("month", "counterpart", "type")
_HELD = CountingRule()


def count(
    ledger: Ledger,
    *,
    between: Names,
    and_: Names = (),
    type: Names | None = None,
    status: str | None = None,
    period: str | None = None,
    until: str | date | None = None,
    by: str | None = None,
    rule: CountingRule = _HELD,
) -> Answer:
    """How many contacts there were between two sides; without `and_`, with anybody.

    Names are as people type them; several are pooled. A state stands for everybody who speaks for it. `period` is
    EDTF ("2025", "2025-03", "2025-01-01/2025-10-17", "../2025-10-17") and ends with the day `until` at the latest;
    `by` is "month", "counterpart" or "type". `type` and `status` are short for those fields of the `rule`.
    A contact counts when its reports say so plainly; whatever could also belong is in `doubtful` with the reason.
    """
    if by is not None and by not in BY:
        raise UsageError(f"cannot count by {by!r}; say {', '.join(BY)}")
    counting = _with(rule, type, status)
    asked = Asked(counting, asked_period(period, until))
    sides = resolved(ledger, between, and_, asked.days)
    contacts = contacts_between(ledger, sides, asked.days)
    rows, doubtful, left_out = counted(contacts, asked)
    return Answer(
        value=len(rows),
        rule=_words(len(rows), sides, asked),
        rows=tuple(rows),
        doubtful=_reasoned(doubtful),
        breakdown=breakdown(rows, by) if by else (),
        durations=durations(rows),
        coverage=coverage(ledger, asked.days),
        between=sides.first,
        and_=sides.second,
        counting=counting,
        left_out=_reasoned(left_out),
        changes=changes(contacts, asked, rows, _reasoned(doubtful)),
    )


def counted(contacts: Sequence[Contact], asked: Asked) -> tuple[list[Contact], Reasoned, Reasoned]:
    """What counts under the rule, what is doubtful, what the rule leaves out."""
    rows, doubtful, left_out = sorted_out(contacts, asked)
    if asked.rule.per_day:
        rows, folded = per_day(rows)
        left_out += folded
    return rows, doubtful, left_out


def durations(contacts: Iterable[Contact]) -> Durations:
    """The known lengths summed as an interval; contacts without one are only counted."""
    lengths = [contact.minutes for contact in contacts]
    known = [length for length in lengths if length is not None]
    most = [high for _, high in known if high is not None]
    total = sum(most) if len(most) == len(known) else None
    return Durations(len(known), len(lengths) - len(known), sum(low for low, _ in known), total)


def breakdown(contacts: Sequence[Contact], by: str) -> tuple[tuple[str, int], ...]:
    """The number by month (in order), by counterpart or by type (the greatest first)."""
    counts = Counter(label for contact in contacts for label in _labels(contact, by))
    if by == "month":
        return tuple(sorted(counts.items()))
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _labels(contact: Contact, by: str) -> tuple[str, ...]:
    if by == "counterpart":
        return contact.right
    if by == "type":
        return (contact.type or "unclear",)
    days = contact.days
    if days is None or days.earliest is None or days.latest is None:
        return ("unclear",)
    first, last = days.earliest.isoformat()[:7], days.latest.isoformat()[:7]
    return (first,) if first == last else ("unclear",)


def _with(rule: CountingRule, type_: Names | None, status: str | None) -> CountingRule:
    types = (type_,) if isinstance(type_, str) else type_
    return replace(rule, types=types or rule.types, status=status or rule.status)


def _reasoned(found: Reasoned) -> tuple[Doubtful, ...]:
    return tuple(Doubtful(contact, reason) for contact, reason in found)


def _words(value: int, sides: Sides, asked: Asked) -> str:
    return f"{number(value, asked.rule.types)} {sides.words()}, {in_words(asked.days)}, {asked.rule.words()}"
