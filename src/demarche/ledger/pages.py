"""Pages of events with how many there are of all, for an app that is asked for them again and again.

Which events a page shows, and the total, are remembered for two seconds: so long what another program writes may be
missing. What this program has written is there at once, and the rows themselves are always read anew.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from demarche.ledger.eventing import events_of
from demarche.ledger.finding import Found, found_page
from demarche.ledger.rows import EventPage, Filters
from demarche.ledger.store import Ledger

__all__ = ["Pages"]

SECONDS = 2.0
KEPT = 500
"""Pages that are remembered."""


@dataclass(frozen=True, slots=True)
class _Kept:
    found: Found
    writes: int  # of this program until then
    when: float


class Pages:
    """The pages of one open ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._db = ledger._db
        self._lock = Lock()
        self._kept: OrderedDict[tuple[Filters, int | None], _Kept] = OrderedDict()

    def page(self, filters: Filters, most: int | None = None) -> EventPage:
        """The events that pass, from `offset` to `limit`, and how many pass of all; with `most` counting may stop
        there, or before where two who are busy are named."""
        with self._db.reading() as connection:
            known = self._known(filters, most)
            if known is None:
                writes, when = self._db.writes, time.monotonic()
                known = found_page(connection, filters, most)
                self._keep((filters, most), _Kept(known, writes, when))
            return EventPage(tuple(events_of(connection, known.ids)), known.total, known.over)

    def _known(self, filters: Filters, most: int | None) -> Found | None:
        with self._lock:
            kept = self._kept.get((filters, most))
        fresh = kept and kept.writes == self._db.writes and time.monotonic() - kept.when < SECONDS
        return kept.found if kept and fresh else None

    def _keep(self, key: tuple[Filters, int | None], kept: _Kept) -> None:
        with self._lock:
            self._kept[key] = kept
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
