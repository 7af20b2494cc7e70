"""What every site adapter answers: whose site it is, in which zone, where its news are listed, what a page says.

A page that is not built as its adapter expects is read as any page, and the user is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched page: its address and its tree."""

    url: str
    tree: HtmlElement

    def first(self, path: str) -> HtmlElement | None:
        """The first element of an XPath."""
        return next(iter(self.tree.xpath(path)), None)

    def words(self, *paths: str) -> str:
        """The text of the first element that any of these paths finds, on one line."""
        for path in paths:
            for node in self.tree.xpath(path):
                if found := words_of(node):
                    return found
        return ""

    def link(self, href: str) -> str:
        """An address of this page, made whole."""
        return urljoin(self.url, href)


@dataclass(frozen=True, slots=True)
class Seen:
    """What an adapter found on a page. `stamp` is the date as the page writes it, `rule` where it stood."""

    title: str = ""
    stamp: str = ""
    rule: str = ""
    place: str = ""
    paragraphs: tuple[str, ...] = ()
    publisher: str = ""
    note: str = ""  # what the user should know


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in a list of news; `stamp` is its date as the list writes it, '' when it gives none."""

    url: str
    title: str = ""
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """An adapter."""

    name: str
    hosts: tuple[str, ...]
    publisher: str
    source_class: str
    zone: str
    listing: Callable[[int], str]  # the address of the n-th page of its news, from 1
    entries: Callable[[Page], Iterator[Entry]]
    read: Callable[[Page], Seen]
    paths: tuple[str, ...] = ("/",)  # the parts of the host that it reads
    address: Callable[[str], str] = str  # where the text of a page is really served
    public: Callable[[str], str] = str  # and back: the page that people open
    feed: str = ""  # a feed to be followed in place of its list
    prepare: Callable[[bytes], bytes] = bytes  # what is served there -> a page

    @property
    def draws_from_json(self) -> bool:
        """True when what is served is JSON, from which the browser draws the page."""
        return self.prepare is not bytes

    def owns(self, url: str) -> bool:
        """True when this page is one of the site's."""
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
        return host in self.hosts and any(parts.path.startswith(path) for path in self.paths)

    def local(self, stamp: str) -> str:
        """A stamp with a zone, told in the site's own zone; any other as it stands."""
        return in_zone(stamp, self.zone)


_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})", re.IGNORECASE)


def in_zone(stamp: str, zone: str) -> str:
    """`2025-06-12T21:50:00Z` in Moscow is `2025-06-13T00:50+03:00`: the day that the publisher's readers saw."""
    match = _STAMP.search(stamp)
    if match is None:
        return stamp
    try:
        moment = datetime.fromisoformat(f"{match[1]}T{match[2]}{match[3].upper()}")
    except ValueError:
        return stamp
    return moment.astimezone(ZoneInfo(zone)).isoformat(timespec="minutes")


def words_of(node: HtmlElement) -> str:
    """The text of an element on one line."""
    return " ".join(node.text_content().split())


_BLOCKS = ("p", "li", "blockquote", "h2", "h3", "h4")


def paragraphs(node: HtmlElement | None, *leave: str) -> tuple[str, ...]:
    """The paragraphs inside an element, in order, without what `leave` (XPaths from the element) finds."""
    if node is None:
        return ()
    out = {inner for path in leave for left in node.xpath(path) for inner in left.iter()}
    blocks = [block for block in node.iter(*_BLOCKS) if block not in out and not _nested(block, node)]
    return tuple(words for words in map(words_of, blocks) if words)


def _nested(block: HtmlElement, top: HtmlElement) -> bool:
    """True inside another block: its words come with the outer one."""
    for parent in block.iterancestors():
        if parent is top:
            return False
        if parent.tag in _BLOCKS:
            return True
    return False


def with_class(name: str) -> str:
    """An XPath condition: the element has this class."""
    return f'contains(concat(" ", normalize-space(@class), " "), " {name} ")'
