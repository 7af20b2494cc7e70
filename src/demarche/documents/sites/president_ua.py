"""The President of Ukraine: president.gov.ua, the English news."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.documents.sites.site import Entry, Page, Seen, Site, paragraphs, with_class, words_of

_DAY = re.compile(r"\d{1,2}\s+\w+\s+\d{4}")


def _listing(number: int) -> str:
    return "https://www.president.gov.ua/en/news/all" + (f"?page={number}" if number > 1 else "")


def _entries(page: Page) -> Iterator[Entry]:
    for head in page.tree.xpath(f"//*[{with_class('item_stat_headline')}]"):
        link = next(iter(head.xpath(".//a[@href]")), None)
        if link is not None:
            day = _DAY.search(words_of(head)) or _DAY.search(words_of(head.getparent()))
            yield Entry(page.link(link.get("href")), words_of(link), day[0] if day else "")


def _read(page: Page) -> Seen:
    body = page.first(f"//*[{with_class('article_content')}]")
    day = _DAY.search(page.words(f"//*[{with_class('article')}]//p[{with_class('date')}]", "//p[@class='date']"))
    return Seen(
        title=page.words("//h1"),
        stamp=day[0] if day else "",
        rule="p.date",
        paragraphs=paragraphs(body, f".//*[{with_class('date')}]"),
    )


PRESIDENT_UA = Site(
    name="president-ua",
    hosts=("president.gov.ua",),
    publisher="Office of the President of Ukraine",
    source_class="official",
    zone="Europe/Kyiv",
    listing=_listing,
    entries=_entries,
    read=_read,
    paths=("/en/",),
)
