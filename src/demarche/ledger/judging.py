"""Filters on where a report stands: its publisher, who stands for its event, what is doubtful about it."""

from __future__ import annotations

import sqlalchemy as sa

from demarche.errors import UsageError
from demarche.ledger.rows import Filters
from demarche.ledger.schema import documents, events, reports

__all__ = ["DOUBTS", "STANDINGS", "event_conditions", "judged"]

_BY_PEOPLE = events.c.origin == "person"
_OF_PERSON = reports.c.origin == sa.literal_column("'person'")  # in the words of its index, which holds only these
_ENTERED = events.c.id.in_(sa.select(reports.c.event_id).where(_OF_PERSON, reports.c.event_id.is_not(None)))
_CONFIRMED = sa.or_(sa.func.coalesce(events.c.verdict, "") == "accept", _ENTERED)

#: who stands for an event -> the condition; see `Event.standing`
STANDINGS: dict[str, sa.ColumnElement[bool]] = {
    "machine": sa.and_(~_BY_PEOPLE, ~_CONFIRMED),
    "confirmed": sa.and_(~_BY_PEOPLE, _CONFIRMED),
    "person": _BY_PEOPLE,
    "open": sa.and_(~_BY_PEOPLE, ~_CONFIRMED, events.c.verdict.is_(None)),  # nobody has decided on it
}

#: what is doubtful about an event -> the condition
DOUBTS: dict[str, sa.ColumnElement[bool]] = {
    # in the words of their indexes, which hold only these
    "disputed": events.c.disputed == sa.literal_column("1"),
    "perhaps": events.c.perhaps > sa.literal_column("0"),
    "undated": events.c.earliest.is_(None),
}


def judged(filters: Filters) -> list[sa.ColumnElement[bool]]:
    """What a report must fulfil of these; UsageError for a word that is none of them."""
    found: list[sa.ColumnElement[bool]] = []
    if filters.source_class:
        from_such = sa.select(documents.c.id).where(documents.c.source_class.in_(_several(filters.source_class)))
        found.append(reports.c.document_id.in_(from_such))
    of_event = event_conditions(filters)
    if of_event:
        found.append(reports.c.event_id.in_(sa.select(events.c.id).where(*of_event)))
    return found


def event_conditions(filters: Filters) -> list[sa.ColumnElement[bool]]:
    """What the event itself must fulfil."""
    asked = ((STANDINGS, filters.standing, "standing"), (DOUBTS, filters.doubt, "doubt"))
    return [_one_of(table, _several(values), noun) for table, values, noun in asked if values]


def _one_of(table: dict[str, sa.ColumnElement[bool]], wanted: tuple[str, ...], noun: str) -> sa.ColumnElement[bool]:
    for value in wanted:
        if value not in table:
            raise UsageError(f"no {noun} {value!r}; there are {', '.join(table)}")
    return sa.or_(*(table[value] for value in wanted))


def _several(values: str | tuple[str, ...]) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else values
