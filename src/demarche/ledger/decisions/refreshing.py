"""What the tables show of decisions, written anew for one document: verdicts and edited values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from demarche.ledger.actor_rows import drop_unused
from demarche.ledger.decisions.anchors import Anchor, anchors_in, bearer
from demarche.ledger.decisions.overlay import Edit, lay, lift
from demarche.ledger.decisions.table import every, evidence_of
from demarche.ledger.schema import decisions, reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from demarche.ledger.rows import Decision

__all__ = ["VERDICTS", "refresh"]

VERDICTS = ("accept", "reject")


def refresh(connection: Connection, document_hash: str, known: Sequence[Anchor] | None = None) -> None:
    """Verdicts and edits of a document's reports: a function of the machine's rows and the decisions that stand.

    `known` are its reports where the caller has read them already: edits don't change them.
    """
    made = every(connection, decisions.c.document_hash == document_hash)
    if not made:
        return
    named = lift(connection, document_hash)
    candidates = anchors_in(connection, [document_hash])[document_hash] if known is None else known
    borne: dict[str, list[Decision]] = defaultdict(list)
    for decision in made:
        found = None if decision.undone_at else bearer(evidence_of(decision)[0], candidates)
        if found:
            borne[found.report_id].append(decision)
    _verdicts(connection, candidates, borne)
    edits = {report_id: [_edit(d) for d in of_it if d.verdict == "edit"] for report_id, of_it in borne.items()}
    lay(connection, document_hash, {report_id: of_it for report_id, of_it in edits.items() if of_it})
    drop_unused(connection, named)


def _edit(decision: Decision) -> Edit:
    return Edit(decision.field or "", decision.value)


def _verdicts(connection: Connection, candidates: Sequence[Anchor], borne: dict[str, list[Decision]]) -> None:
    """The last verdict that stands on each."""
    for anchor in candidates:
        given = [d.verdict for d in borne.get(anchor.report_id, ()) if d.verdict in VERDICTS]
        verdict = given[-1] if given else None
        if verdict != anchor.verdict:
            chosen = reports.update().where(reports.c.id == anchor.report_id)
            connection.execute(chosen.values(verdict=verdict))
