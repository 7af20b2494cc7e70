"""The views of a ledger: the part of it that SQL of others may rely on. docs/query.md lists them.

Each is made with the tables (`migrations/`), so any SQLite tool sees them too. All show what stands: the latest
versions of documents, no report that was replaced or rejected, no decision that was taken back.
"""

from __future__ import annotations

from demarche.ledger.views.around import AROUND
from demarche.ledger.views.kinds import OF_EVENTS
from demarche.ledger.views.told import OF_REPORTS
from demarche.ledger.views.view import Column, Form, View

__all__ = ["TABLES", "VIEWS", "Column", "Form", "View", "statements"]

VIEWS: tuple[View, ...] = (*OF_EVENTS, *OF_REPORTS, *AROUND)

#: the tables that they are made of; a query may read these too, and no other table
TABLES = (
    "actors",
    "coverage",
    "decisions",
    "documents",
    "events",
    "field_spans",
    "fields",
    "links",
    "participants",
    "report_spans",
    "reports",
)


def statements(dialect: str) -> tuple[str, ...]:
    """What makes them all, in this dialect."""
    return tuple(view.create(dialect) for view in VIEWS)
