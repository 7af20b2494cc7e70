"""Names listed after a plural: "his Greek and French counterparts, A and B", "the foreign ministers, A, B and C"."""

from __future__ import annotations

from collections.abc import Sequence

from demarche.mentions.actors.people import run_keys
from demarche.mentions.actors.phrase import Phrase
from demarche.mentions.actors.registry import Known
from demarche.mentions.actors.scene import Scene


def named_after(scene: Scene, phrase: Phrase) -> list[Known]:
    """The people listed after a plural and a comma, if the list has two names or more."""
    found, i, listed = scene.found, phrase.end, list[Known]()
    tokens = found.tokens
    if i >= len(tokens) or tokens.text[i] not in {",", ":", "-", "–", "—"}:
        return []
    while i < len(tokens):
        while i < len(tokens) and tokens.low[i] in {",", "and", ":", "-", "–", "—"}:
            i += 1
        run = found.run_of.get(i)
        known = scene.people.full(run_keys(found, run)) if run is not None and run.start == i else None
        if run is None or known is None:
            break
        listed.append(known)
        i = run.end
        if i >= len(tokens) or tokens.low[i] not in {",", "and"}:
            break
    return listed if len(listed) > 1 else []


def give_sides(people: Sequence[Known], sides: Sequence[str]) -> None:
    """Sides and names listed in the same order and number belong together."""
    if len(people) == len(sides):
        for known, side in zip(people, sides, strict=True):
            known.side = known.side or side
