"""The lexicon: every word sequence that names a state, a body, a seat of government or an office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from demarche.actors import facts, words
from demarche.actors.names import pieces

if TYPE_CHECKING:
    from demarche.actors.authority import Authority

EntryKind = Literal[
    "state", "demonym", "institution", "seat", "office", "honorific", "bureau", "region", "conference", "venue"
]


class Entry(NamedTuple):
    """What a word sequence means: its kind and the id or office it stands for.

    `case` says how it must be written: ``caps`` (UN, US), ``title`` (Moscow), ``any`` (foreign minister).
    """

    kind: EntryKind
    value: str
    case: str


class Lexicon:
    """Longest match of folded words to entries."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], Entry]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
        for key, entry in entries:
            bucket = self._by_first[key[0]]
            if key and all(key != k for k, _ in bucket):
                bucket.append((key, entry))
        for bucket in self._by_first.values():
            bucket.sort(key=lambda item: -len(item[0]))

    def __contains__(self, first: str) -> bool:
        return first in self._by_first

    def match(self, keys: Sequence[str], at: int) -> Iterator[tuple[int, Entry]]:
        """Yield (number of words, entry) for every entry that starts at position `at`, longest first."""
        for key, entry in self._by_first.get(keys[at], ()):
            size = len(key)
            if size == 1 or tuple(keys[at : at + size]) == key:
                yield size, entry


def _case(alias: str) -> str:
    letters = alias.replace(".", "").replace("+", "").replace("-", "")
    return "caps" if letters.isupper() and len(letters) <= 6 else "title"


def actor_entries(authority: Authority) -> Iterator[tuple[tuple[str, ...], Entry]]:
    """Every word sequence that names an actor or an office, the most telling first."""
    for office, canonical in words.OFFICES.items():
        yield pieces(office), Entry("office", canonical, "any")
    for short, office in words.ABBREVIATED.items():
        yield pieces(short), Entry("office", office, "capitals")
    for bureau in words.BUREAUS:
        yield pieces(bureau), Entry("bureau", bureau, "any")
    for conference in words.CONFERENCES:
        yield pieces(conference), Entry("conference", conference, "title")
    for region in words.REGIONS:
        yield pieces(region), Entry("region", region, "title")
    for title in words.HONORIFICS:
        yield pieces(title), Entry("honorific", title, "dotted" if title in words.DOTTED else "title")
    for state in authority.states.values():
        names = (words.STATE_NAMES.get(state.id, state.name), state.name, *state.aliases)
        yield from _spelled("state", state.id, (*names, *words.EXTRA_ALIASES.get(state.id, ())))
    for body in authority.institutions.values():
        if body.kind == "ministry" and body.id.endswith(("-MFA", "-MOD", "-MOFA")):
            continue  # found by their noun, for every state alike
        names = (body.name, *body.aliases, *words.EXTRA_ALIASES.get(body.id, ()))
        yield from _spelled("institution", body.id, names)
    for state in authority.states.values():
        yield from _spelled("demonym", state.id, state.demonyms)
    for state in authority.states.values():
        yield from _spelled("seat", state.id, (*state.capital.split("|"), *state.seats))


def place_entries(authority: Authority) -> Iterator[tuple[tuple[str, ...], Entry]]:
    """Every place known by name: venues, capitals and seats, then the states themselves."""
    for name, place in facts.venues():
        yield pieces(name), Entry("venue", place, "title")
    for state in authority.states.values():
        yield from _spelled("seat", state.id, (*state.capital.split("|"), *state.seats))
        names = (words.STATE_NAMES.get(state.id, state.name), state.name, *state.aliases)
        yield from _spelled("state", state.id, (*names, *words.EXTRA_ALIASES.get(state.id, ())))
    for region in words.REGIONS:
        yield pieces(region), Entry("region", region, "title")


def _spelled(kind: EntryKind, value: str, names: Sequence[str]) -> Iterator[tuple[tuple[str, ...], Entry]]:
    for name in names:
        bare = name.removeprefix("the ").removeprefix("The ")
        vague = bare in words.VAGUE_ALIASES and (kind != "seat" or bare == "Westminster")
        if bare and (not vague or bare in words.EXTRA_ALIASES.get(value, ())):
            key = pieces(bare)
            if key:
                yield key, Entry(kind, value, _case(name))
