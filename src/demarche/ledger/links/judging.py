"""Two reports judged by the rules: one event, perhaps one, or two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from demarche.ledger.links.pair import Pair
from demarche.ledger.links.rules import BARS, DOUBTS, PERHAPS, RULES, SAME, Rule
from demarche.ledger.links.told import Told

__all__ = ["Judgement", "judge"]

_MOST_OF_DOUBTFUL = SAME - 0.5
Why = tuple[tuple[str, float, str], ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The sum of points and the rules that spoke. `barred`: two events whatever the sum; `doubtful`: never more than
    perhaps one."""

    score: float
    why: Why
    barred: bool = False
    doubtful: bool = False

    @property
    def same(self) -> bool:
        """One event."""
        return self.score >= SAME and not self.barred and not self.doubtful

    @property
    def verdict(self) -> str:
        """same, perhaps or different."""
        if self.same:
            return "same"
        return "perhaps" if self.score >= PERHAPS and not self.barred else "different"


def judge(a: Told, b: Told) -> Judgement:
    """Ask every rule of their kind; it does not matter which report comes first."""
    if a.kind != b.kind:
        return Judgement(0.0, (("kind", 0.0, "another kind"),), barred=True)
    pair = Pair(*sorted((a, b), key=lambda told: told.id))
    if bars := _speaking(BARS, pair):
        return Judgement(0.0, _why(bars), barred=True)
    doubts, speaking = _speaking(DOUBTS, pair), _speaking(RULES, pair)
    score = sum(rule.points for rule in speaking)
    if doubts:
        score = min(score, _MOST_OF_DOUBTFUL)
    return Judgement(score, _why((*speaking, *doubts)), doubtful=bool(doubts))


def _why(rules: Iterable[Rule]) -> Why:
    return tuple((rule.name, rule.points, rule.reason) for rule in rules)


def _speaking(rules: tuple[Rule, ...], pair: Pair) -> list[Rule]:
    return [rule for rule in _of_kind(rules, pair.a.kind) if rule.speaks(pair)]


@cache
def _of_kind(rules: tuple[Rule, ...], kind: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if kind in rule.kinds)
