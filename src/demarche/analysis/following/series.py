"""Contacts and pressures of a pair as a daily series, whole or reduced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from demarche.analysis.contacts import Contact
from demarche.analysis.coverage import gaps_of
from demarche.analysis.pressures import PressureLife
from demarche.analysis.traffic.days import month_days
from demarche.ledger import Cell, ReportRow
from demarche.ledger.edtf import Days
from demarche.statistics import Calendar, Series
from demarche.statistics.calendar import Days as Stretch

__all__ = ["Pair", "gaps", "reductions", "stood"]

_DAY = timedelta(days=1)
#: so many publishers are dropped in turn, those that tell of the most rows first
MOST = 12
Keep = Callable[[ReportRow], bool]


@dataclass(frozen=True, slots=True)
class Pair:
    """What the test rests on: contacts that count, pressures at threat stage, the documents that cover the days."""

    contacts: tuple[Contact, ...]
    lives: tuple[PressureLife, ...]
    cells: tuple[Cell, ...]
    ends: tuple[str | None, str | None]

    def series(self, calendar: Calendar, cells: Iterable[Cell] | None = None) -> Series:
        """The series; with other `cells` the gaps that they leave."""
        found = None if cells is None else gaps(calendar.first, calendar.last, cells, self.ends)
        return Series(
            contacts=tuple(span for contact in self.contacts if (span := _span(contact.days))),
            deadlines=tuple(sorted({day for life in self.lives if (day := stood(life)) and _inside(day, calendar)})),
            threats=tuple(sorted({day for life in self.lives if (day := _announced(life)) and _inside(day, calendar)})),
            gaps=found,
        )

    def rows(self) -> Iterator[tuple[ReportRow, ...]]:
        """The reports of each contact and each pressure."""
        yield from (contact.reports for contact in self.contacts)
        yield from (life.rows for life in self.lives)

    def told(self, keep: Keep) -> Pair:
        """Only what a report tells that is kept."""
        return Pair(
            tuple(c for c in self.contacts if any(keep(row) for row in c.reports)),
            tuple(life for life in self.lives if any(keep(row) for row in life.rows)),
            self.cells,
            self.ends,
        )


def stood(life: PressureLife) -> date | None:
    """The day of a deadline that still stood when it came: not replaced, withdrawn or met before."""
    if life.due is None or (life.ended is not None and life.ended < life.due):
        return None
    return life.due


def _announced(life: PressureLife) -> date | None:
    days = life.announced
    return days.earliest if days and days.one_day and not days.approximate else None


def _inside(day: date, calendar: Calendar) -> bool:
    return calendar.first <= day <= calendar.last


def _span(days: Days | None) -> Stretch | None:
    wide = days.widened() if days else None
    return (wide.earliest, wide.latest) if wide and wide.earliest and wide.latest else None


def gaps(first: date, last: date, cells: Iterable[Cell], ends: tuple[str | None, str | None]) -> tuple[Stretch, ...]:
    """The days of the period that no document covers: before the first, after the last, months without any.

    With entries made by hand only there are none: who wrote them down is taken to have watched all days.
    """
    known = [cell for cell in cells if cell.documents]
    months = {cell.month for cell in known if cell.month and cell.source_class != "entry"}
    if not months:
        return () if known and all(cell.source_class == "entry" for cell in known) else ((first, last),)
    begins, ends_ = month_days(min(months))[0], month_days(max(months))[1]
    begins = max(begins, date.fromisoformat(ends[0])) if ends[0] else begins
    ends_ = min(ends_, date.fromisoformat(ends[1])) if ends[1] else ends_
    found = [(first, begins - _DAY), *(month_days(month) for month in gaps_of(months)), (ends_ + _DAY, last)]
    return tuple((max(a, first), min(b, last)) for a, b in found if max(a, first) <= min(b, last))


def reductions(pair: Pair, calendar: Calendar) -> Iterator[tuple[str, Series]]:
    """Each class of source and each publisher dropped in turn, doubtful rows dropped, confirmed ones only."""
    for kind in sorted({row.document.source_class for rows in pair.rows() for row in rows} - {""}):
        kept = pair.told(lambda row, kind=kind: row.document.source_class != kind)  # type: ignore[misc]
        yield f"without {_CLASSES.get(kind, kind)}", kept.series(calendar, _of_others(pair, kind, "source_class"))
    for name in _publishers(pair):
        kept = pair.told(lambda row, name=name: row.document.publisher != name)  # type: ignore[misc]
        yield f"without {name}", kept.series(calendar, _of_others(pair, name, "publisher"))
    yield "without doubtful rows", _certain(pair).series(calendar)
    yield "confirmed or entered only", _confirmed(pair).series(calendar)


_CLASSES = {
    "official": "official sources",
    "agency": "agencies",
    "press": "the press",
    "social": "social media",
    "entry": "entries made by hand",
}


def _of_others(pair: Pair, value: str, field: str) -> list[Cell] | None:
    """The documents of the other sources; None when the dropped one has none, and so nothing about gaps changes."""
    kept = [cell for cell in pair.cells if getattr(cell, field) != value or cell.source_class == "entry"]
    return kept if len(kept) < len(pair.cells) else None


def _publishers(pair: Pair) -> list[str]:
    counts = Counter(p for rows in pair.rows() for p in {row.document.publisher for row in rows} if p)
    return [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST]]


def _certain(pair: Pair) -> Pair:
    return Pair(
        tuple(c for c in pair.contacts if c.exact and not c.disputed and not c.maybe_same),
        tuple(life for life in pair.lives if life.certain),
        pair.cells,
        pair.ends,
    )


def _confirmed(pair: Pair) -> Pair:
    return Pair(
        tuple(c for c in pair.contacts if c.standing != "machine"),
        tuple(life for life in pair.lives if life.event.standing != "machine"),
        pair.cells,
        pair.ends,
    )


def entered(pair: Pair) -> tuple[int, int]:
    """How many of the rows only people entered, and how many there are."""
    every: Sequence[str] = [*(c.standing for c in pair.contacts), *(life.event.standing for life in pair.lives)]
    return sum(standing == "person" for standing in every), len(every)
