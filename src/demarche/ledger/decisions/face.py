"""The part of `Ledger` that decides: every verb is one transaction and one action, and can be tried with `dry_run`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from demarche.ledger.decisions import entering, history, naming, table, verbs

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from demarche.ledger.connection import Database
    from demarche.ledger.decisions.changes import Words
    from demarche.ledger.rows import Decision, LogEntry

__all__ = ["Deciding"]

T = TypeVar("T")
Made = tuple["Decision", ...]


class Deciding:
    """What people decide. `author` is whoever does; `reason` is kept in the log. Nothing here changes evidence.

    With `dry_run` everything is checked and returned as it would be, and nothing is written.
    """

    _db: Database

    def accept(self, *ids: str, author: str, reason: str = "", dry_run: bool = False) -> Made:
        """Confirm events or reports: the id of an event decides on each of its reports, in one action."""
        return self._write(lambda c: verbs.judge(c, "accept", ids, author, reason), dry_run)

    def reject(self, *ids: str, author: str, reason: str = "", dry_run: bool = False) -> Made:
        """Leave events or reports out of every count; they stay in the ledger."""
        return self._write(lambda c: verbs.judge(c, "reject", ids, author, reason), dry_run)

    def decide(self, report_id: str, verdict: str, *, author: str, note: str = "") -> Decision:
        """Accept or reject one report alone, also when its id is that of an event."""
        return self._write(lambda c: verbs.judge(c, verdict, [report_id], author, note, alone=True))[0]

    def edit(
        self,
        report_id: str,
        field: str,
        value: str | None,
        *,
        author: str,
        reason: str = "",
        words: Words = None,
        dry_run: bool = False,
    ) -> Decision:
        """Set a field of one report as people write it: `1 h 20`, `2025-03`, `Bo Tamm (Estonia); Cy Umber`.

        An empty value says that nobody knows. `+Bo Tamm; -Cy Umber` adds one of several and removes another. `words`
        are the document's own words that show the value (the words, or start and end); without them say a reason.
        UsageError: no such field, a value that it cannot hold, words that the document does not say.
        """
        return self._write(lambda c: verbs.edit(c, report_id, field, value, words, author, reason), dry_run)[0]

    def merge(self, *ids: str, author: str, reason: str = "", dry_run: bool = False) -> Made:
        """Say that these events (or the events of these reports) are one."""
        return self._write(lambda c: verbs.merge(c, ids, author, reason), dry_run)

    def tie(self, pairs: Iterable[tuple[str, str]], *, author: str, reason: str = "", dry_run: bool = False) -> Made:
        """Say of pairs of reports that each two tell of one event, also when they stand in one already: one action."""
        return self._write(lambda c: verbs.tie(c, pairs, author, reason), dry_run)

    def split(self, event_id: str, *report_ids: str, author: str, reason: str = "", dry_run: bool = False) -> Made:
        """Say that these reports of an event tell of another one."""
        return self._write(lambda c: verbs.split(c, event_id, report_ids, author, reason), dry_run)

    def keep_apart(self, *ids: str, author: str, reason: str = "", dry_run: bool = False) -> Made:
        """Say that these events (or the events of these reports), which may look like one, are different."""
        return self._write(lambda c: verbs.keep_apart(c, ids, author, reason), dry_run)

    def enter(
        self,
        values: Mapping[str, str | Sequence[str]],
        *,
        author: str,
        reason: str = "",
        source_urls: Sequence[str] = (),
        dry_run: bool = False,
    ) -> str:
        """Add an event by hand and return its id: `{"type": "call", "participants": "Bo Tamm; Cy Umber", …}`.

        It becomes a document of its own that renders what was entered, with `reason` as its note and its source links.
        """
        return self._write(lambda c: entering.enter(c, values, author, reason, source_urls)[0], dry_run)

    def same_actor(self, name: str, other: str, *, author: str, reason: str = "", dry_run: bool = False) -> Decision:
        """Say that two names are one actor, shown under the first: in every question, of old documents and new."""
        return self._write(lambda c: naming.same_actor(c, name, other, author, reason), dry_run)[0]

    def alias(self, name: str, also: str, *, author: str, reason: str = "", dry_run: bool = False) -> Decision:
        """Say that an actor is also called something that no document of the ledger may have said yet."""
        return self._write(lambda c: naming.alias(c, name, also, author, reason), dry_run)[0]

    def undo(self, number: int | None = None, *, author: str = "", own: bool = False, dry_run: bool = False) -> Made:
        """Take a decision back with all that were taken together with it; without a number the author's last one.

        Everything is then as if it had never been decided; the rows stay, with the time and who took them back.
        NotAllowedError with `own` when somebody else than this author decided it.
        """
        return self._write(lambda c: verbs.undo(c, number, author, own=own), dry_run)

    def decisions(self) -> list[Decision]:
        """Every decision, in order, undone ones too."""
        with self._db.reading() as connection:
            return table.every(connection)

    def log(
        self,
        *,
        author: str | None = None,
        since: str | None = None,
        standing: bool | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[LogEntry]:
        """Who did what, when, on which words, the latest first; `standing` False lists what was taken back."""
        asked = {"author": author, "since": since}
        with self._db.reading() as connection:
            return history.log(connection, **asked, standing=standing, limit=limit, offset=offset)

    def _write(self, work: Callable[[Connection], T], dry_run: bool = False) -> T:
        with self._db.writing() as connection:
            attempt = connection.begin_nested()
            done = work(connection)
            if dry_run:
                attempt.rollback()
            return done
