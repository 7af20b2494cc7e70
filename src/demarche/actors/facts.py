"""The authority facts as rows: states, institutions, people and their terms of office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

DATA = files("demarche.actors") / "data"


@dataclass(frozen=True, slots=True)
class State:
    """A state with the words that name it; `seats` are the places its government is named by."""

    id: str
    name: str
    capital: str
    demonyms: tuple[str, ...]
    aliases: tuple[str, ...]
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Institution:
    """An organisation, ministry, parliament or armed group; `state` is the id of its state, if it has one."""

    id: str
    name: str
    kind: str
    state: str
    aliases: tuple[str, ...]
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person who holds or held an office; `gender` is ``m``, ``f`` or empty."""

    id: str
    name: str
    surname: str
    aliases: tuple[str, ...]
    gender: str


@dataclass(frozen=True, slots=True)
class Term:
    """An office held: whose, for which state or institution (id), from when to when (ISO, may be cut short)."""

    person: str
    office: str
    place: str
    start: str
    end: str
    basis: str

    def covers(self, day: str, slack: int = 0) -> bool:
        """True when the office was held on this ISO day; `slack` widens both ends by that many years."""
        if not slack:
            return self.start <= day and (not self.end or day[: len(self.end)] <= self.end)
        year = int(day[:4])
        begins = int(self.start[:4] or 0) - slack
        return begins <= year and (not self.end or year <= int(self.end[:4]) + slack)


def rows(name: str) -> Iterator[list[str]]:
    """Yield the cells of one packaged table."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        yield line.split("\t")


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def states() -> Iterator[State]:
    """Yield every state."""
    for i, name, capital, demonyms, aliases, seats in rows("states.tsv"):
        yield State(i, name, capital, _list(demonyms), _list(aliases), _list(seats))


def institutions() -> Iterator[Institution]:
    """Yield every institution."""
    for i, name, kind, state, aliases, start, end in rows("institutions.tsv"):
        yield Institution(i, name, kind, state, _list(aliases), start, end)


def people() -> Iterator[Person]:
    """Yield every person."""
    for i, name, surname, aliases, gender in rows("people.tsv"):
        yield Person(i, name, surname, _list(aliases), gender)


def terms() -> Iterator[Term]:
    """Yield every term of office."""
    for cells in rows("offices.tsv"):
        yield Term(*cells)


def given_names() -> Iterator[tuple[str, str]]:
    """Yield (given name, ``m`` or ``f``) for names common in several countries."""
    for gender, names in rows("given_names.tsv"):
        yield from ((name, gender) for name in names.split("|"))


def venues() -> Iterator[tuple[str, str]]:
    """Yield (name, id of its state) for cities and residences where diplomacy happens, beside the capitals."""
    for state, names in rows("venues.tsv"):
        yield from ((name, state) for name in names.split("|"))
