"""Pressures that hang together: a later one with a new deadline in place of an earlier one, a measure that followed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from demarche.analysis.pressures.lives import PressureLife, Step

__all__ = ["hang_together"]

_NEW_DEADLINE = "a later pressure of the same side for the same sort of measure names another deadline"
_COMMON = frozenset(("with", "that", "this", "from", "they", "them", "their", "would", "could", "will", "more", "than"))
_TOLD_BEFORE = ("open", "lapsed", "overtaken", "unknown")


@dataclass(frozen=True, slots=True)
class _Known:
    """A life with what it is compared by: who exerts it, on whom, and the words of its measure."""

    life: PressureLife
    day: date
    actors: tuple[frozenset[str], frozenset[str]]
    recipients: tuple[frozenset[str], frozenset[str]]
    stems: frozenset[str]

    @property
    def pairs(self) -> Iterator[tuple[str, str]]:
        """The sides that exert it with the sides it is exerted on."""
        return ((ours, theirs) for ours in self.actors[1] for theirs in self.recipients[1])


def hang_together(lives: Sequence[PressureLife], twins: Mapping[str, frozenset[str]]) -> tuple[PressureLife, ...]:
    """Each life with what later pressures tell of it; `twins` are events that may be one, and never replace each other.

    Two pressures hang together when the same side exerts them on the same side, the later one is announced before the
    earlier one's day has passed, their measures share a word, and the later one names another deadline. The earlier
    one's deadline is then revised by the later one's sentence; if nothing else is told of it, it is overtaken. A
    sanction that followed is only listed: whether it is the measure that was held out, a person must say.
    """
    known = sorted((_known(life, life.day) for life in lives if life.day), key=lambda one: (one.day, one.life.id))
    by_pair: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(known):
        for pair in one.pairs:
            by_pair[pair].append(at)
    found = {life.id: life for life in lives}
    for at, one in enumerate(known):
        if one.life.stage == "threat":
            near = sorted({other for pair in one.pairs for other in by_pair[pair] if other > at})
            found[one.life.id] = _with_later(one, [known[other] for other in near], twins)
    return tuple(found[life.id] for life in lives)


def _known(life: PressureLife, day: date) -> _Known:
    return _Known(life, day, _named(life, "actor"), _named(life, "recipient"), _stems(life.measure))


def _with_later(one: _Known, later: Sequence[_Known], twins: Mapping[str, frozenset[str]]) -> PressureLife:
    near = [other for other in later if _same(one.actors, other.actors) and _same(one.recipients, other.recipients)]
    own = twins.get(one.life.id, frozenset())
    others = near if one.life.state == "overtaken" else [other for other in near if other.life.id not in own]
    return _followed(_replaced(one, others), one, near)


def _replaced(one: _Known, later: Iterable[_Known]) -> PressureLife:
    life = one.life
    taking = (other.life for other in later if _takes_over(one, other)) if life.state in _TOLD_BEFORE else iter(())
    other = next(taking, None)
    if other is None:
        return life
    first = other.steps[0]
    step = replace(first, state="revised", day=other.day, reason=_NEW_DEADLINE, old=life.deadline, new=other.deadline)
    if life.state in ("overtaken", "unknown"):
        return replace(life, steps=_in_order((*life.steps, step)), next=other.id)
    steps = (*life.steps, step, replace(step, state="overtaken", old=None, new=None))
    told = replace(life, state="overtaken", ended=other.day, reason=_NEW_DEADLINE, words=first.quote)
    return replace(told, steps=steps, next=other.id)


def _in_order(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Revisions before the outcome."""
    order = ("announced", "revised")
    return tuple(sorted(steps, key=lambda step: order.index(step.state) if step.state in order else 2))


def _takes_over(one: _Known, other: _Known) -> bool:
    due, new = one.life.due, other.life.due
    if due is None or new is None or other.life.deadline == one.life.deadline or other.life.stage != "threat":
        return False
    return one.day < other.day <= due and _akin(one, other)


def _followed(life: PressureLife, one: _Known, near: Sequence[_Known]) -> PressureLife:
    """What may be its outcome: a sanction of the same sort, or a later report that tells of an end and no more."""
    if life.state not in ("open", "lapsed", "deferred"):
        return life
    imposed = [other.life.id for other in near if other.life.stage == "imposed" and one.stems & other.stems]
    told = [o.life.id for o in near if o.life.stage == "threat" and _only_an_end(o.life) and _akin(one, o)]
    return replace(life, maybe=(*imposed[:1], *told[:1]))


def _only_an_end(life: PressureLife) -> bool:
    """True when the document that tells of it first also tells its end."""
    first, outcome = life.steps[0], life.outcome
    return life.settled and outcome is not None and first.told is not None and outcome.told == first.told


def _same(one: tuple[frozenset[str], frozenset[str]], other: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Somebody named by both; a state or body beside a person of its side will do, two persons of a side will not."""
    if one[0] and other[0]:
        return bool(one[0] & other[0])
    return bool(one[1] & other[1])


def _named(life: PressureLife, role: str) -> tuple[frozenset[str], frozenset[str]]:
    """The persons in a role, and the sides of everybody in it."""
    found = [p for row in life.rows for p in row.participants if p.role == role]
    return frozenset(p.name for p in found if p.kind == "person"), frozenset(p.side or p.name for p in found)


def _akin(one: _Known, other: _Known) -> bool:
    """True when the measures share a word, or one of them is not told."""
    return not one.stems or not other.stems or bool(one.stems & other.stems)


def _stems(words: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in re.findall(r"[a-z]{4,}", words.lower()) if word not in _COMMON)
