"""JSON lines: one report a line, with the codebook's names for its fields; what is not known is left out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from demarche.ledger import Decision, Detail, FieldRow, Quote, ReportRow, in_words
from demarche.model import LIST_FIELDS, Lasting, Value

__all__ = ["detail_object", "event_object", "write"]

#: roles whose values the fields give whole: sides, and words that are no actors
_OF_FIELDS = ("about", "subjects", "reference")


def write(rows: Iterable[ReportRow], stream: TextIO) -> int:
    """Write one line a report; how many."""
    written = 0
    for row in rows:
        stream.write(json.dumps(event_object(row), ensure_ascii=False) + "\n")
        written += 1
    return written


def event_object(row: ReportRow) -> dict[str, Any]:
    """A row as one object: `doc` is the document's id, `source` tells where it is from."""
    line: dict[str, Any] = {"doc": row.document.name, "id": row.id, "kind": row.kind, "type": row.type}
    line |= {"plover": row.plover, "status": row.status, "date": row.date}
    line |= {"earliest": row.earliest, "latest": row.latest, "place": row.place, "quote": row.quote}
    if (row.minutes_min, row.minutes_max) != (None, None):
        line["duration"] = {"min": row.minutes_min, "max": row.minutes_max}
    for person in (p for p in row.participants if p.role not in _OF_FIELDS):
        if person.role in LIST_FIELDS:
            line.setdefault(person.role, []).append(person.name)
        else:
            line[person.role] = person.name
    line |= _values(row)
    line["sides"] = {p.name: p.side for p in row.participants if p.side}
    line["source"] = _known(
        publisher=row.document.publisher,
        date=row.document.date,
        title=row.document.title,
        url=row.document.url,
        version=row.document.version,
    )
    line |= {"extractor": row.extractor, "origin": row.origin, "verdict": row.verdict, "standing": row.standing}
    line |= {"edited": list(row.edited) or None, "retired_at": row.retired_at}
    return _known(**line)


def _values(row: ReportRow) -> dict[str, Any]:
    """The fields that are no actors, `about` one or several as in the codebook; `source` is the document's already."""
    found: dict[str, list[Any]] = {}
    for name, value in row.fields:
        found.setdefault("credited" if name == "source" else name, []).append(_plain(value))
    return {name: values if name in LIST_FIELDS or len(values) > 1 else values[0] for name, values in found.items()}


def detail_object(detail: Detail) -> dict[str, Any]:
    """One report in full: every field with its words, offsets and context, and what was decided on it."""
    whole = event_object(detail.event)
    whole["evidence"] = [_quote(quote) for quote in detail.evidence]
    whole["fields"] = [_field(item) for item in detail.fields]
    whole["decisions"] = [_decision(decision) for decision in detail.decisions]
    return whole


def _decision(decision: Decision) -> dict[str, Any]:
    before, after = in_words(decision)
    what = _known(id=decision.id, action=decision.action, author=decision.author, made_at=decision.made_at)
    change = _known(verdict=decision.verdict, field=decision.field, before=before, after=after, note=decision.note)
    return what | change | _known(undone_at=decision.undone_at, undone_by=decision.undone_by)


def _field(item: FieldRow) -> dict[str, Any]:
    words = [_quote(quote) for quote in item.quotes]
    return _known(field=item.name, value=_plain(item.value), words=words or None, reason=item.reason)


def _quote(quote: Quote) -> dict[str, Any]:
    start, end = quote.span.start, quote.span.end
    return {"start": start, "end": end, "text": quote.words, "before": quote.before, "after": quote.after}


def _plain(value: Value) -> Any:
    return {"min": value.min, "max": value.max} if isinstance(value, Lasting) else value


def _known(**items: Any) -> dict[str, Any]:
    return {name: value for name, value in items.items() if value not in (None, "")}
