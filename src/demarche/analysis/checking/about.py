"""Of which day the contact is that a claim numbers: "the eighth", "the first since".

The claim's own sentence decides: a contact that it tells of, or a day that it names. Otherwise it is the one contact of
these people that the document tells of within the ten days before it was published. Where several would do, nobody
knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from demarche.edtf import Days, parse
from demarche.ledger import Quote
from demarche.model import Lasting, Span

__all__ = ["DAYS_BEFORE", "TellsOf", "day_of", "month_of", "tells_of"]

DAYS_BEFORE = timedelta(days=10)  # a text tells of a contact of its own day or of the days before it
_IN_PERSON = frozenset({"meeting", "summit", "talks"})


@dataclass(frozen=True, slots=True)
class TellsOf:
    """A contact that the document of a claim tells of, and where."""

    names: tuple[str, ...]
    type: str | None
    status: str | None
    date: str | None
    span: Span


class _Claim(Protocol):
    @property
    def type(self) -> str: ...
    @property
    def sides(self) -> tuple[tuple[str, ...], ...]: ...
    @property
    def types(self) -> tuple[str, ...]: ...
    @property
    def value(self) -> int | str | Lasting | None: ...
    @property
    def period(self) -> str | None: ...
    @property
    def day(self) -> date | None: ...
    @property
    def quote(self) -> Quote | None: ...
    @property
    def words(self) -> str: ...


def day_of(claim: _Claim, told: Iterable[TellsOf]) -> date | None:
    """The day of the contact that an ordinal, a first or a superlative is about; None where it is open."""
    if claim.type not in ("ordinal", "recency", "comparison") or isinstance(claim.value, str):
        return None
    same = [(t, day) for t in told if _fits(claim, t) and (day := _exact(t.date)) and _may_be_own(claim, day)]
    own = {day for t, day in same if claim.quote and t.span.overlaps(claim.quote.span)}
    named = _named_day(claim)
    if own or named:
        return _only(own) or named
    return _only({day for _, day in same if claim.day and claim.day - DAYS_BEFORE <= day <= claim.day})


def tells_of(claim: _Claim, told: Iterable[TellsOf]) -> bool:
    """True when the document tells of a held contact of these very sides."""
    return any(t.status == "held" and all(any(name in t.names for name in side) for side in claim.sides) for t in told)


def _only(days: set[date]) -> date | None:
    return next(iter(days)) if len(days) == 1 else None


def _fits(claim: _Claim, told: TellsOf) -> bool:
    """Held, of a type that the claim counts, and with one of each of its sides."""
    if told.status != "held" or not _type_fits(claim.types, told.type):
        return False
    return all(any(name in told.names for name in side) for side in claim.sides)


def _type_fits(types: Sequence[str], told: str | None) -> bool:
    wanted = frozenset(types)
    return not wanted or told in wanted or bool(wanted & _IN_PERSON and told in _IN_PERSON)


def _may_be_own(claim: _Claim, day: date) -> bool:
    """A first since some day is of a later one."""
    since = parse((claim.period or "").split("/")[0]) if claim.type == "recency" else None
    return since is None or since.latest is None or day > since.latest


def _exact(edtf: str | None) -> date | None:
    found = parse(edtf)
    return found.earliest if found and found.one_day and not found.approximate else None


# -- a day in the words of the claim itself -------------------------------------------------------------------------

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<{0}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = re.compile(
    rf"(?<!since )(?<!since the )\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_NAME.format('m1')}"
    rf"|{_NAME.format('m2')} (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b)(?:,? (?P<y>\d{{4}}))?",
    re.I,
)


_MONTH = re.compile(
    rf"\b(?<!since )in {_NAME.format('m')}(?: (?P<y>\d{{4}}))?,? (?:for )?(?:the|their|his|her) "
    r"(?=(?:\w+ )?(?:\d+(?:st|nd|rd|th)|first|second|third|\w+th)\b)",
    re.I,
)


def month_of(claim: _Claim) -> Days | None:
    """The month of the contact that is numbered: "met in August, their fifth meeting"; not "the fifth in August"."""
    match = _MONTH.search(claim.words)
    if match is None or claim.day is None:
        return None
    month = _MONTHS.index(match["m"][:3].lower()) + 1
    year = int(match["y"] or (claim.day.year if month <= claim.day.month else claim.day.year - 1))
    return parse(f"{year}-{month:02}")


def _named_day(claim: _Claim) -> date | None:
    """The one day that the words name: "the first call took place on 12 February"."""
    if claim.type not in ("ordinal", "comparison") or claim.day is None:
        return None
    days = {day for match in _DAY.finditer(claim.words) if (day := _as_date(match, claim.day))}
    return _only(days)


def _as_date(match: re.Match[str], said: date) -> date | None:
    """The date, of the year of the text or the one before."""
    month = _MONTHS.index((match["m1"] or match["m2"])[:3].lower()) + 1
    number = int(match["d1"] or match["d2"])
    year = int(match["y"]) if match["y"] else said.year
    try:
        found = date(year, month, number)
        return found if match["y"] or found <= said else date(year - 1, month, number)
    except ValueError:  # no such day
        return None
