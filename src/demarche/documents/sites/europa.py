"""The European Commission: the press corner of europa.eu.

Its pages are drawn in the browser from JSON, so that is what is fetched and read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from demarche.documents.sites.site import Entry, Page, Seen, Site, paragraphs, words_of
from demarche.errors import DocumentError

_ROOT = "https://ec.europa.eu/commission/presscorner"
_DETAIL = re.compile(r"/commission/presscorner/detail/(\w\w)/([a-z]+)_(\d+)_(\d+)", re.IGNORECASE)
_REFERENCE = re.compile(
    r"/commission/presscorner/api/documents\?reference=([A-Z]+)/(\d+)/(\d+)&language=(\w\w)", re.IGNORECASE
)


def _listing(number: int) -> str:
    return f"{_ROOT}/api/search?language=en&pagesize=100&pagenumber={number}"


def _address(url: str) -> str:
    """Where the words of a press corner page are served."""
    match = _DETAIL.search(url)
    if match is None:
        return url
    language, kind, year, number = match.groups()
    host = url[: match.start()]
    reference = f"{kind.upper()}/{year}/{number}"
    return f"{host}/commission/presscorner/api/documents?reference={reference}&language={language.lower()}"


def _public(url: str) -> str:
    """The press corner page whose words are served at an address."""
    match = _REFERENCE.search(url)
    if match is None:
        return url
    kind, year, number, language = match.groups()
    return f"{url[: match.start()]}/commission/presscorner/detail/{language}/{kind.lower()}_{year}_{number}"


def _prepare(data: bytes) -> bytes:
    """The page that the browser would draw, in its barest form."""
    if not data.lstrip().startswith(b"{"):
        return data
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise DocumentError("holds JSON that is broken; nothing was added; try again") from None
    listed = found.get("docuLanguageListResources")
    body = _drawn_list(listed) if isinstance(listed, list) else _drawn_page(found)
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode("utf-8", "replace")


def _drawn_page(found: dict[str, Any]) -> str:
    told = found.get("docuLanguageResource")
    told = told if isinstance(told, dict) else {}
    day = escape(_text(found, "eventDate") or _text(found, "publishDate"), quote=True)
    place = escape(_text(told, "placeText") or _text(found, "place"))
    head = f'<h1>{escape(_text(told, "title"))}</h1><time datetime="{day}"></time><address>{place}</address>'
    return f"{head}<main><p>{escape(_text(told, 'subtitle'))}</p>{_text(told, 'htmlContent')}</main>"


def _drawn_list(listed: list[Any]) -> str:
    rows = [row for row in listed if isinstance(row, dict) and _text(row, "refCode")]
    rows = [row for row in rows if (_text(row, "languageCode") or "en").lower() == "en"]
    return "".join(
        f'<li><a href="{_ROOT}/detail/en/{escape(_text(row, "refCode").lower().replace("/", "_"), quote=True)}">'
        f'{escape(_text(row, "title"))}</a><time datetime="{escape(_text(row, "eventDate"), quote=True)}"></time></li>'
        for row in rows
    )


def _text(found: dict[str, Any], key: str) -> str:
    value = found.get(key)
    return value.strip() if isinstance(value, str) else ""


def _entries(page: Page) -> Iterator[Entry]:
    for item in page.tree.xpath("//li[a[@href]]"):
        (link,) = item.xpath("./a[@href]")[:1]
        yield Entry(page.link(link.get("href")), words_of(link), str(next(iter(item.xpath("./time/@datetime")), "")))


def _read(page: Page) -> Seen:
    return Seen(
        title=page.words("//h1"),
        stamp=str(next(iter(page.tree.xpath("//time/@datetime")), "")),
        rule="json:eventDate",
        place=page.words("//address"),
        paragraphs=paragraphs(page.first("//main")),
    )


EUROPA = Site(
    name="europa",
    hosts=("ec.europa.eu",),
    publisher="European Commission",
    source_class="official",
    zone="Europe/Brussels",
    listing=_listing,
    entries=_entries,
    read=_read,
    paths=("/commission/presscorner/",),
    address=_address,
    public=_public,
    prepare=_prepare,
)
