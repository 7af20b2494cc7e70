"""What people decided, append-only: a row hangs on evidence (document, stretch, kind) and can be taken back.

A report bears the latest decision, not undone, whose stretch overlaps its evidence in the same document and kind.
`reports.verdict` is only a copy of that, written anew whenever either side changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.errors import UsageError
from demarche.ledger.chunks import SqlRow, new_id
from demarche.ledger.clock import now
from demarche.ledger.lookup import one_report
from demarche.ledger.rows import Decision
from demarche.ledger.schema import decisions, documents, report_spans, reports
from demarche.model import Span

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["VERDICTS", "about", "decide", "every", "refresh_verdicts", "undo"]

VERDICTS = ("accept", "reject")


def decide(connection: Connection, report_id: str, verdict: str, author: str, note: str) -> Decision:
    """Append a decision on a report's first evidence."""
    if verdict not in VERDICTS:
        raise UsageError(f"no verdict {verdict!r}; say {' or '.join(VERDICTS)}")
    report = one_report(connection, report_id)
    span = connection.execute(
        sa.select(report_spans.c.start_char, report_spans.c.end_char, documents.c.hash)
        .select_from(report_spans.join(reports).join(documents))
        .where(report_spans.c.report_id == report.id, report_spans.c.position == 0)
    ).one()
    row = {
        "author": author,
        "made_at": now(),
        "document_hash": span.hash,
        "start_char": span.start_char,
        "end_char": span.end_char,
        "kind": report.kind,
        "verdict": verdict,
        "note": note,
    }
    made = new_id(connection, decisions, row)
    refresh_verdicts(connection, span.hash)
    return _get(connection, made)


def undo(connection: Connection, decision_id: int) -> Decision:
    """Mark a decision as taken back."""
    found = _get(connection, decision_id)
    if found.undone_at:
        raise UsageError(f"decision {decision_id} was taken back already, at {found.undone_at}")
    connection.execute(decisions.update().where(decisions.c.id == decision_id).values(undone_at=now()))
    refresh_verdicts(connection, found.document_hash)
    return _get(connection, decision_id)


def every(connection: Connection) -> list[Decision]:
    """All decisions in order."""
    return [_decision(row) for row in connection.execute(decisions.select().order_by(decisions.c.id))]


def about(connection: Connection, document_hash: str, kind: str, spans: tuple[Span, ...]) -> tuple[Decision, ...]:
    """Decisions on this evidence, in order, undone ones too."""
    rows = connection.execute(_on(document_hash).order_by(decisions.c.id))
    return tuple(d for d in map(_decision, rows) if d.kind == kind and any(s.overlaps(d.span) for s in spans))


def refresh_verdicts(connection: Connection, document_hash: str) -> None:
    """Write each report's verdict anew from the table of decisions."""
    made = [_decision(row) for row in connection.execute(_on(document_hash).order_by(decisions.c.id))]
    if not made:
        return
    for report_id, kind, spans in _evidence(connection, document_hash):
        valid = [d for d in made if not d.undone_at and d.kind == kind and any(s.overlaps(d.span) for s in spans)]
        verdict = valid[-1].verdict if valid else None
        connection.execute(reports.update().where(reports.c.id == report_id).values(verdict=verdict))


def _evidence(connection: Connection, document_hash: str) -> list[tuple[str, str, list[Span]]]:
    rows = connection.execute(
        sa.select(reports.c.id, reports.c.kind, report_spans.c.start_char, report_spans.c.end_char)
        .select_from(reports.join(documents).join(report_spans))
        .where(documents.c.hash == document_hash)
    )
    found: dict[tuple[str, str], list[Span]] = {}
    for row in rows:
        found.setdefault((row.id, row.kind), []).append(Span(row.start_char, row.end_char))
    return [(report_id, kind, spans) for (report_id, kind), spans in found.items()]


def _on(document_hash: str) -> sa.Select[Any]:
    return decisions.select().where(decisions.c.document_hash == document_hash)


def _get(connection: Connection, decision_id: int) -> Decision:
    row = connection.execute(decisions.select().where(decisions.c.id == decision_id)).first()
    if row is None:
        raise UsageError(f"no decision {decision_id} in this ledger")
    return _decision(row)


def _decision(row: SqlRow) -> Decision:
    span = Span(row.start_char, row.end_char)
    rest = (row.verdict, row.note, row.undone_at)
    return Decision(row.id, row.author, row.made_at, row.document_hash, span, row.kind, *rest)
