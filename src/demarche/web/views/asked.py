"""Names in an address, and whom one may ask about to begin with."""

from __future__ import annotations

from collections.abc import Iterable

from demarche.ledger import Filters, Ledger
from demarche.web.views.lines import parties

__all__ = ["between_names", "latest_pairs", "latest_people", "nobody"]

_LOOKED_AT = 60
_SHOWN = 8


def between_names(typed: str) -> tuple[str, ...]:
    """Several names are parted by semicolons and pooled."""
    return tuple(name.strip() for name in typed.split(";") if name.strip())


def nobody(ledger: Ledger, names: Iterable[str]) -> list[str]:
    """Those of the names that stand for nobody in this ledger."""
    return [name for name in dict.fromkeys(names) if ledger.resolve(name).rule == "nobody"]


def latest_people(ledger: Ledger) -> list[str]:
    """Those who were in contact most lately, each once."""
    return list(dict.fromkeys(name for pair in latest_pairs(ledger) for name in pair))


def latest_pairs(ledger: Ledger) -> list[tuple[str, str]]:
    """Pairs of the latest contacts."""
    found: dict[tuple[str, str], None] = {}
    for event in ledger.events(Filters(kind="contact", order="-date", limit=_LOOKED_AT)):
        left, _, right = parties(event.row)
        if left and right:
            found.setdefault((left[0], right[0]))
    return list(found)[:_SHOWN]
