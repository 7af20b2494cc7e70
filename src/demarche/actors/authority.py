"""Who a name, an office or a surname means on a day. One holder only, or nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from demarche.actors import facts, words
from demarche.actors.facts import Institution, Person, State, Term
from demarche.actors.lexicon import Lexicon, actor_entries, place_entries
from demarche.actors.names import fold, person_key, pieces

FIRST_TIER = frozenset(
    (*words.HEADS_OF_STATE, *words.HEADS_OF_GOVERNMENT, *words.FOREIGN_MINISTERS, *words.BODY_HEADS, "vice president")
)
_NO_DAY = "2025-01-01"


class Authority:
    """The authority facts, indexed. Every look-up gives one answer or None."""

    def __init__(
        self,
        states: Iterable[State],
        institutions: Iterable[Institution],
        people: Iterable[Person],
        terms: Iterable[Term],
    ) -> None:
        self.states = {s.id: s for s in states}
        self.institutions = {i.id: i for i in institutions}
        self.people = {p.id: p for p in people}
        self.terms_of: dict[str, list[Term]] = defaultdict(list)
        self.terms_in: dict[str, list[Term]] = defaultdict(list)
        for term in terms:
            self.terms_of[term.person].append(term)
            self.terms_in[term.place].append(term)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The word sequences that name states, bodies, seats and offices."""
        return Lexicon(actor_entries(self))

    @cached_property
    def gazetteer(self) -> Lexicon:
        """The word sequences that name places."""
        return Lexicon(place_entries(self))

    @classmethod
    def load(cls) -> Authority:
        """The facts shipped with the package."""
        return cls(facts.states(), facts.institutions(), facts.people(), facts.terms())

    @cached_property
    def by_name(self) -> dict[tuple[str, ...], list[str]]:
        """Full names, folded -> ids of people."""
        index: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for person in self.people.values():
            for name in (person.name, *person.aliases):
                for key in _keys(pieces(name)):
                    if len(key) > 1 and person.id not in index[key]:
                        index[key].append(person.id)
        return index

    @cached_property
    def by_surname(self) -> dict[tuple[str, ...], list[str]]:
        """Surnames, folded -> ids of people."""
        index: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for person in self.people.values():
            for key in self._surnames(person):
                if person.id not in index[key]:
                    index[key].append(person.id)
        return index

    @staticmethod
    def _surnames(person: Person) -> Iterator[tuple[str, ...]]:
        yield person_key(pieces(person.surname))
        bare = tuple(p for p in pieces(person.surname) if p not in {"von", "der", "de", "al", "el"})
        if bare:
            yield person_key(bare)
        for alias in person.aliases:
            if " " not in alias:
                yield person_key(pieces(alias))

    @cached_property
    def given_names(self) -> dict[str, str]:
        """First words of known names, folded -> ``m``, ``f`` or empty where both or neither are known."""
        seen: dict[str, set[str]] = defaultdict(set)
        for name, gender in facts.given_names():
            seen[fold(name)].add(gender)
        for person in self.people.values():
            first, *rest = pieces(person.name)
            if rest and first not in pieces(person.surname):
                seen[first].add(person.gender)
        return {name: (marks - {""}).pop() if len(marks - {""}) == 1 else "" for name, marks in seen.items()}

    def named(self, key: Sequence[str], day: date | None = None) -> Person | None:
        """The person of this full folded name; of namesakes the one in office nearest the day."""
        exact = self.by_name.get(person_key(tuple(key)), ())
        if not exact and len(key) == 2:
            exact = self.by_name.get(person_key((key[1], key[0])), ())  # "Kishida Fumio"
        if not exact and len(key) > 2:
            short = tuple(k for i, k in enumerate(key) if len(k) > 1 or i == 0)
            exact = self.by_name.get(person_key(short), ())
        return self._chosen(exact, day)

    def surnamed(
        self,
        key: Sequence[str],
        day: date | None,
        *,
        office: str | None = None,
        place: str | None = None,
        given: str | None = None,
        first_tier: bool = False,
    ) -> Person | None:
        """The one person of this surname in office about the day, narrowed by office, state or given name."""
        ids = self.by_surname.get(person_key(tuple(key)), ())
        if given:
            ids = [i for i in ids if _given_fits(given, pieces(self.people[i].name)[0])]
        if place:
            ids = [i for i in ids if any(self.side_id(t.place) == place or t.place == place for t in self.terms_of[i])]
        if office:
            offices = words.SAME_OFFICE.get(office, (office,))
            ids = [i for i in ids if any(_same_office(t.office, offices) for t in self.terms_of[i])]
        return self._chosen(ids, day, first_tier=first_tier, near=True)

    def _chosen(
        self, ids: Sequence[str], day: date | None, *, first_tier: bool = False, near: bool = False
    ) -> Person | None:
        if len(ids) == 1 and not near:
            return self.people[ids[0]]
        iso = day.isoformat() if day else _NO_DAY
        tiers = (True,) if first_tier else (True, False)
        for slack in (0, 1) if first_tier else (0, 1, 6):
            for top in tiers:
                left = [
                    i
                    for i in ids
                    if any(t.covers(iso, slack) and (not top or t.office in FIRST_TIER) for t in self.terms_of[i])
                ]
                if len(left) == 1:
                    return self.people[left[0]]
                if left:
                    return None if near else self.people[left[0]]
        return None

    def holder(self, office: str, place: str, day: date | None) -> Person | None:
        """The one person who held this office of this state or body on the day."""
        if day is None:
            return None
        iso, names = day.isoformat(), words.SAME_OFFICE.get(office, (office,))
        for wanted in ((office,), names):
            held = {t.person for t in self.terms_in.get(place, ()) if t.office in wanted and t.covers(iso)}
            if len(held) == 1:
                return self.people[held.pop()]
            if held:
                return None
        return None

    def leader(self, place: str, day: date | None) -> Person | None:
        """The person "the leader" of this state means on the day."""
        first: Sequence[str] = words.HEADS_OF_STATE
        second: Sequence[str] = words.HEADS_OF_GOVERNMENT
        if place in words.GOVERNMENT_LEADS:
            first, second = second, first
        for offices in (first, second):
            found = self._only(offices, place, day)
            if found:
                return found
        return None

    def _only(self, offices: Sequence[str], place: str, day: date | None) -> Person | None:
        if day is None:
            return None
        held = {t.person for t in self.terms_in.get(place, ()) if t.office in offices and t.covers(day.isoformat())}
        return self.people[held.pop()] if len(held) == 1 else None

    def term_on(self, person: str, day: date | None) -> Term | None:
        """The office this person holds on the day, the highest first; else the last one before it."""
        iso = day.isoformat() if day else _NO_DAY
        terms = sorted(self.terms_of.get(person, ()), key=lambda t: (t.office not in FIRST_TIER, t.start))
        now = [t for t in terms if t.covers(iso)]
        if now:
            return now[0]
        past = [t for t in terms if t.start <= iso]
        return max(past, key=lambda t: t.start) if past else (terms[0] if terms else None)

    def offices_on(self, person: str, day: date | None) -> set[str]:
        """The offices this person holds on the day."""
        iso = day.isoformat() if day else _NO_DAY
        return {t.office for t in self.terms_of.get(person, ()) if t.covers(iso)}

    def side_id(self, place: str) -> str:
        """The id of the state or body that an institution stands for."""
        body = self.institutions.get(place)
        if body is None or body.kind in {"armed_group", "party"}:
            return place
        return body.state or ("EU" if place.startswith("EU-") or place == "EEAS" else place)

    def label(self, place: str) -> str:
        """The plain name of a state or body; an id with a tilde is a state that only the text knows."""
        if place.startswith("~"):
            return place[1:]
        if place in self.states:
            return words.STATE_NAMES.get(place, self.states[place].name)
        if place in words.INSTITUTION_NAMES:
            return words.INSTITUTION_NAMES[place]
        return self.institutions[place].name.removeprefix("The ")

    @cached_property
    def _ids(self) -> dict[str, str]:
        return {self.label(i): i for i in (*self.institutions, *self.states)}

    def id_of(self, label: str) -> str | None:
        """The id of the state or body of this plain name."""
        return self._ids.get(label)

    def side_of(self, person: str, day: date | None) -> str | None:
        """The plain name of the state or body this person stands for on the day."""
        term = self.term_on(person, day)
        return self.label(self.side_id(term.place)) if term else None


def _same_office(held: str, offices: Sequence[str]) -> bool:
    """An ambassador is one wherever sent."""
    return held in offices or (held.startswith("ambassador") and "ambassador" in offices)


def _keys(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The key of a name; without the house for "Faisal bin Farhan Al Saud"."""
    yield person_key(words)
    if len(words) > 4 and words[-2] == "al" and "bin" in words:
        yield person_key(words[:-2])


def _given_fits(given: str, known: str) -> bool:
    if given[0] != known[0] and {given[0], known[0]} not in ({"y", "e"}, {"i", "y"}, {"j", "y"}):
        return False
    return len(given) == 1 or given[:2] == known[:2] or (given[:1] == known[:1] and given[-2:] == known[-2:])
