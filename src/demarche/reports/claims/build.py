"""A claim found in a sentence, with its sides, its period and its source: a report."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as SpacySpan

from demarche.mentions.reading import Reading
from demarche.model import Field, Reason, Report, Span
from demarche.reports.claims.found import Found
from demarche.reports.claims.patterns import ONE, compiled
from demarche.reports.claims.period import period_of
from demarche.reports.claims.sides import reference_of, sides_of
from demarche.reports.claims.source import source_of
from demarche.reports.claims.vocabulary import noun_types

_ANY = ("call", "meeting")


def report_of(reading: Reading, sentence: SpacySpan, found: Found) -> Report:
    """The report of one claim; every field has its words or says why it has none."""
    base = sentence.start_char
    whole = Span(base, sentence.end_char)
    clause, key = Span(base + found.start, base + found.end), Span(base + found.at, base + found.to)
    subjects = sides_of(reading, clause, whole, found.contact_types)
    fields = [s.as_field("subjects") for s in subjects]
    if found.type == "comparison":
        fields += [s.as_field("reference") for s in reference_of(reading, clause, subjects)]
    fields += [*_types(reading, found, clause), *_value(reading, found, clause, key)]
    number = found.value if isinstance(found.value, int) else None
    last = next((f for f in fields if f.name == "value" and isinstance(f.value, str)), None)
    counted = found.type in ("count", "duration", "comparison")
    period = _from_last(reading, last) if last else period_of(reading, clause, whole, number, counted=counted)
    extra = (period, source_of(reading, clause, whole), _day(reading))
    complete = (*fields, *(item for item in extra if item is not None))
    return Report(reading.document.id, "claim", found.type, None, (clause,), complete)


def _types(reading: Reading, found: Found, clause: Span) -> Iterator[Field]:
    """The contact types: of the claim's own noun or verb, else of the last noun of contact before it."""
    if found.contact_types:
        yield from (Field("contact_types", kind, (clause,)) for kind in found.contact_types)
        return
    text = reading.document.text
    before = list(compiled(rf"\b(?:{ONE})s?\b").finditer(text, max(clause.start - 600, 0), clause.end))
    if before:
        words = Span(before[-1].start(), before[-1].end())
        yield from (Field("contact_types", kind, (words,)) for kind in noun_types(words.of(text)) or _ANY)
    else:
        yield from (Field("contact_types", kind, (), Reason.AMBIGUOUS) for kind in _ANY)


def _value(reading: Reading, found: Found, clause: Span, key: Span) -> Iterator[Field]:
    if found.type == "duration":
        lengths = reading.durations_in(clause)
        yield from (Field("value", d.lasting, (d.span,)) for d in lengths[:1])
    elif found.rule == "recency" or (found.rule == "count-none" and found.type == "recency"):
        yield _last_day(reading, clause, key)
    elif found.value is not None:
        yield Field("value", found.value, (key,))
    yield Field("unit", found.unit, (), Reason.CODEBOOK)
    yield Field("relation", found.relation, (key,) if found.relation != "=" else (), Reason.CODEBOOK)


def _last_day(reading: Reading, clause: Span, key: Span) -> Field:
    """The day of the last contact when the clause tells it, else one contact since then."""
    dated = [d for d in reading.dates_in(clause) if d.when.edtf]
    if dated:
        return Field("value", str(dated[0].when.edtf).removesuffix("/.."), (dated[0].span,))
    return Field("value", 1, (key,))


def _from_last(reading: Reading, last: Field) -> Field | None:
    """From the last contact to the day of the document."""
    published = reading.document.date
    return Field("period", f"{last.value}/{published.isoformat()}", last.spans) if published else None


def _day(reading: Reading) -> Field | None:
    published = reading.document.date
    return Field("date", published.isoformat(), (), Reason.PUBLICATION_DATE) if published else None
