"""The register of one text: who has been named in it, and whom a short form means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from demarche.actors import Person
from demarche.actors.names import person_key, pieces


@dataclass(slots=True)
class Known:
    """A person of the text: fullest name, what it stands for, where it was first and last named."""

    name: str
    keys: tuple[str, ...]
    person: Person | None = None
    gender: str = ""
    side: str | None = None
    offices: set[str] = field(default_factory=set)
    first: int = -1
    last: int = -1
    shorts: set[tuple[str, ...]] = field(default_factory=set)  # short forms already used for this person


class Register:
    """Entries of people, found by name, by id and by any word of the name."""

    def __init__(self) -> None:
        self.known: list[Known] = []
        self._by_name: dict[str, Known] = {}
        self._by_person: dict[str, Known] = {}
        self._by_word: dict[str, list[Known]] = defaultdict(list)

    def enter(self, known: Known) -> Known:
        """Add an entry."""
        self.known.append(known)
        self.index(known)
        return known

    def index(self, known: Known) -> None:
        """Make an entry findable by its name as it now is."""
        self._by_name[known.name] = known
        words = {*person_key(known.keys)} if known.keys else set[str]()
        if known.person is not None:
            self._by_person[known.person.id] = known
            words |= {*person_key(pieces(known.person.surname))}
            words |= {*_given(known)}
        for word in words:
            if known not in self._by_word[word]:
                self._by_word[word].append(known)

    def entry(self, name: str) -> Known | None:
        """The person of this name."""
        return self._by_name.get(name)

    def of_person(self, person: str) -> Known | None:
        """The entry of this person of the authority facts."""
        return self._by_person.get(person)

    def candidates(self, keys: tuple[str, ...]) -> list[Known]:
        """Everybody whose name holds the last of these words."""
        return self._by_word.get(person_key(keys)[-1], []) if keys else []

    def same(self, person: Person | None, keys: tuple[str, ...]) -> Known | None:
        """The entry of a person who is named in full again, or in another spelling."""
        if person is not None:
            return self.of_person(person.id)
        exact = next((k for k in self.candidates(keys) if _same(k, keys)), None)
        return exact or next((k for k in self._by_word.get(person_key(keys)[0], ()) if _nearly(k, keys)), None)

    def full(self, keys: tuple[str, ...]) -> Known | None:
        """The person entered under exactly this full name."""
        return next((k for k in self.candidates(keys) if k.keys == keys), None)

    def short(self, keys: tuple[str, ...], at: int, offices: Sequence[str] = ()) -> Known | None:
        """Whom a short form means: the one introduced before it that ends or begins so, else the one after it."""
        near = self.candidates(keys)
        hits = [k for k in near if shortened(k.keys, keys) or _shortened_person(k, keys)]
        if len(hits) > 1 and offices:
            hits = [k for k in hits if k.offices & set(offices)] or hits
        before = [k for k in hits if k.first <= at]
        if before:
            chosen = max(before, key=lambda k: (keys in k.shorts, k.keys[-len(keys) :] == keys, k.last, k.first))
            chosen.shorts.add(keys)
            return chosen
        return hits[0] if len(hits) == 1 else None

    def by_office(self, offices: Sequence[str], side: str | None, at: int) -> list[Known]:
        """Those the text gives one of these offices, of this side if one is asked for, last named first."""
        hits = [
            k for k in self.known if k.offices & set(offices) and (side is None or k.side == side) and k.first <= at
        ]
        return sorted(hits, key=lambda k: -max(k.last, k.first))


def _nearly(known: Known, keys: tuple[str, ...]) -> bool:
    """``Olaf Scholtz`` beside ``Olaf Scholz``: the given name is the same, the surname a slip away."""
    if len(keys) != len(known.keys) or keys[:-1] != known.keys[:-1] or len(keys) < 2:
        return False
    return len(keys[-1]) > 4 and SequenceMatcher(None, keys[-1], known.keys[-1]).ratio() > 0.85


def _same(known: Known, keys: tuple[str, ...]) -> bool:
    size = len(keys)
    return known.keys[-size:] == keys or (known.keys[-1:] == keys[-1:] and known.keys[:1] == keys[:1])


def shortened(full: tuple[str, ...], keys: tuple[str, ...]) -> bool:
    """True when the one name can stand for the other: its end, its beginning, or some of its words."""
    size = len(keys)
    full, keys = person_key(full), person_key(keys)
    return full[-len(keys) :] == keys or full[: len(keys)] == keys or (size > 1 and set(keys) <= set(full))


#: who is called by the given name: "Sheikh Tamim", "King Felipe"
_ROYAL = frozenset({"king", "queen", "emir", "sultan", "emperor", "crown prince", "prince", "grand duke"})


def _given(known: Known) -> tuple[str, ...]:
    """The given name by which a ruler is known, () for others."""
    if known.person is None or not known.offices & _ROYAL:
        return ()
    return person_key(pieces(known.person.name)[:1])


def _shortened_person(known: Known, keys: tuple[str, ...]) -> bool:
    """The surname of a known person, or a ruler's given name."""
    if known.person is None:
        return False
    return person_key(keys) in (person_key(pieces(known.person.surname)), _given(known))
