"""Which reports tell of the same event, as people judged it: merging, splitting, and what linking reads of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.errors import UsageError
from demarche.ledger.chunks import chunks
from demarche.ledger.decisions.anchors import Anchor, anchors_in, anchors_of, bearer
from demarche.ledger.decisions.table import every, evidence_of
from demarche.ledger.schema import decisions

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from demarche.ledger.rows import Decision

__all__ = ["Tie", "parted", "tied", "ties"]

_TIES = ("same", "different")


@dataclass(frozen=True, slots=True)
class Tie:
    """A person said that two reports (`a` < `b`) are the same event, or different ones; the last word on a pair."""

    a: str
    b: str
    verdict: str
    decision: Decision


def ties(connection: Connection, report_ids: Iterable[str]) -> list[Tie]:
    """Every tie that stands and has one of these reports (listed ones, not retired) at an end."""
    wanted = list(dict.fromkeys(report_ids))
    if not wanted or connection.scalar(_ANY) is None:
        return []
    hashes = [anchor.document_hash for batch in chunks(wanted) for anchor in anchors_of(connection, batch)]
    made = {d.id: d for batch in chunks(dict.fromkeys(hashes)) for d in every(connection, _standing_on(batch))}
    known = anchors_in(connection, [e.document_hash for d in made.values() for e in evidence_of(d)])
    found: dict[tuple[str, str], Tie] = {}
    for decision in sorted(made.values(), key=lambda d: d.id):
        for tie in _tie(decision, known):
            found[tie.a, tie.b] = tie
    asked = set(wanted)
    return [tie for tie in found.values() if tie.a in asked or tie.b in asked]


_ANY = sa.select(decisions.c.id).where(decisions.c.other_hash.is_not(None)).limit(1)


def _standing_on(hashes: Sequence[str]) -> sa.ColumnElement[bool]:
    on = sa.or_(decisions.c.document_hash.in_(hashes), decisions.c.other_hash.in_(hashes))
    return sa.and_(on, decisions.c.other_hash.is_not(None), decisions.c.undone_at.is_(None))


def _tie(decision: Decision, known: dict[str, list[Anchor]]) -> Iterator[Tie]:
    ends = [bearer(evidence, known.get(evidence.document_hash, ())) for evidence in evidence_of(decision)]
    ids = sorted({end.report_id for end in ends if end is not None and not end.retired})
    if len(ids) == 2:
        yield Tie(ids[0], ids[1], decision.verdict, decision)


def tied(events: Sequence[Sequence[Anchor]], against: Iterable[Tie]) -> Iterator[dict[str, Any]]:
    """The rows of a merge: the first report of the first event is that of each other; earlier splits are revised."""
    kinds = sorted({anchor.kind for event in events for anchor in event})
    if len(kinds) > 1:
        raise UsageError(f"a {kinds[0]} and a {kinds[1]} are never one event; nothing was merged")
    if len(events) < 2:
        raise UsageError("these are one event already; nothing was merged")
    by_id = {anchor.report_id: anchor for event in events for anchor in event}
    pairs = [(events[0][0].report_id, event[0].report_id) for event in events[1:]]
    pairs += [(tie.a, tie.b) for tie in against if tie.verdict == "different" and {tie.a, tie.b} <= by_id.keys()]
    for a, b in dict.fromkeys(pairs):
        yield {"verdict": "same", "on": by_id[a].evidence, "other": by_id[b].evidence}


def parted(chosen: Sequence[Anchor], rest: Sequence[Anchor]) -> Iterator[dict[str, Any]]:
    """The rows of a split: the chosen reports stay together, and are not what the rest tells of."""
    for other in chosen[1:]:
        yield {"verdict": "same", "on": chosen[0].evidence, "other": other.evidence}
    for one in chosen:
        for other in rest:
            yield {"verdict": "different", "on": one.evidence, "other": other.evidence}
