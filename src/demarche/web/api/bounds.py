"""How many rows one answer of the API is made of: more is refused in a line, and nothing is computed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from demarche.analysis.sides import asked_period
from demarche.errors import UsageError
from demarche.ledger import Filters

if TYPE_CHECKING:
    from demarche.ledger import Ledger

__all__ = ["bounded"]

MOST = 2_000
"""An answer needs all of its rows at once: `limit` and `offset` of /api/events give what is more, row by row."""

Names = Sequence[str]


def bounded(
    ledger: Ledger,
    kind: str,
    *,
    who: Names = (),
    with_: Names = (),
    actor: Names = (),
    recipient: Names = (),
    period: str | None = None,
    until: str | None = None,
) -> None:
    """UsageError where the answer would be made of too many rows of this kind."""
    days = asked_period(period, until)
    since, last = (days.earliest, days.latest) if days else (None, None)
    sides = {"who": tuple(who), "with_": tuple(with_), "actor": tuple(actor), "recipient": tuple(recipient)}
    asked = Filters(kind=kind, since=since, until=last, **sides)  # type: ignore[arg-type]
    if ledger.count_events(asked, most=MOST) > MOST:
        raise UsageError(
            f"more than {MOST:,} {kind}s: too much for one answer, nothing was computed; ask for a shorter period "
            f"(in=2025-03) or name both sides, or take the rows from /api/events with limit and offset"
        )
