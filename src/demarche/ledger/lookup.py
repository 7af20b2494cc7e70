"""One report by its id or the beginning of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.errors import UsageError
from demarche.ledger.chunks import SqlRow
from demarche.ledger.ids import ALPHABET, LENGTH
from demarche.ledger.schema import reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["one_report"]


def one_report(connection: Connection, report_id: str) -> SqlRow:
    """The row (id, kind, document_id); UsageError when no id or several begin like that."""
    prefix = report_id.strip().lower()
    if not prefix or not set(prefix) <= set(ALPHABET):
        raise UsageError(f"{report_id!r} is not the id of a report; ids are in the first column of: demarche events")
    beginning = sa.and_(reports.c.id >= prefix, reports.c.id <= prefix.ljust(LENGTH, "z"))
    columns = (reports.c.id, reports.c.kind, reports.c.document_id)
    rows = connection.execute(sa.select(*columns).where(beginning).order_by(reports.c.id).limit(3)).all()
    if not rows:
        raise UsageError(f"no report {report_id} in this ledger; ids are in the first column of: demarche events")
    if len(rows) > 1 and rows[0].id != prefix:
        raise UsageError(f"several reports begin with {report_id}: {rows[0].id}, {rows[1].id}, …; give more of the id")
    return rows[0]
