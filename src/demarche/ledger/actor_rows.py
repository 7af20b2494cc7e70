"""Actors as rows: one for each name, side and kind, with the words it is found by.

Never changed; never removed, except those that only a decision had named and that was taken back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

import sqlalchemy as sa

from demarche.ledger.chunks import chunks
from demarche.ledger.names import key, words
from demarche.ledger.same_names import mark_same
from demarche.ledger.schema import actor_words, actors, participants

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["Actor", "actor_ids", "drop_unused"]

Actor: TypeAlias = tuple[str, str, str]  # name, side, kind; '' where not known

_NAMED = sa.select(actors.c.id, actors.c.name, actors.c.side, actors.c.kind).where(
    actors.c.name.in_(sa.bindparam("names", expanding=True))
)


def actor_ids(connection: Connection, wanted: Iterable[Actor], *, origin: str | None = None) -> dict[Actor, int]:
    """The ids of these actors' rows, made where need be; `origin` is "person" for those that a decision brings in."""
    asked = set(wanted)
    found = _find(connection, asked)
    missing = sorted(asked - found.keys())
    if missing:
        _insert(connection, missing, origin)
        found |= _find(connection, missing)
        _index(connection, {actor: found[actor] for actor in missing})
        mark_same(connection)
    return found


def drop_unused(connection: Connection, ids: Iterable[int]) -> None:
    """Forget those of these actors that only a decision brought in and that nothing names any more."""
    for batch in chunks(dict.fromkeys(ids)):
        named = sa.exists().where(participants.c.actor_id == actors.c.id)
        brought_in = sa.and_(actors.c.origin == "person", actors.c.same_as.is_(None), ~named)
        gone = list(connection.scalars(sa.select(actors.c.id).where(actors.c.id.in_(batch), brought_in)))
        pointed = set(connection.scalars(sa.select(actors.c.same_as).where(actors.c.same_as.in_(gone))))
        for table, column in ((actor_words, actor_words.c.actor_id), (actors, actors.c.id)):
            connection.execute(table.delete().where(column.in_(set(gone) - pointed)))


def _find(connection: Connection, asked: Iterable[Actor]) -> dict[Actor, int]:
    found: dict[Actor, int] = {}
    for batch in chunks(sorted({name for name, _, _ in asked})):
        for row in connection.execute(_NAMED, {"names": batch}):
            found[row.name, row.side, row.kind] = int(row.id)
    return found


def _insert(connection: Connection, missing: list[Actor], origin: str | None) -> None:
    """Insert them; another writer may have been quicker, and that is fine."""
    rows = [
        {"name": name, "side": side, "kind": kind, "name_key": key(name), "side_key": key(side), "origin": origin}
        for name, side, kind in missing
    ]
    _insert_new(connection, actors, rows)


def _index(connection: Connection, made: dict[Actor, int]) -> None:
    rows = [{"word": word, "actor_id": i} for (name, _, _), i in made.items() for word in sorted(set(words(name)))]
    if rows:
        _insert_new(connection, actor_words, rows)


def _insert_new(connection: Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
    """Insert the rows that are not there yet. Only the dialect in use is imported: asking needs neither."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as postgresql_insert

        connection.execute(postgresql_insert(table).on_conflict_do_nothing(), rows)
    else:
        from sqlalchemy.dialects.sqlite import insert as sqlite_insert

        connection.execute(sqlite_insert(table).on_conflict_do_nothing(), rows)
