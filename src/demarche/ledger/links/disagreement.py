"""Where the reports of one event contradict each other, field by field."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import combinations
from typing import Any, TypeAlias

from demarche.ledger.edtf import Days, parse
from demarche.ledger.links.places import one_place
from demarche.ledger.names import key
from demarche.ledger.rows import ReportRow

__all__ = ["FIELDS", "clash", "disagree"]

Said: TypeAlias = Hashable  # what a report says of a field; None when nothing


def disagree(reports: Sequence[ReportRow]) -> tuple[str, ...]:
    """The fields on which two of them contradict each other."""
    return tuple(name for name in FIELDS if _contested(name, reports))


def _contested(name: str, reports: Sequence[ReportRow]) -> bool:
    read, apart = FIELDS[name]
    values = {read(row) for row in reports} - {None}
    return any(apart(one, other) for one, other in combinations(values, 2))


def clash(name: str, one: ReportRow, other: ReportRow) -> bool:
    """True when both reports give this field and not both can be right."""
    if name not in FIELDS:
        return False
    read, apart = FIELDS[name]
    a, b = read(one), read(other)
    return a is not None and b is not None and a != b and apart(a, b)


def _date(row: ReportRow) -> Said:
    days = parse(row.date)
    return days and days.widened()


def _deadline(row: ReportRow) -> Said:
    return parse(str(row.first("deadline") or ""))


def _other_days(a: Days, b: Days) -> bool:
    return not a.touches(b)


def _status(row: ReportRow) -> Said:
    return row.status


def _other_state(a: str, b: str) -> bool:
    """Held and denied, held and cancelled; a plan that was held or cancelled is a life, no contradiction."""
    told = {*a.split("|"), *b.split("|")}
    return {"held", "denied"} <= told or {"held", "cancelled"} <= told


def _minutes(row: ReportRow) -> Said:
    told = (row.minutes_min, row.minutes_max)
    return None if told == (None, None) else told


def _other_length(a: tuple[int | None, int | None], b: tuple[int | None, int | None]) -> bool:
    return any(most is not None and least is not None and most < least for most, least in ((a[1], b[0]), (b[1], a[0])))


def _place(row: ReportRow) -> Said:
    return key(row.place or "") or None


def _other_place(a: str, b: str) -> bool:
    return not one_place(a, b)


def _initiators(row: ReportRow) -> Said:
    return frozenset(p.side or p.name for p in row.participants if p.role == "initiator") or None


def _others(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a & b


#: field -> what a report says of it, and whether two such contradict each other
FIELDS: dict[str, tuple[Callable[[ReportRow], Said], Callable[[Any, Any], bool]]] = {
    "date": (_date, _other_days),
    "status": (_status, _other_state),
    "duration": (_minutes, _other_length),
    "place": (_place, _other_place),
    "initiator": (_initiators, _others),
    "deadline": (_deadline, _other_days),
}
