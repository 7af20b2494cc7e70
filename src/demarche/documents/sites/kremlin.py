"""The President of Russia: en.kremlin.ru, news of the president and of the other sections."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.documents.sites.site import Entry, Page, Seen, Site, paragraphs, with_class

_NOT_BODY = (f".//*[{with_class('masha-ignore')}]", f".//*[{with_class('read__bottommeta')}]")
_NEXT_PAGE = f"//*[{with_class('read__internal_content')}]//a[contains(@href, '/page/2')]"


def _listing(number: int) -> str:
    return "http://en.kremlin.ru/events/president/news" + (f"/page/{number}" if number > 1 else "")


def _entries(page: Page) -> Iterator[Entry]:
    for item in page.tree.xpath(f"//*[{with_class('hentry')}]"):
        link = next(iter(item.xpath(".//a[contains(@href, '/events/')]")), None)
        stamp = next(iter(item.xpath(".//time/@datetime")), "")
        if link is not None:
            yield Entry(page.link(link.get("href")), " ".join(link.text_content().split()), str(stamp))


def _read(page: Page) -> Seen:
    time = page.first(f"//time[{with_class('read__published')}]")
    lead = page.words(f"//*[{with_class('read__lead')}]")
    body = page.first(f"//*[{with_class('e-content')} or {with_class('read__internal_content')}]")
    return Seen(
        title=page.words(f"//h1[{with_class('p-name')}]", "//h1"),
        stamp="" if time is None else time.get("datetime") or time.text_content(),
        rule="time.read__published",
        place=page.words(f"//*[{with_class('read__place')}]"),
        paragraphs=(*([lead] if lead else []), *paragraphs(body, *_NOT_BODY)),
        note="goes on on further pages, which were not read" if page.first(_NEXT_PAGE) is not None else "",
    )


KREMLIN = Site(
    name="kremlin",
    hosts=("en.kremlin.ru",),
    publisher="President of Russia",
    source_class="official",
    zone="Europe/Moscow",
    listing=_listing,
    entries=_entries,
    read=_read,
)
