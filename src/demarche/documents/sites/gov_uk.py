"""The government of the United Kingdom: gov.uk, news, speeches and statements of all departments."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.documents.page_facts import meta
from demarche.documents.sites.site import Entry, Page, Seen, Site, paragraphs, with_class, words_of

_NEWS = "https://www.gov.uk/search/news-and-communications"
_WHO = (
    "organisations%5B%5D=prime-ministers-office-10-downing-street"
    "&organisations%5B%5D=foreign-commonwealth-development-office"
)


def _listing(number: int) -> str:
    return f"{_NEWS}?{_WHO}&order=updated-newest" + (f"&page={number}" if number > 1 else "")


def _entries(page: Page) -> Iterator[Entry]:
    for item in page.tree.xpath(f"//*[{with_class('gem-c-document-list__item')}]"):
        link = next(iter(item.xpath(".//a[starts-with(@href, '/government/')]")), None)
        stamp = next(iter(item.xpath(".//time/@datetime")), "")
        if link is not None:
            yield Entry(page.link(link.get("href")), words_of(link), str(stamp))


def _read(page: Page) -> Seen:
    first = meta(page.tree, "govuk:first-published-at", "article:published_time", "govuk:public-updated-at")
    place = page.words("//dt[starts-with(normalize-space(.), 'Location')]/following-sibling::dd[1]")
    return Seen(
        title=page.words(f"//h1[{with_class('gem-c-heading__text')} or {with_class('gem-c-title__text')}]", "//h1"),
        stamp=first,
        rule="meta:govuk:first-published-at",
        place=place,
        paragraphs=paragraphs(page.first(f"//*[{with_class('govspeak')}]")),
        publisher=meta(page.tree, "govuk:primary-publishing-organisation"),
    )


GOV_UK = Site(
    name="gov-uk",
    hosts=("gov.uk",),
    publisher="Government of the United Kingdom",
    source_class="official",
    zone="Europe/London",
    listing=_listing,
    entries=_entries,
    read=_read,
    paths=("/government/",),
)
