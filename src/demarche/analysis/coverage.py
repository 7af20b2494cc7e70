"""What a ledger's documents cover: from when to when, and where a question goes beyond them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from demarche.analysis.wording import day
from demarche.ledger import Ledger, Summary
from demarche.ledger.edtf import Days

__all__ = ["Coverage", "coverage"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Documents behind an answer: how many, first and last publication day (ISO), how many bear no date.

    `notes` say in words where the period asked about goes beyond the documents.
    """

    documents: int
    first: str | None
    last: str | None
    undated: int
    notes: tuple[str, ...] = ()


def coverage(ledger: Ledger, period: Days | None) -> Coverage:
    """The coverage of an answer about `period`."""
    summary = ledger.summary()
    notes = tuple(_notes(summary, period))
    return Coverage(summary.documents, summary.first, summary.last, summary.undated, notes)


def _notes(summary: Summary, period: Days | None) -> list[str]:
    if summary.first is None or summary.last is None:
        return ["the ledger has no dated documents"]
    notes = []
    first, last = date.fromisoformat(summary.first), date.fromisoformat(summary.last)
    if period and period.earliest and period.earliest < first:
        notes.append(f"no documents before {day(first)}")
    if period and period.latest and period.latest > last:
        notes.append(f"no documents after {day(last)}")
    return notes
