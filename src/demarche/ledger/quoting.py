"""The exact words of many reports at once, as a report of a pair prints them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.ledger.chunks import chunks
from demarche.ledger.schema import documents, report_spans, reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["words_of"]

_WORDS = (
    sa.select(
        report_spans.c.report_id,
        sa.func.substr(
            documents.c.text, report_spans.c.start_char + 1, report_spans.c.end_char - report_spans.c.start_char
        ).label("words"),
    )
    .select_from(report_spans.join(reports, reports.c.id == report_spans.c.report_id).join(documents))
    .where(report_spans.c.report_id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(report_spans.c.report_id, report_spans.c.position)
)


def words_of(connection: Connection, report_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Report id -> every stretch of its document that it rests on, in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for batch in chunks(list(report_ids)):
        for row in connection.execute(_WORDS, {"ids": batch}):
            found[row.report_id].append(row.words)
    return {report_id: tuple(words) for report_id, words in found.items()}
