"""Documents found by their words; where some of the words name an office, also by whoever held it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.ledger.filtering import Meant, involving, meant
from demarche.ledger.officers import phrases
from demarche.ledger.rows import Filters
from demarche.ledger.schema import documents, participants, reports
from demarche.ledger.searching import COMMON, LATEST_FIRST, document_has

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["matching_documents"]


def matching_documents(connection: Connection, text: str, limit: int, offset: int = 0) -> list[int]:
    """The ids of the documents that have all these words, the latest first.

    "the Turkish president" also finds those that tell of whoever held the office on the day that is told of.
    """
    office, rest = phrases(text)
    told = document_has(connection, text)
    holders = [one for one in meant(connection, Filters(), office) if one.ids] if office else []
    others = document_has(connection, rest) if holders else None
    found = [told] if told is not None else []
    found += [_of_holder(connection, one, others) for one in holders]
    if not found:
        return []
    query = sa.select(documents.c.id).where(sa.or_(*found), documents.c.superseded_at.is_(None))
    return list(connection.scalars(query.order_by(*LATEST_FIRST).limit(limit).offset(offset)))


def _of_holder(connection: Connection, one: Meant, others: sa.ColumnElement[bool] | None) -> sa.ColumnElement[bool]:
    """The document tells of the holder within the term: gathered where few rows do, else asked of each document."""
    such = (reports.c.retired_at.is_(None), *one.in_office)
    if _busy(connection, one.ids):
        here = (reports.c.document_id == documents.c.id, involving(one.ids, each=True), *such)
        tells: sa.ColumnElement[bool] = sa.exists().where(*here).correlate(documents)
    else:
        tells = documents.c.id.in_(sa.select(reports.c.document_id).where(involving(one.ids), *such))
    return tells if others is None else sa.and_(tells, others)


def _busy(connection: Connection, ids: frozenset[int]) -> bool:
    """True where so many rows name them that a list of the latest is full before all are gathered."""
    some = sa.select(participants.c.report_id).where(participants.c.actor_id.in_(ids)).limit(COMMON + 1)
    return int(connection.scalar(sa.select(sa.func.count()).select_from(some.subquery())) or 0) > COMMON
