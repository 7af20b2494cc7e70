"""Edited values over the machine's rows, so that every question, filter and index sees them.

The machine's rows of an edited report are kept in `originals`. `lift` puts them back, exactly; `lay` applies the edits
that stand to them. Both together make the rows a pure function of what was read and what was decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import sqlalchemy as sa

from demarche.ledger.actor_rows import Actor, actor_ids
from demarche.ledger.chunks import SqlRow
from demarche.ledger.decisions.edits import Told, Values, applied, columns
from demarche.ledger.schema import (
    actors,
    documents,
    field_spans,
    fields,
    originals,
    participants,
    report_spans,
    reports,
)
from demarche.ledger.searching import index_reports
from demarche.ledger.sides import ACTOR_FIELDS, Standing, told_of
from demarche.ledger.values import from_json
from demarche.model import Field, Report

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from demarche.model import Kind

__all__ = ["Edit", "lay", "lift", "values_of"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit that stands: which field, and the change."""

    field: str
    change: dict[str, Any]


def lift(connection: Connection, document_hash: str) -> list[int]:
    """Put the machine's rows of this document back; the actors that edits had named."""
    rows = connection.execute(_edited(document_hash)).all()
    named: list[int] = []
    for row in rows:
        named += connection.scalars(sa.select(participants.c.actor_id).where(participants.c.report_id == row.id))
        machine = row.machine
        people = [(role, position, actor) for role, position, actor, _ in machine["participants"]]
        _write(connection, row.id, machine["columns"], _fields_of(machine), people)
        _index(connection, row.id)
    if rows:
        connection.execute(originals.delete().where(originals.c.report_id.in_([row.id for row in rows])))
    return named


def lay(connection: Connection, document_hash: str, edits: Mapping[str, Sequence[Edit]]) -> None:
    """Apply the edits, by report, to the machine's rows of this document, which must stand there."""
    document = _said(connection, document_hash) if edits else {}
    for report_id, made in edits.items():
        row = connection.execute(_REPORT, {"of_report": report_id}).one()
        machine = _snapshot(connection, row)
        connection.execute(originals.insert(), {"report_id": report_id, "machine": machine})
        before = values_of(connection, report_id)
        after = before
        for edit in made:
            after = applied(after, row.kind, edit.field, edit.change)
        people = _people(connection, row, before, after, document)
        named = " ".join(dict.fromkeys(edit.field for edit in made))
        _write(connection, report_id, columns(after) | {"edited": named}, after.fields, people)
        _index(connection, report_id)


def values_of(connection: Connection, report_id: str) -> Values:
    """What a report says now, in JSON's types."""
    row = connection.execute(_REPORT, {"of_report": report_id}).one()
    return Values(row.type, row.status, row.plover, tuple(_told(connection, report_id)))


# -- the rows of one report -----------------------------------------------------------------------------------------

_COLUMNS = ("type", "status", "plover", "date", "earliest", "latest", "minutes_min", "minutes_max", "edited")
_REPORT = (
    sa.select(reports.c.id, reports.c.kind, *(reports.c[name] for name in _COLUMNS), documents.c.date.label("day"))
    .select_from(reports.join(documents))
    .where(reports.c.id == sa.bindparam("of_report"))
)
_PEOPLE = (
    sa.select(participants.c.role, participants.c.position, participants.c.actor_id, actors.c.name)
    .select_from(participants.join(actors))
    .where(participants.c.report_id == sa.bindparam("of_report"))
    .order_by(participants.c.role, participants.c.position)
)


def _edited(document_hash: str) -> sa.Select[Any]:
    joined = originals.join(reports).join(documents)
    query = sa.select(reports.c.id, originals.c.machine).select_from(joined)
    return query.where(documents.c.hash == document_hash).order_by(reports.c.id)


def _snapshot(connection: Connection, row: SqlRow) -> dict[str, Any]:
    told = [[t.name, t.value, t.reason, [list(s) for s in t.spans]] for t in _told(connection, row.id)]
    people = [list(person) for person in connection.execute(_PEOPLE, {"of_report": row.id})]
    heads = {name: getattr(row, name) for name in ("type", "status", "plover")}
    held = {name: getattr(row, name) for name in _COLUMNS}
    return {"heads": heads, "columns": held, "fields": told, "participants": people}


def _fields_of(machine: dict[str, Any]) -> list[Told]:
    return [
        Told(name, value, reason, tuple((s, e) for s, e in spans)) for name, value, reason, spans in machine["fields"]
    ]


def _told(connection: Connection, report_id: str) -> list[Told]:
    spans: dict[int, list[tuple[int, int]]] = {}
    words = sa.select(field_spans).where(field_spans.c.report_id == report_id)
    for row in connection.execute(words.order_by(field_spans.c.field_position, field_spans.c.position)):
        spans.setdefault(row.field_position, []).append((row.start_char, row.end_char))
    query = sa.select(fields).where(fields.c.report_id == report_id).order_by(fields.c.position)
    return [
        Told(row.name, row.value, row.reason, tuple(spans.get(row.position, ()))) for row in connection.execute(query)
    ]


def _write(
    connection: Connection,
    report_id: str,
    held: Mapping[str, Any],
    told: Sequence[Told],
    people: Sequence[tuple[str, int, int]],
) -> None:
    """Write these rows in place of those that stand there."""
    for table in (field_spans, fields, participants):
        connection.execute(table.delete().where(table.c.report_id == report_id))
    connection.execute(reports.update().where(reports.c.id == report_id).values(**held))
    values = [
        {"report_id": report_id, "position": n, "name": t.name, "value": t.value, "reason": t.reason}
        for n, t in enumerate(told)
    ]
    words = [
        {"report_id": report_id, "field_position": n, "position": m, "start_char": start, "end_char": end}
        for n, t in enumerate(told)
        for m, (start, end) in enumerate(t.spans)
    ]
    roles = [{"report_id": report_id, "role": role, "position": n, "actor_id": actor} for role, n, actor in people]
    for table, rows in ((fields, values), (field_spans, words), (participants, roles)):
        if rows:
            connection.execute(table.insert(), rows)


def _index(connection: Connection, report_id: str) -> None:
    """Make it findable by its words as they are now: those of its evidence and of its values."""
    start, length = report_spans.c.start_char + 1, report_spans.c.end_char - report_spans.c.start_char
    joined = report_spans.join(reports).join(documents)
    words = sa.select(sa.func.substr(documents.c.text, start, length)).select_from(joined)
    said = connection.scalars(words.where(report_spans.c.report_id == report_id).order_by(report_spans.c.position))
    values = (told.value for told in _told(connection, report_id) if isinstance(told.value, str))
    index_reports(connection, [(report_id, " ".join(dict.fromkeys([*said, *values])))])


# -- actors ---------------------------------------------------------------------------------------------------------


def _said(connection: Connection, document_hash: str) -> dict[str, Standing]:
    """For whom the actors of a document stand, as its reading says."""
    joined = participants.join(actors).join(reports, reports.c.id == participants.c.report_id).join(documents)
    query = sa.select(actors.c.name, actors.c.side, actors.c.kind).select_from(joined)
    order = (reports.c.position, participants.c.role, participants.c.position)
    found: dict[str, Standing] = {}
    for row in connection.execute(query.where(documents.c.hash == document_hash).order_by(*order)):
        if row.side and row.kind:
            found.setdefault(row.name, (row.side, row.kind))
    return found


def _people(
    connection: Connection, row: SqlRow, before: Values, after: Values, document: dict[str, Standing]
) -> list[tuple[str, int, int]]:
    """The participants: as they were in roles that were not edited, made anew from the values in the others."""
    changed = {name for name in ACTOR_FIELDS if before.of(name) != after.of(name)}
    machine = connection.execute(_PEOPLE, {"of_report": row.id}).all()
    known = {(person.role, person.name): person.actor_id for person in machine}
    told = list(_named(row, (t for t in after.fields if t.name in changed), document, known))
    made = actor_ids(connection, (actor for _, actor, there in told if there is None), origin="person")
    people = [(p.role, p.position, p.actor_id) for p in machine if p.role not in changed]
    places = Counter[str]()
    for role, actor, there in told:
        people.append((role, places[role], made[actor] if there is None else there))
        places[role] += 1
    return people


def _named(
    row: SqlRow, told: Iterable[Told], document: dict[str, Standing], known: Mapping[tuple[str, str], int]
) -> Iterator[tuple[str, Actor, int | None]]:
    """Whom values name: role, actor, and its row where the machine had it in that role and no side was typed."""
    day = date.fromisoformat(row.day) if row.day else None
    for item in told:
        one = Field(item.name, from_json(item.value), side=item.side)
        for role, actor in told_of(Report("", cast("Kind", row.kind), None, None, (), (one,)), document, day):
            yield role, actor, None if item.side else known.get((role, actor[0]))
