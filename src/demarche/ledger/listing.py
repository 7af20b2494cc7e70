"""Many reports at once as rows of a table. Every page waits for this, so it is made to be quick.

Statements are built once, rows are fetched in one go and read by place: their columns stand in the order in which
`ReportRow` and `Source` have them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from demarche.ledger.among import among
from demarche.ledger.chunks import SqlRow
from demarche.ledger.rows import Participant, ReportRow, Source
from demarche.ledger.schema import actors, documents, fields, participants, report_spans, reports
from demarche.ledger.values import from_json
from demarche.model import Value

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["rows_of"]

_ELSEWHERE = ("participants", "initiator", "actor", "recipient", "date", "duration")
_VALUES = (
    sa.select(fields.c.report_id, fields.c.name, fields.c.value)
    .where(among(fields.c.report_id, "ids"), fields.c.name.not_in(_ELSEWHERE))
    .order_by(fields.c.report_id, fields.c.position)
)


def _unless_empty(column: sa.ColumnElement[str]) -> sa.ColumnElement[str | None]:
    return sa.func.nullif(column, "")


def _people() -> sa.Select[Any]:
    kept = actors.alias("kept")  # whom a person said that an actor is
    name = sa.func.coalesce(kept.c.name, actors.c.name)
    # an actor's own side or kind; where nobody knows, that of the actor it is
    shown = (
        sa.func.coalesce(_unless_empty(actors.c[fact]), _unless_empty(kept.c[fact])).label(fact)
        for fact in ("side", "kind")
    )
    return (
        sa.select(participants.c.report_id, participants.c.role, name, *shown)
        .select_from(participants.join(actors).outerjoin(kept, kept.c.id == actors.c.same_as))
        .where(among(participants.c.report_id, "ids"))
        .order_by(participants.c.report_id, participants.c.role, participants.c.position)
    )


def _rows() -> sa.Select[Any]:
    d, r = documents.c, reports.c
    words = sa.func.substr(d.text, report_spans.c.start_char + 1, report_spans.c.end_char - report_spans.c.start_char)
    first = sa.and_(report_spans.c.report_id == r.id, report_spans.c.position == 0)
    heads = (r.id, r.kind, r.type, r.status, r.plover, r.date, r.earliest, r.latest, r.minutes_min, r.minutes_max)
    page = (d.hash, d.name, d.version, d.publisher, d.url, d.title, d.date, d.source, d.date_rule, d.superseded_at)
    source = (*page, d.source_class, _unless_empty(d.speaks_for), d.added_at)
    rest = (r.extractor, r.verdict, r.event_id, r.origin, r.retired_at, r.edited)
    columns = (*heads, words, *rest, *(column.label(f"document_{n}") for n, column in enumerate(source)))
    return sa.select(*columns).select_from(reports.join(documents).join(report_spans, first)).where(among(r.id, "ids"))


_PEOPLE, _ROWS = _people(), _rows()


def rows_of(connection: Connection, ids: Sequence[str]) -> list[ReportRow]:
    """The rows of these reports, in this order."""
    if not ids:
        return []
    people: dict[str, list[Participant]] = defaultdict(list)
    for report_id, role, name, side, kind in connection.execute(_PEOPLE, {"ids": ids}).all():
        people[report_id].append(Participant(role, name, side, kind))
    values: dict[str, list[tuple[str, Value]]] = defaultdict(list)  # those that are no columns and no participants
    for report_id, name, value in connection.execute(_VALUES, {"ids": ids}).all():
        values[report_id].append((name, from_json(value)))
    rows = connection.execute(_ROWS, {"ids": ids}).all()
    found = {row[0]: _row(row, tuple(people[row[0]]), tuple(values[row[0]])) for row in rows}
    return [found[i] for i in ids]


def _row(row: SqlRow, people: tuple[Participant, ...], values: tuple[tuple[str, Value], ...]) -> ReportRow:
    place = next((str(value) for name, value in values if name == "place"), None)
    words, extractor, verdict, event_id, origin, retired_at, edited, *source = row[10:]
    told = (people, place, words, Source(*source), extractor, verdict, event_id, origin, retired_at)
    all_of_it: list[Any] = [*row[:10], *told, tuple((edited or "").split()), values]
    return ReportRow(*all_of_it)
