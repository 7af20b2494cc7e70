"""Phrases with a name: who it is, by the text's own introduction, the authority facts, or as written."""

from __future__ import annotations

from difflib import SequenceMatcher

from demarche.actors import Person
from demarche.actors import words as facts
from demarche.actors.names import person_key, pieces
from demarche.mentions.actors.owners import antecedent_office, owner_place
from demarche.mentions.actors.people import phrase_side, run_keys, run_text
from demarche.mentions.actors.phrase import Phrase
from demarche.mentions.actors.registry import Known
from demarche.mentions.actors.scene import Scene
from demarche.mentions.actors.tokens import PERSON_LABELS, Tokens
from demarche.model import ActorMention


def resolve_person(scene: Scene, phrase: Phrase) -> ActorMention | None:
    """The person a phrase with a name means."""
    run = phrase.run
    assert run is not None
    keys = run_keys(scene.found, run)
    offices = [a.value for a in phrase.nouns if a.kind in {"office", "title", "group"}]
    known, rule = _identified(scene, phrase, keys, offices)
    if known is None:
        return None
    known.last = run.start
    if "counterpart" in offices and (office := antecedent_office(scene)):
        known.offices.add(facts.PLAIN_OFFICES.get(office, office))
    if phrase.nouns:
        scene.people.note(phrase, known)
    side = phrase_side(phrase, scene.authority) or known.side or _owner_side(scene, phrase)
    listed = _listed_with(scene, phrase, offices)  # asked even when the side is known: the list goes on
    side = side or listed or _publishers_own(scene, known, offices)
    if known.side is None:
        known.side = side
    if phrase.places:
        scene.placed.add(phrase.start)
    office = offices[-1] if offices else None
    person_id = known.person.id if known.person else None
    return scene.mention(phrase.start, phrase.end, known.name, "person", side, rule,
                         words=(run.start, run.end), actor_id=person_id, office=office)  # fmt: skip


def _listed_with(scene: Scene, phrase: Phrase, offices: list[str]) -> str | None:
    """``Amir of Kuwait X, the Crown Prince Y and Prime Minister Z``: one list, one state."""
    if not offices or not scene.mentions or phrase.places:
        return None
    last = scene.mentions[-1]
    gap = set(scene.tokens.low[last.end_token : phrase.start])
    named = any(last.start_token <= i < last.end_token for i in scene.placed)
    if last.kind != "person" or not gap & {",", "and"} or not gap <= _LISTING or not named:
        return None
    scene.placed.add(phrase.start)
    return last.side


_LISTING = frozenset({",", "and", "the", "his", "her", "highness", "majesty", "excellency", "royal"})


def _publishers_own(scene: Scene, known: Known, offices: list[str]) -> str | None:
    """A title without a state in an official text: one of the publisher's own."""
    place = scene.publisher.place
    if place is None or known.person is not None or not offices or ({*offices} - {"leader"}) & _FOREIGN:
        return None
    return scene.authority.label(place)


_FOREIGN = frozenset((*facts.HEADS_OF_STATE, *facts.HEADS_OF_GOVERNMENT, *facts.FOREIGN_MINISTERS, "crown prince"))


def _identified(scene: Scene, phrase: Phrase, keys: tuple[str, ...], offices: list[str]) -> tuple[Known | None, str]:
    run, people = phrase.run, scene.people
    assert run is not None
    exact = people.full(keys) or (people.of_person(run.person) if run.person else None)
    if exact is not None:
        return exact, "named in full" if exact.person is None else "named in the authority facts"
    known = people.short(keys, run.start, offices)
    if known is not None:
        return known, "introduced in full in the text"
    person = _surnamed(scene, phrase, keys, offices)
    if person is not None:
        held = {*offices} | scene.authority.offices_on(person.id, scene.day)
        side = scene.authority.side_of(person.id, scene.day)
        known = Known(person.name, keys, person, person.gender, side, held, run.start)
        people.enter(known)
        return known, f"surname in office on {scene.day}" if scene.day else "surname of an office holder"
    if phrase.nouns or (keys in people.acting and _lone_name(scene.tokens, run.start, run.end)):
        known = Known(run_text(scene.found, run), keys, None, scene.authority.given_names.get(keys[0], ""), None,
                      set(offices), run.start)  # fmt: skip
        people.enter(known)
        people.note(phrase, known)
        return known, "as the text names it"
    return None, ""


def _surnamed(scene: Scene, phrase: Phrase, keys: tuple[str, ...], offices: list[str]) -> Person | None:
    authority = scene.authority
    if not phrase.nouns:
        run = phrase.run
        assert run is not None
        seen = not scene.tokens.annotated or scene.tokens.ent[run.start] in {*PERSON_LABELS, ""}
        if not seen and keys not in scene.people.acting:  # whoever acts is a person, whatever the pipeline saw
            return None
        first = authority.surnamed(keys, scene.day, first_tier=True)
        return first or _of_named_state(scene, phrase, keys) or _envoy(scene, phrase, keys)
    place = next((authority.side_id(a.value) for a in phrase.places), None)
    office = next((o for o in offices if o in facts.OFFICES.values()), None)
    if office or place:
        found = authority.surnamed(keys, scene.day, office=office, place=place)
        if found or not place:
            return found or _misspelt(scene, keys, office)
    return authority.surnamed(keys, scene.day, place=place, first_tier=place is None)


def _of_named_state(scene: Scene, phrase: Phrase, keys: tuple[str, ...]) -> Person | None:
    """``Yermak`` in a text of Ukraine: an office holder below the first rank, if his state is named too."""
    run = phrase.run
    if run is None or scene.day is None or not _lone_name(scene.tokens, run.start, run.end):
        return None
    person = scene.authority.surnamed(keys, scene.day)
    places = {a.value for a in scene.found.atoms if a.kind in {"state", "demonym", "seat"}}
    held = scene.authority.term_on(person.id, scene.day) if person else None
    now = held is not None and held.covers(scene.day.isoformat())
    return person if held is not None and now and scene.authority.side_id(held.place) in places else None


def _envoy(scene: Scene, phrase: Phrase, keys: tuple[str, ...]) -> Person | None:
    """``Witkoff``: an envoy in office whose surname nobody else in the facts bears, named without his state."""
    run = phrase.run
    if run is None or scene.day is None or not _lone_name(scene.tokens, run.start, run.end):
        return None
    person = scene.authority.surnamed(keys, scene.day, office="special envoy")
    return person if person and len(scene.authority.by_surname[person_key(keys)]) == 1 else None


def _misspelt(scene: Scene, keys: tuple[str, ...], office: str | None) -> Person | None:
    """``President Mukerjee``: a surname almost like that of the one who holds the office in a state the text names."""
    places = {a.value for a in scene.found.atoms if a.kind in {"state", "demonym"}}
    holders = [scene.authority.holder(office, place, scene.day) for place in sorted(places)] if office else []
    close = [h for h in holders if h is not None and _alike(keys[-1], pieces(h.surname)[-1])]
    return close[0] if len(close) == 1 else None


def _alike(one: str, other: str) -> bool:
    return len(one) > 4 and one[0] == other[0] and SequenceMatcher(None, one, other).ratio() > 0.85


def _lone_name(tokens: Tokens, start: int, end: int) -> bool:
    """A single unknown name: the pipeline must see a person in every word of it."""
    return tokens.annotated and all(
        tokens.ent[i] in PERSON_LABELS and tokens.pos[i] == "PROPN" for i in range(start, end) if tokens.text[i] != "-"
    )


def _owner_side(scene: Scene, phrase: Phrase) -> str | None:
    places = owner_place(scene, phrase)
    return scene.authority.label(places[0]) if places else None
