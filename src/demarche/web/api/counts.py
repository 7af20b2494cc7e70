"""A count as the API gives it: the number, its rule, its rows, what is doubtful and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from demarche.analysis import Answer, ReportAnswer
from demarche.ledger import ReportRow
from demarche.web.api.models import ReportOut

__all__ = ["CountOut", "Counted", "counted"]


class Counted(BaseModel):
    """One thing that was counted or left out: its date, and the reports that tell of it."""

    date: str | None
    reports: list[ReportOut]
    reason: str = ""


class CountOut(BaseModel):
    """A number with its rule in words, its rows, what is doubtful and what is missing."""

    value: int
    rule: str
    rows: list[Counted]
    doubtful: list[Counted]
    breakdown: list[tuple[str, int]]
    documents: int
    first: str | None
    last: str | None
    notes: list[str]


def counted(answer: Answer | ReportAnswer) -> CountOut:
    """An answer of either kind of count."""
    return CountOut(
        value=answer.value,
        rule=answer.rule,
        rows=[_counted(row.reports) for row in answer.rows],
        doubtful=[_counted(_reports(item), item.reason) for item in answer.doubtful],
        breakdown=list(answer.breakdown),
        documents=answer.coverage.documents,
        first=answer.coverage.first,
        last=answer.coverage.last,
        notes=list(answer.coverage.notes),
    )


def _reports(doubtful: Any) -> Sequence[ReportRow]:
    """The reports of a doubtful contact, or of a doubtful case of another kind."""
    thing = doubtful.contact if hasattr(doubtful, "contact") else doubtful.case
    return tuple(thing.reports)


def _counted(reports: Sequence[ReportRow], reason: str = "") -> Counted:
    return Counted(date=reports[0].date, reports=[ReportOut.model_validate(row) for row in reports], reason=reason)
