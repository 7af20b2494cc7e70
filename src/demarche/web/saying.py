"""How many statements of two sides about each other a page or an answer takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.ledger import Filters

if TYPE_CHECKING:
    from demarche.ledger import Ledger
    from demarche.ledger.edtf import Days

__all__ = ["too_many"]

SAID = 1_000
"""Of more statements than this in one direction nothing is told at once."""


def too_many(ledger: Ledger, between: tuple[str, ...], and_: tuple[str, ...], days: Days | None) -> str:
    """What there is too much of; nothing where it is not."""
    since, until = (days.earliest, days.latest) if days else (None, None)
    for actor, recipient in ((between, and_), (and_, between)):
        asked = Filters(kind="statement", actor=actor, recipient=recipient, since=since, until=until, undated=True)
        if ledger.count_events(asked, most=SAID) > SAID:
            return f"more than {SAID:,} statements"
    return ""
