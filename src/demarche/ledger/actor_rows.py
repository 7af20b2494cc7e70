"""Actors as rows: one for each name, side and kind, with the words it is found by. Never changed, never removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from demarche.ledger.names import key, words
from demarche.ledger.schema import actor_words, actors

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["actor_id"]


def actor_id(connection: Connection, name: str, side: str, kind: str) -> int:
    """The id of this actor's row, made if need be."""
    found = connection.scalar(_same(name, side, kind))
    if found is not None:
        return int(found)
    row = {"name": name, "side": side, "kind": kind, "name_key": key(name), "side_key": key(side) if side else ""}
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(insert(actors).on_conflict_do_nothing(), row)  # another writer may have been quicker
    made = connection.execute(_same(name, side, kind)).scalar_one()
    found_by = [{"word": word, "actor_id": made} for word in sorted(set(words(name)))]
    if found_by:
        connection.execute(insert(actor_words).on_conflict_do_nothing(), found_by)
    return int(made)


def _same(name: str, side: str, kind: str) -> sa.Select[Any]:
    return sa.select(actors.c.id).where(actors.c.name == name, actors.c.side == side, actors.c.kind == kind)
