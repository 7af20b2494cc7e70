"""Two names, one actor; and names that no document of the ledger bears yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.errors import UsageError
from demarche.ledger.actor_rows import actor_ids
from demarche.ledger.chunks import SqlRow
from demarche.ledger.decisions.settling import settle
from demarche.ledger.decisions.table import NOWHERE, append, every
from demarche.ledger.names import key, resolve
from demarche.ledger.same_names import canonical
from demarche.ledger.schema import actors, decisions

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from demarche.ledger.rows import Decision

__all__ = ["alias", "same_actor"]


def same_actor(connection: Connection, name: str, other: str, author: str, note: str) -> tuple[Decision, ...]:
    """Say that both names, which the ledger knows, are one actor; it is shown under the first."""
    kept, joined = _known(connection, name), _known(connection, other)
    row = _row(connection, "same_actor", kept[0].name, joined[0].name)
    made = append(connection, author, note, [row])
    settle(connection, made)
    return made


def alias(connection: Connection, name: str, also: str, author: str, note: str) -> tuple[Decision, ...]:
    """Say that an actor is also called something; when a document does so, it will be known."""
    kept = _known(connection, name)
    words = " ".join(also.split())
    if not key(words):
        raise UsageError(f"{also!r} is no name; nothing was written")
    row = _row(connection, "alias", kept[0].name, words)
    actor_ids(connection, [(words, kept[0].side, kept[0].kind)], origin="person")
    made = append(connection, author, note, [row])
    settle(connection, made)
    return made


def _row(connection: Connection, verdict: str, name: str, other: str) -> dict[str, Any]:
    if key(name) == key(other):
        raise UsageError(f"{name} and {other} are one name already; nothing was written")
    stands = every(connection, sa.and_(decisions.c.document_hash == "", decisions.c.undone_at.is_(None)))
    pairs = [(d.value["name"], d.value["other"]) for d in stands]
    root = canonical(pairs)
    if root.get(key(name), key(name)) == root.get(key(other), key(other)):
        raise UsageError(f"{name} and {other} are one actor already; nothing was written")
    return {"verdict": verdict, "on": NOWHERE, "value": {"name": name, "other": other}}


def _known(connection: Connection, name: str) -> list[SqlRow]:
    """The rows of one name, in full or as typed when it means one name only."""
    rows = _rows(connection, key(name))
    if rows:
        return rows
    meant = list(dict.fromkeys(actor.name for actor in resolve(connection, name).actors))
    if len(meant) == 1:
        return _rows(connection, key(meant[0]))
    several = f"; it may be {', '.join(meant[:5])}: give the full name" if meant else "; find it: demarche events --who"
    raise UsageError(f"no actor {name} in this ledger{several}; nothing was written")


def _rows(connection: Connection, name_key: str) -> list[SqlRow]:
    columns = (actors.c.id, actors.c.name, actors.c.side, actors.c.kind)
    query = sa.select(*columns).where(actors.c.name_key == name_key)
    return list(connection.execute(query.order_by(actors.c.side == "", actors.c.kind == "", actors.c.id)))
