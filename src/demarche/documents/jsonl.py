"""JSON Lines of documents: `{id, source, publisher, url, title, date, text}` a line; only `text` must be there.

The text is kept to the letter: other files may hold offsets into it.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from typing import IO, Any, cast

from demarche.documents.arrivals import Arrival, Given, Source
from demarche.documents.build import Found, arrival
from demarche.documents.limits import LINE_BYTES, megabytes
from demarche.errors import DocumentError

_TEXT_KEYS = ("id", "source", "publisher", "url", "title", "date")


def read_jsonl(source: Source, given: Given) -> Iterator[Arrival]:
    """Every line a document; a broken line is skipped by its number, the rest is read."""
    seen = False
    for found in read_lines(source.name, enumerate(_lines(source), 1), given):
        seen = True
        yield found
    if not seen:
        yield Arrival(source.name, skipped="is empty")


def read_lines(name: str, numbered: Iterable[tuple[int, bytes]], given: Given) -> Iterator[Arrival]:
    """The documents of these lines of a file; empty lines are passed over."""
    for number, line in numbered:
        if not line.strip():
            continue
        where = f"{name} line {number}"
        try:
            found = _found(line)
        except DocumentError as error:
            yield Arrival(where, skipped=str(error))
        else:
            yield arrival(where, found, given)


def _lines(source: Source) -> Iterator[bytes]:
    return (line for line, _ in lines_of(unpacked(source)))


def unpacked(source: Source) -> IO[bytes]:
    """The bytes of a source, gzip taken off."""
    if source.peek().startswith(b"\x1f\x8b"):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=source.stream))
    return source.stream


def lines_of(stream: IO[bytes]) -> Iterator[tuple[bytes, int]]:
    """Each line and its length in bytes; of a line that is too long only the first bytes, so that it can be told."""
    while line := stream.readline(LINE_BYTES + 1):
        first, size = line, len(line)
        while len(line) > LINE_BYTES and not line.endswith(b"\n"):
            line = stream.readline(LINE_BYTES + 1)
            size += len(line)
        yield first, size


def _found(line: bytes) -> Found:
    return found_in(_row(line), "json")


def found_in(row: dict[str, Any], rule: str) -> Found:
    """The document of one row by the names that JSON Lines and Parquet share."""
    if not isinstance(row.get("text"), str):
        raise DocumentError('has no "text"')
    texts = {key: _plain(row, key) for key in _TEXT_KEYS}
    return Found(
        text=row["text"],
        id=texts["id"],
        title=texts["title"],
        publisher=texts["publisher"],
        url=texts["url"] or None,
        day=texts["date"],
        date_rule=rule if texts["date"] else "",
        source=texts["source"],
    )


def _row(line: bytes) -> dict[str, Any]:
    if len(line) > LINE_BYTES:
        raise DocumentError(f"is longer than {megabytes(LINE_BYTES)}, the most one line may have")
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DocumentError(f"is not UTF-8 (byte {error.start + 1:,})") from error
    except RecursionError as error:
        raise DocumentError("is nested too deeply") from error
    except json.JSONDecodeError as error:
        reason = error.msg.lower().removesuffix(" at")
        raise DocumentError(f"is not JSON: {reason} at column {error.colno:,}") from error
    if not isinstance(row, dict):
        raise DocumentError('is not an object with a "text"')
    return row


def _plain(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if value is None:
        return ""
    if isinstance(value, str | int):
        return str(value).encode("utf-8", "replace").decode()
    raise DocumentError(f'has a "{key}" that is not text')
