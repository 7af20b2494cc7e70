"""Packed rows into a ledger, in the caller's transaction: what is new at once, all else as `Ledger.add` would."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain, starmap
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from demarche.entries import EXTRACTOR
from demarche.ledger import runs
from demarche.ledger.actor_rows import actor_ids
from demarche.ledger.bulk.counting import counted
from demarche.ledger.bulk.packing import BY_REPORT, DOCUMENT, TABLES, Packed
from demarche.ledger.bulk.sinks import gathered, having, next_id, pour, set_last_id
from demarche.ledger.clock import now
from demarche.ledger.report_rows import REPORT
from demarche.ledger.rows import Outcome, Run
from demarche.ledger.writing import add
from demarche.model import Document, Report

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["Put", "put"]

Again = Callable[[int], tuple[Document, Sequence[Report]]]

_HASH, _URL, _NAME, _TITLE = (DOCUMENT.index(name) for name in ("hash", "url", "name", "title"))
_SOURCE = itemgetter(*(DOCUMENT.index(name) for name in ("publisher", "source_class", "date")))


@dataclass(slots=True)
class Put:
    """What became of the documents, and how many reports came with those that are new."""

    outcomes: Counter[str] = field(default_factory=Counter)
    reports: int = 0


def put(connection: Connection, packed: Packed, run: Run, again: Again) -> Put:
    """Put these documents in, in order; `again` gives one of them whole, by its place, where rows are not enough."""
    done = Put()
    slow = _with_a_past(connection, packed)
    _put_new(connection, packed, slow, run, done)
    for place in sorted(slow):
        document, reports = again(place)
        outcome = add(connection, document, tuple(reports), run)
        done.outcomes[outcome] += 1
        done.reports += len(reports) if outcome is not Outcome.UNCHANGED else 0
    return done


def _with_a_past(connection: Connection, packed: Packed) -> set[int]:
    """The documents that are not simply new: known ones, pages seen before, those that a decision waits for.

    Putting them in after the others changes nothing: those before them that they depend on are new ones, and those
    after them that depend on them are among these.
    """
    hashes = [row[_HASH] for row in packed.documents]
    known: set[str] = set()
    for table, column in (("documents", "hash"), ("decisions", "document_hash"), ("decisions", "other_hash")):
        known |= {row[0] for row in having(connection, table, column, hashes, column)}
    urls = Counter(row[_URL] for row in packed.documents if row[_URL] is not None)
    there = having(connection, "documents", "url", urls, "url, name, title")
    pages = set(chain.from_iterable(starmap(_of_page, there)))
    often = {url for url, number in urls.items() if number > 1} | {url for url, _, _ in there}
    slow: set[int] = set()
    for place, row in enumerate(packed.documents):
        of_it = _of_page(row[_URL], row[_NAME], row[_TITLE]) if row[_URL] in often else frozenset()
        if row[_HASH] in known or of_it & pages:
            slow.add(place)
        known.add(row[_HASH])
        pages |= of_it
    return slow


def _of_page(url: str, name: str, title: str) -> frozenset[tuple[str, str, str]]:
    """What tells a page: its address with the id, and with the title where there is one."""
    return frozenset([(url, "name", name), *([(url, "title", title)] if title else [])])


def _put_new(connection: Connection, packed: Packed, slow: set[int], run: Run, done: Put) -> None:
    fresh = [(place, row) for place, row in enumerate(packed.documents) if place not in slow]
    left = _reports_of(packed, slow)
    first = next_id(connection, "documents")
    ids = {place: first + n for n, (place, _) in enumerate(fresh)}
    time = now()
    columns = ("id", *DOCUMENT, "text", "version", "added_at", "read_at", "read_by", "run_id")
    given = (1, time, time, run.extractor, run.id)
    with counted(connection, (_SOURCE(row) for _, row in fresh)):
        pour(connection, "documents", columns, ((ids[place], *row[:-2], *given) for place, row in fresh))
    set_last_id(connection, "documents")
    number = _put_reports(connection, packed, ids, run, time)
    for name, names in TABLES.items():
        rows = packed.tables[name]
        pour(connection, name, names, sorted((r for r in rows if r[0] not in left) if left else rows, key=BY_REPORT))
    _put_participants(connection, packed, left)
    _put_words(connection, packed, ids, left)
    if fresh:
        runs.note(connection, run, Outcome.NEW, number, len(fresh))
    done.outcomes[Outcome.NEW] += len(fresh)
    done.reports += number


def _reports_of(packed: Packed, slow: set[int]) -> frozenset[str]:
    """The ids of the reports of these documents."""
    found: list[str] = []
    start = 0
    for place, row in enumerate(packed.documents):
        if place in slow:
            found += (report[0] for report in packed.reports[start : start + row[-1]])
        start += row[-1]
    return frozenset(found)


def _put_reports(connection: Connection, packed: Packed, ids: dict[int, int], run: Run, time: str) -> int:
    origin = "person" if run.extractor == EXTRACTOR else "machine"
    given = (run.extractor, run.id, time, origin)
    rows: list[tuple[Any, ...]] = []
    start = 0
    for place, document in enumerate(packed.documents):
        if place in ids:
            rows += ((*row, ids[place], *given) for row in packed.reports[start : start + document[-1]])
        start += document[-1]
    rows.sort(key=BY_REPORT)
    pour(connection, "reports", (*REPORT, "document_id", "extractor", "run_id", "added_at", "origin"), rows)
    return len(rows)


def _put_participants(connection: Connection, packed: Packed, left: frozenset[str]) -> None:
    people = [row for row in packed.participants if row[0] not in left]
    known = actor_ids(connection, {row[3] for row in people})
    rows = [(report, role, position, known[actor]) for report, role, position, actor in people]
    rows.sort(key=BY_REPORT)
    pour(connection, "participants", ("report_id", "role", "position", "actor_id"), rows)


def _put_words(connection: Connection, packed: Packed, ids: dict[int, int], left: frozenset[str]) -> None:
    """Free text, as `searching` keeps it."""
    of_documents = ((ids[place], row[-2]) for place, row in enumerate(packed.documents) if place in ids)
    if connection.dialect.name == "postgresql":
        pour(connection, "search_documents", ("id", "words"), of_documents)
        pour(connection, "search_reports", ("report_id", "words"), (row for row in packed.words if row[0] not in left))
        return
    first = next_id(connection, "search_reports_content")
    numbered = [(first + n, *row) for n, row in enumerate(row for row in packed.words if row[0] not in left)]
    with gathered(connection, "search_documents", "search_reports"):
        pour(connection, "search_documents", ("rowid", "words"), of_documents)
        pour(connection, "search_reports", ("rowid", "report_id", "words"), numbered)
    pour(connection, "search_rows", ("report_id", "n"), sorted((report, n) for n, report, _ in numbered))
