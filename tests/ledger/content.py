"""Everything that a ledger says, without the numbers of its rows and without times: what two ways of writing share."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from demarche.ledger.connection import Database
from demarche.ledger.schema import metadata

Content = dict[str, list[tuple[Any, ...]]]

_NUMBERS = {"id", "document_id", "actor_id", "run_id", "n", "same_as"}
_TIMES = {"added_at", "read_at", "started_at", "finished_at", "superseded_at", "retired_at"}
_NOT_COMPARED = {"runs", "loaded", "alembic_version"}


def content(where: Path | str) -> Content:
    """Table -> rows in order; a document, an actor is told by what it is called, a time by whether there is one."""
    database = Database.open(where, create=False, read_only=True, timeout=30)
    with database.reading() as connection:
        names = _names(connection)
        found = {t.name: _rows(connection, t, names) for t in metadata.sorted_tables if t.name not in _NOT_COMPARED}
        found |= _searched(connection)
    database.close()
    return found


def _names(connection: sa.Connection) -> dict[str, dict[int, Any]]:
    documents = connection.execute(sa.text("SELECT id, hash FROM documents")).all()
    actors = connection.execute(sa.text("SELECT id, name, side, kind FROM actors")).all()
    return {
        "document_id": {row[0]: row[1] for row in documents},
        "actor_id": {row[0]: tuple(row[1:]) for row in actors},
    }


def _rows(connection: sa.Connection, table: sa.Table, names: dict[str, dict[int, Any]]) -> list[tuple[Any, ...]]:
    def plain(row: Any) -> str:
        made: dict[str, Any] = {}
        for name, value in row.items():
            if name in names:
                made[name] = names[name][value]
            elif name in _TIMES:
                made[name] = value is not None
            elif name not in _NUMBERS or isinstance(value, str):
                made[name] = value
        if made.get("retired_at"):  # which event it was in last depends on when it was retired
            made.pop("event_id", None)
        return json.dumps(made, sort_keys=True, default=str)

    return sorted((plain(row),) for row in connection.execute(sa.select(table)).mappings())


def _searched(connection: sa.Connection) -> Content:
    """What the index of free text finds: for each document and report whether some words find it."""
    if connection.dialect.name == "postgresql":
        of_reports = sa.text("SELECT report_id, words FROM search_reports ORDER BY 1")
        of_documents = sa.text("SELECT d.hash, s.words FROM search_documents s JOIN documents d USING (id) ORDER BY 1")
        return {str(asked): [tuple(row) for row in connection.execute(asked)] for asked in (of_reports, of_documents)}
    found: Content = {}
    rows = connection.execute(
        sa.text("SELECT r.report_id, s.words FROM search_rows r JOIN search_reports s ON s.rowid = r.n ORDER BY 1")
    )
    found["search_reports"] = [tuple(row) for row in rows]
    for word in ("person00", "trump", "gazette", "note", "tariff", "state 00"):
        hits = sa.text(
            "SELECT d.hash FROM search_documents s JOIN documents d ON d.id = s.rowid "
            "WHERE search_documents MATCH :word ORDER BY 1"
        )
        found[f"search_documents {word}"] = [tuple(row) for row in connection.execute(hits, {"word": f'"{word}"'})]
    return found
