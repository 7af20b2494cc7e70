"""Offices without a name: "the American president", "his Ukrainian counterpart", "the Secretary"."""

from __future__ import annotations

from demarche.actors import Person
from demarche.actors import words as facts
from demarche.actors.names import word_set
from demarche.mentions.actors.bare import family_of, resolve_bare
from demarche.mentions.actors.described import description, made
from demarche.mentions.actors.owners import antecedent_office, owner_of, owner_place
from demarche.mentions.actors.phrase import Phrase
from demarche.mentions.actors.plurals import resolve_plural
from demarche.mentions.actors.scene import Scene, of
from demarche.mentions.actors.vocabulary import BESIDE
from demarche.mentions.actors.worlds import other_holder
from demarche.model import ActorMention

_HEADS = (*facts.HEADS_OF_STATE, *facts.HEADS_OF_GOVERNMENT)


def resolve_office(scene: Scene, phrase: Phrase) -> ActorMention | None:
    """The holder of an office, or a lower-case description when nobody knows the holder."""
    noun = phrase.nouns[-1]
    if noun.kind == "honorific" or phrase.former or _predicate(scene, phrase):
        return None
    if {*phrase.modifiers, *(a.value for a in phrase.nouns[:-1])} & _UNDER and not {*noun.value.split()} & _UNDER:
        return _unnamed(scene, phrase, scene.side_ids(phrase))
    places = scene.side_ids(phrase) or owner_place(scene, phrase)
    if noun.value == "opposition":
        return _opposition(scene, phrase, places)
    if scene.tokens.low[noun.end - 1].endswith("s") and noun.kind == "office":
        return resolve_plural(scene, phrase, noun, places)
    office = noun.value
    if office == "counterpart":
        office = antecedent_office(scene) or ""
        office = facts.PLAIN_OFFICES.get(office, office)
        if not office:
            return None
    if places and phrase.inner:
        side = scene.authority.label(places[0])
        return scene.mention(phrase.start, phrase.end, description(scene, phrase, office, side), "person", side,
                             "office of a body inside the state", office=office)  # fmt: skip
    if places:
        return _of_place(scene, phrase, office, places[0])
    return resolve_bare(scene, phrase, office)


#: words that put somebody below the office: a deputy chief of staff is not the chief of staff
_UNDER = frozenset({"deputy", "vice", "assistant", "under", "associate", "co"})


def _unnamed(scene: Scene, phrase: Phrase, places: list[str]) -> ActorMention | None:
    """A lower office that no fact holds: described, if its state is named."""
    noun = phrase.nouns[-1]
    if not places or noun.value not in facts.OFFICES.values() or phrase.determiner in {"a", "an"}:
        return None
    side, under = scene.authority.label(places[0]), scene.tokens.low[noun.start - 1]
    return scene.mention(phrase.start, phrase.end, f"{under} {noun.value} {of(side)}", "person", side,
                         "office named, holder not known", office=noun.value)  # fmt: skip


#: nouns that may be told of without a name: "an adviser to the German chancellor"
_UNNAMED = word_set(
    """
    adviser advisor aide official envoy diplomat negotiator spokesman ambassador representative minister
    mediator emissary delegate consul lawmaker senator commander general
    """
) | {"special envoy", "deputy foreign minister", "foreign minister", "deputy minister", "defence minister"}


def _predicate(scene: Scene, phrase: Phrase) -> bool:
    """``as president``, ``president-elect``: no reference to the holder."""
    tokens = scene.tokens
    before = tokens.low[phrase.start - 1] if phrase.start else ""
    after = list(tokens.low[phrase.end : phrase.end + 2])
    apposed = before == "as" and tokens.low[max(0, phrase.start - 2)] != "well"
    apposed = apposed or (before == "for" and not phrase.determiner)
    if apposed or before in {"become", "became"} or after == ["-", "elect"] or after[:1] == ["-elect"]:
        return True
    noun = phrase.nouns[-1].end - 1
    if tokens.dep[noun] == "compound" and tokens.head[noun] >= phrase.end and tokens.low[tokens.head[noun]] in _ABOUT:
        return True  # "the foreign minister meeting"
    return any(tokens.dep[i] == "cop" and tokens.head[i] == noun for i in range(max(0, phrase.start - 4), phrase.start))


_ABOUT = word_set(
    "meeting meetings talks call summit conference session level post position candidate race election debate"
)


def _opposition(scene: Scene, phrase: Phrase, places: list[str]) -> ActorMention | None:
    """``the Syrian opposition``: a party of its own."""
    if not places:
        return None
    start = phrase.start + (phrase.determiner != "")
    name = " ".join(scene.tokens.text[start : phrase.end])
    return scene.mention(phrase.start, phrase.end, name, "group", name, "the opposition of a state named in the text")


def _of_place(scene: Scene, phrase: Phrase, office: str, place: str) -> ActorMention | None:
    side = scene.authority.label(place)
    words = {*phrase.modifiers, *(a.value for a in phrase.nouns)}
    indefinite = phrase.determiner in {"a", "an"}
    if not indefinite:
        family = _HEADS if office == "leader" else family_of(office)
        told = scene.people.by_office(family, side, phrase.start)
        if len({k.name for k in told}) == 1:
            return made(scene, phrase, told[0], "the text names who holds this office")
        if words & BESIDE:
            return None
        if scene.unlike_facts and (other := other_holder(scene, family, side, owner_of(scene, phrase))):
            return made(scene, phrase, other, "the text names one other holder of this office")
        dated = not (scene.historical or scene.unlike_facts)
        person = _holder(scene, phrase, office, place) if dated else None
        if person is not None:
            known = scene.known_as(person, side, (office,), phrase.start)
            return made(scene, phrase, known, f"office of {side} on {scene.day}")
    if words & BESIDE or not _worth_telling(phrase, office, indefinite):
        return None
    return scene.mention(phrase.start, phrase.end, description(scene, phrase, office, side), "person", side,
                         "office named, holder not known", office=office)  # fmt: skip


#: offices that several people hold at a time, whatever the facts list
_MANY = frozenset(
    {"special envoy", "ambassador", "minister", "secretary", "adviser", "spokesman"}
    | {"deputy foreign minister", "deputy minister"}
)


def _worth_telling(phrase: Phrase, office: str, indefinite: bool) -> bool:
    """An unnamed envoy or minister is an actor; an unnamed mayor is not, unless the text says of what."""
    if office in _UNNAMED:
        return True
    if indefinite or phrase.owner:
        return False
    noun = phrase.nouns[-1]
    return office in facts.OFFICES.values() or (noun.kind == "title" and phrase.end > noun.end and bool(phrase.places))


def _holder(scene: Scene, phrase: Phrase, office: str, place: str) -> Person | None:
    if office == "leader":
        return scene.authority.leader(place, scene.day)
    if phrase.nouns[-1].value == "counterpart" and office in _HEADS:
        return scene.authority.holder(office, place, scene.day) or scene.authority.leader(place, scene.day)
    for target in phrase.targets:  # "UN special envoy for Syria"
        name = f"{office} for {scene.authority.label(target.value).lower()}"
        if found := scene.authority.holder(name, place, scene.day):
            return found
    if phrase.targets or office in _MANY:
        return None
    return scene.authority.holder(office, place, scene.day)
