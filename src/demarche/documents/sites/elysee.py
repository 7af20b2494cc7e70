"""The President of France: elysee.fr, the English pages. The day of a page stands in its address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.documents.sites.site import Entry, Page, Seen, Site, paragraphs, with_class, words_of

_IN_ADDRESS = re.compile(r"/en/[\w-]+/(\d{4})/(\d{2})/(\d{2})/")


def _listing(number: int) -> str:
    return "https://www.elysee.fr/en/all-news" + (f"?page={number}" if number > 1 else "")


def _entries(page: Page) -> Iterator[Entry]:
    seen = set()
    for link in page.tree.xpath("//a[@href]"):
        url = page.link(link.get("href"))
        if (match := _IN_ADDRESS.search(url)) and url not in seen:
            seen.add(url)
            yield Entry(url, words_of(link), "-".join(match.groups()))


def _read(page: Page) -> Seen:
    match = _IN_ADDRESS.search(page.url)
    body = page.first(f"//*[{with_class('article__content')} or {with_class('page-content')}] | //main//article")
    return Seen(
        title=page.words("//main//h1", "//h1"),
        stamp="-".join(match.groups()) if match else "",
        rule="url",
        paragraphs=paragraphs(body, ".//nav", ".//aside", ".//footer"),
    )


ELYSEE = Site(
    name="elysee",
    hosts=("elysee.fr",),
    publisher="Élysée, Presidency of France",
    source_class="official",
    zone="Europe/Paris",
    listing=_listing,
    entries=_entries,
    read=_read,
    paths=("/en/",),
    feed="https://www.elysee.fr/en/feed",
)
