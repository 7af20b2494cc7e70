"""Names as a ledger finds them: keys without accents, case or spelling habits, and whom a typed name stands for.

Keys are those of `demarche.actors.names`, so that Zelensky, Zelenskyy and Zelenskiy are one word. They are stored
beside each actor; a change of that folding needs a migration that writes them anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeAlias

import sqlalchemy as sa

from demarche.actors.cyrillic import bare as bare_word
from demarche.actors.cyrillic import is_cyrillic, latin
from demarche.actors.names import person_key, pieces
from demarche.ledger.chunks import SqlRow
from demarche.ledger.officers import facts, held
from demarche.ledger.rows import Holder, Match, Participant
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


@lru_cache(maxsize=100_000)
def words(name: str) -> tuple[str, ...]:
    """The folded words of a name, in Latin letters."""
    spelled = " ".join(map(latin, name.split())) if is_cyrillic(name) else name
    return person_key(tuple(p for p in pieces(spelled) if p not in {",", "'s", "’s"}))


def key(name: str) -> str:
    """The folded words as one string, the form that is stored."""
    return " ".join(words(name))


def resolve(connection: Connection, name: str, since: str = "", until: str = "") -> Match:
    """Whom a name stands for. The first rule that finds somebody decides:

    office: whoever held it, by the authority facts, from `since` to `until` (ISO) · side: a state or body, or everybody
    who stands for it · name: the full name · part of the name: all its words. Known short forms of states and bodies
    ("US", "UK", "EU") and titles before a name are understood.
    """
    officers = _officers(connection, name, since, until)
    if officers:
        return officers
    for asked in _readings(name):
        match = _whole(connection, asked) or _partly(connection, asked)
        if match:
            return Match(name, *_with_the_same(connection, match))
    return Match(name, "nobody", holders=tuple(Holder(h.name, h.since, h.until) for h in held(name, since, until)))


def resolve_all(
    connection: Connection, names: str | Iterable[str], since: str = "", until: str = ""
) -> tuple[Match, ...]:
    """The same for one name or several that are pooled."""
    asked = [names] if isinstance(names, str) else names
    return tuple(resolve(connection, name, since, until) for name in asked)


def _officers(connection: Connection, name: str, since: str, until: str) -> Match | None:
    """Those who held the office of this phrase and are named in this ledger, each for the term; else None."""
    found: list[tuple[Holder, _Found]] = []
    for one in held(name, since, until):
        spellings = (one.name, *(name for name in facts().people[one.person].aliases if " " in name))
        if match := next((m for name in spellings if (m := _whole(connection, words(name)))), None):
            whole = _with_the_same(connection, match)
            found.append((Holder(one.name, one.since, one.until, whole[2]), whole))
    if not found:
        return None
    actors_ = tuple(dict.fromkeys(actor for _, match in found for actor in match[1]))
    ids = tuple(dict.fromkeys(i for _, match in found for i in match[2]))
    return Match(name, "office", actors_, ids, tuple(holder for holder, _ in found))


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
    """Actors of whom every word typed begins a word of their name: for suggestions while somebody types.

    Of an office those who held it, the latest first.
    """
    asked = words(typed)
    if not asked:
        return []
    officers = _officers(connection, typed, "", "")
    if officers:
        latest = {holder.name: None for holder in reversed(officers.holders)}
        return [actor for name in latest for actor in officers.actors if actor.name == name][:limit]
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
    readings = [asked, full or (), tuple(bare) if "of" not in asked else (), *_undeclined(name)]
    return [r for i, r in enumerate(readings) if r and r not in readings[:i]]


def _undeclined(name: str) -> list[tuple[str, ...]]:
    """A Cyrillic name without the endings of its case: `Зеленского`, `Обамы`, `Путиным`."""
    if not is_cyrillic(name):
        return []
    stems = [bare_word(word) for word in name.split()]
    endings = ("", "а", "ий")
    return [words(" ".join(stem + ending for stem in stems)) for ending in endings]


@cache
def _short_forms() -> dict[str, tuple[str, ...]]:
    """Other names of states and bodies -> the words of the name the codebook uses."""
    known = facts()
    forms: dict[str, tuple[str, ...]] = {}
    for group in (known.states, known.institutions):
        for item in group.values():
            label = known.label(item.id)
            for alias in (item.name, *item.aliases):
                forms.setdefault(key(alias), words(label))
    return forms


def _whole(connection: Connection, asked: tuple[str, ...]) -> _Found | None:
    """Actors of this very name, with those who stand for it; or a person whom the ledger also knows by surname only."""
    whole = " ".join(asked)
    found = connection.execute(_NAMED, {"whole": whole}).all()
    named = [row for row in found if row.name_key == whole]
    pooled = [row for row in found if row.name_key != whole]
    if pooled or any(row.kind in ("state", "institution") for row in named):
        return _match("side", [*named, *pooled])
    if named and len(asked) > 1:
        named += connection.execute(_SURNAMES, {"surname": asked[-1]}).all()
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


def _rows(connection: Connection, condition: sa.ColumnElement[bool]) -> list[SqlRow]:
    return list(connection.execute(_ACTORS.where(condition)))


# every page asks these: they are built once
_ACTORS = sa.select(actors.c.id, actors.c.name, actors.c.side, actors.c.kind).order_by(actors.c.id)
_NAMED = _ACTORS.add_columns(actors.c.name_key).where(
    sa.or_(actors.c.name_key == sa.bindparam("whole"), actors.c.side_key == sa.bindparam("whole"))
)
_SURNAMES = _ACTORS.where(actors.c.name_key == sa.bindparam("surname"), actors.c.kind.in_(("person", "")))
_ANY_MERGED = sa.select(actors.c.id).where(actors.c.same_as > 0).limit(1)  # by the index


def _match(rule: str, rows: list[SqlRow]) -> _Found:
    found = tuple(Participant("", row.name, row.side or None, row.kind or None) for row in rows)
    return rule, found, tuple(row.id for row in rows)
