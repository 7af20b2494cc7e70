"""The rule of evidence, pure: exact quotation or no row.

A report passes when it has evidence, every span lies inside its document, and every field carries its own words
or a reason code. The gate of the reading wing and the ledger both ask here, so nothing enters by another door.
"""

from __future__ import annotations

from demarche.model import Document, Report, Span

__all__ = ["quotes", "refusal"]


def refusal(report: Report, document: Document) -> str | None:
    """Why the report may not enter the ledger, in one line; None when it may."""
    if report.document_id != document.id:
        return f"the report is of {report.document_id!r}, the document is {document.id!r}"
    if not report.evidence:
        return "no evidence: a row needs the words that show it"
    for span in report.spans():
        if not quotes(span, document.text):
            return f"no such words: {span.start}-{span.end} lies outside the text or is empty"
    for item in report.fields:
        if not item.spans and not item.reason:
            return f"{item.name}: neither words nor a reason"
    return None


def quotes(span: Span, text: str) -> bool:
    """True when the span is a non-empty stretch of the text that neither starts nor ends in white space."""
    start, end = span.start, span.end
    return 0 <= start < end <= len(text) and not text[start].isspace() and not text[end - 1].isspace()
