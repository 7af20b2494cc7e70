"""Reports as linking sees them, for many at once; whoever works them out only reads."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.ledger.bulk.sinks import pour
from demarche.ledger.chunks import chunks
from demarche.ledger.ids import ALPHABET
from demarche.ledger.links.keys import stored_keys
from demarche.ledger.links.telling import told_of_row
from demarche.ledger.listing import rows_of
from demarche.ledger.schema import reports, tellings
from demarche.ledger.tellings import contexts

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["Stretch", "Tellings", "keep_tellings", "stretches", "tell"]

Stretch = tuple[str, str]  # ids from the first on, before the second
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_TOGETHER = 400

#: reports that are in no event yet
UNLINKED = sa.and_(reports.c.event_id.is_(None), reports.c.retired_at.is_(None))


@dataclass(slots=True)
class Tellings:
    """Rows of `tellings` and of `link_keys`."""

    told: list[tuple[str, str]] = field(default_factory=list)
    keys: list[tuple[int, str, str, str]] = field(default_factory=list)


def stretches(reports_there: int) -> list[Stretch]:
    """All ids, cut so that a stretch holds a thousand or so: ids are hashes, evenly spread."""
    firsts = [a + b for a in ALPHABET for b in ALPHABET] if reports_there > 100_000 else list(ALPHABET)
    return list(zip(firsts, [*firsts[1:], "~"], strict=True))


def tell(connection: Connection, stretch: Stretch) -> Tellings:
    """Those of the unlinked reports of this stretch that have not been told yet."""
    there = sa.exists().where(tellings.c.report_id == reports.c.id)
    within = (reports.c.id >= stretch[0], reports.c.id < stretch[1])
    # not UNLINKED: SQLite would then walk through all that are unlinked instead of this stretch
    free = (sa.func.coalesce(reports.c.event_id, "") == "", reports.c.retired_at.is_(None))
    ids = connection.scalars(sa.select(reports.c.id).where(*free, ~there, *within).order_by(reports.c.id)).all()
    made = Tellings()
    for batch in chunks(ids, _TOGETHER):
        rows = rows_of(connection, batch)
        around = contexts(connection, [row.id for row in rows if row.kind == "contact"])
        for row in rows:
            told = told_of_row(row, around.get(row.id, ""))
            made.told.append((told.id, _JSON(told.plain())))
            days = (str(told.earliest), told.id, str(told.latest))
            made.keys += ((key, *days) for key in stored_keys(told))
    made.keys.sort()
    return made


def keep_tellings(connection: Connection, made: Tellings) -> None:
    """Write them."""
    pour(connection, "tellings", ("report_id", "told"), made.told)
    pour(connection, "link_keys", ("key", "earliest", "report_id", "latest"), made.keys)
