"""An office as people ask for it ("the Turkish president", "Biden's security adviser"), and who held it when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

from demarche.actors import words
from demarche.actors.authority import FIRST_TIER, Authority
from demarche.actors.facts import Term
from demarche.actors.names import person_key, pieces, word_set

__all__ = ["Held", "Office", "holders", "office_in"]

_FILLERS = word_set("the of for a an current s")
#: what headlines call an office, where the state or body is named
_BYNAMES = {
    "foreign policy chief": "high representative",
    "chief": "secretary-general",
    "press spokesman": "spokesman",
    "security adviser": "national security adviser",
    "security advisor": "national security adviser",
}
#: whom a body's office means where the facts give it to the whole state
_CHAIRS = {("USA-WH", "spokesman"): "press secretary"}
_HANDOVER = 60
"""Days that two terms may overlap and still follow each other."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a state or body (ids of the facts); `owner` is the person whose office-holder was asked for."""

    name: str
    place: str
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """Who held an office, from which ISO day to which; empty where it is open."""

    person: str
    name: str
    since: str
    until: str


def office_in(facts: Authority, typed: str) -> Office | None:
    """The office that the whole of a phrase names, with its state or body; None when it names none, or more."""
    keys = pieces(typed)
    if not (2 <= len(keys) <= 12 or "pope" in keys) or not _office_words(facts) & set(keys):
        return None
    found = {office for office in _readings(facts, keys, 0, "", "", "") if office}
    return found.pop() if len(found) == 1 else None


def holders(facts: Authority, office: Office, since: str = "", until: str = "") -> tuple[Held, ...]:
    """Those who held it, in order, cut to the ISO days asked. Nobody when several held it at one time."""
    spans = [(since, until)]
    if office.owner:
        own = [t for t in facts.terms_of[office.owner] if t.office in _LEADING]
        spans = [cut for t in own if (cut := _cut(t.start, t.end, since, until))]
    for names, place in product(_chairs(office), _places(facts, office.place)):
        terms = [t for t in facts.terms_in.get(place, ()) if t.office in names]
        found = {held for t in terms for span in spans if (held := _held(facts, t, *span))}
        if office.owner:  # not whom the owner met on the day of hand-over
            found = {held for held in found if held.since != held.until or (since and since == until)}
        if found:
            alone = not any(_at_once(a, b) for a, b in combinations(found, 2))
            return tuple(sorted(found, key=lambda held: (held.since, held.until))) if alone else ()
    return ()


def _readings(
    facts: Authority, keys: tuple[str, ...], at: int, office: str, place: str, owner: str
) -> Iterator[Office | None]:
    """Every way to take all the words as one office and one state, body or person."""
    if at == len(keys):
        place = place or (_only_place(facts, office) if office else "")
        if office and place:
            yield Office(office, place, owner)
        return
    if keys[at] in _FILLERS:
        yield from _readings(facts, keys, at + 1, office, place, owner)
    if not office:
        for size, name in _offices_at(facts, keys, at):
            yield from _readings(facts, keys, at + size, name, place, owner)
            break  # the longest: "deputy prime minister" is no prime minister
    if not place:
        for size, where in _places_at(facts, keys, at):
            yield from _readings(facts, keys, at + size, office, where, owner)
            break
        for size, who in _owners_at(facts, keys, at):
            term = next((t for t in facts.terms_of[who] if t.office in FIRST_TIER), None)
            if term:
                yield from _readings(facts, keys, at + size, office, facts.side_id(term.place), who)


def _offices_at(facts: Authority, keys: tuple[str, ...], at: int) -> Iterator[tuple[int, str]]:
    table = _office_names(facts)
    for size in range(min(6, len(keys) - at), 0, -1):
        if name := table.get(keys[at : at + size]):
            yield size, name


def _places_at(facts: Authority, keys: tuple[str, ...], at: int) -> Iterator[tuple[int, str]]:
    for size, entry in facts.lexicon.match(keys, at):
        if entry.kind in ("state", "demonym", "institution", "seat"):
            yield size, entry.value


def _owners_at(facts: Authority, keys: tuple[str, ...], at: int) -> Iterator[tuple[int, str]]:
    """A person whose office-holder is asked for: "Biden's ...", "... of Biden"."""
    for size in (3, 2, 1):
        end = at + size
        marked = keys[end : end + 1] == ("s",) or (at > 0 and keys[at - 1] == "of" and end == len(keys))
        if end <= len(keys) and marked:
            key = person_key(keys[at:end])
            ids = facts.by_name.get(key, ()) or facts.by_surname.get(key, ())
            leading = [i for i in ids if any(t.office in _LEADING for t in facts.terms_of[i])]
            if len(leading) == 1:
                yield size, leading[0]


_LEADING = frozenset((*words.HEADS_OF_STATE, *words.HEADS_OF_GOVERNMENT))


def _places(facts: Authority, place: str) -> tuple[str, ...]:
    """The body itself, then the state it stands for."""
    return tuple(dict.fromkeys((place, facts.side_id(place))))


def _chairs(office: Office) -> Iterator[Sequence[str]]:
    """The names under which the facts may have it, the exact one first."""
    name = _CHAIRS.get((office.place, office.name), office.name)
    yield (name,)
    if name == "leader":
        first: Sequence[str] = words.HEADS_OF_STATE
        second: Sequence[str] = words.HEADS_OF_GOVERNMENT
        yield from (second, first) if office.place in words.GOVERNMENT_LEADS else (first, second)
    elif name in words.SAME_OFFICE:
        yield words.SAME_OFFICE[name]


def _held(facts: Authority, term: Term, since: str, until: str) -> Held | None:
    cut = _cut(term.start, term.end, since, until)
    return Held(term.person, facts.people[term.person].name, *cut) if cut else None


def _cut(start: str, end: str, since: str, until: str) -> tuple[str, str] | None:
    """What both stretches have in common; days may be cut short to a month or a year."""
    if (until and start and start > until) or (since and end and end < since[: len(end)]):
        return None
    return max(start, since), min(filter(None, (end, until)), default="")


def _at_once(a: Held, b: Held) -> bool:
    """Two people held it together for longer than a hand-over takes."""
    if a.person == b.person:
        return False
    first, last = max(a.since, b.since), min(a.until or "9999", b.until or "9999")
    return _days(last) - _days(first) > _HANDOVER


def _days(day: str) -> int:
    year, month, date = (*(int(part) for part in day.split("-") if part), 1, 1)[:3]
    return year * 365 + month * 30 + date


@cache
def _office_names(facts: Authority) -> dict[tuple[str, ...], str]:
    told = {t.office for terms in facts.terms_of.values() for t in terms if not t.office.startswith("ambassador")}
    found = {pieces(name): name for name in sorted(told) if "(" not in name}
    return found | {pieces(said): name for said, name in (*words.OFFICES.items(), *_BYNAMES.items())} | _SHORT


_SHORT = {pieces(short): office for short, office in words.ABBREVIATED.items()}


@cache
def _office_words(facts: Authority) -> frozenset[str]:
    """The last words of offices: no other phrase needs to be read."""
    return frozenset(key[-1] for key in _office_names(facts)) | {key[0] for key in _office_names(facts)}


@cache
def _only_place(facts: Authority, office: str) -> str:
    """The one state or body that has such an office ("secretary of state"); empty where several have."""
    found = {facts.side_id(t.place) for terms in facts.terms_of.values() for t in terms if t.office == office}
    return found.pop() if len(found) == 1 and (" " in office or office == "pope") else ""
