"""Reports as linking sees them, kept beside the rows so that comparing needs no joins; and whom to compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

import sqlalchemy as sa

from demarche.ledger.chunks import chunks
from demarche.ledger.context import sentence_around
from demarche.ledger.links.keys import LONGEST, asked_keys, is_long, scans_days, share_a_name, stored_keys
from demarche.ledger.links.telling import told_of_row
from demarche.ledger.links.told import NARROW, Told
from demarche.ledger.rows import ReportRow
from demarche.ledger.schema import documents, link_keys, report_spans, reports, tellings
from demarche.model import Span

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["contexts", "forget", "keep", "load", "near"]

_SLACK = timedelta(days=1)
_ASKED = tellings.c.report_id.in_(sa.bindparam("ids", expanding=True))
_SET = sa.select(tellings.c.report_id, tellings.c.told).where(_ASKED)


def _lying(keys: str, since: str) -> sa.ColumnElement[bool]:
    return sa.and_(
        link_keys.c.key.in_(sa.bindparam(keys, expanding=True)),
        link_keys.c.earliest >= sa.bindparam(since),
        link_keys.c.earliest <= sa.bindparam("until"),
        link_keys.c.latest >= sa.bindparam("from_"),
    )


_AROUND = 300  # characters at each end of the evidence that are searched for the ends of its sentences
_FIRST = sa.case((report_spans.c.start_char > _AROUND, report_spans.c.start_char - _AROUND), else_=0)
_SPANS = (
    sa.select(
        report_spans.c.report_id,
        report_spans.c.start_char,
        report_spans.c.end_char,
        _FIRST.label("first"),
        sa.func.substr(documents.c.text, _FIRST + 1, report_spans.c.end_char - _FIRST + _AROUND).label("around"),
    )
    .select_from(report_spans.join(reports).join(documents))
    .where(report_spans.c.report_id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(report_spans.c.report_id, report_spans.c.position)
)
_NEAR = (
    sa.select(link_keys.c.report_id, tellings.c.told)
    .join(tellings, tellings.c.report_id == link_keys.c.report_id)
    .where(sa.or_(_lying("narrow", "narrow_since"), _lying("wide", "wide_since")))
)
_ON_DAYS = (
    sa.select(tellings.c.report_id, tellings.c.told)
    .join(reports, reports.c.id == tellings.c.report_id)
    .where(
        reports.c.kind == sa.bindparam("kind"),
        reports.c.earliest >= sa.bindparam("narrow_since"),
        reports.c.earliest <= sa.bindparam("until"),
        reports.c.latest >= sa.bindparam("from_"),
        reports.c.retired_at.is_(None),
    )
)


def keep(connection: Connection, rows: Sequence[ReportRow], *, fresh: bool = False) -> list[Told]:
    """Work out these reports anew and keep what linking sees of them; `fresh` ones were not there before."""
    context = contexts(connection, [row.id for row in rows if row.kind == "contact"])
    made = [told_of_row(row, context.get(row.id, "")) for row in rows]
    if not fresh:
        forget(connection, [row.id for row in rows])
    if made:
        connection.execute(tellings.insert(), [{"report_id": t.id, "told": t.plain()} for t in made])
    keys = [_key_row(told, key) for told in made for key in stored_keys(told)]
    if keys:
        connection.execute(link_keys.insert(), keys)
    return made


def contexts(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """The sentences that the evidence of these reports stands in."""
    if not ids:
        return {}
    found: dict[str, dict[Span, str]] = defaultdict(dict)
    for row in connection.execute(_SPANS, {"ids": ids}):
        span = Span(row.start_char - row.first, row.end_char - row.first)
        whole = sentence_around(span, row.around)
        found[row.report_id][Span(row.first + whole.start, row.first + whole.end)] = whole.of(row.around)
    return {report_id: " ".join(sentences.values()) for report_id, sentences in found.items()}


def forget(connection: Connection, report_ids: Sequence[str]) -> None:
    """These reports are compared no more."""
    for batch in chunks(report_ids):
        old = load(connection, batch).values()
        for told in old:
            days = (link_keys.c.earliest == str(told.earliest), link_keys.c.report_id == told.id)
            connection.execute(link_keys.delete().where(link_keys.c.key.in_(stored_keys(told)), *days))
        if old:
            connection.execute(tellings.delete().where(tellings.c.report_id.in_([told.id for told in old])))


def load(connection: Connection, report_ids: Iterable[str]) -> dict[str, Told]:
    """What is kept of these reports."""
    found: dict[str, Told] = {}
    for batch in chunks(report_ids):
        rows = connection.execute(_SET, {"ids": batch})
        found |= {row.report_id: Told.read(row.told) for row in rows}
    return found


def near(connection: Connection, told: Told) -> dict[str, Told]:
    """The reports that this one has to be compared with: a key in common, days that touch or almost."""
    if told.earliest is None or told.latest is None:
        return {}
    narrow, wide = asked_keys(told)
    if not narrow and not wide:
        return {}
    bounds = _bounds(told.earliest, told.latest)
    rows = connection.execute(_NEAR, {"narrow": sorted(narrow), "wide": sorted(wide), **bounds})
    found = {row.report_id: Told.read(row.told) for row in rows if row.report_id != told.id}
    if scans_days(told):
        found |= dict(_on_these_days(connection, told, bounds))
    return found


def _on_these_days(connection: Connection, told: Told, bounds: dict[str, str]) -> Iterator[tuple[str, Told]]:
    for row in connection.execute(_ON_DAYS, {"kind": told.kind, **bounds}):
        other = Told.read(row.told)
        if other.id != told.id and not is_long(other) and share_a_name(told, other):
            yield other.id, other


def _bounds(earliest: date, latest: date) -> dict[str, str]:
    first = earliest - _SLACK
    return {
        "narrow_since": str(first - timedelta(days=NARROW)),
        "wide_since": str(first - timedelta(days=LONGEST)),
        "until": str(latest + _SLACK),
        "from_": str(first),
    }


def _key_row(told: Told, key: int) -> dict[str, object]:
    return {"key": key, "earliest": str(told.earliest), "latest": str(told.latest), "report_id": told.id}
