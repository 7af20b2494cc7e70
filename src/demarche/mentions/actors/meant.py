"""Plurals of an office that those the text speaks of do not hold: ministers prepare "the two presidents' talks"."""

from __future__ import annotations

from demarche.actors import words as facts
from demarche.mentions.actors.scene import Scene

_OFFICE = {
    "presidents": "president",
    "prime ministers": "prime minister",
    "premiers": "prime minister",
    "foreign ministers": "foreign minister",
}
_HEADS = frozenset((*facts.HEADS_OF_STATE, *facts.HEADS_OF_GOVERNMENT, "leader"))


def holders(scene: Scene, noun: str, members: tuple[str, ...]) -> tuple[str, ...]:
    """The members themselves, or who holds the office on their sides when they surely hold another one.

    Nobody is left when the facts do not know all holders.
    """
    office = _OFFICE.get(noun)
    if office is None or not all(_holds_another(scene, name, office) for name in members):
        return members
    found = tuple(name for name in (_holder(scene, office, member) for member in members) if name)
    return found if len(set(found)) == len(members) else ()


def _holds_another(scene: Scene, name: str, office: str) -> bool:
    known = scene.entry(name)
    if known is None:
        return False
    held = set(known.offices)
    if known.person is not None and (term := scene.authority.term_on(known.person.id, scene.day)):
        held.add(term.office)
    if office == "foreign minister":
        return bool(held) and held <= _HEADS
    sure = {o for o in held if o.endswith(("minister", "secretary of state", "envoy", "adviser"))} - _HEADS
    return bool(sure) and not held & _HEADS and not any("president" in o for o in held)


def _holder(scene: Scene, office: str, member: str) -> str:
    known = scene.entry(member)
    place = scene.authority.id_of(known.side) if known is not None and known.side else None
    holder = scene.authority.holder(office, place, scene.day) if place else None
    return holder.name if holder is not None else ""
