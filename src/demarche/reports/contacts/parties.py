"""From mentions to parties: plural words unfolded, places turned into their states."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from demarche.actors.facts import states
from demarche.actors.words import STATE_NAMES
from demarche.mentions.reading import Reading
from demarche.model import ActorMention, PlaceMention
from demarche.reports.contacts.draft import Party
from demarche.reports.contacts.phrases import Phrase
from demarche.reports.contacts.vocabulary import is_body

#: cities that are visited for the body that sits there, whatever state they lie in
SEATS = {"Brussels": "European Union", "Gaza": "Palestine", "Gaza Strip": "Palestine", "West Bank": "Palestine"}


def parties_of(reading: Reading, mention: ActorMention) -> list[Party]:
    """The parties that a mention names: itself, or the members that "the two leaders" stands for."""
    if not mention.members:
        return [Party(mention.name, mention.side or _told_side(reading, mention), mention.kind, [mention])]
    return [_member(reading, name, mention) for name in mention.members]


def _told_side(reading: Reading, mention: ActorMention) -> str | None:
    """The side that a description names: "officials of Poland" stand for Poland."""
    if mention.kind != "group":
        return None
    _, _, owner = mention.name.rpartition(" of ")
    owner = owner.removeprefix("the ")
    known = (m.side for m in reading.actors if m.name == owner and m.side)
    return next(known, owner if owner and owner[0].isupper() and owner != mention.name else None)


def named(reading: Reading, row: Phrase) -> list[Party]:
    """The parties of a phrase, without descriptions of people that it names as well.

    "His Greek and French counterparts, A and B" are A and B; "Politburo Member and Director C" is C.
    """
    found = parties(reading, row.mentions)
    people = [p for p in found if p.kind == "person" and p.name[:1].isupper()]
    if not people:
        return found
    return [p for p in found if not (_described(reading, p) and any(_fits(p, q) for q in people))]


def _described(reading: Reading, party: Party) -> bool:
    first = party.mentions[0] if party.mentions else None
    if party.name.startswith(("counterpart", "colleague")):
        return True
    if first is None or first.members or not party.name[:1].islower():
        return False
    return party.kind == "person" and reading.doc[first.start_token].pos_ != "DET"


def _fits(description: Party, person: Party) -> bool:
    return person.side is None or description.side is None or person.side == description.side


def _member(reading: Reading, name: str, plural: ActorMention) -> Party:
    known = next((m for m in (*reading.actors, *reading.title_actors) if m.name == name and not m.members), None)
    if known is None:
        kind = plural.kind if plural.kind != "group" else "person"
        if is_body(name):
            return Party(name, name, "institution", [plural])
        if plural.rule.startswith(("two sides joined", "the governments stand")):
            return Party(name, name, "state", [plural])
        if name[:1].islower() and " of " in name:
            return Party(name, plural.side or name.rpartition(" of ")[2].removeprefix("the "), "group", [plural])
        if any(m.side == name for m in reading.actors):
            return Party(name, name, "state", [plural])
        return Party(name, plural.side or _owner_of(reading, name, plural), kind, [plural])
    return Party(name, known.side, known.kind, [plural])


@cache
def by_adjective() -> dict[str, str]:
    """The plain names of states by their adjectives in small letters."""
    return {word.lower(): STATE_NAMES.get(s.id, s.name) for s in states() for word in s.demonyms}


def _owner_of(reading: Reading, name: str, plural: ActorMention) -> str | None:
    """The state of one member of "the foreign ministers of A and B": states and people stand in the same order."""
    if plural.pronoun:
        named = (m for m in reading.actors if not m.pronoun and m.members == plural.members)
        plural = next(named, plural)
    piece = reading.doc[plural.start_token : plural.end_token]
    places = [p.state for p in reading.places if p.state and plural.span.start <= p.span.start < plural.span.end]
    told = list(dict.fromkeys(places)) or [m.side for m in reading.actors if m.side and m.name in piece.text]
    adjectives = [state for t in piece if (state := by_adjective().get(t.lower_)) and t.text[:1].isupper()]
    told = told if len(told) == len(plural.members) else adjectives
    return told[plural.members.index(name)] if len(told) == len(plural.members) else None


def parties(reading: Reading, mentions: Iterable[ActorMention]) -> list[Party]:
    """The parties of several mentions, each name once."""
    found: list[Party] = []
    for mention in mentions:
        for party in parties_of(reading, mention):
            add(found, party)
    return found


def add(found: list[Party], party: Party) -> None:
    """Add a party; a name that is already there gains its mentions."""
    for other in found:
        if other.name == party.name:
            other.mentions.extend(m for m in party.mentions if m not in other.mentions)
            return
    found.append(party)


def union(*lists: list[Party]) -> list[Party]:
    """Several lists of parties as one, each name once, copied."""
    found: list[Party] = []
    for party in (p for parties_ in lists for p in parties_):
        add(found, Party(party.name, party.side, party.kind, list(party.mentions), party.reason, party.spans))
    return found


def host(place: PlaceMention, text: str = "") -> Party:
    """The state that a place belongs to, as the host of what happens there; the text may tell whose capital it is."""
    state = place.state or SEATS.get(place.name) or _capital_of(place.name, text)
    return Party(state or place.name, state, "state", [], None, (place.span,))


def _capital_of(name: str, text: str) -> str | None:
    """B in "B's capital, Sterin", "Sterin, the capital of B"."""
    city, state = re.escape(name), r"([A-Z]\w+(?: [A-Z]\w+)?)"
    told = rf"{state}(?:'s|’s) capital,? {city}\b|\b{city}, the capital of (?:the )?{state}"
    found = re.search(told, text) if text else None
    return next((group for group in found.groups() if group), None) if found else None


def state_of(party: Party) -> Party:
    """The side of a party in place of the person."""
    if party.side is None or party.side == party.name:
        return party
    return Party(party.side, party.side, "state", list(party.mentions), party.reason, party.spans)
