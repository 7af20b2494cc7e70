"""Reports and events as plain values for JSON: what `--json` prints and the API answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demarche.analysis import telling

if TYPE_CHECKING:
    from demarche.ledger import Event, Quote, ReportRow

__all__ = ["event_dict", "merged_dict", "quote_dict", "source_dict"]


def quote_dict(quote: Quote) -> dict[str, Any]:
    """A quotation with its place, for JSON."""
    span = quote.span
    return {"start": span.start, "end": span.end, "text": quote.words, "before": quote.before, "after": quote.after}


def event_dict(row: ReportRow) -> dict[str, Any]:
    """A row for JSON: every value as the ledger holds it, empty ones as null."""
    return {
        "id": row.id,
        "kind": row.kind,
        "type": row.type,
        "status": row.status,
        "plover": row.plover,
        "date": row.date,
        "earliest": row.earliest,
        "latest": row.latest,
        "minutes_min": row.minutes_min,
        "minutes_max": row.minutes_max,
        "place": row.place,
        "who": telling.who(row),
        "what": telling.what(row),
        "participants": list(row.names()),
        "actors": [{"role": p.role, "name": p.name, "side": p.side, "kind": p.kind} for p in row.participants],
        "quote": row.quote,
        "fields": _field_values(row),
        "document": source_dict(row),
        "extractor": row.extractor,
        "origin": row.origin,
        "verdict": row.verdict,
        "standing": row.standing,
        "edited": list(row.edited),
    }


def merged_dict(event: Event) -> dict[str, Any]:
    """An event for JSON: what its reports imply together, who tells of it and who stands for it."""
    from demarche.export.events.merged import as_row, publishers

    found = event_dict(as_row(event))
    for own in ("document", "extractor"):
        del found[own]
    found |= {"standing": event.standing, "disputed": event.disputed, "perhaps": event.perhaps}
    return found | {"publishers": list(publishers(event)), "reports": [row.id for row in event.reports]}


def source_dict(row: ReportRow) -> dict[str, Any]:
    """The document behind a row, for JSON."""
    source = row.document
    return {
        "id": source.name,
        "publisher": source.publisher,
        "title": source.title,
        "date": source.date,
        "date_rule": source.date_rule,
        "url": source.url,
        "hash": source.hash,
        "version": source.version,
    }


def _field_values(row: ReportRow) -> dict[str, Any]:
    """Every other field by its name; a list for those that the codebook lists, and where one stands several times."""
    from demarche.model import LIST_FIELDS, Lasting

    found: dict[str, list[Any]] = {}
    for name, value in row.fields:
        plain = {"min": value.min, "max": value.max} if isinstance(value, Lasting) else value
        found.setdefault(name, []).append(plain)
    return {name: values if name in LIST_FIELDS or len(values) > 1 else values[0] for name, values in found.items()}
