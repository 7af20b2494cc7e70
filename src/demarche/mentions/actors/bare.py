"""Offices that stand alone: "the President", "the Secretary", "the minister"."""

from __future__ import annotations

from demarche.actors import words as facts
from demarche.mentions.actors.described import made
from demarche.mentions.actors.phrase import Phrase
from demarche.mentions.actors.registry import Known
from demarche.mentions.actors.scene import Scene
from demarche.mentions.actors.vocabulary import BESIDE
from demarche.model import ActorMention

_HEADS = (*facts.HEADS_OF_STATE, *facts.HEADS_OF_GOVERNMENT)


def resolve_bare(scene: Scene, phrase: Phrase, office: str) -> ActorMention | None:
    """``the President``, ``the Secretary``: the publisher's own, or the text's."""
    capital = scene.tokens.text[phrase.nouns[-1].start][:1].isupper()
    if phrase.owner or {*phrase.modifiers, *(a.value for a in phrase.nouns)} & BESIDE:
        return None
    if phrase.determiner != "the" and not (capital and not phrase.determiner):
        return None
    if {*phrase.modifiers} & {"new", "next", "future", "incoming"}:
        return None
    told = scene.people.by_office((office,), None, phrase.start)
    if not told and (one := _only_one(scene, office, phrase.start)) is not None:
        return made(scene, phrase, one, f"the one {office} on {scene.day}")
    if not told and office in _LOOSE:
        told = scene.people.by_office(family_of(office), None, phrase.start)
    told = _own_first(scene, told, office)
    holder = scene.publisher.holder
    if holder is not None and office in _own_offices(scene):
        named = any(
            k.person is not None and k.person.id == holder.id and k.first <= phrase.start for k in scene.people.known
        )
        if named or not told:
            side = scene.authority.label(scene.publisher.place or "")
            known = scene.known_as(holder, side, (office,), phrase.start)
            return made(scene, phrase, known, f"the publisher's {office} on {scene.day}")
    foreign = (
        bool(told) and told[0].person is None and told[0].side != scene.authority.label(scene.publisher.place or "~")
    )
    if not told or (foreign and office in _HEADS and not scene.unlike_facts):
        own = _own_minister(scene, phrase, office)  # a union's president is not "the President" of a state's text
        if own is not None or not told:
            return own
    told.sort(key=lambda k: (office,) not in k.shorts)  # "the envoy" stays whom it was before
    told[0].shorts.add((office,))
    rule = "the one person" if len({k.name for k in told}) == 1 else "the last person"
    return made(scene, phrase, told[0], f"{rule} of this office in the text")


#: offices that a bare noun may mean in several forms; "the foreign minister" is never the Secretary of State
_LOOSE = frozenset(
    {"secretary", "deputy secretary", "under secretary", "minister", "leader", "head of state", "president", "king",
     "spokesman", "special envoy", "head of government", "deputy prime minister", "deputy foreign minister"}
)  # fmt: skip


#: offices of which the world has one: "the pope" needs no state
_ONLY = {"pope": "VAT"}


def _only_one(scene: Scene, office: str, at: int) -> Known | None:
    """The holder of an office that only one state or body has."""
    place = _ONLY.get(office)
    dated = place is not None and not (scene.historical or scene.unlike_facts)
    person = scene.authority.holder(office, place, scene.day) if place is not None and dated else None
    if person is None or place is None:
        return None
    return scene.known_as(person, scene.authority.label(place), (office,), at)


def _own_first(scene: Scene, told: list[Known], office: str) -> list[Known]:
    """In a publisher's text "the President" is its own; those of another state are called "the President of X"."""
    if scene.publisher.place is None or office not in _own_offices(scene):
        return told
    own = scene.authority.label(scene.publisher.place)
    ours = [k for k in told if k.side in {None, own}]
    for known in ours:
        known.side = own
    return ours or told


def _own_offices(scene: Scene) -> set[str]:
    office = scene.publisher.office or ""
    return {office, office.split(" of ")[0], "head of state" if office == "president" else office}


def _own_minister(scene: Scene, phrase: Phrase, office: str) -> ActorMention | None:
    """``the Secretary of Commerce`` in a text of the White House."""
    place = scene.publisher.place
    if (
        place is None
        or office not in facts.OFFICES.values()
        or office in {"minister", "secretary", "leader", "ambassador"}
    ):
        return None
    person = scene.authority.holder(office, place, scene.day)
    if person is None:
        return None
    known = scene.known_as(person, scene.authority.label(place), (office,), phrase.start)
    return made(scene, phrase, known, f"office of the publisher's state on {scene.day}")


def family_of(office: str) -> tuple[str, ...]:
    """The offices that a word such as "minister" or "leader" may mean."""
    family = {*facts.SAME_OFFICE.get(office, (office,)), office}
    if office in {"secretary", "deputy secretary"}:
        family |= {o for o in facts.OFFICES.values() if o.startswith(office)}
    if office == "minister":
        family |= {o for o in facts.OFFICES.values() if o.endswith("minister") and "prime" not in o}
    if office in {"leader", "head of state"}:
        family |= {*_HEADS}
    return tuple(sorted(family))
