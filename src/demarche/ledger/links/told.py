"""A report as linking sees it: folded names, days, a length, words; and as JSON, so that it is worked out only once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any

__all__ = ["NARROW", "Party", "Told"]

NARROW = 7  # days; a longer interval says too little to be put with one day


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of a report with folded names; `side` is '' where nobody knows it."""

    role: str
    name: str
    side: str
    kind: str

    @property
    def label(self) -> str:
        """The side it stands for, else the last word of its name: what reports are looked up by."""
        return self.side or self.surname

    @property
    def surname(self) -> str:
        """The last word of its name."""
        return self.name.rpartition(" ")[2]

    @property
    def person(self) -> bool:
        """True for a person, and for a name that nobody knows anything of."""
        return self.kind == "person" or (self.kind == "" and self.side != self.name)

    def same_as(self, other: Party) -> bool:
        """True for one name, or a bare surname of the same side."""
        if self.name == other.name:
            return True
        one_is_short = " " not in self.name or " " not in other.name
        sides = self.side == other.side or not self.side or not other.side
        return one_is_short and sides and self.person and other.person and self.surname == other.surname


@dataclass(frozen=True)
class Told:
    """Everything of one report that linking looks at."""

    id: str
    kind: str
    document: str  # hash
    types: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    parties: tuple[Party, ...] = ()
    earliest: date | None = None
    latest: date | None = None
    approximate: bool = False
    published: date | None = None
    publisher: str = ""
    speaks_for: str = ""
    clock: int | None = None  # minutes after midnight, as written
    zone: str = ""  # of the clock: "gmt", "moscow", "" where none is named
    part: str = ""  # of the day: morning, afternoon, evening
    midnight: bool = False  # about midnight: the two ends may date it differently
    minutes: tuple[int | None, int | None] | None = None
    place: str = ""
    within: str = ""  # the state that the place lies in, where the facts know it
    ordinal: tuple[int, str] | None = None  # (2, "day"): "the second call that day"
    again: bool = False  # "spoke again", "a second call": not the first of them
    several: bool = False  # "spoke several times": not one contact
    topics: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()  # of measure, content, condition, quotation
    figures: frozenset[str] = frozenset()  # numbers among them
    deadline: str = ""
    stance: str = ""
    mode: str = ""  # PLOVER root of an act, channel of nothing else
    value: str = ""  # of a claim
    relation: str = ""
    period: str = ""

    @property
    def width(self) -> int | None:
        """Days from the earliest to the latest that it may be of; None where an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days

    @property
    def exact(self) -> bool:
        """One day, and not only about right."""
        return self.width == 0 and not self.approximate

    @property
    def wide(self) -> bool:
        """Too wide an interval to be put with one day, or several contacts told at once."""
        return self.several or self.width is None or self.width > NARROW

    def of(self, *roles: str) -> tuple[Party, ...]:
        """Its parties in these roles."""
        return tuple(p for p in self.parties if p.role in roles)

    @cached_property
    def sides(self) -> dict[str, tuple[Party, ...]]:
        """Of a contact: who takes part, by side; a person of no known side is a side of his own."""
        found: dict[str, list[Party]] = defaultdict(list)
        for party in self.of("participants"):
            if party.kind != "group" or party.side:
                found[party.label].append(party)
        return {side: tuple(parties) for side, parties in found.items()}

    @property
    def open(self) -> bool:
        """Of a contact: fewer than two of its sides are known."""
        return len({p.side for p in self.of("participants") if p.side}) < 2

    def plain(self) -> dict[str, Any]:
        """For JSON; what is empty is left out."""
        made: dict[str, Any] = {}
        for name in _NAMES:
            value = getattr(self, name)
            if value or (value == 0 and name == "clock"):
                made[name] = _PLAIN.get(name, _same)(value)
        return made

    @classmethod
    def read(cls, plain: dict[str, Any]) -> Told:
        """What `plain` wrote."""
        return cls(**{name: _READ.get(name, _same)(value) for name, value in plain.items()})


def _same(value: Any) -> Any:
    return value


_NAMES = tuple(f.name for f in fields(Told))
_SETS = ("types", "statuses", "topics", "words", "figures")
_DATES = ("earliest", "latest", "published")
_PLAIN: dict[str, Any] = {
    **dict.fromkeys(_SETS, sorted),
    **dict.fromkeys(_DATES, date.isoformat),
    "parties": lambda parties: [[p.role, p.name, p.side, p.kind] for p in parties],
}
_READ: dict[str, Any] = {
    **dict.fromkeys(_SETS, frozenset),
    **dict.fromkeys(_DATES, date.fromisoformat),
    **dict.fromkeys(("minutes", "ordinal"), tuple),
    "parties": lambda parties: tuple(Party(*p) for p in parties),
}
