"""The Ministry of Foreign Affairs of China: mfa.gov.cn, the English pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.documents.page_facts import meta
from demarche.documents.sites.site import Entry, Page, Seen, Site, paragraphs, with_class, words_of

_IN_ADDRESS = re.compile(r"/t(\d{4})(\d{2})(\d{2})_\d+\.s?html")

_BODIES = (
    "//*[@id='News_Body_Txt_A']",
    f"//*[{with_class('content_text')}]",
    f"//*[{with_class('news-main')}]",
    "//*[contains(@class, 'TRS_') or contains(@class, 'trs_editor')]",
)


def _listing(number: int) -> str:
    return "https://www.mfa.gov.cn/eng/xw/zyxw/" + (f"index_{number - 1}.html" if number > 1 else "")


def _entries(page: Page) -> Iterator[Entry]:
    for link in page.tree.xpath("//li//a[@href]"):
        url = page.link(link.get("href"))
        if match := _IN_ADDRESS.search(url):
            yield Entry(url, words_of(link), "-".join(match.groups()))


def _read(page: Page) -> Seen:
    stamp, rule = meta(page.tree, "pubdate"), "meta:PubDate"
    if not stamp and (match := _IN_ADDRESS.search(page.url)):
        stamp, rule = "-".join(match.groups()), "url"
    body = next((found for path in _BODIES if (found := page.first(path)) is not None), None)
    return Seen(
        title=page.words(f"//*[{with_class('news-title')}]//h1", "//h1"),
        stamp=stamp,
        rule=rule,
        paragraphs=paragraphs(body),
    )


MFA_CN = Site(
    name="mfa-cn",
    hosts=("mfa.gov.cn", "fmprc.gov.cn"),
    publisher="Ministry of Foreign Affairs of China",
    source_class="official",
    zone="Asia/Shanghai",
    listing=_listing,
    entries=_entries,
    read=_read,
    paths=("/eng/", "/en/", "/mfa_eng/"),
)
