"""An event by hand: a document that renders it, a report that quotes it, and the decision that brought it in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.entries import EXTRACTOR, entry
from demarche.errors import UsageError
from demarche.ledger import runs
from demarche.ledger.decisions.anchors import anchors_of
from demarche.ledger.decisions.table import append
from demarche.ledger.rows import Run
from demarche.ledger.schema import documents, reports
from demarche.ledger.schema import runs as run_rows
from demarche.ledger.writing import add

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from demarche.ledger.rows import Decision

__all__ = ["enter"]


def enter(
    connection: Connection,
    values: Mapping[str, str | Sequence[str]],
    author: str,
    note: str,
    source_urls: Sequence[str],
) -> tuple[str, tuple[Decision, ...]]:
    """Add it, and say who did; the id of its report, and the decision."""
    if not author.strip():
        raise UsageError("who enters this? nothing was written; name the author: --author NAME")
    today = datetime.now(UTC).date()
    document, report = entry(values, author=author.strip(), source_urls=source_urls, note=note, day=today)
    there = sa.and_(documents.c.hash == document.content_hash, documents.c.superseded_at.is_(None))
    known = connection.scalar(sa.select(reports.c.id).select_from(reports.join(documents)).where(there))
    if known:
        raise UsageError(f"this was entered already: row {known}; nothing was written")
    add(connection, document, (report,), _run(connection))
    current = sa.and_(documents.c.hash == document.content_hash, reports.c.retired_at.is_(None))
    report_id = connection.scalars(sa.select(reports.c.id).select_from(reports.join(documents)).where(current)).one()
    given: dict[str, Any] = {"values": {k: v if isinstance(v, str) else list(v) for k, v in values.items()}}
    row = {"verdict": "enter", "on": anchors_of(connection, [report_id])[0].evidence}
    return report_id, append(connection, author, note, [row | {"value": given | {"sources": list(source_urls)}}])


def _run(connection: Connection) -> Run:
    """The one run of all that is entered by hand, which is no run of reading."""
    old = connection.scalar(sa.select(sa.func.min(run_rows.c.id)).where(run_rows.c.extractor == EXTRACTOR))
    if old is not None:
        return Run(int(old), EXTRACTOR, "")
    return runs.finish(connection, runs.start(connection, EXTRACTOR), 0)
