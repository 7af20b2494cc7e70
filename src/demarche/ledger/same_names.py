"""Names that people said are one actor: `actors.same_as` as a function of those decisions.

A decision `same_actor` or `alias` says that `other` is `name`. The rows of `other` (one for each side and kind it was
met with) point to the row of `name` that is most like them. It is done anew whenever a decision or an actor is added,
so a document that is read later finds its actors already merged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.ledger.chunks import SqlRow
from demarche.ledger.names import key
from demarche.ledger.schema import actors, decisions

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["canonical", "mark_same"]

_ABOUT_NAMES = sa.select(decisions.c.value, decisions.c.undone_at).where(decisions.c.document_hash == "")


def mark_same(connection: Connection) -> set[int]:
    """Point every merged actor to the one it is, and no other; the actors that were pointed anew."""
    made = connection.execute(_ABOUT_NAMES.order_by(decisions.c.id)).all()
    if not made:
        return set()
    pairs = ((row.value["name"], row.value["other"]) for row in made if not row.undone_at)
    wanted = _targets(connection, canonical(pairs))
    pointing = connection.execute(sa.select(actors.c.id, actors.c.same_as).where(actors.c.same_as > 0))
    marked = {row.id: row.same_as for row in pointing}
    changed = {i for i in marked.keys() | wanted.keys() if marked.get(i) != wanted.get(i)}
    for actor_id in sorted(changed):
        pointed = actors.update().where(actors.c.id == actor_id).values(same_as=wanted.get(actor_id))
        connection.execute(pointed)
    return changed


def canonical(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """From (name, other) pairs in order: the key of each other name -> the key of the name it is shown under."""
    of: dict[str, str] = {}

    def root(name: str) -> str:
        while name in of:
            name = of[name]
        return name

    for name, other in pairs:
        kept, joined = root(key(name)), root(key(other))
        if kept != joined:
            of[joined] = kept
    return {name: root(name) for name in of}


def _targets(connection: Connection, same: Mapping[str, str]) -> dict[int, int]:
    """The id of each merged actor -> the id of the one it is."""
    rows: dict[str, list[SqlRow]] = defaultdict(list)
    columns = (actors.c.id, actors.c.side, actors.c.kind, actors.c.name_key)
    named = actors.c.name_key.in_({*same.keys(), *same.values()})
    for row in connection.execute(sa.select(*columns).where(named).order_by(actors.c.id)):
        rows[row.name_key].append(row)
    found = {}
    for name, target in same.items():
        for row in rows[name]:
            if rows[target]:
                found[row.id] = max(rows[target], key=lambda r, row=row: _likeness(row, r)).id  # type: ignore[misc]
    return found


def _likeness(row: SqlRow, target: SqlRow) -> tuple[bool, bool, bool, int]:
    return row.side == target.side, row.kind == target.kind, not target.side, -target.id
