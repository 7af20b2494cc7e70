"""`demarche follow`: what is new in feeds and on known sites, fetched and read, oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from demarche.documents import Arrival, Given, UnclearDateError, read_day
from demarche.documents.pages import open_page
from demarche.documents.sites import SITES, Page, Site, site_named
from demarche.errors import DocumentError, UsageError
from demarche.sources.addresses import plain_link, web_link
from demarche.sources.errors import FetchError
from demarche.sources.feeds import Item, feed_items
from demarche.sources.fetcher import Fetcher
from demarche.sources.links import fetch_documents
from demarche.sources.state import Followed
from demarche.sources.store import Store

__all__ = ["Listed", "New", "listed_of", "new_items", "read_new"]

LIST_PAGES = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """What is followed: a feed by its link, or a site by its adapter."""

    name: str
    site: Site | None = None

    @property
    def start(self) -> str:
        """Where its list is."""
        return self.site.listing(1) if self.site else self.name


@dataclass(frozen=True, slots=True)
class New:
    """An item that was not read before."""

    item: Item
    feed: str


def listed_of(words: Iterable[str]) -> list[Listed]:
    """Feeds and sites by their links and names, each once."""
    return list({listed.start: listed for listed in map(_listed, words)}.values())


def _listed(word: str) -> Listed:
    if site := site_named(word):
        return Listed(site.feed) if site.feed else Listed(site.name, site)
    if "://" not in word:
        names = ", ".join(site.name for site in SITES)
        raise UsageError(f"{word}: is neither the link of a feed nor a known site ({names}); nothing was fetched")
    try:
        web_link(word)
    except DocumentError as error:
        raise UsageError(f"{word}: {error}; nothing was fetched") from error
    link = plain_link(word)
    site = next((site for site in SITES if link.rstrip("/") == site.listing(1).rstrip("/")), None)
    return Listed(site.name, site) if site else Listed(link)


def new_items(listed: Listed, fetcher: Fetcher, store: Store, followed: Followed, since: date | None) -> list[New]:
    """What is new there, oldest first; `FetchError` when the list cannot be had."""
    items = _site_items(listed.site, fetcher, followed, since) if listed.site else _feed(listed, fetcher, store)
    fresh = [i for i in items if i.link not in followed and not (since and i.day and i.day < since)]
    return [New(item, listed.name) for item in reversed(fresh)]


def _feed(listed: Listed, fetcher: Fetcher, store: Store) -> list[Item]:
    answer = fetcher.get(listed.name, store.conditions(listed.name))
    return feed_items(store.keep(listed.name, answer))


def _site_items(site: Site, fetcher: Fetcher, followed: Followed, since: date | None) -> list[Item]:
    """The site's list, page after page, newest first, until a page brings nothing new or is before `since`.

    Without `since` only the first page is asked for: how far back to go is the user's to say.
    """
    found: dict[str, Item] = {}
    for number in range(1, LIST_PAGES + 1 if since else 2):
        items = _site_page(site, fetcher, number)
        if not items and number == 1:
            raise FetchError(
                f"lists no news that demarche can find: the site of {site.publisher} was built anew; "
                "nothing was added; follow a feed of it, or give its pages to `demarche add`"
            )
        fresh = [item for item in items if item.link not in found]
        found |= {item.link: item for item in fresh}
        days = [item.day for item in items if item.day]
        if not fresh or (since and days and max(days) < since) or all(item.link in followed for item in items):
            break
    return list(found.values())


def _site_page(site: Site, fetcher: Fetcher, number: int) -> list[Item]:
    answer = fetcher.get(site.listing(number))
    page = Page(answer.url, open_page(site.prepare(answer.body)).tree)
    return [Item(plain_link(entry.url), entry.title, _day(site, entry.stamp)) for entry in site.entries(page)]


def _day(site: Site, stamp: str) -> date | None:
    try:
        return read_day(site.local(stamp)) if stamp else None
    except UnclearDateError:
        return None


def read_new(fresh: Iterable[New], fetcher: Fetcher, store: Store, given: Given) -> Iterator[tuple[New, Arrival]]:
    """The documents of new items, each fetched when its turn comes."""
    for new in fresh:
        try:
            arrivals = list(fetch_documents(new.item.link, fetcher, store, given))
        except DocumentError as error:
            arrivals = [Arrival(new.item.link, skipped=str(error))]
        yield from ((new, arrival) for arrival in arrivals)
