"""Tables of articles (.csv, .tsv): one article a row, where there is a column of text."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.documents.arrivals import Arrival, Given, Source
from demarche.documents.build import Found, arrival
from demarche.documents.decode import decode
from demarche.documents.limits import BINARY_BYTES
from demarche.documents.links import csv_links, csv_rows
from demarche.errors import DocumentError

_COLUMNS = {
    "text": ("text", "body", "content", "article_text", "story_text", "full_text", "abstract note", "abstract"),
    "id": ("id", "stories_id", "story_id", "key"),
    "title": ("title", "headline", "article_title"),
    "publisher": ("publisher", "media_name", "source", "publication title", "publication_title", "outlet"),
    "url": ("url", "link", "article_url", "web_url"),
    "day": ("date", "publish_date", "publication_date", "published", "publicationdate"),
}


def read_table(source: Source, given: Given) -> Iterator[Arrival]:
    """Every row with a text a document; the others are named by their line."""
    try:
        text = decode(source.whole(BINARY_BYTES)).text
        rows = csv_rows(text)
        columns = _columns(next(rows, []))
        if "text" not in columns:
            raise DocumentError(_without_text(text))
        for number, row in enumerate(rows, 2):
            where = f"{source.name} line {number}"
            values = {name: row[at].strip() for name, at in columns.items() if at < len(row)}
            if any(values.values()):
                yield arrival(where, _found(values), given)
    except DocumentError as error:
        yield Arrival(source.name, skipped=str(error))


def _columns(header: list[str]) -> dict[str, int]:
    names = [name.strip().lower() for name in header]
    found = {name: [names.index(word) for word in words if word in names] for name, words in _COLUMNS.items()}
    return {name: places[0] for name, places in found.items() if places}


def _without_text(text: str) -> str:
    number = sum(1 for _ in csv_links(text))
    if number:
        return f"is a table of {number:,} links without texts: `demarche add` fetches them"
    return "is a table without a column of text or of links; `demarche import` reads tables of contacts"


def _found(values: dict[str, str]) -> Found:
    day = values.get("day", "")
    return Found(
        text=values.get("text", ""),
        id=values.get("id", ""),
        title=values.get("title", ""),
        publisher=values.get("publisher", ""),
        url=values.get("url") or None,
        day=day,
        date_rule="table" if day else "",
    )
