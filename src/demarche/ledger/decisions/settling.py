"""After decisions were written or taken back: verdicts, edits, merged names, entries and events brought up to date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.ledger.actor_rows import drop_unused
from demarche.ledger.clock import now
from demarche.ledger.decisions.anchors import anchors_in, bearer
from demarche.ledger.decisions.refreshing import refresh
from demarche.ledger.decisions.table import evidence_of
from demarche.ledger.linking import relink
from demarche.ledger.names import key
from demarche.ledger.report_rows import retire
from demarche.ledger.same_names import mark_same
from demarche.ledger.schema import actors, documents, participants, reports

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from demarche.ledger.rows import Decision

__all__ = ["settle"]


def settle(connection: Connection, made: Sequence[Decision]) -> None:
    """Bring every table that questions see up to date with these decisions, new or just taken back."""
    pieces = [evidence for decision in made for evidence in evidence_of(decision)]
    hashes = list(dict.fromkeys(evidence.document_hash for evidence in pieces))
    candidates = anchors_in(connection, hashes)
    touched = [found.report_id for e in pieces if (found := bearer(e, candidates[e.document_hash]))]
    withdrawn = [d.document_hash for d in made if d.verdict == "enter" and d.undone_at]
    touched += [report_id for document_hash in withdrawn for report_id in _withdraw(connection, document_hash)]
    for document_hash in hashes:
        refresh(connection, document_hash, None if withdrawn else candidates[document_hash])
    names = [decision for decision in made if not decision.document_hash]
    touched += _renamed(connection, names) if names else []
    relink(connection, dict.fromkeys(touched))


def _withdraw(connection: Connection, document_hash: str) -> list[str]:
    """Set an entry that was taken back aside: readable by its id, listed and counted no more."""
    document = connection.scalar(sa.select(documents.c.id).where(documents.c.hash == document_hash))
    if document is None:
        return []
    connection.execute(documents.update().where(documents.c.id == document).values(superseded_at=now()))
    retire(connection, document)
    return list(connection.scalars(sa.select(reports.c.id).where(reports.c.document_id == document)))


def _renamed(connection: Connection, made: Iterable[Decision]) -> list[str]:
    """Point the actors anew; the reports that name one who is shown under another name since.

    Those that name only whom it is shown as did not change: they are compared with the changed ones all the same.
    """
    keys = {key(decision.value[part]) for decision in made for part in ("name", "other")}
    changed = mark_same(connection)
    drop_unused(connection, connection.scalars(sa.select(actors.c.id).where(actors.c.name_key.in_(keys))).all())
    told = sa.select(participants.c.report_id).where(participants.c.actor_id.in_(changed)).distinct()
    return list(connection.scalars(told))
