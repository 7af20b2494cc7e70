"""Why reports are one event and what was decided on it: each reason and each decision told once."""

from __future__ import annotations

from dataclasses import dataclass

from demarche.ledger import Decision, EventDetail

__all__ = ["Reason", "decisions", "reasons"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why some pairs of reports are one: the same words and the same score for each."""

    words: str
    score: float
    pairs: int


def reasons(detail: EventDetail) -> list[Reason]:
    """The reasons, the strongest first; of many pairs with the same reason only how many they are."""
    found: dict[tuple[str, float], int] = {}
    for link in detail.links:
        key = "; ".join(why for _, _, why in link.why), link.score
        found[key] = found.get(key, 0) + 1
    return [Reason(*key, pairs) for key, pairs in found.items()]


def decisions(detail: EventDetail) -> list[Decision]:
    """What was decided: of rows that one action decided on together, the first."""
    found: dict[tuple[int, str, str | None], Decision] = {}
    for one in detail.decisions:
        found.setdefault((one.action or one.id, one.verdict, one.field), one)
    return list(found.values())
