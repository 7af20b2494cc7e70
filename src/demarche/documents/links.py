"""Files of links: one link a line, a CSV with a column of links (Media Cloud), a RIS export."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from demarche.documents.decode import decode
from demarche.documents.limits import FILE_BYTES, megabytes
from demarche.errors import DocumentError, UsageError

_COLUMNS = ("url", "link", "links", "article_url", "story_url", "web_url", "permalink", "uri", "href")
_DAYS = ("publish_date", "date", "publication_date", "published")
_PUBLISHERS = ("media_name", "publisher", "publication title", "source", "outlet")
_RIS_LINK = re.compile(r"^(?:UR|L1|L2|LK)  - \s*(https?://\S+)", re.MULTILINE)
_LINE = re.compile(r"^\s*(https?://\S+)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Link:
    """A link, and what the file says of the page behind it: used where the page does not say it itself."""

    url: str
    day: str = ""
    publisher: str = ""


def read_links(path: Path) -> list[Link]:
    """The links of a file; a file without one is refused."""
    if path.stat().st_size > FILE_BYTES:
        raise UsageError(f"{path}: is larger than {megabytes(FILE_BYTES)}; nothing was fetched; split it")
    try:
        text = decode(path.read_bytes()).text
    except DocumentError as error:
        raise UsageError(f"{path}: {error}; nothing was fetched") from error
    found = list(_found(text, path.suffix.lower()))
    if not found:
        raise UsageError(f"{path}: holds no links; one a line, a CSV with a column `url`, or RIS with `UR`")
    return found


def _found(text: str, suffix: str) -> Iterator[Link]:
    if suffix in (".csv", ".tsv"):
        yield from csv_links(text)
    elif suffix == ".ris":
        yield from map(Link, _RIS_LINK.findall(text))
    else:
        yield from map(Link, _LINE.findall(text))


def csv_links(text: str) -> Iterator[Link]:
    """The links of the column that holds them, by its name."""
    rows = csv_rows(text)
    header = [name.strip().lower() for name in next(rows, [])]
    url, day, publisher = (_column(header, names) for names in (_COLUMNS, _DAYS, _PUBLISHERS))
    for row in rows:
        if re.match(r"https?://\S+$", link := _cell(row, url)):
            yield Link(link, _cell(row, day), _cell(row, publisher))


def _column(header: list[str], names: tuple[str, ...]) -> int | None:
    return next((header.index(name) for name in names if name in header), None)


def _cell(row: list[str], column: int | None) -> str:
    return row[column].strip() if column is not None and column < len(row) else ""


def csv_rows(text: str) -> Iterator[list[str]]:
    """The rows of a table, its separator seen from the first line."""
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    try:
        yield from csv.reader(StringIO(text), delimiter=mark)
    except csv.Error as error:
        raise DocumentError(f"is not a table that can be read: {error}") from error
