"""What a feed lists: RSS and Atom by feedparser, which is given bytes only, and the feeds that a page names."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit

from demarche.sources.addresses import plain_link
from demarche.sources.client import Answer
from demarche.sources.errors import FetchError

_FEED_KINDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a feed or of a site's list of news: its link, its title, its day where the list gives one."""

    link: str
    title: str = ""
    day: date | None = None


def feed_items(answer: Answer) -> list[Item]:
    """The items of a feed in its order, each link once."""
    import feedparser

    parsed = feedparser.parse(BytesIO(answer.body), response_headers={"content-type": answer.header("content-type")})
    if not parsed.get("version") and not parsed.entries:
        raise FetchError(f"is no RSS or Atom feed{_named_feeds(answer)}; nothing was added")
    found: dict[str, Item] = {}
    for entry in parsed.entries:
        item = _item(entry, answer.url)
        if item is not None:
            found.setdefault(item.link, item)
    return list(found.values())


def _item(entry: Any, base: str) -> Item | None:
    link = entry.get("feedburner_origlink") or entry.get("link") or ""
    whole = urljoin(base, link)
    if not link or urlsplit(whole).scheme not in ("http", "https"):
        return None
    return Item(plain_link(whole), " ".join(str(entry.get("title", "")).split()), _day(entry))


def _day(entry: Any) -> date | None:
    stamp = entry.get("published_parsed") or dict.get(entry, "updated_parsed")
    try:
        return datetime.fromtimestamp(calendar.timegm(stamp), UTC).date() if stamp else None
    except (ValueError, OverflowError, OSError):
        return None


def _named_feeds(answer: Answer) -> str:
    """The feeds that a page names in its head, for whoever gave the page in place of the feed."""
    from demarche.documents.pages import open_page
    from demarche.errors import DocumentError

    try:
        tree = open_page(answer.body).tree
    except DocumentError:
        return ""
    links = [n for n in tree.iter("link") if (n.get("type") or "").lower() in _FEED_KINDS and n.get("href")]
    named = [urljoin(answer.url, link.get("href")) for link in links[:3]]
    return f"; the page names {' and '.join(named)}" if named else ""
