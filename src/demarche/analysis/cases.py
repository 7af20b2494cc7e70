"""A pressure, offer, act, statement, forecast or claim as a count sees it: an event of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from demarche.ledger import Event, ReportRow
from demarche.ledger.edtf import Days, parse

__all__ = ["Case"]


@dataclass(frozen=True)
class Case:
    """An event with its reports that nobody rejected, the most telling first."""

    event: Event
    reports: tuple[ReportRow, ...]
    twins: frozenset[str] = frozenset()

    @classmethod
    def of(cls, event: Event, twins: frozenset[str] = frozenset()) -> Case:
        """The event without the reports that a person rejected; `twins` are events that it may be one with."""
        return cls(event, tuple(row for row in event.reports if row.verdict != "reject"), twins)

    @property
    def row(self) -> ReportRow:
        """Its most telling report."""
        return self.reports[0]

    @property
    def perhaps(self) -> int:
        """Of how many other events it may be one."""
        return self.event.perhaps

    @property
    def standing(self) -> str:
        """Who stands for it: "machine", "confirmed" or "person"."""
        return self.event.standing

    @cached_property
    def days(self) -> Days | None:
        """The days it may be of; None without a date."""
        return parse(self.event.date)

    @cached_property
    def statuses(self) -> frozenset[str]:
        """Every status that its reports give plainly."""
        return frozenset(row.status for row in self.reports if row.status and "|" not in row.status)
