"""Names in an address, and whom one may ask about to begin with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from demarche.analysis import telling
from demarche.analysis.sides import bounds
from demarche.analysis.wording import held
from demarche.ledger import Filters, Ledger
from demarche.ledger.edtf import Days
from demarche.ledger.officers import phrases
from demarche.web.views.lines import parties

__all__ = [
    "Hint",
    "between_names",
    "hints",
    "hints_in",
    "latest_pairs",
    "latest_people",
    "latest_pressures",
    "latest_speakers",
]

_LOOKED_AT = 60
_SHOWN = 8


def between_names(typed: str) -> tuple[str, ...]:
    """Several names are parted by semicolons and pooled."""
    return tuple(name.strip() for name in typed.split(";") if name.strip())


@dataclass(frozen=True, slots=True)
class Hint:
    """Whom a typed name was taken for where that is not plain: an office's holders, or nobody of this ledger."""

    asked: str
    holders: str
    found: bool


def hints(ledger: Ledger, names: Iterable[str], days: Days | None = None) -> list[Hint]:
    """What the page should say about the names typed: offices, and those that stand for nobody."""
    matches = [ledger.resolve(name, *bounds(days)) for name in dict.fromkeys(names)]
    return [Hint(m.asked, held(m), m.rule == "office") for m in matches if m.rule in ("office", "nobody")]


def hints_in(ledger: Ledger, text: str) -> list[Hint]:
    """The same of a free text: only an office in it."""
    office, _ = phrases(text)
    return hints(ledger, [office]) if office else []


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


def latest_pressures(ledger: Ledger) -> list[tuple[str, str]]:
    """Who pressed whom lately."""
    return _latest(ledger, "pressure")


def latest_speakers(ledger: Ledger) -> list[tuple[str, str]]:
    """Who spoke about whom lately."""
    return _latest(ledger, "statement")


def _latest(ledger: Ledger, kind: str) -> list[tuple[str, str]]:
    found: dict[tuple[str, str], None] = {}
    for event in ledger.events(Filters(kind=kind, order="-date", limit=_LOOKED_AT)):
        ours, theirs = telling.from_whom(event.row), event.row.names("recipient") or event.row.names("about")
        if ours and theirs:
            found.setdefault((ours[0], theirs[0]))
    return list(found)[:_SHOWN]
