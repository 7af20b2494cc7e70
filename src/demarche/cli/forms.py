"""Rows and fields as people read them: short ids, lengths, names, dates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from demarche.analysis import telling
from demarche.analysis.wording import clock

if TYPE_CHECKING:
    from demarche.ledger import Event, Quote, ReportRow

SHORT_ID = 6
"""Letters of an id in a table: enough for `demarche show`, which takes any beginning that is unique."""


def short_id(report_id: str) -> str:
    """The beginning of an id."""
    return report_id[:SHORT_ID]


def day(edtf: str | None) -> str:
    """A date for a table: EDTF, an interval within one month cut short (`2025-10-20/26`)."""
    first, slash, last = (edtf or "-").partition("/")
    same_month = slash and len(first) == len(last) == 10 and first[:8] == last[:8]
    return f"{first}/{last[8:]}" if same_month else f"{first}{slash}{last}"


_HOUR = 60


def length(least: int | None, most: int | None) -> str:
    """`2 h 30`, `50-70 min`, `2 h 15 – 2 h 30`, `over 2 h`, or nothing."""
    if least is None and most is None:
        return ""
    if least is None or most is None:
        return f"up to {clock(most)}" if most is not None else f"over {clock(least or 0)}"
    if least == most:
        return clock(least)
    return f"{clock(least)} – {clock(most)}" if least >= _HOUR else f"{least}-{most} min"


def sides(left: Sequence[str], right: Sequence[str]) -> str:
    """`Vladimir Putin – Donald Trump`."""
    return " – ".join(", ".join(side) for side in (left, right) if side)


def shortened(words: str, most: int) -> str:
    """The words, cut at a space with an ellipsis where they are too many; a quotation keeps its closing mark."""
    if len(words) <= most:
        return words
    closing = words[-1] if words[-1] in "”»" else ""
    room = most - 1 - len(closing)
    head = words[: room + 1]
    kept = head.rsplit(" ", 1)[0] if " " in head else head[:room]
    return f"{kept.rstrip(' ,;:.')}…{closing}"


def value_words(value: Any) -> str:
    """A field's value in words."""
    from demarche.model import Lasting

    if isinstance(value, Lasting):
        return length(value.min, value.max)
    if isinstance(value, tuple | list):
        return ", ".join(value_words(item) for item in value)
    return str(value)


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
        "fields": field_values(row),
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


def field_values(row: ReportRow) -> dict[str, Any]:
    """Every other field by its name; a list for those that the codebook lists, and where one stands several times."""
    from demarche.model import LIST_FIELDS, Lasting

    found: dict[str, list[Any]] = {}
    for name, value in row.fields:
        plain = {"min": value.min, "max": value.max} if isinstance(value, Lasting) else value
        found.setdefault(name, []).append(plain)
    return {name: values if name in LIST_FIELDS or len(values) > 1 else values[0] for name, values in found.items()}


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
