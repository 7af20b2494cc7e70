"""Runs: when which extractor read what, with counts that grow with every document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.ledger.chunks import SqlRow, new_id
from demarche.ledger.clock import now
from demarche.ledger.rows import Outcome, Run
from demarche.ledger.schema import runs

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["finish", "last", "note", "start"]

_COUNTS = ("new", "unchanged", "new_versions", "reread", "skipped", "reports")
_COLUMNS = {
    Outcome.NEW: runs.c.new,
    Outcome.UNCHANGED: runs.c.unchanged,
    Outcome.NEW_VERSION: runs.c.new_versions,
    Outcome.REREAD: runs.c.reread,
}
_NOTE = {
    outcome: runs.update()
    .where(runs.c.id == sa.bindparam("of_run"))
    .values({column: column + sa.bindparam("many"), runs.c.reports: runs.c.reports + sa.bindparam("more")})
    for outcome, column in _COLUMNS.items()
}


def start(connection: Connection, extractor: str) -> Run:
    """A new row, unfinished."""
    started = now()
    row: dict[str, Any] = {"extractor": extractor, "started_at": started, **dict.fromkeys(_COUNTS, 0)}
    return Run(new_id(connection, runs, row), extractor, started)


def note(connection: Connection, run: Run, outcome: Outcome, reports: int, documents: int = 1) -> None:
    """Count documents, in the transaction that adds them."""
    connection.execute(_NOTE[outcome], {"of_run": run.id, "more": reports, "many": documents})


def finish(connection: Connection, run: Run, skipped: int) -> Run:
    """Write the time it ended and read the counts back."""
    connection.execute(runs.update().where(runs.c.id == run.id).values(finished_at=now(), skipped=skipped))
    return _run(connection.execute(runs.select().where(runs.c.id == run.id)).one())


def last(connection: Connection) -> Run | None:
    """The run that started last."""
    row = connection.execute(runs.select().order_by(runs.c.id.desc()).limit(1)).first()
    return _run(row) if row else None


def _run(row: SqlRow) -> Run:
    counts = {name: getattr(row, name) for name in _COUNTS}
    return Run(row.id, row.extractor, row.started_at, row.finished_at, **counts)
