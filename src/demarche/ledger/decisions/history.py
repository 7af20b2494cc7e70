"""The log: who did what, when, on which words, what it was before and is after, undone or not, orphaned or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.entries import EXTRACTOR
from demarche.errors import UsageError
from demarche.ledger import edtf
from demarche.ledger.chunks import SqlRow, chunks
from demarche.ledger.decisions.anchors import Anchor, Evidence, anchors_in, bearer
from demarche.ledger.decisions.table import every, evidence_of
from demarche.ledger.decisions.wording import in_words
from demarche.ledger.rows import Decision, LogEntry
from demarche.ledger.schema import decisions, documents, reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["log"]


def log(
    connection: Connection,
    *,
    author: str | None,
    since: str | None,
    standing: bool | None,
    limit: int | None,
    offset: int = 0,
) -> list[LogEntry]:
    """Decisions, the latest first; `standing` True leaves out those taken back, False lists only these."""
    wanted = sa.and_(sa.true(), *_conditions(author, since, standing))
    if limit is not None or offset:
        latest = sa.select(decisions.c.id).where(wanted).order_by(decisions.c.id.desc())
        latest = latest.limit(limit).offset(offset)
        wanted = decisions.c.id.in_(list(connection.scalars(latest)))
    made = every(connection, wanted)
    return list(reversed(_told(connection, made)))


def _conditions(author: str | None, since: str | None, standing: bool | None) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if author:
        found.append(decisions.c.author == author)
    if since:
        covered = edtf.parse(since)
        if covered is None or covered.earliest is None:
            raise UsageError(f"cannot read the date {since!r}; write 2025, 2025-03 or 2025-03-04")
        found.append(decisions.c.made_at >= covered.earliest.isoformat())
    if standing is not None:
        found.append(decisions.c.undone_at.is_(None) if standing else decisions.c.undone_at.is_not(None))
    return found


def _told(connection: Connection, made: Sequence[Decision]) -> list[LogEntry]:
    hashes = list(dict.fromkeys(e.document_hash for d in made for e in evidence_of(d)))
    candidates, texts = anchors_in(connection, hashes), _documents(connection, hashes)
    borne = {d.id: [bearer(e, candidates[e.document_hash]) for e in evidence_of(d)] for d in made}
    ids = [anchor.report_id for anchors in borne.values() for anchor in anchors if anchor]
    events = _events(connection, ids)
    return [_entry(d, borne[d.id], texts, events) for d in made]


def _entry(
    decision: Decision, borne: Sequence[Anchor | None], texts: Mapping[str, SqlRow], events: Mapping[str, str]
) -> LogEntry:
    words = [_words(evidence, texts) for evidence in evidence_of(decision)]
    row = texts.get(decision.document_hash)
    ids = [anchor.report_id if anchor and not anchor.retired else None for anchor in borne]
    first = ids[0] if ids else None
    before, after = in_words(decision)
    return LogEntry(
        decision=decision,
        words=tuple(words),
        report_ids=tuple(ids),
        event_id=events.get(first) if first else None,
        document=row.name if row else "",
        publisher=row.publisher if row else "",
        url=row.url if row else None,
        before=before,
        after=after,
        orphaned=None in ids,
        why_orphaned=_why(decision, ids, texts),
        publishers=tuple(_publisher(evidence, texts) for evidence in evidence_of(decision)),
    )


def _why(decision: Decision, ids: Sequence[str | None], texts: Mapping[str, SqlRow]) -> str:
    """Why a decision is an orphan; empty when it is none."""
    hashes = [evidence.document_hash for evidence, found in zip(evidence_of(decision), ids, strict=True) if not found]
    if not hashes:
        return ""
    gone = [row for row in map(texts.get, hashes) if row is not None and row.superseded_at]
    if gone:
        return "the entry was taken back" if gone[0].read_by == EXTRACTOR else "the page has changed since"
    return "the last reading finds nothing there"


def _words(evidence: Evidence, texts: Mapping[str, SqlRow]) -> str:
    row = texts.get(evidence.document_hash)
    return evidence.span.of(row.text) if row else ""


def _publisher(evidence: Evidence, texts: Mapping[str, SqlRow]) -> str:
    row = texts.get(evidence.document_hash)
    return str(row.publisher) if row else ""


def _documents(connection: Connection, hashes: Iterable[str]) -> dict[str, SqlRow]:
    facts = ("hash", "name", "publisher", "url", "superseded_at", "read_by", "text")
    columns = [documents.c[name] for name in facts]
    found: dict[str, SqlRow] = {}
    for batch in chunks(hashes):
        rows = connection.execute(sa.select(*columns).where(documents.c.hash.in_(batch)))
        found |= {row.hash: row for row in rows}
    return found


def _events(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for batch in chunks(dict.fromkeys(ids)):
        query = sa.select(reports.c.id, reports.c.event_id).where(reports.c.id.in_(batch))
        found |= {row.id: row.event_id for row in connection.execute(query)}
    return found
