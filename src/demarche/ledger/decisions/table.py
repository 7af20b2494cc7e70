"""The table of decisions: appended to, marked as taken back, never rewritten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.errors import UsageError
from demarche.ledger.chunks import SqlRow, chunks, new_id
from demarche.ledger.clock import now
from demarche.ledger.decisions.anchors import Anchor, Evidence, anchors_in, anchors_of, bearer
from demarche.ledger.rows import Decision
from demarche.ledger.schema import decisions
from demarche.model import Span

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["NOWHERE", "action_of", "append", "every", "evidence_of", "last_action", "of_reports", "take_back"]

#: a decision about names hangs on no text
NOWHERE = Evidence("", Span(0, 0), "actor", {})


def append(connection: Connection, author: str, note: str, rows: Iterable[dict[str, Any]]) -> tuple[Decision, ...]:
    """Write decisions that were taken together; the first gives the action its number."""
    if not author.strip():
        raise UsageError("who decides? nothing was written; name the author: --author NAME")
    ids: list[int] = []
    for row in rows:
        made = {"author": author.strip(), "made_at": now(), "note": note.strip(), **_plain(row)}
        ids.append(new_id(connection, decisions, made | {"action": ids[0] if ids else None}))
    if ids:
        first = decisions.update().where(decisions.c.id == ids[0])
        connection.execute(first.values(action=ids[0]))
    return tuple(_select(connection, decisions.c.action == ids[0])) if ids else ()


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """`on` and `other` are pieces of evidence: their columns."""
    on: Evidence = row.pop("on")
    other: Evidence | None = row.pop("other", None)
    plain = row | {"document_hash": on.document_hash, "kind": on.kind, "seen": on.seen or None}
    plain |= {"start_char": on.span.start, "end_char": on.span.end}
    if other is not None:
        plain |= {"other_hash": other.document_hash, "other_kind": other.kind, "other_seen": other.seen or None}
        plain |= {"other_start": other.span.start, "other_end": other.span.end}
    return plain


def action_of(connection: Connection, number: int) -> tuple[Decision, ...]:
    """All decisions that were taken together with this one; UsageError when there is none."""
    action = connection.scalar(sa.select(decisions.c.action).where(decisions.c.id == number))
    if action is None:
        raise UsageError(f"no decision {number} in this ledger; their numbers are in: demarche log")
    return tuple(_select(connection, decisions.c.action == action))


def last_action(connection: Connection, author: str) -> int:
    """The last action of this author that stands; UsageError when there is none."""
    standing = sa.and_(decisions.c.author == author.strip(), decisions.c.undone_at.is_(None))
    found = connection.scalar(sa.select(sa.func.max(decisions.c.action)).where(standing))
    if found is None:
        raise UsageError(f"{author} has decided nothing that stands; say which decision: demarche log, demarche undo N")
    return int(found)


def take_back(connection: Connection, made: Sequence[Decision], author: str) -> tuple[Decision, ...]:
    """Mark decisions as taken back; they stay."""
    undone = [d for d in made if d.undone_at]
    if undone:
        raise UsageError(f"decision {undone[0].id} was taken back already, at {undone[0].undone_at}")
    chosen = decisions.c.id.in_([d.id for d in made])
    connection.execute(decisions.update().where(chosen).values(undone_at=now(), undone_by=author.strip()))
    return tuple(_select(connection, chosen))


def every(connection: Connection, condition: sa.ColumnElement[bool] | None = None) -> list[Decision]:
    """All decisions in order, undone ones too."""
    return _select(connection, sa.true() if condition is None else condition)


def evidence_of(decision: Decision) -> tuple[Evidence, ...]:
    """The pieces of evidence that a decision hangs on: one, two for same and different, none when about names."""
    if not decision.document_hash:
        return ()
    on = Evidence(decision.document_hash, decision.span, decision.kind, decision.seen or {})
    if decision.other_hash is None or decision.other_span is None:
        return (on,)
    kind = decision.other_kind or decision.kind
    return on, Evidence(decision.other_hash, decision.other_span, kind, decision.other_seen or {})


def of_reports(connection: Connection, report_ids: Sequence[str]) -> dict[str, tuple[Decision, ...]]:
    """The decisions that these reports bear, in order, undone ones too."""
    asked = anchors_of(connection, report_ids)
    hashes = [anchor.document_hash for anchor in asked]
    made = [d for batch in chunks(dict.fromkeys(hashes)) for d in _select(connection, _on(batch))]
    if not made:
        return dict.fromkeys(report_ids, ())
    pieces = [(d, evidence) for d in dict.fromkeys(made) for evidence in evidence_of(d)]
    candidates = anchors_in(connection, hashes)
    return {anchor.report_id: _borne(anchor, pieces, candidates[anchor.document_hash]) for anchor in asked}


def _borne(anchor: Anchor, pieces: Iterable[tuple[Decision, Evidence]], others: list[Anchor]) -> tuple[Decision, ...]:
    mine = [d for d, evidence in pieces if (found := bearer(evidence, others)) and found.report_id == anchor.report_id]
    return tuple(sorted(dict.fromkeys(mine), key=lambda d: d.id))


def _on(hashes: Sequence[str]) -> sa.ColumnElement[bool]:
    return sa.or_(decisions.c.document_hash.in_(hashes), decisions.c.other_hash.in_(hashes))


def _select(connection: Connection, condition: sa.ColumnElement[bool]) -> list[Decision]:
    return [_decision(row) for row in connection.execute(decisions.select().where(condition).order_by(decisions.c.id))]


def _decision(row: SqlRow) -> Decision:
    other = Span(row.other_start, row.other_end) if row.other_hash is not None else None
    return Decision(
        id=row.id,
        author=row.author,
        made_at=row.made_at,
        document_hash=row.document_hash,
        span=Span(row.start_char, row.end_char),
        kind=row.kind,
        verdict=row.verdict,
        note=row.note,
        undone_at=row.undone_at,
        action=row.action,
        field=row.field,
        before=row.before,
        value=row.value,
        seen=row.seen,
        other_hash=row.other_hash,
        other_span=other,
        other_kind=row.other_kind,
        other_seen=row.other_seen,
        undone_by=row.undone_by,
    )
