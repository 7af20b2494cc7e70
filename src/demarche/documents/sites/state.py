"""The United States Department of State: state.gov, press releases, readouts and remarks."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.documents.sites.site import Entry, Page, Seen, Site, paragraphs, with_class, words_of


def _listing(number: int) -> str:
    return "https://www.state.gov/press-releases/" + (f"page/{number}/" if number > 1 else "")


def _entries(page: Page) -> Iterator[Entry]:
    for item in page.tree.xpath(f"//li[{with_class('collection-result')}]"):
        link = next(iter(item.xpath(f".//a[@href and {with_class('collection-result__link')}]")), None)
        days = item.xpath(f".//*[{with_class('collection-result-meta')}]//span")
        if link is not None:
            yield Entry(page.link(link.get("href")), words_of(link), words_of(days[-1]) if days else "")


def _read(page: Page) -> Seen:
    body = page.first(f"//*[{with_class('entry-content')}]")
    return Seen(
        title=page.words(f"//h1[{with_class('featured-content__headline')}]", "//h1"),
        stamp=page.words(f"//*[{with_class('article-meta__publish-date')}]"),
        rule="article-meta__publish-date",
        place=page.words(f"//*[{with_class('article-meta__location')}]"),
        paragraphs=paragraphs(body, ".//nav", ".//aside"),
    )


STATE = Site(
    name="state",
    hosts=("state.gov",),
    publisher="United States Department of State",
    source_class="official",
    zone="America/New_York",
    listing=_listing,
    entries=_entries,
    read=_read,
)
