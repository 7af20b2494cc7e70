"""The White House: whitehouse.gov, briefings, statements, remarks and presidential actions."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.documents.sites.site import Entry, Page, Seen, Site, paragraphs, with_class

_NOT_BODY = (
    f".//*[{with_class('wp-block-whitehouse-topper')}]",
    f".//*[{with_class('wp-block-post-date')}]",
    ".//nav",
    ".//aside",
)


def _listing(number: int) -> str:
    return "https://www.whitehouse.gov/briefings-statements/" + (f"page/{number}/" if number > 1 else "")


def _entries(page: Page) -> Iterator[Entry]:
    for item in page.tree.xpath(f"//li[{with_class('wp-block-post')}]"):
        link = next(iter(item.xpath(f".//*[{with_class('wp-block-post-title')}]//a[@href]")), None)
        stamp = next(iter(item.xpath(".//time/@datetime")), "")
        if link is not None:
            yield Entry(page.link(link.get("href")), " ".join(link.text_content().split()), str(stamp))


def _read(page: Page) -> Seen:
    time = page.first(f"//*[{with_class('wp-block-post-date')}]//time[@datetime]")
    body = page.first(f"//*[{with_class('wp-block-post-content')} or {with_class('entry-content')}]")
    return Seen(
        title=page.words(f"//h1[{with_class('wp-block-whitehouse-topper__headline')}]", "//h1"),
        stamp="" if time is None else time.get("datetime"),
        rule="time.wp-block-post-date",
        paragraphs=paragraphs(body, *_NOT_BODY),
    )


WHITE_HOUSE = Site(
    name="whitehouse",
    hosts=("whitehouse.gov",),
    publisher="The White House",
    source_class="official",
    zone="America/New_York",
    listing=_listing,
    entries=_entries,
    read=_read,
)
