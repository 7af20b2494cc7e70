"""What many new documents cover: the trigger stands aside, and they are counted by one statement for each cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.ledger.covering import CREATE

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["counted"]

Source = tuple[str, str, str | None]  # publisher, class, day

_MORE = sa.text(
    "INSERT INTO coverage (publisher, source_class, month, documents) VALUES (:publisher, :source_class, :month, :more)"
    " ON CONFLICT (publisher, source_class, month) DO UPDATE SET documents = coverage.documents + :more"
)


@contextmanager
def counted(connection: Connection, sources: Iterable[Source]) -> Iterator[None]:
    """Documents of these sources, all current, are put in inside this."""
    aside, again = _TRIGGER[connection.dialect.name]
    connection.exec_driver_sql(aside)
    yield
    connection.exec_driver_sql(again)
    cells = Counter((publisher, source_class, (day or "")[:7]) for publisher, source_class, day in sources)
    names = ("publisher", "source_class", "month", "more")
    rows = [dict(zip(names, (*cell, more), strict=True)) for cell, more in sorted(cells.items())]
    if rows:
        connection.execute(_MORE, rows)


_TRIGGER = {
    "sqlite": ("DROP TRIGGER coverage_added", CREATE["sqlite"][0]),
    "postgresql": (
        "ALTER TABLE documents DISABLE TRIGGER coverage_kept",
        "ALTER TABLE documents ENABLE TRIGGER coverage_kept",
    ),
}
