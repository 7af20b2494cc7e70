"""A claim as the checking sees it: plain values, whether it was just read or stands in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from demarche.analysis.checking.about import TellsOf, day_of, tells_of
from demarche.edtf import parse
from demarche.ledger import Quote, ReportRow
from demarche.ledger.context import quote
from demarche.model import Document, Field, Lasting, Report, Span, Value

__all__ = ["Claim", "Side", "claim_of_row", "claims_in"]

Side = tuple[str, ...]
_NOWHERE = Span(0, 1)  # the words of a row have no place of their own


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed (or asked, with `value` None) about the contacts of these sides.

    `sides` and `reference` hold the names that are pooled, one tuple a side. `types` are the contact types that count,
    none for all. `period` is EDTF; it runs to `day`, the day on which the claim was made, unless it ends before.
    `about` is the day of the contact that an ordinal numbers, where the text tells it. `document` is False for a line
    that somebody typed without saying when it was written. `named` is False when the sentence itself does not name both
    sides, `anchored` when the document does not tell of a contact of these two either.
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
    named: bool = True
    anchored: bool = True

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
        made = _claim(report.type or "", values, document.date, words, None, said, None)
        found.append(replace(made, named=_names_sides(report, words, document.text)))
    told = [_told(report) for report in reports if report.kind == "contact"]
    return [replace(c, about=day_of(c, told), anchored=c.named or tells_of(c, told)) for c in found]


def claim_of_row(row: ReportRow, near: Iterable[ReportRow] = ()) -> Claim:
    """The claim of a row of the ledger; `near` are the other reports of its document."""
    words = Quote(_NOWHERE, row.quote, "", "")
    days = parse(row.date)
    day = date.fromisoformat(row.document.date) if row.document.date else (days.latest if days else None)

    def values(name: str) -> tuple[Value, ...]:
        return row.all(name)

    claim = _claim(row.type or "", values, day, words, row.id, True, None)
    told = [_told_row(other, row) for other in near if other.kind == "contact"]
    return replace(claim, about=day_of(claim, told))


_PRONOUNS = frozenset({"they", "them", "their", "the", "both", "he", "she", "his", "her", "we", "our", "it", "its"})


def _names_sides(report: Report, words: Quote, text: str) -> bool:
    """True when the claim's own sentence names somebody of each side, by a name or an office."""
    whole = Span(words.span.start - len(words.before), words.span.end + len(words.after))
    return all(_is_named(item, whole, text) for item in report.all("subjects"))


def _is_named(item: Field, sentence: Span, text: str) -> bool:
    written = [span.of(text).split() for span in item.spans if span.within(sentence)]
    if any(found and found[0].lower() not in _PRONOUNS for found in written):
        return True
    names = item.value if isinstance(item.value, tuple) else (item.value,)
    return any(str(name).split()[-1] in sentence.of(text) for name in names)


def _told(report: Report) -> TellsOf:
    """A contact that the document tells of."""
    at = report.first("date")
    evidence = report.evidence[0] if report.evidence else _NOWHERE
    return TellsOf(report.names("participants"), report.type, report.status, str(at.value) if at else None, evidence)


def _told_row(other: ReportRow, row: ReportRow) -> TellsOf:
    """The same from a row; words that hold each other are of one sentence."""
    near = row.quote in other.quote or other.quote in row.quote
    return TellsOf(other.names(), other.type, other.status, other.date, Span(0, 1) if near else Span(-2, -1))


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
