"""Names as a ledger finds them: keys without accents, case or spelling habits, and whom a typed name stands for.

Keys are those of `demarche.actors.names`, so that Zelensky, Zelenskyy and Zelenskiy are one word. They are stored
beside each actor; a change of that folding needs a migration that writes them anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import sqlalchemy as sa

from demarche.actors import Authority
from demarche.actors.names import person_key, pieces
from demarche.ledger.chunks import SqlRow
from demarche.ledger.rows import Match, Participant
from demarche.ledger.schema import actor_words, actors, participants, reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

_Found: TypeAlias = "tuple[str, tuple[Participant, ...], tuple[int, ...]]"

__all__ = ["beginning", "everybody", "key", "resolve", "resolve_all", "words"]

#: titles that people put before a name when they ask
_TITLES = frozenset(
    [
        "president",
        "prime",
        "minister",
        "foreign",
        "secretary",
        "of",
        "state",
        "chancellor",
        "mr",
        "mrs",
        "ms",
        "king",
        "queen",
    ]
)


def words(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return person_key(tuple(p for p in pieces(name) if p not in {",", "'s", "’s"}))


def key(name: str) -> str:
    """The folded words as one string, the form that is stored."""
    return " ".join(words(name))


def resolve(connection: Connection, name: str) -> Match:
    """Whom a name stands for. The first rule that finds somebody decides:

    side: a state or body, or everybody who stands for it · name: the full name · part of the name: all its words.
    Known short forms of states and bodies ("US", "UK", "EU") and titles before a name are understood.
    """
    for asked in _readings(name):
        match = _whole(connection, asked) or _partly(connection, asked)
        if match:
            return Match(name, *_with_the_same(connection, match))
    return Match(name, "nobody")


def resolve_all(connection: Connection, names: str | Iterable[str]) -> tuple[Match, ...]:
    """The same for one name or several that are pooled."""
    return tuple(resolve(connection, name) for name in ([names] if isinstance(names, str) else names))


def everybody(connection: Connection) -> list[Participant]:
    """Every actor that a listed report names, by name; merged ones under the name they were merged into."""
    merged = actors.alias("merged")
    through = sa.exists().where(merged.c.same_as == actors.c.id, _listed(merged.c.id))
    told = sa.or_(sa.and_(actors.c.same_as.is_(None), _listed(actors.c.id)), through)
    columns = (actors.c.name, actors.c.side, actors.c.kind)
    rows = connection.execute(sa.select(*columns).where(told).order_by(actors.c.name, actors.c.side, actors.c.kind))
    return [Participant("", row.name, row.side or None, row.kind or None) for row in rows]


def _listed(actor_id: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    """A listed report names this actor; the index of participants finds the first one at once."""
    mine = sa.and_(participants.c.actor_id == actor_id, participants.c.report_id == reports.c.id)
    return sa.exists().where(mine, reports.c.retired_at.is_(None))


def beginning(connection: Connection, typed: str, limit: int) -> list[Participant]:
    """Actors of whom every word typed begins a word of their name: for suggestions while somebody types."""
    asked = words(typed)
    if not asked:
        return []
    having = [
        actors.c.id.in_(
            sa.select(actor_words.c.actor_id).where(actor_words.c.word >= w, actor_words.c.word < w + "\U0010ffff")
        )
        for w in asked
    ]
    query = sa.select(actors.c.name, actors.c.side, actors.c.kind).where(*having).order_by(actors.c.name).limit(limit)
    return [Participant("", row.name, row.side or None, row.kind or None) for row in connection.execute(query)]


def _readings(name: str) -> list[tuple[str, ...]]:
    """The words to look for, the likeliest first."""
    asked = words(name)
    full = _short_forms().get(" ".join(asked))
    bare = list(asked)
    while len(bare) > 1 and bare[0] in _TITLES:
        del bare[0]
    readings = [asked, full or (), tuple(bare) if "of" not in asked else ()]
    return [r for i, r in enumerate(readings) if r and r not in readings[:i]]


@cache
def _short_forms() -> dict[str, tuple[str, ...]]:
    """Other names of states and bodies -> the words of the name the codebook uses."""
    facts = Authority.load()
    forms: dict[str, tuple[str, ...]] = {}
    for group in (facts.states, facts.institutions):
        for item in group.values():
            label = facts.label(item.id)
            for alias in (item.name, *item.aliases):
                forms.setdefault(key(alias), words(label))
    return forms


def _whole(connection: Connection, asked: tuple[str, ...]) -> _Found | None:
    """Actors of this very name, with those who stand for it; or a person whom the ledger also knows by surname only."""
    whole = " ".join(asked)
    named = _rows(connection, actors.c.name_key == whole)
    pooled = _rows(connection, sa.and_(actors.c.side_key == whole, actors.c.name_key != whole))
    if pooled or any(row.kind in ("state", "institution") for row in named):
        return _match("side", [*named, *pooled])
    if named and len(asked) > 1:
        short = sa.and_(actors.c.name_key == asked[-1], actors.c.kind.in_(("person", "")))
        named += _rows(connection, short)
    return _match("name", named) if named and len(asked) > 1 else None


def _partly(connection: Connection, asked: tuple[str, ...]) -> _Found | None:
    having = [
        actors.c.id.in_(sa.select(actor_words.c.actor_id).where(actor_words.c.word == word)) for word in set(asked)
    ]
    found = _rows(connection, sa.and_(*having))
    if len(asked) == 1:  # "Putin" is a person, not "aides of Putin"
        found = [row for row in found if row.kind == "person"] or found
    return _match("part of the name", found) if found else None


def _with_the_same(connection: Connection, match: _Found) -> _Found:
    """With the actors that a person said are the same as one of these."""
    rule, _, ids = match
    if connection.scalar(_ANY_MERGED) is None:
        return match
    own = sa.select(sa.func.coalesce(actors.c.same_as, actors.c.id)).where(actors.c.id.in_(ids))
    group = set(connection.scalars(own))
    return _match(rule, _rows(connection, sa.or_(actors.c.id.in_(group), actors.c.same_as.in_(group))))


_ANY_MERGED = sa.select(actors.c.id).where(actors.c.same_as > 0).limit(1)  # by the index


def _rows(connection: Connection, condition: sa.ColumnElement[bool]) -> list[SqlRow]:
    columns = (actors.c.id, actors.c.name, actors.c.side, actors.c.kind)
    return list(connection.execute(sa.select(*columns).where(condition).order_by(actors.c.id)))


def _match(rule: str, rows: list[SqlRow]) -> _Found:
    found = tuple(Participant("", row.name, row.side or None, row.kind or None) for row in rows)
    return rule, found, tuple(row.id for row in rows)
