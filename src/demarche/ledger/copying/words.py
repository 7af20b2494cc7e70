"""The tables of free text of a copy: words of reports as they are, of documents made anew where they are not kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from demarche.ledger.copying.loading import put
from demarche.ledger.copying.tables import rows
from demarche.ledger.searching import folded

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["copy_words"]

Batches = Iterator[list[tuple[Any, ...]]]


def copy_words(old: Connection, new: Connection, step: Callable[[int], None]) -> None:
    """Make what is in the new ledger findable by its words."""
    documents = ["id", "words"] if _on_server(new) else ["rowid", "words"]
    put(new, "search_documents", documents, _passing(_documents(old), step))
    told = _passing(rows(old, "SELECT report_id, words FROM search_reports"), step)
    if _on_server(new):
        put(new, "search_reports", ["report_id", "words"], told)
    else:
        put(new, "search_reports", ["rowid", "report_id", "words"], _numbered(told))
        new.exec_driver_sql("INSERT INTO search_rows (report_id, n) SELECT report_id, rowid FROM search_reports")


def _documents(old: Connection) -> Batches:
    if _on_server(old):
        yield from rows(old, "SELECT id, words FROM search_documents")
        return
    for batch in rows(old, "SELECT id, title, text FROM documents"):
        yield [(number, folded(f"{title} {text}")) for number, title, text in batch]


def _passing(batches: Batches, step: Callable[[int], None]) -> Batches:
    for batch in batches:
        yield batch
        step(len(batch))


def _numbered(told: Batches) -> Batches:
    number = 0
    for batch in told:
        yield [(number + n, *row) for n, row in enumerate(batch, 1)]
        number += len(batch)


def _on_server(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"
