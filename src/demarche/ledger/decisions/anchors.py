"""Which report bears a decision: the one whose evidence overlaps, and that is most like the row that was decided on.

One sentence may tell of two contacts. So a decision also remembers the row as it was seen: its id, its type, the names
that the machine had found in it. Of several reports on the same words the one with the same names bears it; then the
one of the same type, the same id, the longest common stretch, the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.ledger.chunks import SqlRow, chunks
from demarche.ledger.schema import actors, documents, originals, participants, report_spans, reports
from demarche.model import Span

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["Anchor", "Evidence", "anchors_in", "anchors_of", "bearer"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a decision hangs on; `seen` is the row as it was then."""

    document_hash: str
    span: Span
    kind: str
    seen: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A report as decisions find it: its evidence, and what the machine had read."""

    report_id: str
    document_hash: str
    kind: str
    type: str | None
    names: frozenset[str]
    spans: tuple[Span, ...]
    position: int
    retired: bool
    verdict: str | None

    @property
    def evidence(self) -> Evidence:
        """What a new decision on it hangs on."""
        seen = {"id": self.report_id, "type": self.type, "names": sorted(self.names)}
        return Evidence(self.document_hash, self.spans[0], self.kind, seen)


def bearer(evidence: Evidence, candidates: Iterable[Anchor]) -> Anchor | None:
    """The report that bears a decision on this evidence; a retired one only when no other is left."""
    bearing = [(score, anchor) for anchor in candidates if (score := _likeness(evidence, anchor)) is not None]
    return max(bearing, key=lambda pair: pair[0])[1] if bearing else None


def _likeness(evidence: Evidence, anchor: Anchor) -> tuple[float, ...] | None:
    """How much a report is like the one that was seen, the weightiest first; None when it is another."""
    if anchor.document_hash != evidence.document_hash or anchor.kind != evidence.kind:
        return None
    common = sum(max(0, min(s.end, evidence.span.end) - max(s.start, evidence.span.start)) for s in anchor.spans)
    if not common:
        return None
    seen = evidence.seen
    names = frozenset(seen.get("names", ()))
    shared = len(names & anchor.names) / max(1, len(names | anchor.names))
    same = (anchor.type == seen.get("type"), anchor.report_id == seen.get("id"))
    return (not anchor.retired, shared, *same, common, -anchor.position)


def anchors_in(connection: Connection, hashes: Iterable[str]) -> dict[str, list[Anchor]]:
    """The reports of these documents, retired ones too, by the hash of their document."""
    found: dict[str, list[Anchor]] = defaultdict(list)
    for batch in chunks(dict.fromkeys(hashes)):
        for anchor in _read(connection, documents.c.hash.in_(batch)):
            found[anchor.document_hash].append(anchor)
    return found


def anchors_of(connection: Connection, report_ids: Sequence[str]) -> list[Anchor]:
    """These reports, in this order."""
    found: dict[str, Anchor] = {}
    for batch in chunks(report_ids):
        found |= {anchor.report_id: anchor for anchor in _read(connection, reports.c.id.in_(batch))}
    return [found[report_id] for report_id in report_ids]


def _read(connection: Connection, condition: sa.ColumnElement[bool]) -> list[Anchor]:
    columns = (*(reports.c[n] for n in ("id", "kind", "type", "position", "retired_at", "verdict")), documents.c.hash)
    query = sa.select(*columns, originals.c.machine).select_from(reports.join(documents).outerjoin(originals))
    rows = connection.execute(query.where(condition).order_by(reports.c.position, reports.c.id)).all()
    ids = [row.id for row in rows]
    spans, names = _spans(connection, ids), _names(connection, rows)
    return [_anchor(row, spans[row.id], names[row.id]) for row in rows]


def _anchor(row: SqlRow, spans: Sequence[Span], names: Iterable[str]) -> Anchor:
    type_ = row.machine["heads"]["type"] if row.machine else row.type
    known = (row.position, row.retired_at is not None, row.verdict)
    return Anchor(row.id, row.hash, row.kind, type_, frozenset(names), tuple(spans), *known)


def _spans(connection: Connection, ids: Sequence[str]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = defaultdict(list)
    for batch in chunks(ids):
        query = sa.select(report_spans).where(report_spans.c.report_id.in_(batch))
        for row in connection.execute(query.order_by(report_spans.c.report_id, report_spans.c.position)):
            found[row.report_id].append(Span(row.start_char, row.end_char))
    return found


def _names(connection: Connection, rows: Sequence[SqlRow]) -> dict[str, set[str]]:
    """The names that the machine had read, whatever people made of them since."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[row.id] |= {name for name, _ in _named(row.machine)}
    for batch in chunks(row.id for row in rows if not row.machine):
        joined = sa.select(participants.c.report_id, actors.c.name).select_from(participants.join(actors))
        for row in connection.execute(joined.where(participants.c.report_id.in_(batch))):
            found[row.report_id].add(row.name)
    return found


def _named(machine: dict[str, Any] | None) -> list[tuple[str, int]]:
    return [] if machine is None else [(name, actor) for _, _, actor, name in machine["participants"]]
