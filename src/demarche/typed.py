"""A line that somebody types, read: the claims it makes, or the question it asks.

    document, reports = read_claims("the eighth call between Putin and Trump this year", date(2025, 10, 16), known)
    question = read_question("when did Putin last meet Witkoff?", date(2025, 10, 16), known)

`known` says whom words stand for that the reading itself does not know; a ledger answers it.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from demarche.model import Document, Report

if TYPE_CHECKING:
    from demarche.mentions import Reading
    from demarche.reports.asked import Known

__all__ = ["read_claims", "read_question"]


def read_claims(
    text: str, day: datetime.date | None, known: Known, pipeline: str | None = None
) -> tuple[Document, tuple[Report, ...]]:
    """The line as a document with its reports; a text of several sentences is read like any other document."""
    from demarche.reports import build_reports
    from demarche.reports.asked import typed_claims

    reading = _reading(text, day, pipeline)
    found = tuple(build_reports(reading))
    if len(reading.sentences) > 1:
        return reading.document, found
    others = tuple(report for report in found if report.kind != "claim")
    return reading.document, (*typed_claims(reading, known), *others)


def read_question(
    text: str, day: datetime.date | None, known: Known, pipeline: str | None = None
) -> tuple[Document, Report | None]:
    """The question as a claim with its value left open; None when it is not understood."""
    from demarche.reports.asked import question

    reading = _reading(text, day, pipeline)
    return reading.document, question(reading, known)


def _reading(text: str, day: datetime.date | None, pipeline: str | None) -> Reading:
    from demarche.language.annotate import annotate
    from demarche.mentions import find_mentions
    from demarche.pipeline import engine

    tools = engine(pipeline)
    document = Document("typed", " ".join(text.split()), date=day)
    _, doc = next(iter(annotate([document], tools.nlp)))
    return find_mentions(document, doc, tools.authority)
