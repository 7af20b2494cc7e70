"""Counting contacts: the number, the rule in words, the rows, the doubtful ones, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta

from demarche.analysis.answers import Answer, Doubtful, Durations
from demarche.analysis.contacts import Contact, Told
from demarche.analysis.coverage import coverage
from demarche.analysis.doubts import doubt
from demarche.analysis.grouping import group
from demarche.analysis.wording import matched, number
from demarche.analysis.wording import period as in_words
from demarche.errors import UsageError
from demarche.ledger import Filters, Ledger, Match, Participant, ReportRow
from demarche.ledger.edtf import Days, parse

__all__ = ["BY", "count"]

BY = ("month", "counterpart", "type")
_MARGIN = timedelta(days=8)  # a looser date may reach that far into the period
_SAME = "reports of the same people, type and day count once"

Names = str | tuple[str, ...]
Actor = tuple[str, str | None, str | None]


def count(
    ledger: Ledger,
    *,
    between: Names,
    and_: Names = (),
    type: str | None = None,
    status: str = "held",
    period: str | None = None,
    by: str | None = None,
) -> Answer:
    """How many contacts there were between two sides; without `and_`, with anybody.

    Names are as people type them; several are pooled. A state stands for everybody who speaks for it. `period` is
    EDTF ("2025", "2025-03", "2025-01-01/2025-10-17", "../2025-10-17"), `by` is "month", "counterpart" or "type".
    A contact counts when its reports say so plainly; whatever could also belong is in `doubtful` with the reason.
    """
    days = _period(period)
    if by is not None and by not in BY:
        raise UsageError(f"cannot count by {by!r}; say {', '.join(BY)}")
    first, second = _matches(ledger, between), _matches(ledger, and_)
    contacts = group(_told(_rows(ledger, between, and_, days), first, second))
    counted, doubtful = _sorted_out(contacts, type, status, days)
    summary = ledger.summary()
    return Answer(
        value=len(counted),
        rule=_rule(len(counted), first, second, type, status, days),
        rows=tuple(counted),
        doubtful=tuple(doubtful),
        breakdown=breakdown(counted, by) if by else (),
        durations=durations(counted),
        coverage=coverage(summary, days),
        between=first,
        and_=second,
    )


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


def _sorted_out(
    contacts: Sequence[Contact], type_: str | None, status: str, days: Days | None
) -> tuple[list[Contact], list[Doubtful]]:
    counted, doubtful = [], []
    for contact in contacts:
        belongs, reason = doubt(contact, type_, status, days)
        if belongs and reason:
            doubtful.append(Doubtful(contact, reason))
        elif belongs:
            counted.append(contact)
    return counted, doubtful


def _period(text: str | None) -> Days | None:
    days = parse(text)
    if text and days is None:
        raise UsageError(f"cannot read the period {text!r}; write 2025, 2025-03 or 2025-01-01/2025-10-17")
    return days


def _rows(ledger: Ledger, between: Names, and_: Names, days: Days | None) -> list[ReportRow]:
    since = days.earliest - _MARGIN if days and days.earliest else None
    until = days.latest + _MARGIN if days and days.latest else None
    asked = Filters(who=between, with_=and_, kind="contact", since=since, until=until, undated=True)
    return [row for row in ledger.reports(asked) if row.verdict != "reject"]


def _matches(ledger: Ledger, asked: Names) -> tuple[Match, ...]:
    return tuple(ledger.resolve(name) for name in ((asked,) if isinstance(asked, str) else asked))


def _told(rows: Iterable[ReportRow], first: tuple[Match, ...], second: tuple[Match, ...]) -> list[Told]:
    """Each report with the names on each side; without a second side, that is everybody else."""
    ours, theirs = _actors(first), _actors(second)
    told = []
    for row in rows:
        taking_part = [p for p in row.participants if p.role == "participants"]
        left = frozenset(p.name for p in taking_part if _actor(p) in ours)
        right = frozenset(p.name for p in taking_part if (_actor(p) in theirs if second else _actor(p) not in ours))
        people = frozenset(p.name for p in taking_part if p.kind == "person")
        told.append(Told(row, left, right, people))
    return told


def _actors(matches: tuple[Match, ...]) -> frozenset[Actor]:
    return frozenset(_actor(p) for match in matches for p in match.actors)


def _actor(participant: Participant) -> Actor:
    return participant.name, participant.side, participant.kind


def _rule(
    value: int, first: tuple[Match, ...], second: tuple[Match, ...], type_: str | None, status: str, days: Days | None
) -> str:
    sides = " or ".join(matched(m) for m in first)
    who = f"between {sides} and {' or '.join(matched(m) for m in second)}" if second else f"of {sides}"
    return f"{number(value, type_)} {who}, {in_words(days)}, {status}; {_SAME}"
