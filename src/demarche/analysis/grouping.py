"""Reports that tell of one contact, put together by a plain rule, so that a count is not inflated.

Two reports are of one contact when, on each side, they name a common person (or one of them names no person there),
their types go together, and they are of the same day. A report with a looser date ("about 4 March", "earlier this
week") joins the one contact that it fits, within a day of its interval, and that is noted. Where several would fit
equally, or the interval is longer than a week, it stays apart as perhaps one of the others. Reports without a date
stay alone. The result does not depend on the order of the reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from demarche.analysis.contacts import Contact, Told
from demarche.ledger import Event
from demarche.ledger.edtf import Days

__all__ = ["go_together", "group", "together"]

#: types that outlets use for one and the same contact in person; a visit and the meeting during it are two contacts
_IN_PERSON = frozenset({"meeting", "summit", "talks"})
_NARROW = 7  # days; a longer interval says too little to be put with anything
_SPAN_OF_MONTHS = 24  # intervals longer than that are not compared with anything


def together(contacts: Iterable[Contact]) -> list[Contact]:
    """Until the ledger links reports itself: its events of one report each, put together here."""
    found = list(contacts)
    if any(len(c.told) > 1 for c in found):
        return found
    events = {c.told[0].row.id: c.event for c in found}
    return [
        Contact(_as_event(events[c.told[0].row.id], c), c.told, c.notes)
        for c in group(told for contact in found for told in contact.told)
    ]


def _as_event(first: Event, grouped: Contact) -> Event:
    lengths = [(r.minutes_min, r.minutes_max) for r in grouped.reports]
    known = [pair for pair in lengths if pair != (None, None)]
    most = [high for _, high in known if high is not None]
    return replace(
        first,
        minutes_min=min((low or 0 for low, _ in known), default=None),
        minutes_max=max(most) if known and len(most) == len(known) else None,
        perhaps=grouped.maybe_same,
        reports=grouped.reports,
    )


def go_together(a: Told, b: Told) -> bool:
    """True when nothing but the date could tell the two reports apart: people on both sides and type agree."""
    return _types_agree(a.types, b.types) and _sides_agree(a, b)


def _types_agree(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or bool(a & b) or bool(a & _IN_PERSON and b & _IN_PERSON)


def _sides_agree(a: Told, b: Told) -> bool:
    sides = ((a.left_people, b.left_people), (a.right_people, b.right_people))
    return all(not first or not second or first & second for first, second in sides)


@dataclass(eq=False, slots=True)
class _Group:
    told: list[Told]
    notes: list[str] = field(default_factory=list)
    maybe_same: int = 0

    def fits(self, told: Told) -> bool:
        return all(go_together(told, other) for other in self.told)

    def says(self, statuses: frozenset[str]) -> bool:
        return any(other.statuses & statuses for other in self.told)

    def join(self, told: Told, note: str = "") -> None:
        self.told.append(told)
        if note:
            self.notes.append(note)

    def closed(self) -> Contact:
        row = self.told[0].row
        stub = Event(row.id, row.kind, row.type, row.status, row.date, row.earliest, row.latest, None, None, False,
                     self.maybe_same, row.verdict, row.origin, tuple(t.row for t in self.told))  # fmt: skip
        return Contact(stub, tuple(self.told), tuple(self.notes))


@dataclass(slots=True)
class _Groups:
    """The groups so far, found by the months they may fall into."""

    all: list[_Group] = field(default_factory=list)
    by_month: dict[tuple[int, int], list[_Group]] = field(default_factory=lambda: defaultdict(list))

    def open(self, told: Told, maybe_same: int = 0) -> None:
        made = _Group([told], maybe_same=maybe_same)
        self.all.append(made)
        for month in _months(told.days):
            self.by_month[month].append(made)

    def near(self, told: Told) -> list[_Group]:
        """Those whose days touch its own (a day wider, if it is only about right) and that it goes together with."""
        days = told.days.widened() if told.days else None
        found = dict.fromkeys(g for month in _months(days) for g in self.by_month.get(month, ()))
        return [g for g in found if days and g.told[0].days and days.touches(g.told[0].days) and g.fits(told)]


def group(reports: Iterable[Told]) -> list[Contact]:
    """The contacts that these reports tell of, by date; undated ones last."""
    groups = _Groups()
    for told in sorted(reports, key=_precision):
        near = groups.near(told)
        if told.exact:
            _place_exact(told, near, groups)
        else:
            _place_loose(told, near, groups)
    return sorted((g.closed() for g in groups.all), key=_by_date)


def _place_exact(told: Told, near: list[_Group], groups: _Groups) -> None:
    if not near:
        groups.open(told)
    elif len(near) == 1:
        near[0].join(told)
    else:
        near[0].join(told, f"{told.row.id} could also tell of another contact of that day")


def _place_loose(told: Told, near: list[_Group], groups: _Groups) -> None:
    same = [g for g in near if g.told[0].days == told.days]
    best = same or _nearest(told, near)
    if same:
        same[0].join(told)
    elif len(best) == 1 and _is_narrow(told.days):
        best[0].join(told, f"{told.row.id} gives a looser date, {told.row.date}")
    else:
        groups.open(told, maybe_same=sum(g.says(told.statuses) for g in best))


def _nearest(told: Told, near: list[_Group]) -> list[_Group]:
    """Those whose day is nearest to its own; all of them are equally near when its date is an interval."""
    distances = [(_distance(told.days, g.told[0].days), g) for g in near]
    least = min((d for d, _ in distances), default=0)
    return [g for d, g in distances if d == least]


def _distance(a: Days | None, b: Days | None) -> int:
    if a is None or b is None or None in (a.earliest, a.latest, b.earliest, b.latest):
        return 0
    return max(0, (b.earliest - a.latest).days, (a.earliest - b.latest).days)  # type: ignore[operator]


def _is_narrow(days: Days | None) -> bool:
    return bool(days and days.earliest and days.latest and (days.latest - days.earliest).days <= _NARROW)


def _months(days: Days | None) -> Iterator[tuple[int, int]]:
    if days is None or days.earliest is None or days.latest is None:
        return
    first, last = days.earliest.year * 12 + days.earliest.month - 1, days.latest.year * 12 + days.latest.month - 1
    if last - first <= _SPAN_OF_MONTHS:
        yield from (divmod(month, 12) for month in range(first, last + 1))


def _precision(told: Told) -> tuple[int, int, date, int, int, str]:
    """Exact days first, then narrow dates, then wide ones, then none; of one day, the report that tells most."""
    days, row = told.days, told.row
    vague = sum(not people for people in (told.left_people, told.right_people))
    openness = len(told.types) != 1
    if days is None or days.earliest is None or days.latest is None:
        return (2, 0, date.max, vague, openness, row.id)
    width = (days.latest - days.earliest).days
    return (0 if told.exact else 1, width, days.earliest, vague, openness, row.id)


def _by_date(contact: Contact) -> tuple[date, date, str]:
    days = contact.days
    return (days and days.earliest) or date.max, (days and days.latest) or date.max, contact.told[0].row.id
