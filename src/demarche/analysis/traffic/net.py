"""The network: how often each two sides were in contact, whoever took part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from demarche.analysis.sides import asked_period
from demarche.analysis.traffic.days import Span
from demarche.ledger import Event, Filters, Ledger
from demarche.ledger.edtf import Days, parse
from demarche.statistics import Meeting, edges

__all__ = ["Edge", "network"]

Edge = tuple[tuple[str, str], int]
_NO_DAY = date.min


def network(ledger: Ledger, *, period: str | None = None, until: str | date | None = None) -> tuple[Edge, ...]:
    """Pairs of states and bodies with how many held contacts they had, the most frequent first.

    A contact of several sides is one of each two of them. Contacts whose days may lie outside the period are left out.
    """
    days = asked_period(period, until)
    asked = Filters(
        kind="contact",
        status="held",
        since=days.earliest if days else None,
        until=days.latest if days else None,
    )
    met = (meeting for event in ledger.each_event(asked) for meeting in _meetings(event, days))
    return tuple((pair, round(weight)) for pair, weight in edges(met))


def _meetings(event: Event, asked: Days | None) -> Iterator[Meeting]:
    if event.verdict == "reject" or event.status != "held" or not _within(event, asked):
        return
    for pair in combinations(sorted(_sides(event)), 2):
        yield Meeting(_span(), pair)


def _within(event: Event, asked: Days | None) -> bool:
    days = parse(event.date)
    return asked is None or (days is not None and days.widened().within(asked))


def _sides(event: Event) -> set[str]:
    present = [p for row in event.reports if row.verdict != "reject" for p in row.participants]
    return {p.side for p in present if p.role == "participants" and p.side}


def _span() -> Span:
    """Edges look at no days."""
    return _NO_DAY, _NO_DAY
