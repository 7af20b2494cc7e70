"""Whose: the owner of "his spokesman", the office that "counterpart" repeats, "of both countries"."""

from __future__ import annotations

from demarche.actors import words as facts
from demarche.mentions.actors.active import NUMERALS, active_states
from demarche.mentions.actors.people import run_keys
from demarche.mentions.actors.phrase import Phrase
from demarche.mentions.actors.pronouns import SINGULAR, person_meant
from demarche.mentions.actors.registry import Known
from demarche.mentions.actors.scene import Scene


def owner_place(scene: Scene, phrase: Phrase) -> list[str]:
    """The side of "his" or "Trump's", for "his spokesman" and "Trump's envoy"."""
    if phrase.owner == "its":
        bodies = [m for m in scene.recent if m.kind in {"state", "institution"} and m.side]
        same = [m for m in bodies if scene.sentence(m) == scene.tokens.sent[phrase.start]]
        sides = {m.side for m in same}
        found = scene.authority.id_of(sides.pop() or "") if len(sides) == 1 else None
        return [found] if found else []
    owner = owner_of(scene, phrase)
    place = scene.authority.id_of(owner.side) if owner is not None and owner.side else None
    return [place] if place else []


def owner_of(scene: Scene, phrase: Phrase) -> Known | None:
    """The person in the genitive before an office, or whom "his" means."""
    if phrase.owner_run is not None:
        return scene.people.short(run_keys(scene.found, phrase.owner_run), phrase.start)
    if phrase.owner in SINGULAR and (found := person_meant(scene, phrase.start, SINGULAR[phrase.owner])):
        return scene.entry(found[0].name)
    return None


def antecedent_office(scene: Scene) -> str | None:
    """The office that "counterpart" repeats: that of the last person named."""
    for mention in reversed(scene.recent):
        if mention.kind == "group" and not mention.pronoun and (office := _office_of_many(mention.name)):
            return office
        if mention.kind != "person" or mention.pronoun or mention.members:
            continue
        known = scene.entry(mention.name)
        offices: list[str | None] = [mention.office, *(sorted(known.offices) if known else ())]
        for office in offices:
            if office in facts.OFFICES.values() and office not in {"counterpart", "leader"}:
                return office
        term = scene.authority.term_on(known.person.id, scene.day) if known and known.person else None
        return term.office if term else None
    return None


def _office_of_many(name: str) -> str | None:
    """``foreign minister`` of "foreign ministers", "prime ministers of the European Union"."""
    words = name.partition(" of ")[0].lower()
    office = facts.OFFICES.get(words) or facts.OFFICES.get(words.removesuffix("s"))
    return office if office not in {None, "counterpart", "leader", "official", "side"} else None


def of_both(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """``delegations of the two countries``."""
    tokens, i = scene.tokens, phrase.end
    low = list(tokens.low[i : i + 4])
    if low[:1] != ["of"] or not ({"countries", "sides", "states", "nations", "governments"} & {*low}):
        return ()
    return active_states(scene) if {*low} & {*NUMERALS} else ()
