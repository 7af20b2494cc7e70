"""Which events may be one with which others: those between whose reports a link says "perhaps"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.ledger.chunks import chunks
from demarche.ledger.schema import links, reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["twins"]


def twins(connection: Connection, event_ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """Event id -> ids of the events that it may be one with; events without any are not there."""
    found: dict[str, set[str]] = defaultdict(set)
    for batch in chunks(sorted(set(event_ids))):
        for query in _QUERIES:
            for row in connection.execute(query, {"asked": batch}):
                found[row.mine].add(row.theirs)
    return {event: frozenset(others) for event, others in found.items()}


_MINE, _OTHER = reports.alias("mine"), reports.alias("other")
_PERHAPS = (
    _MINE.c.event_id.in_(sa.bindparam("asked", expanding=True)),
    links.c.verdict == "perhaps",
    _MINE.c.retired_at.is_(None),
    _OTHER.c.retired_at.is_(None),
    _MINE.c.event_id != _OTHER.c.event_id,
)
#: links name two reports in the order of their ids: either may be the one asked about
_QUERIES = tuple(
    sa.select(_MINE.c.event_id.label("mine"), _OTHER.c.event_id.label("theirs"))
    .select_from(links.join(_MINE, _MINE.c.id == near).join(_OTHER, _OTHER.c.id == far))
    .where(*_PERHAPS)
    for near, far in ((links.c.a, links.c.b), (links.c.b, links.c.a))
)
