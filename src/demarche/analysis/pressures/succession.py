"""Pressures that hang together: a later one with a new deadline in place of an earlier one, a measure that followed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from demarche.analysis.pressures.lives import PressureLife, Step

__all__ = ["hang_together"]

_NEW_DEADLINE = "a later pressure of the same side for the same sort of measure names another deadline"
_COMMON = frozenset(("with", "that", "this", "from", "they", "them", "their", "would", "could", "will", "more", "than"))


def hang_together(lives: Sequence[PressureLife], twins: Mapping[str, frozenset[str]]) -> tuple[PressureLife, ...]:
    """Each life with what later pressures tell of it; `twins` are events that may be one, and never replace each other.

    Two pressures hang together when the same side exerts them on the same side, the later one is announced before the
    earlier one's day has passed, their measures share a word, and the later one names another deadline. The earlier
    one's deadline is then revised by the later one's sentence; if nothing else is told of it, it is overtaken. A
    sanction that followed is only listed: whether it is the measure that was held out, a person must say.
    """
    ranked = sorted((life for life in lives if life.day), key=lambda life: (life.day, life.id))
    found = {life.id: life for life in lives}
    for at, life in enumerate(ranked):
        later = ranked[at + 1 :]
        others = [one for one in later if one.id not in twins.get(life.id, frozenset())]
        found[life.id] = _followed(_replaced(life, later if life.state == "overtaken" else others), later)
    return tuple(found[life.id] for life in lives)


def _replaced(life: PressureLife, later: Iterable[PressureLife]) -> PressureLife:
    other = next((one for one in later if _takes_over(life, one)), None)
    if other is None or life.state not in ("open", "lapsed", "overtaken", "unknown"):
        return life
    first = other.steps[0]
    step = replace(first, state="revised", day=other.day, reason=_NEW_DEADLINE, old=life.deadline, new=other.deadline)
    if life.state in ("overtaken", "unknown"):
        return replace(life, steps=_sorted((*life.steps, step)), next=other.id)
    end = replace(step, state="overtaken", old=None, new=None)
    steps = (*life.steps, step, end)
    return replace(
        life, steps=steps, state="overtaken", ended=other.day, reason=_NEW_DEADLINE, words=first.quote, next=other.id
    )


def _sorted(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Revisions before the outcome."""
    return tuple(sorted(steps, key=lambda step: ("announced", "revised").index(step.state) if _before(step) else 2))


def _before(step: Step) -> bool:
    return step.state in ("announced", "revised")


def _takes_over(life: PressureLife, other: PressureLife) -> bool:
    if not (life.due and other.due and life.day and other.day) or other.deadline == life.deadline:
        return False
    timely = life.day < other.day <= life.due
    return timely and other.stage == life.stage == "threat" and _same_sides(life, other) and _akin(life, other)


def _followed(life: PressureLife, later: Sequence[PressureLife]) -> PressureLife:
    """What may be its outcome: a sanction of the same sort, or a later report that tells of an end and no more."""
    if life.state not in ("open", "lapsed", "deferred") or life.stage != "threat":
        return life
    near = [one for one in later if _same_sides(life, one)]
    imposed = [one for one in near if one.stage == "imposed" and _stems(life.measure) & _stems(one.measure)]
    told = [one for one in near if one.stage == "threat" and _only_an_end(one) and _akin(life, one)]
    return replace(life, maybe=tuple(one.id for one in (*imposed[:1], *told[:1])))


def _only_an_end(life: PressureLife) -> bool:
    """True when the document that tells of it first also tells its end."""
    first, outcome = life.steps[0], life.outcome
    return life.settled and outcome is not None and first.told is not None and outcome.told == first.told


def _same_sides(one: PressureLife, other: PressureLife) -> bool:
    return _same(one, other, "actor") and _same(one, other, "recipient")


def _same(one: PressureLife, other: PressureLife, role: str) -> bool:
    """Somebody named by both; a state or body beside a person of its side will do, two persons of a side will not."""
    (ours, our_sides), (theirs, their_sides) = _named(one, role), _named(other, role)
    if ours and theirs:
        return bool(ours & theirs)
    return bool(our_sides & their_sides)


def _named(life: PressureLife, role: str) -> tuple[frozenset[str], frozenset[str]]:
    """The persons in a role, and the sides of everybody in it."""
    found = [p for row in life.rows for p in row.participants if p.role == role]
    return frozenset(p.name for p in found if p.kind == "person"), frozenset(p.side or p.name for p in found)


def _akin(one: PressureLife, other: PressureLife) -> bool:
    """True when the measures share a word, or one of them is not told."""
    ours, theirs = _stems(one.measure), _stems(other.measure)
    return not ours or not theirs or bool(ours & theirs)


def _stems(words: str) -> frozenset[str]:
    found = re.findall(r"[a-z]{4,}", words.lower())
    return frozenset(word.rstrip("s") for word in found if word not in _COMMON)
