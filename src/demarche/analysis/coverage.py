"""What a ledger's documents cover: from when to when, where a question goes beyond them, where they are few."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from demarche.analysis.months import inside, median, run, shortened
from demarche.analysis.wording import day
from demarche.ledger import Ledger
from demarche.ledger.edtf import Days

__all__ = ["THIN", "Coverage", "coverage", "gaps_of", "thin_of"]

#: a month with fewer documents than this share of the median month is thin
THIN = 0.5


@dataclass(frozen=True, slots=True)
class Coverage:
    """Documents behind an answer: how many, first and last publication day (ISO), how many bear no date.

    `notes` say in words where the period asked about goes beyond the documents. `gaps` are months of it without a
    document, `thin` those with fewer than half of the median month's. `entries` are what people entered by hand:
    they are no documents, and cover nothing.
    """

    documents: int
    first: str | None
    last: str | None
    undated: int
    notes: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    thin: tuple[str, ...] = ()
    entries: int = 0


def coverage(ledger: Ledger, period: Days | None) -> Coverage:
    """The coverage of an answer about `period`."""
    months: Counter[str] = Counter()
    entries = 0
    for cell in ledger.coverage_by_month():
        if cell.source_class == "entry":
            entries += cell.documents
        else:
            months[cell.month] += cell.documents
    first, last = ledger.published()
    undated = months.pop("", 0)
    gaps = tuple(month for month in gaps_of(months) if inside(month, period))
    thin = tuple(month for month in thin_of(months) if inside(month, period))
    notes = (*_ends(first, last, period), *_holes(months, gaps, thin))
    return Coverage(sum(months.values()) + undated, first, last, undated, notes, gaps, thin, entries)


def gaps_of(months: Iterable[str]) -> list[str]:
    """The months between the first and the last that are not there."""
    found = set(months)
    return [month for month in run(min(found), max(found)) if month not in found] if found else []


def thin_of(months: Mapping[str, int]) -> list[str]:
    """The months with fewer documents than half of the median month."""
    middle = median(months.values())
    return sorted(month for month, number in months.items() if number < THIN * middle)


def _ends(first: str | None, last: str | None, period: Days | None) -> list[str]:
    if first is None or last is None:
        return ["the ledger has no dated documents"]
    notes = []
    begins, ends = date.fromisoformat(first), date.fromisoformat(last)
    if period and period.earliest and period.earliest < begins:
        notes.append(f"no documents before {day(begins)}")
    if period and period.latest and period.latest > ends:
        notes.append(f"no documents after {day(ends)}")
    return notes


def _holes(months: Mapping[str, int], gaps: tuple[str, ...], thin: tuple[str, ...]) -> list[str]:
    notes = [f"no documents of {shortened(gaps)}"] if gaps else []
    if thin:
        few = ", ".join(f"{months[month]}" for month in thin[:6]) + (", ..." if len(thin) > 6 else "")
        notes.append(f"few documents of {shortened(thin)} ({few}; the median month has {median(months.values()):g})")
    return notes
