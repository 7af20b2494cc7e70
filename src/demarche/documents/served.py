"""What a server sent -> documents: a page by its site's adapter, a file by the reader of its format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from demarche.documents.arrivals import Arrival, Given, Source
from demarche.documents.build import arrival
from demarche.documents.sites import Site, read_web_page, site_of
from demarche.documents.sites.reading import page_id
from demarche.errors import DocumentError

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_EXCUSE = re.compile(
    r"technical difficulties|access denied|just a moment|attention required|are you a (?:human|robot)|captcha"
    r"|service unavailable|page not found|404",
    re.IGNORECASE,
)
EXCUSE_CHARACTERS = 1500
"""A longer page is an article, whatever its title."""

_PAGES = ("text/html", "application/xhtml+xml")
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml")
_FILES = {
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "message/rfc822": ".eml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


@dataclass(frozen=True, slots=True)
class Served:
    """What came for a link: from which address in the end, of which type, which bytes."""

    link: str
    url: str
    content_type: str
    body: bytes

    @property
    def kind(self) -> str:
        """The type without its parameters."""
        return self.content_type.partition(";")[0].strip().lower()

    @property
    def is_page(self) -> bool:
        """By what the server says; by how it starts when the server says nothing."""
        if self.kind == "application/json":
            return self.site is not None and self.site.draws_from_json
        start = self.body[:500].lstrip().lower()
        nameless = self.kind in ("", "application/octet-stream", "application/xml", "text/xml")
        return self.kind in _PAGES or (nameless and start.startswith((b"<!doctype html", b"<html")))

    @property
    def site(self) -> Site | None:
        """The adapter of the site that it came from."""
        return site_of(self.url) or site_of(self.link)

    @property
    def readable(self) -> bool:
        """True for pages and for files of a format that is read."""
        return self.is_page or self.kind in _FILES


def served_documents(served: Served, given: Given) -> Iterator[Arrival]:
    """The documents of what came."""
    from demarche.documents import read_source

    if served.is_page:
        yield _page(served, given)
    elif served.kind in _FILES:
        for found in read_source(Source.of(f"{served.link}{_FILES[served.kind]}", served.body), given):
            yield _addressed(served, found)
    else:
        yield Arrival(served.link, skipped=f"is no page but {_named(served.kind)}; nothing was added")


def _named(kind: str) -> str:
    """What it is, with what to do where that is known."""
    return "a feed: `demarche follow` reads those" if kind in _FEEDS else kind or "data of no kind"


def _page(served: Served, given: Given) -> Arrival:
    charset = _CHARSET.search(served.content_type)
    site = served.site
    url = site.public(served.url) if site else served.url
    named = replace(given, publisher=given.publisher or _host(url))
    try:
        found = read_web_page(served.body, url, site, charset[1] if charset else None)
        if len(found.text) < EXCUSE_CHARACTERS and (excuse := _EXCUSE.search(found.title)):
            raise DocumentError(
                f"gives »{excuse[0]}« in place of the text; save the page in a browser and read the file"
            )
        return arrival(served.link, found, named)
    except DocumentError as error:
        return Arrival(served.link, skipped=f"{error}; nothing was added")


def _addressed(served: Served, found: Arrival) -> Arrival:
    """A file that was fetched, under the address that it came from."""
    if found.document is None:
        return Arrival(served.link, skipped=f"{found.skipped}; nothing was added")
    publisher = found.document.publisher or _host(served.url)
    identity = page_id(served.url)
    document = replace(found.document, id=identity, url=served.url, publisher=publisher, source=served.link)
    return Arrival(served.link, document, notes=found.notes)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
