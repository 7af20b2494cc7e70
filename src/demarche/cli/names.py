"""Names that a ledger does not know: one clear line with what may have been meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from demarche.analysis.wording import held
from demarche.errors import UsageError

if TYPE_CHECKING:
    from demarche.ledger import Ledger


def check_names(ledger: Ledger, names: Iterable[str]) -> None:
    """UsageError for the first name that stands for nobody in this ledger."""
    for name in names:
        if not name.strip():
            raise UsageError("an empty name stands for nobody")
        match = ledger.resolve(name)
        if match.holders and not match.actors:
            raise UsageError(f"nobody who was {name!r} is in this ledger: {held(match)}")
        if not match.actors:
            raise UsageError(f"nobody in this ledger is called {name!r}{_meant(ledger, name)}")


def officers(ledger: Ledger, names: Iterable[str], since: str = "", until: str = "") -> list[str]:
    """Whom each name that is an office was taken for: `US secretary of state: Marco Rubio since 21 Jan 2025`."""
    found = [match for name in names if (match := ledger.resolve(name, since, until)).rule == "office"]
    return [f"{match.asked}: {held(match)}" for match in found]


def _meant(ledger: Ledger, name: str) -> str:
    """The nearest name, or the nearest last word of one."""
    known = {actor.name for actor in ledger.actors()}
    by_word = {word.casefold(): full for full in sorted(known) for word in (full, *full.split())}
    close = difflib.get_close_matches(name.casefold(), list(by_word), n=1, cutoff=0.7)
    return f"; did you mean {by_word[close[0]]}?" if close else ""
