"""Reports as the codebook's JSON lines: `{"doc", "id", "kind", "type", "plover", "participants", ...}`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from demarche.model import LIST_FIELDS, Document, Field, Lasting, Report, Span, Value


def report_lines(document: Document, reports: Iterable[Report]) -> Iterator[dict[str, Any]]:
    """One dictionary a report, ids r1, r2, … in the order given."""
    for number, report in enumerate(reports, 1):
        yield report_line(document, report, f"r{number}")


def report_line(document: Document, report: Report, report_id: str) -> dict[str, Any]:
    """The codebook's form of one report, with every field's own words beside it under `words`."""
    line: dict[str, Any] = {"doc": document.id, "id": report_id, "kind": report.kind}
    for key in ("type", "plover", "status"):
        value = getattr(report, key)
        if value is not None:
            line[key] = value
    for item in report.fields:
        if item.name in LIST_FIELDS:
            line.setdefault(item.name, []).append(plain(item.value))
        elif item.name in line:  # `about` may name several: a string becomes a list
            held = line[item.name]
            line[item.name] = [*(held if isinstance(held, list) else [held]), plain(item.value)]
        else:
            line[item.name] = plain(item.value)
    line["evidence"] = [quotation(span, document) for span in report.evidence]
    line["words"] = [_words(item, document) for item in report.fields]
    return line


def plain(value: Value) -> Any:
    """A value in JSON's own types."""
    if isinstance(value, Lasting):
        return {"min": value.min, "max": value.max}
    if isinstance(value, tuple):
        return [list(v) if isinstance(v, tuple) else v for v in value]
    return value


def quotation(span: Span, document: Document) -> dict[str, Any]:
    """A span with its words."""
    return {"start": span.start, "end": span.end, "text": span.of(document.text)}


def _words(item: Field, document: Document) -> dict[str, Any]:
    row: dict[str, Any] = {"field": item.name, "value": plain(item.value)}
    if item.spans:
        row["spans"] = [quotation(span, document) for span in item.spans]
    if item.reason:
        row["reason"] = str(item.reason)
    return row
