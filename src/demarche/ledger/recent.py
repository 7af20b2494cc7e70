"""What came into a ledger in a window of time: the events it is told of, the pages that changed.

A window is `since` < time <= `until`, in the ledger's own stamps (`2025-10-16T09:30:00Z`).
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.ledger.chunks import chunks
from demarche.ledger.clock import stamp
from demarche.ledger.eventing import events_of
from demarche.ledger.listing import rows_of
from demarche.ledger.rows import Event, ReportRow
from demarche.ledger.schema import decisions, documents, reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from demarche.ledger.connection import Database

__all__ = ["NewVersion", "Recent"]

_LONG = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A page that changed: its address, and its text before and after."""

    url: str
    title: str
    publisher: str
    document: str  # the hash of the new one
    before: str
    after: str


class Recent:
    """The part of a ledger that tells what is new; `Ledger` has it."""

    _db: Database

    def settled(self) -> str:
        """The last second of which everything is in the ledger: nothing can get its stamp any more.

        It waits for whoever writes now, and where something came in this very second, until that is over. What was
        loaded by bulk and is not put together as events yet is still to come: it ends before that.
        """
        with self._db.writing() as connection:
            latest = _latest(connection)
            moment = datetime.now(UTC)
            while (
                stamp(moment) <= latest < stamp(moment + _LONG)
            ):  # a stamp of a clock that ran ahead is not waited for
                time.sleep(0.05)
                moment = datetime.now(UTC)
            waiting = _waiting(connection)
            return stamp(min(moment, waiting or moment) - timedelta(seconds=1))

    def told_since(self, since: str, until: str) -> list[Event]:
        """The events of which a document that came in then tells, by date."""
        with self._db.reading() as connection:
            return events_told(connection, since, until)

    def due_between(self, first: date, last: date) -> list[Event]:
        """The pressures with a deadline told that ends on a day from `first` to `last`, by date."""
        with self._db.reading() as connection:
            return due_between(connection, first.isoformat(), last.isoformat())

    def replaced(self, since: str, until: str) -> list[ReportRow]:
        """The reports of documents of which a later version came in then."""
        with self._db.reading() as connection:
            return replaced(connection, since, until)

    def new_versions(self, since: str, until: str) -> list[NewVersion]:
        """The pages of which a later version came in then, each with the version before."""
        with self._db.reading() as connection:
            return new_versions(connection, since, until)


def _latest(connection: Connection) -> str:
    """The latest stamp of a document or a decision."""
    last = sa.select(documents.c.added_at).order_by(documents.c.id.desc()).limit(1)
    decided = sa.select(sa.func.max(decisions.c.made_at), sa.func.max(decisions.c.undone_at))
    stamps = [connection.scalar(last), *connection.execute(decided).one()]
    return max((str(found) for found in stamps if found), default="")


def _waiting(connection: Connection) -> datetime | None:
    """The moment of the first document of which a report belongs to no event yet."""
    loose = (reports.c.event_id.is_(None), reports.c.retired_at.is_(None))
    query = sa.select(sa.func.min(documents.c.added_at)).select_from(reports.join(documents)).where(*loose)
    first = connection.scalar(query)
    return datetime.fromisoformat(str(first)) if first else None


def events_told(connection: Connection, since: str, until: str) -> list[Event]:
    """The events of which a document that came in then tells, by date."""
    told = (documents.c.added_at > since, documents.c.added_at <= until, reports.c.retired_at.is_(None))
    query = sa.select(reports.c.event_id).select_from(reports.join(documents)).where(*told).distinct()
    return _events(connection, connection.scalars(query))


def due_between(connection: Connection, first: str, last: str) -> list[Event]:
    """The events of such deadlines; the view knows their last days."""
    query = sa.text("SELECT DISTINCT event_id FROM v_deadlines WHERE due >= :first AND due <= :last")
    return _events(connection, connection.scalars(query, {"first": first, "last": last}))


def _events(connection: Connection, ids: Iterable[str | None]) -> list[Event]:
    kept = sorted(str(i) for i in ids if i is not None)
    found = [event for batch in chunks(kept) for event in events_of(connection, batch)]
    return sorted(found, key=lambda event: (event.earliest or "9999", event.id))


def replaced(connection: Connection, since: str, until: str) -> list[ReportRow]:
    """The reports of documents of which a later version came in then."""
    gone = (documents.c.superseded_at > since, documents.c.superseded_at <= until)
    ids = list(connection.scalars(sa.select(reports.c.id).select_from(reports.join(documents)).where(*gone)))
    return [row for batch in chunks(ids) for row in rows_of(connection, batch)]


def new_versions(connection: Connection, since: str, until: str) -> list[NewVersion]:
    """The pages of which a later version came in then, each with the version before."""
    new, old = documents.alias("new"), documents.alias("old")
    then = (new.c.added_at > since, new.c.added_at <= until, new.c.version > 1, new.c.superseded_at.is_(None))
    before = sa.and_(old.c.url == new.c.url, old.c.version == new.c.version - 1)
    columns = (new.c.url, new.c.title, new.c.publisher, new.c.hash, old.c.text, new.c.text)
    query = sa.select(*columns).select_from(new.join(old, before)).where(*then).order_by(new.c.id)
    found = {row[3]: NewVersion(*row) for row in connection.execute(query)}
    return list(found.values())
