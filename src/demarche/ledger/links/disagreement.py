"""Where the reports of one event contradict each other, field by field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from demarche.ledger.edtf import parse
from demarche.ledger.links.places import one_place
from demarche.ledger.names import key
from demarche.ledger.rows import ReportRow

__all__ = ["FIELDS", "clash", "disagree"]


def disagree(reports: Sequence[ReportRow]) -> tuple[str, ...]:
    """The fields on which two of them contradict each other."""
    return tuple(name for name in FIELDS if any(clash(name, one, other) for one, other in combinations(reports, 2)))


def clash(name: str, one: ReportRow, other: ReportRow) -> bool:
    """True when both reports give this field and not both can be right."""
    compare = FIELDS.get(name)
    return compare is not None and compare(one, other)


def _dates(one: ReportRow, other: ReportRow) -> bool:
    a, b = parse(one.date), parse(other.date)
    return a is not None and b is not None and not a.widened().touches(b.widened())


def _statuses(one: ReportRow, other: ReportRow) -> bool:
    """Held and denied; a plan that was held or cancelled is a life, no contradiction."""
    told = {*(one.status or "").split("|"), *(other.status or "").split("|")}
    return {"held", "denied"} <= told or {"held", "cancelled"} <= told


def _lengths(one: ReportRow, other: ReportRow) -> bool:
    for a, b in ((one, other), (other, one)):
        if a.minutes_max is not None and b.minutes_min is not None and a.minutes_max < b.minutes_min:
            return True
    return False


def _places(one: ReportRow, other: ReportRow) -> bool:
    a, b = key(one.place or ""), key(other.place or "")
    return bool(a and b) and not one_place(a, b)


def _initiators(one: ReportRow, other: ReportRow) -> bool:
    ours, theirs = ({p.side or p.name for p in row.participants if p.role == "initiator"} for row in (one, other))
    return bool(ours and theirs) and not ours & theirs


def _deadlines(one: ReportRow, other: ReportRow) -> bool:
    a, b = parse(str(one.first("deadline") or "")), parse(str(other.first("deadline") or ""))
    return a is not None and b is not None and not a.touches(b)


#: field -> whether two reports contradict each other on it
FIELDS: dict[str, Callable[[ReportRow, ReportRow], bool]] = {
    "date": _dates,
    "status": _statuses,
    "duration": _lengths,
    "place": _places,
    "initiator": _initiators,
    "deadline": _deadlines,
}
