"""A claim as the checking sees it: plain values, whether it was just read or stands in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from demarche.edtf import parse
from demarche.ledger import Quote, ReportRow
from demarche.ledger.context import quote
from demarche.model import Document, Lasting, Report, Span, Value

__all__ = ["Claim", "Side", "claim_of_row", "claims_in"]

Side = tuple[str, ...]
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed (or asked, with `value` None) about the contacts of these sides.

    `sides` and `reference` hold the names that are pooled, one tuple a side. `types` are the contact types that count,
    none for all. `period` is EDTF; it runs to `day`, the day on which the claim was made, unless it ends before.
    `about` is the day of the contact that an ordinal numbers, where the text tells it. `document` is False for a line
    that somebody typed without saying when it was written.
    """

    type: str
    sides: tuple[Side, ...]
    types: tuple[str, ...] = ()
    value: int | str | Lasting | None = None
    relation: str = "="
    unit: str = "contacts"
    period: str | None = None
    reference: tuple[Side, ...] = ()
    source: str | None = None
    day: date | None = None
    about: date | None = None
    quote: Quote | None = None
    document: bool = True
    report_id: str | None = None
    asked: str | None = None

    @property
    def words(self) -> str:
        """The words that make the claim, on one line."""
        return " ".join(self.quote.words.split()) if self.quote else ""


class _Fields(Protocol):
    """What a report just read and a row of the ledger have in common once unpacked."""

    def __call__(self, name: str) -> tuple[Value, ...]: ...


def claims_in(document: Document, reports: Sequence[Report], *, said: bool = True) -> list[Claim]:
    """The claims among the reports of one document; `said` is False for a typed line without a day of its own."""
    found = []
    for report in reports:
        if report.kind != "claim":
            continue

        def values(name: str, report: Report = report) -> tuple[Value, ...]:
            return tuple(f.value for f in report.all(name))

        words = quote(report.evidence[0], document.text)
        found.append(_claim(report.type or "", values, document.date, words, None, said, _told_day(report, reports)))
    return found


def claim_of_row(row: ReportRow, near: Iterable[ReportRow] = ()) -> Claim:
    """The claim of a row of the ledger; `near` are the other reports of its document."""
    words = Quote(_NOWHERE, row.quote, "", "")
    days = parse(row.date)
    day = date.fromisoformat(row.document.date) if row.document.date else (days.latest if days else None)

    def values(name: str) -> tuple[Value, ...]:
        return row.all(name)

    about = _row_day(row, near)
    return _claim(row.type or "", values, day, words, row.id, True, about)


def _claim(
    kind: str, values: _Fields, day: date | None, words: Quote, report_id: str | None, said: bool, about: date | None
) -> Claim:
    types = tuple(dict.fromkeys(part for value in values("contact_types") for part in str(value).split("|")))
    return Claim(
        type=kind.split("|")[0],
        sides=_sides(values("subjects")),
        types=types,
        value=_value(values("value")),
        relation=str(next(iter(values("relation")), "=")).split("|")[0],
        unit=str(next(iter(values("unit")), "contacts")),
        period=next((str(v) for v in values("period")), None),
        reference=_sides(values("reference")),
        source=next((str(v) for v in values("source")), None),
        day=day,
        about=about,
        quote=words,
        document=said,
        report_id=report_id,
        asked=next((str(v) for v in values("asked")), None),
    )


def _sides(values: Sequence[Value]) -> tuple[Side, ...]:
    sides = [tuple(str(n) for n in v) if isinstance(v, tuple) else (str(v),) for v in values]
    return tuple(tuple(name.split("|")[0] for name in side) for side in sides)


def _value(values: Sequence[Value]) -> int | str | Lasting | None:
    first = next(iter(values), None)
    return first if isinstance(first, int | str | Lasting) else None


# -- the contact that a text is about -------------------------------------------------------------------------------


def _told_day(report: Report, reports: Iterable[Report]) -> date | None:
    """The day of the held contact that the same words tell of, when there is one."""
    days = set()
    for other in reports:
        at = other.first("date")
        if other.kind == "contact" and other.status == "held" and at and _shares_words(report, other):
            days.add(_exact(str(at.value)))
    return days.pop() if len(days) == 1 else None


def _shares_words(one: Report, other: Report) -> bool:
    return any(a.overlaps(b) for a in one.evidence for b in other.evidence)


def _row_day(row: ReportRow, near: Iterable[ReportRow]) -> date | None:
    """The day of the one held contact of the same people and type that the document tells of in the same words."""
    same = [r for r in near if r.kind == "contact" and r.status == "held" and r.document.hash == row.document.hash]
    days = {_exact(r.date) for r in same if r.quote and (row.quote in r.quote or r.quote in row.quote)}
    return days.pop() if len(days) == 1 else None


def _exact(edtf: str | None) -> date | None:
    found = parse(edtf)
    return found.earliest if found and found.one_day and not found.approximate else None
