"""The one face of the ledger: open it, add to it, ask it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from demarche.ledger import asking, covering, eventing, finding, library, names, quoting, runs, twins, writing
from demarche.ledger.chunks import chunks
from demarche.ledger.connection import Database
from demarche.ledger.decisions.face import Deciding
from demarche.ledger.learning import learn_what_grew
from demarche.ledger.recent import Recent
from demarche.ledger.rows import (
    Cell,
    Choices,
    Detail,
    DocumentDetail,
    DocumentRow,
    Event,
    EventDetail,
    Filters,
    Match,
    Outcome,
    Participant,
    ReportRow,
    Run,
    Summary,
)
from demarche.ledger.team import Accounts
from demarche.model import Document, Report

if TYPE_CHECKING:
    from typing import Self, Unpack

__all__ = ["Ledger"]


class Ledger(Deciding, Recent):
    """A ledger file. Use it as a context manager; every method may raise `LedgerError`."""

    def __init__(self, database: Database) -> None:
        self._db = database

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False, read_only: bool = False, timeout: float = 30) -> Ledger:
        """Open the ledger at `path` (a file, or a `postgresql+psycopg://` address); with `create`, make it if missing.

        A ledger written by an older demarche is brought up to date, except with `read_only`. `timeout` is in seconds:
        how long to wait while another program writes.
        LedgerError: no such file, not a ledger, written by a newer demarche, not readable or writable.
        """
        return cls(Database.open(path, create=create, read_only=read_only, timeout=timeout))

    @property
    def path(self) -> str:
        """The file of this ledger as given, or its address without the password."""
        return self._db.path

    @property
    def accounts(self) -> Accounts:
        """Who may come in, where several people share this ledger."""
        return Accounts(self._db)

    def close(self) -> None:
        """Close the file; the ledger is one file again."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- reading runs ---------------------------------------------------------------------------------------------

    def known(self, documents: Iterable[Document], extractor: str) -> frozenset[str]:
        """The content hashes among `documents` that this extractor has already read: no need to read them again.

        A document that was read without a date and now has one is not known; nor is a superseded version.
        """
        with self._db.reading() as connection:
            return writing.known(connection, documents, extractor)

    def start(self, extractor: str) -> Run:
        """Begin a run; pass it to `add` and `finish`."""
        with self._db.writing() as connection:
            return runs.start(connection, extractor)

    def finish(self, run: Run, *, skipped: int = 0) -> Run:
        """End a run and return it with its counts; `skipped` are documents that never came to `add`."""
        with self._db.writing() as connection:
            learn_what_grew(connection)
            return runs.finish(connection, run, skipped)

    @contextmanager
    def run(self, extractor: str) -> Iterator[Run]:
        """A run from start to finish; an exception leaves it unfinished, as a kill would."""
        started = self.start(extractor)
        yield started
        self.finish(started)

    def add(self, document: Document, reports: Iterable[Report], run: Run) -> Outcome:
        """Add one document with all its reports in one transaction, and say what became of it.

        DocumentError when a report does not quote its document, or the text cannot be stored: the run may go on.
        LedgerError when the file cannot be written. Nothing of this document is then in the ledger, all earlier
        ones are.
        """
        with self._db.writing() as connection:
            return writing.add(connection, document, tuple(reports), run)

    # -- questions ------------------------------------------------------------------------------------------------

    def reports(self, filters: Filters = Filters(), **more: Unpack[Choices]) -> list[ReportRow]:
        """The reports that pass the filters, one row each: `events(kind="pressure", who="Trump", with_="Russia")`."""
        with self._db.reading() as connection:
            return asking.listed(connection, replace(filters, **more))

    def count_reports(self, filters: Filters = Filters(), **more: Unpack[Choices]) -> int:
        """How many reports pass the filters, whatever their limit. Reports, not contacts: see `demarche.analysis`."""
        with self._db.reading() as connection:
            return asking.count_reports(connection, replace(filters, **more))

    def events(self, filters: Filters = Filters(), **more: Unpack[Choices]) -> list[Event]:
        """The events of which a report passes the filters, each with all its reports."""
        with self._db.reading() as connection:
            return eventing.listed_events(connection, replace(filters, **more))

    def each_event(self, filters: Filters = Filters(), **more: Unpack[Choices]) -> Iterator[Event]:
        """The same one after the other, for lists of any length; what is added meanwhile is not among them."""
        with self._db.reading() as connection:
            ids = finding.found_ids(connection, replace(filters, **more))
        for batch in chunks(ids, 200):
            with self._db.reading() as connection:
                found = eventing.events_of(connection, batch)
            yield from found

    def count_events(self, filters: Filters = Filters(), *, most: int | None = None, **more: Unpack[Choices]) -> int:
        """How many events pass the filters, whatever their limit; with `most` counting stops at one more than that."""
        with self._db.reading() as connection:
            return eventing.count_events(connection, replace(filters, **more), most)

    def event(self, event_id: str) -> EventDetail:
        """One event in full, by its id or that of any of its reports, or by a prefix."""
        with self._db.reading() as connection:
            return eventing.event(connection, event_id)

    def show(self, report_id: str) -> Detail:
        """One report by id or by a prefix of it; UsageError when none or several begin like that."""
        with self._db.reading() as connection:
            return asking.show(connection, report_id)

    def words(self, report_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Report id -> every stretch of its document that it rests on, in order, for many reports at once."""
        with self._db.reading() as connection:
            return quoting.words_of(connection, report_ids)

    def document(self, hash_prefix: str) -> DocumentDetail:
        """One stored document by its hash or a prefix of it, with everything found in it."""
        with self._db.reading() as connection:
            return library.document(connection, hash_prefix)

    def text(self, hash_prefix: str) -> str:
        """The text of a stored document by its hash or a prefix of it."""
        with self._db.reading() as connection:
            return library.text_of(connection, hash_prefix)

    def documents(self, text: str = "", *, limit: int = 100, offset: int = 0) -> list[DocumentRow]:
        """The documents, the latest first; with `text` those that have all its words, whatever their endings.

        An office among the words ("the Turkish president") also finds the documents that tell of whoever held it.
        """
        with self._db.reading() as connection:
            return library.listed_documents(connection, text, limit, offset)

    def resolve(self, name: str, since: str = "", until: str = "") -> Match:
        """Who in this ledger is meant by a name: accents, case and spelling variants don't matter.

        Of an office ("the Turkish president") whoever held it between the ISO days `since` and `until`.
        """
        with self._db.reading() as connection:
            return names.resolve(connection, name, since, until)

    def suggest(self, typed: str, *, limit: int = 12) -> list[Participant]:
        """Actors whose names begin like what is being typed, in any spelling."""
        with self._db.reading() as connection:
            return names.beginning(connection, typed, limit)

    def actors(self) -> list[Participant]:
        """Every actor this ledger has met, by name: whom one can ask for."""
        with self._db.reading() as connection:
            return names.everybody(connection)

    def twins(self, event_ids: Iterable[str]) -> dict[str, frozenset[str]]:
        """Of these events, those that may be one with others, and with which."""
        with self._db.reading() as connection:
            return twins.twins(connection, event_ids)

    def coverage(self, filters: Filters | None = None) -> list[Cell]:
        """Current documents by source and month: all, or those with a report that passes the filters."""
        with self._db.reading() as connection:
            return covering.cells(connection) if filters is None else covering.cells_telling(connection, filters)

    def coverage_by_month(self) -> list[Cell]:
        """Current documents by class of source and month, of all publishers together."""
        with self._db.reading() as connection:
            return covering.by_month(connection)

    def published(self) -> tuple[str | None, str | None]:
        """First and last publication day of the current documents, entries made by hand aside."""
        with self._db.reading() as connection:
            return covering.days(connection)

    def events_by_month(self, months: Sequence[str], filters: Filters | None = None) -> dict[str, dict[str, int]]:
        """Month (`2025-03`) -> kind -> how many events begin in it: those of the filters, or all of these months."""
        with self._db.reading() as connection:
            return covering.events_by_month(connection, months, filters)

    def summary(self) -> Summary:
        """What is in this ledger."""
        with self._db.reading() as connection:
            return asking.summary(connection)
