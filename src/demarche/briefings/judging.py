"""Statistics of pressure and contact for both directions of a pair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from demarche.analysis.following import follows
from demarche.analysis.holding import HoldsAnswer, holds
from demarche.analysis.pressures import PressureLife
from demarche.analysis.sides import Names
from demarche.ledger import Ledger
from demarche.statistics import Finding, Window

__all__ = ["DRAWS", "SEED", "Judged", "judged"]

Both = tuple[tuple[Names, Names], tuple[Names, Names]]
DRAWS, SEED = 1_999, 1
_FEW = 5  # fewer pressures make no share and no curve


@dataclass(frozen=True, slots=True)
class Judged:
    """The figures about the pressures of one side on the other; `holding` is None where it exerts too few."""

    by: str
    against: str
    holding: HoldsAnswer | None
    around: tuple[Window, ...] = ()
    around_rule: str = ""

    @property
    def lives(self) -> tuple[PressureLife, ...]:
        """The pressures behind the figures."""
        return self.holding.lives if self.holding else ()

    @property
    def findings(self) -> Iterator[Finding]:
        """The share that held, the time to an outcome, with and without a contact."""
        if self.holding is None:
            return
        yield self.holding.share
        yield self.holding.times
        if self.holding.comparison is not None and self.holding.comparison.estimate is not None:
            yield self.holding.comparison


def judged(
    ledger: Ledger, both: Both, sides: tuple[str, str], period: str | None, as_of: str | None
) -> tuple[Judged, ...]:
    """Whether deadlines hold and how long pressures hang, of each side that exerts any."""
    return tuple(
        _judged(ledger, pair, names, period, as_of) for pair, names in zip(both, (sides, sides[::-1]), strict=True)
    )


def _judged(
    ledger: Ledger, pair: tuple[Names, Names], names: tuple[str, str], period: str | None, as_of: str | None
) -> Judged:
    by, against = pair
    answer = holds(ledger, by=by, against=against, period=period, as_of=as_of)
    if len(answer.lives) < _FEW:
        return Judged(*names, None)
    if not any(life.deadline for life in answer.lives) or not answer.contacts:
        return Judged(*names, answer)
    tested = follows(ledger, by=by, against=against, period=period, draws=DRAWS, seed=SEED)
    return Judged(*names, answer, tuple(tested.windows), tested.rule)
