"""A fetched answer -> documents: by the site's adapter, or by the reader of its format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from demarche.documents import Arrival, Given, Source, read_source
from demarche.documents.build import arrival
from demarche.documents.sites import read_web_page, site_of
from demarche.documents.sites.reading import page_id
from demarche.errors import DocumentError
from demarche.sources.client import Answer

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_FORMATS = {
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "message/rfc822": ".eml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


def documents_of(link: str, answer: Answer, given: Given) -> Iterator[Arrival]:
    """The documents of an answer; `link` is what the user asked for."""
    kind = answer.header("content-type").partition(";")[0].strip().lower()
    if _is_page(kind, answer.body):
        yield _page(link, answer, given)
        return
    suffix = _FORMATS.get(kind)
    if suffix is None:
        yield Arrival(link, skipped=f"is no page but {kind or 'data of no kind'}; nothing was added")
        return
    for found in read_source(Source.of(f"{link}{suffix}", answer.body), given):
        yield _addressed(link, answer, found)


def _is_page(kind: str, body: bytes) -> bool:
    """A page by what the server says, by how it starts when the server says nothing; the press corner sends JSON."""
    if kind in ("text/html", "application/xhtml+xml", "application/json"):
        return True
    return kind in ("", "application/octet-stream") and body[:500].lstrip().lower().startswith(
        (b"<!doctype html", b"<html")
    )


def _page(link: str, answer: Answer, given: Given) -> Arrival:
    charset = _CHARSET.search(answer.header("content-type"))
    site = site_of(answer.url) or site_of(link)
    url = answer.url if site is None or site.address(link) == link else link
    try:
        return arrival(link, read_web_page(answer.body, url, site, charset[1] if charset else None), given)
    except DocumentError as error:
        return Arrival(link, skipped=f"{error}; nothing was added")


def _addressed(link: str, answer: Answer, found: Arrival) -> Arrival:
    """A file that was fetched, under the address that it came from."""
    if found.document is None:
        return Arrival(link, skipped=f"{found.skipped}; nothing was added")
    publisher = found.document.publisher or (urlsplit(answer.url).hostname or "").removeprefix("www.")
    document = replace(found.document, id=page_id(answer.url), url=answer.url, publisher=publisher, source=link)
    return Arrival(link, document, notes=found.notes)
