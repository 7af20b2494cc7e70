"""Whether the authority facts describe the world of a text: its years, and the heads it names."""

from __future__ import annotations

from demarche.actors import words as facts
from demarche.mentions.actors.registry import Known
from demarche.mentions.actors.scene import Scene

_HEADS = frozenset({*facts.HEADS_OF_STATE, *facts.HEADS_OF_GOVERNMENT} - {"leader", "prince", "head of state"})


_ENOUGH = 3


def contradicts_facts(scene: Scene) -> bool:
    """The text names a head of state or government whom the facts don't know: its other heads may be unknown too."""
    named = [k for k in scene.people.known if k.first >= 0 and " " in k.name]
    if len(named) >= _ENOUGH and all(k.person is None for k in named):
        return True  # nobody whom the text names in full is in the facts
    return any(
        known.person is None and known.offices & _HEADS and _unlike_facts(scene, known) for known in scene.people.known
    )


def _unlike_facts(scene: Scene, known: Known) -> bool:
    """Another person holds the office by the facts, or the text does not say of which state it is."""
    place = scene.authority.id_of(known.side) if known.side else None
    if place is None:
        return known.side is None
    return any(scene.authority.holder(office, place, scene.day) is not None for office in known.offices & _HEADS)


def other_holder(scene: Scene, family: tuple[str, ...], side: str, barred: Known | None) -> Known | None:
    """In such a text, the one other person of this office whose state the text leaves open."""
    left = [
        k
        for k in scene.people.known
        if k.person is None and k.offices & {*family} and k.side in {None, side} and k is not barred
    ]
    if len(left) != 1:
        return None
    left[0].side = side
    return left[0]
