"""The shards of a batch read back, quickly: columns instead of rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from demarche.batch.arrow import arrow
from demarche.errors import UsageError
from demarche.ledger.values import from_json
from demarche.model import Document, Field, Report, Span, Value

__all__ = ["documents_in"]

_DOCUMENT = ("id", "text", "title", "publisher", "url", "date", "source", "date_rule")
_HEADS = ("document_id", "kind", "type", "status", "plover")
_FACTS = ("name", "value", "reason", "side", "actor_kind")


def documents_in(folder: Path, shard: str) -> list[tuple[Document, list[Report]]]:
    """The documents of a shard with their reports, in order. UsageError when a file of it is missing or damaged."""
    pa, parquet = arrow()
    try:
        wanted = [*_DOCUMENT, "reports"]
        documents = parquet.read_table(folder / "documents" / f"{shard}.parquet", columns=wanted, memory_map=True)
        wanted = [*_HEADS, "evidence", "fields"]
        table = parquet.read_table(folder / "reports" / f"{shard}.parquet", columns=wanted, memory_map=True)
    except (pa.ArrowException, OSError) as error:
        why = f"shard {shard} cannot be read ({error}); remove its receipt {folder / 'done' / shard}.json"
        raise UsageError(f"{folder}: {why} and read the batch again") from error
    reports = _reports(table)
    made = map(Document, *(documents.column(name).to_pylist() for name in _DOCUMENT))
    numbers = documents.column("reports").to_pylist()
    return [(document, list(islice(reports, number))) for document, number in zip(made, numbers, strict=True)]


def _reports(table: Any) -> Iterator[Report]:
    heads = [table.column(name).to_pylist() for name in _HEADS]
    evidence = _spans(_array(table, "evidence"))
    fields = _fields(_array(table, "fields"))
    for document_id, kind, type_, status, plover, spans, told in zip(*heads, evidence, fields, strict=True):
        yield Report(document_id, kind, type_, status, spans, told, plover)


def _array(table: Any, name: str) -> Any:
    return table.column(name).combine_chunks()


def _spans(lists: Any) -> Iterator[tuple[Span, ...]]:
    inside = lists.flatten()
    starts, ends = inside.field("start").to_pylist(), inside.field("end").to_pylist()
    made = list(map(Span, starts, ends))
    return (tuple(made[first:last]) for first, last in _bounds(lists))


def _fields(lists: Any) -> Iterator[tuple[Field, ...]]:
    inside = lists.flatten()
    columns = [inside.field(name).to_pylist() for name in _FACTS]
    spans = _spans(inside.field("spans"))
    made = [
        Field(name, _value(value), words, reason, side, kind)
        for name, value, reason, side, kind, words in zip(*columns, spans, strict=True)
    ]
    return (tuple(made[first:last]) for first, last in _bounds(lists))


def _value(told: str) -> Value:
    """A value out of its JSON; most are plain words."""
    if told[0] == '"' and "\\" not in told:
        return told[1:-1]
    return from_json(json.loads(told))


def _bounds(lists: Any) -> Iterator[tuple[int, int]]:
    """Where each list begins and ends in all of them put together."""
    at = 0
    for length in lists.value_lengths().to_pylist():
        yield at, at + (length or 0)
        at += length or 0
