"""Plural offices: "the presidents of Russia and Turkey", "the ministers of both countries", "both presidents"."""

from __future__ import annotations

from demarche.actors import words as facts
from demarche.mentions.actors.active import collective
from demarche.mentions.actors.atoms import Atom
from demarche.mentions.actors.described import described
from demarche.mentions.actors.lists import give_sides, named_after
from demarche.mentions.actors.owners import of_both
from demarche.mentions.actors.phrase import Phrase
from demarche.mentions.actors.scene import Scene, of
from demarche.model import ActorMention


def resolve_plural(scene: Scene, phrase: Phrase, noun: Atom, places: list[str]) -> ActorMention | None:
    """``the presidents of Russia and Turkey``, ``the foreign ministers of both countries``, ``both presidents``."""
    label = " ".join(scene.tokens.low[noun.start : noun.end])
    if listed := named_after(scene, phrase):
        give_sides(listed, [scene.authority.label(p) for p in places])
        for known in listed:
            known.offices.add(noun.value)
        names = tuple(k.name for k in listed)
        return scene.mention(phrase.start, phrase.end, label, "group", None, "the text names them next", members=names)
    if len(places) > 1:
        members = tuple(_holder_name(scene, noun.value, p) for p in places)
        return scene.mention(phrase.start, phrase.end, label, "group", None, f"offices on {scene.day}", members=members)
    if not places and (both := of_both(scene, phrase)):
        members = tuple(f"{noun.value} {of(s)}" for s in both)
        return scene.mention(phrase.start, phrase.end, label, "group", None, "offices of both states", members=members)
    if places:
        side = scene.authority.label(places[0])
        name = f"{described(phrase, label)} {of(side)}"
        return scene.mention(phrase.start, phrase.end, name, "group", side, "unnamed group of a side named in the text")
    return collective(scene, phrase, label)


def _holder_name(scene: Scene, office: str, place: str) -> str:
    told = scene.people.by_office(facts.SAME_OFFICE.get(office, (office,)), scene.authority.label(place), 10**9)
    if len({k.name for k in told}) == 1:
        return told[0].name
    holder = (
        scene.authority.leader(place, scene.day)
        if office == "leader"
        else scene.authority.holder(office, place, scene.day)
    )
    return holder.name if holder else f"{office} {of(scene.authority.label(place))}"
