"""Files of links: one link a line, a CSV with a column of links (Media Cloud), a RIS export."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from demarche.documents.decode import decode
from demarche.documents.limits import FILE_BYTES, megabytes
from demarche.errors import DocumentError, UsageError

_COLUMNS = ("url", "link", "links", "article_url", "story_url", "web_url", "permalink", "uri", "href")
_RIS_LINK = re.compile(r"^(?:UR|L1|L2|LK)  - \s*(https?://\S+)", re.MULTILINE)
_LINE = re.compile(r"^\s*(https?://\S+)\s*$", re.MULTILINE)


def read_links(path: Path) -> list[str]:
    """The links of a file, each once; a file without one is refused."""
    if path.stat().st_size > FILE_BYTES:
        raise UsageError(f"{path}: is larger than {megabytes(FILE_BYTES)}; nothing was fetched; split it")
    try:
        text = decode(path.read_bytes()).text
    except DocumentError as error:
        raise UsageError(f"{path}: {error}; nothing was fetched") from error
    found = list(dict.fromkeys(_found(text, path.suffix.lower())))
    if not found:
        raise UsageError(f"{path}: holds no links; one a line, a CSV with a column `url`, or RIS with `UR`")
    return found


def _found(text: str, suffix: str) -> Iterator[str]:
    if suffix in (".csv", ".tsv"):
        yield from csv_links(text)
    elif suffix == ".ris":
        yield from _RIS_LINK.findall(text)
    else:
        yield from _LINE.findall(text)


def csv_links(text: str) -> Iterator[str]:
    """The links of the column that holds them, by its name."""
    rows = csv_rows(text)
    header = [name.strip().lower() for name in next(rows, [])]
    column = next((header.index(name) for name in _COLUMNS if name in header), None)
    if column is None:
        return
    for row in rows:
        if len(row) > column and re.match(r"https?://\S+$", row[column].strip()):
            yield row[column].strip()


def csv_rows(text: str) -> Iterator[list[str]]:
    """The rows of a table, its separator seen from the first line."""
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    try:
        yield from csv.reader(StringIO(text), delimiter=mark)
    except csv.Error as error:
        raise DocumentError(f"is not a table that can be read: {error}") from error
