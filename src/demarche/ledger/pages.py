"""Pages of events with how many there are of all, for an app that is asked for them again and again.

A page is remembered for two seconds, with its rows: so long what another program writes may be missing. What this
program has written is there at once.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from threading import Lock

from demarche.ledger.eventing import events_of
from demarche.ledger.finding import found_page
from demarche.ledger.rows import EventPage, Filters
from demarche.ledger.store import Ledger

__all__ = ["Pages"]

SECONDS = 2.0
KEPT = 200
"""Pages that are remembered, some 0.2 MB each; older ones than two seconds are let go."""


@dataclass(frozen=True, slots=True)
class _Kept:
    page: EventPage
    writes: int  # of this program until then
    when: float


class Pages:
    """The pages of one open ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._db = ledger._db
        self._lock = Lock()
        self._kept: dict[tuple[Filters, int | None], _Kept] = {}

    def page(self, filters: Filters, most: int | None = None) -> EventPage:
        """The events that pass, from `offset` to `limit`, and how many pass of all; with `most` counting may stop
        there, or before where two who are busy are named."""
        known = self._known(filters, most)
        if known is None:
            writes, when = self._db.writes, time.monotonic()
            with self._db.reading() as connection:
                found = found_page(connection, filters, most)
                known = EventPage(tuple(events_of(connection, found.ids)), found.total, found.over)
            self._keep((filters, most), _Kept(known, writes, when))
        return known

    def _known(self, filters: Filters, most: int | None) -> EventPage | None:
        with self._lock:
            kept = self._kept.get((filters, most))
        return kept.page if kept and self._fresh(kept) else None

    def _fresh(self, kept: _Kept) -> bool:
        return kept.writes == self._db.writes and time.monotonic() - kept.when < SECONDS

    def _keep(self, key: tuple[Filters, int | None], kept: _Kept) -> None:
        with self._lock:
            still = [(other, page) for other, page in self._kept.items() if self._fresh(page)]
            self._kept = dict(still[1 - KEPT :]) | {key: kept}
