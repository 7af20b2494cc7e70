"""Linking whatever is in no event yet, in blocks: what `relink` would make of it report by report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from demarche.ledger.bulk.joining import gather, write_components
from demarche.ledger.bulk.pairing import Block, Pairs, blocks, pair_up
from demarche.ledger.bulk.single import count_all_doubts, unlinked, write_single
from demarche.ledger.bulk.sinks import roomy
from demarche.ledger.bulk.telling import Stretch, Tellings, keep_tellings, stretches, tell
from demarche.ledger.connection import Database
from demarche.ledger.linking import relink
from demarche.processes import spread, uncollected

__all__ = ["Linked", "link"]

_A_BLOCK = 2_000  # reports
_TELLINGS = 20  # stretches that are written together


@dataclass(frozen=True, slots=True)
class Linked:
    """How many reports were linked, how many pairs were judged for it, and how many went report by report."""

    reports: int
    judged: int = 0
    one_by_one: int = 0


def link(database: Database, address: str, workers: int = 1, told: Callable[[str], None] = lambda _: None) -> Linked:
    """Link every report that is in no event, so many processes looking; each opens the ledger at this address.

    What linking sees of the reports is kept as it goes; the events come in one transaction. A killed run goes on.
    """
    with database.reading() as connection:
        number = unlinked(connection)
    if not number:
        return Linked(0)
    look = _Look(database if workers <= 1 else None, address)
    told("working out what linking looks at")
    some = stretches(number)
    waiting: list[Tellings] = []
    for made in spread(look.tell, some, workers):
        waiting.append(made)
        if len(waiting) == _TELLINGS:
            _keep(database, waiting)
    _keep(database, waiting)
    _learn(database)
    told("comparing")
    with database.writing() as connection:
        roomy(connection)
        looks = list(blocks(connection, number // _A_BLOCK + 1, some))
        found = gather(connection, spread(look.pair_up, looks, workers))
        told("writing events")
        write_components(connection, found)
        write_single(connection, found.touching)
        count_all_doubts(connection)
        for one in sorted(found.touching):  # apart: whether every pair is looked at depends on how many there are
            relink(connection, [one])
    return Linked(number, found.judged, len(found.touching))


def _keep(database: Database, waiting: list[Tellings]) -> None:
    made = Tellings([row for one in waiting for row in one.told], sorted(row for one in waiting for row in one.keys))
    waiting.clear()
    if made.told:
        with database.writing() as connection:
            roomy(connection)
            keep_tellings(connection, made)


def _learn(database: Database) -> None:
    """A server that has not looked at what just came in walks through all of it for each block."""
    if database.on_server:
        with database.writing() as connection:
            connection.exec_driver_sql("ANALYZE reports, participants, tellings, link_keys")


@dataclass(frozen=True, slots=True)
class _Look:
    """Looks into the ledger: through the database that is open, or in another process through one opened there."""

    database: Database | None
    address: str

    def tell(self, stretch: Stretch) -> Tellings:
        """See `telling`."""
        with (self.database or _opened(self.address)).reading() as connection, uncollected():
            return tell(connection, stretch)

    def pair_up(self, block: Block) -> Pairs:
        """See `pairing`."""
        with (self.database or _opened(self.address)).reading() as connection, uncollected():
            return pair_up(connection, block)


@cache
def _opened(address: str) -> Database:
    """Open for as long as the process lives."""
    return Database.open(address, create=False, read_only=True, timeout=60)
