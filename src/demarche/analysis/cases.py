"""Reports of pressures, offers, acts, statements, forecasts and claims that say the same, put together by a plain rule.

Two reports of one document are two cases: the reading has already made one report of one thing. Reports of different
documents are one case when

- they are of the same kind and type, by a common actor, toward a common recipient (or one of them names none), and of
  the same days,
- and their words are alike: at least half of the longer words of the shorter one, seven of ten words of a quotation.
  Indirect statements need the same stance toward the same instead, claims the same number and sides.

Where everything agrees but the words, the later one stands apart as perhaps the same. Reports whose date is missing or
wider than a week stay alone. The result does not depend on the order of the reports.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from demarche.analysis import telling
from demarche.ledger import ReportRow
from demarche.ledger.edtf import Days, parse
from demarche.ledger.names import key

__all__ = ["Case", "cases"]

_NARROW = 7  # days; a longer interval says too little to be put with anything
_ALIKE, _QUOTED_ALIKE = 0.5, 0.7
_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+")


@dataclass(frozen=True)
class Case:
    """The reports that say one and the same, the most precise first; `perhaps` is the id of a case it may be."""

    reports: tuple[ReportRow, ...]
    perhaps: str | None = None

    @property
    def row(self) -> ReportRow:
        """Its most precise report."""
        return self.reports[0]

    @cached_property
    def days(self) -> Days | None:
        """The days it may be of; None without a date."""
        return parse(self.row.date)

    @cached_property
    def statuses(self) -> frozenset[str]:
        """Every status that its reports give plainly."""
        return frozenset(row.status for row in self.reports if row.status and "|" not in row.status)


@dataclass(eq=False)
class _Said:
    """A report with what it is compared by."""

    row: ReportRow

    @cached_property
    def actors(self) -> frozenset[str]:
        names = self.row.names("subjects") if self.row.kind == "claim" else telling.from_whom(self.row)
        return frozenset(map(key, names))

    @cached_property
    def recipients(self) -> frozenset[str]:
        return frozenset(map(key, telling.to_whom(self.row)))

    @cached_property
    def days(self) -> Days | None:
        return parse(self.row.date)

    @cached_property
    def words(self) -> frozenset[str]:
        found = (word.rstrip(".,")[:6] for word in _WORD.findall(telling.what(self.row).lower()))
        return frozenset(w for w in found if self.row.type == "direct" or w[0].isdigit() or len(w) > 3)

    def dates(self) -> Iterator[date]:
        """Every day it may be of, a day more at each end when it is only about right; none when that is too wide."""
        days = self.days.widened() if self.days else None
        if days and days.earliest and days.latest and (days.latest - days.earliest).days <= _NARROW:
            yield from (days.earliest + timedelta(n) for n in range((days.latest - days.earliest).days + 1))


@dataclass(eq=False)
class _Group:
    said: list[_Said]
    perhaps: _Group | None = None
    documents: set[str] = field(default_factory=set)

    def add(self, one: _Said) -> None:
        self.said.append(one)
        self.documents.add(one.row.document.hash)


def cases(rows: Iterable[ReportRow]) -> list[Case]:
    """The cases that these reports tell of, by date; undated ones last."""
    groups: list[_Group] = []
    near: dict[tuple[str, date], list[_Group]] = defaultdict(list)
    for one in sorted(map(_Said, rows), key=_precision):
        places = [(actor, day) for day in one.dates() for actor in one.actors]
        found = list(dict.fromkeys(g for place in places for g in near[place] if _fits(one, g)))
        same = next((g for g in found if all(_alike(one, other) for other in g.said)), None)
        if same is None:
            same = _Group([], perhaps=next(iter(found), None) if one.row.kind not in _EXACT else None)
            groups.append(same)
        same.add(one)
        for place in places:
            near[place] += [] if same in near[place] else [same]
    return sorted(map(_closed, groups), key=_by_date)


#: two statements in other words are two, and so are two claims with other numbers
_EXACT = frozenset({"statement", "claim"})


def _fits(one: _Said, group: _Group) -> bool:
    """Everything but the words agrees, and it is of another document."""
    if one.row.document.hash in group.documents:
        return False
    return all(
        one.row.kind == other.row.kind
        and one.row.type == other.row.type
        and bool(one.actors & other.actors)
        and (not one.recipients or not other.recipients or bool(one.recipients & other.recipients))
        for other in group.said
    )


def _alike(one: _Said, other: _Said) -> bool:
    a, b = one.row, other.row
    if a.kind == "claim":
        return all(a.all(name) == b.all(name) for name in ("value", "relation")) and one.actors == other.actors
    if a.kind == "statement" and a.type == "indirect":
        return a.first("stance") == b.first("stance") and bool(one.recipients & other.recipients)
    least = min(len(one.words), len(other.words)) * (_QUOTED_ALIKE if a.type == "direct" else _ALIKE)
    return len(one.words & other.words) >= max(1.0, least)


def _closed(group: _Group) -> Case:
    return Case(tuple(s.row for s in group.said), group.perhaps.said[0].row.id if group.perhaps else None)


def _precision(one: _Said) -> tuple[int, date, str]:
    """Exact days first, then narrow dates, then wide ones, then none."""
    days = one.days
    if days is None or days.earliest is None or days.latest is None:
        return 10_000_000, date.max, one.row.id
    return (days.latest - days.earliest).days * 2 + days.approximate, days.earliest, one.row.id


def _by_date(case: Case) -> tuple[date, date, str]:
    days = case.days
    return (days and days.earliest) or date.max, (days and days.latest) or date.max, case.row.id
