"""What a ledger covers, and its log."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

__all__ = ["CoverageTableOut", "LogOut"]


class SourceRowOut(BaseModel):
    """One publisher: its documents, its first and last month, the months between without any."""

    publisher: str
    source_class: str
    documents: int
    undated: int
    first: str | None
    last: str | None
    months: int
    gaps: list[str]


class MonthRowOut(BaseModel):
    """One month: its documents by class of source, its sources, its contacts and events."""

    month: str
    documents: int
    official: int
    press: int
    sources: int
    contacts: int
    events: int
    thin: bool


class CoverageTableOut(BaseModel):
    """Sources and months, with the gaps and the thin ones."""

    documents: int
    undated: int
    first: str | None
    last: str | None
    classes: dict[str, int]
    median: float
    gaps: list[str]
    thin: list[str]
    sources: list[SourceRowOut]
    months: list[MonthRowOut]


class LogOut(BaseModel):
    """A decision: who, when, what, on which words, and what bears it now."""

    number: int | None
    id: int
    author: str
    at: str
    verdict: str
    row: str | None
    other_row: str | None
    field: str | None
    before: Any
    after: Any
    reason: str | None
    undone_at: str | None
    undone_by: str | None
    words: list[str]
    document: str | None
    publisher: str | None
    url: str | None
    rows: list[str]
    event: str | None
    orphaned: bool
    why_orphaned: str | None
