"""What a ledger's documents cover: how many there are of each source in each month.

The table `coverage` holds the current documents (no superseded versions) by publisher, class of source and month of
publication ('' when nobody knows the day). The database keeps it in step with `documents` by itself, whoever writes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.ledger.filtering import conditions
from demarche.ledger.rows import Cell, Filters
from demarche.ledger.schema import coverage, documents, events, reports
from demarche.ledger.unindexed import unindexed
from demarche.model import KINDS

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["CREATE", "by_month", "cells", "cells_telling", "days", "events_by_month"]

_KEY = "(publisher, source_class, month)"
_ONE_MORE = f"""INSERT INTO coverage (publisher, source_class, month, documents)
SELECT NEW.publisher, NEW.source_class, COALESCE(substr(NEW.date, 1, 7), ''), 1 WHERE NEW.superseded_at IS NULL
ON CONFLICT {_KEY} DO UPDATE SET documents = coverage.documents + 1;"""
_ONE_LESS = """UPDATE coverage SET documents = documents - 1
WHERE OLD.superseded_at IS NULL AND publisher = OLD.publisher AND source_class = OLD.source_class
AND month = COALESCE(substr(OLD.date, 1, 7), '');"""
_COLUMNS = "publisher, source_class, date, superseded_at"

#: what keeps the table in step, by dialect
CREATE: dict[str, tuple[str, ...]] = {
    "sqlite": (
        f"CREATE TRIGGER coverage_added AFTER INSERT ON documents BEGIN {_ONE_MORE} END",
        f"CREATE TRIGGER coverage_changed AFTER UPDATE OF {_COLUMNS} ON documents BEGIN {_ONE_LESS} {_ONE_MORE} END",
        f"CREATE TRIGGER coverage_removed AFTER DELETE ON documents BEGIN {_ONE_LESS} END",
    ),
    "postgresql": (
        f"""CREATE FUNCTION keep_coverage() RETURNS trigger AS $$ BEGIN
        IF TG_OP <> 'INSERT' THEN {_ONE_LESS} END IF;
        IF TG_OP <> 'DELETE' THEN {_ONE_MORE} END IF;
        RETURN NULL; END $$ LANGUAGE plpgsql""",
        f"""CREATE TRIGGER coverage_kept AFTER INSERT OR DELETE OR UPDATE OF {_COLUMNS} ON documents
        FOR EACH ROW EXECUTE FUNCTION keep_coverage()""",
    ),
}


def cells(connection: Connection) -> list[Cell]:
    """Current documents by source and month."""
    query = sa.select(coverage).where(coverage.c.documents > 0)
    rows = connection.execute(query.order_by(coverage.c.publisher, coverage.c.source_class, coverage.c.month))
    return [Cell(row.publisher, row.source_class, row.month, row.documents) for row in rows]


def by_month(connection: Connection) -> list[Cell]:
    """Current documents by class of source and month; the publisher is ''."""
    key = (coverage.c.source_class, coverage.c.month)
    query = sa.select(*key, sa.func.sum(coverage.c.documents)).where(coverage.c.documents > 0).group_by(*key)
    return [Cell("", row[0], row[1], int(row[2])) for row in connection.execute(query)]


def cells_telling(connection: Connection, filters: Filters) -> list[Cell]:
    """The same of those documents that hold a report which passes the filters."""
    telling = sa.select(reports.c.document_id).where(*_passing(connection, filters))
    month = sa.func.coalesce(sa.func.substr(documents.c.date, 1, 7), "")
    key = (documents.c.publisher, documents.c.source_class, month)
    current = (documents.c.id.in_(telling), documents.c.superseded_at.is_(None))
    query = sa.select(*key, sa.func.count()).where(*current).group_by(*key).order_by(*key)
    return [Cell(*row) for row in connection.execute(query)]


def days(connection: Connection) -> tuple[str | None, str | None]:
    """First and last publication day of the current documents; entries are none, theirs is the day of entering."""
    current = (
        documents.c.superseded_at.is_(None),
        documents.c.date.is_not(None),
        documents.c.source_class != "entry",
    )
    found = [
        connection.scalar(sa.select(documents.c.date).where(*current).order_by(order).limit(1))
        for order in (documents.c.date, documents.c.date.desc())
    ]
    return found[0], found[1]


def events_by_month(
    connection: Connection, months: Sequence[str], filters: Filters | None = None
) -> dict[str, dict[str, int]]:
    """Month (`2025-03`) -> kind -> how many events begin in it: those of the filters, or all of these months.

    Without filters each month and kind is a stretch of an index: counting a million that way takes a fraction of the
    time that grouping them would.
    """
    if filters is not None:
        return _grouped(connection, filters)
    if not months:
        return {}
    asked = sa.values(sa.column("month", sa.String), name="asked").data([(month,) for month in months]).cte()
    begun = (_begun(kind, asked.c.month).label(kind) for kind in KINDS)
    rows = connection.execute(sa.select(asked.c.month, *begun))
    return {row[0]: {kind: n for kind, n in zip(KINDS, row[1:], strict=True) if n} for row in rows}


def _begun(kind: str, month: sa.ColumnElement[str]) -> sa.ScalarSelect[int]:
    in_month = (events.c.earliest >= month, events.c.earliest < month + "-99")
    count = sa.select(sa.func.count()).select_from(events).where(events.c.kind == kind, *in_month)
    return count.scalar_subquery()


def _grouped(connection: Connection, filters: Filters) -> dict[str, dict[str, int]]:
    telling = sa.select(reports.c.event_id).where(*_passing(connection, filters))
    month = sa.func.substr(events.c.earliest, 1, 7)
    known = (events.c.id.in_(telling), events.c.earliest.is_not(None))
    query = sa.select(month, events.c.kind, sa.func.count()).where(*known).group_by(month, events.c.kind)
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for row in connection.execute(query):
        found[str(row[0])][row[1]] = int(row[2])
    return dict(found)


def _passing(connection: Connection, filters: Filters) -> list[sa.ColumnElement[bool]]:
    """Of somebody's reports the kind is looked at one by one: a ledger that was never analysed would else begin with
    all reports of that kind."""
    if not (filters.kind and (filters.who or filters.with_)):
        return conditions(connection, filters)
    return [*conditions(connection, replace(filters, kind=())), unindexed(reports.c.kind).in_(filters.kinds)]
