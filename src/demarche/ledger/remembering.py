"""A ledger that reads each list once: for an answer of many parts, whose parts then tell of the same rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from demarche.ledger.rows import Choices, Event, Filters, Match
from demarche.ledger.store import Ledger

if TYPE_CHECKING:
    from typing import Unpack

__all__ = ["Remembering"]


class Remembering(Ledger):
    """The same file as `ledger`; events and names asked for again come from memory, as they were."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger._db)
        self._events: dict[Filters, tuple[Event, ...]] = {}
        self._names: dict[tuple[str, str, str], Match] = {}

    def events(self, filters: Filters = Filters(), **more: Unpack[Choices]) -> list[Event]:
        """The events of which a report passes the filters, each with all its reports."""
        asked = replace(filters, **more)
        if asked not in self._events:
            self._events[asked] = tuple(super().events(asked))
        return list(self._events[asked])

    def resolve(self, name: str, since: str = "", until: str = "") -> Match:
        """Who in this ledger is meant by a name."""
        asked = (name, since, until)
        if asked not in self._names:
            self._names[asked] = super().resolve(*asked)
        return self._names[asked]
