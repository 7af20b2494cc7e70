"""A fetched page -> what was found on it, by the site's adapter or, without one, as any page."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urljoin, urlsplit

from demarche.documents.build import Found
from demarche.documents.page_dates import PageDay, page_day
from demarche.documents.page_facts import facts
from demarche.documents.pages import OpenPage, article_text, open_page, without_heading
from demarche.documents.sites.site import Page, Seen, Site

_LEAST = 40  # characters: a body shorter than this was not found where the adapter looked
_ZONED = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}\S*\s*(?:Z|[+-]\d{2}:?\d{2})$", re.IGNORECASE)


def read_web_page(data: bytes, url: str, site: Site | None = None, charset: str | None = None) -> Found:
    """One fetched page. Its address is the one that it names itself on the same host, else the one it came from."""
    opened = open_page(site.prepare(data) if site else data, charset)
    if site is not None:
        seen = site.read(Page(url, opened.tree))
        if len(" ".join(seen.paragraphs)) >= _LEAST:
            return _by_adapter(site, seen, opened, url)
    found = _any_page(opened, url, site)
    if site is None:
        return found
    note = f"is not built as the pages of {site.publisher} were: read as any page; check title and text"
    return _with_notes(found, note)


def page_id(url: str) -> str:
    """The id of the document at an address: a changed page keeps it."""
    return f"web-{hashlib.sha256(url.encode()).hexdigest()[:12]}"


def _by_adapter(site: Site, seen: Seen, opened: OpenPage, url: str) -> Found:
    stamp = site.local(seen.stamp)
    day = page_day(opened.tree, url, site.local) if not stamp else PageDay(stamp, f"{site.name}:{seen.rule}")
    body = [seen.place, *seen.paragraphs] if seen.place else list(seen.paragraphs)
    address = _address(opened, url)
    return Found(
        text=without_heading("\n\n".join(body), seen.title),
        id=page_id(address),
        title=seen.title,
        publisher=seen.publisher or site.publisher,
        url=address,
        day=day.words,
        date_rule=_rule(day.rule, day.stamp or stamp, site.zone),
        notes=tuple(note for note in (opened.note, day.note, seen.note) if note),
    )


def _any_page(opened: OpenPage, url: str, site: Site | None) -> Found:
    about = facts(opened.tree)
    day = page_day(opened.tree, url, site.local) if site else page_day(opened.tree, url)
    address = _address(opened, url)
    return Found(
        text=without_heading(article_text(opened), about.title),
        id=page_id(address),
        title=about.title,
        publisher=site.publisher if site else about.publisher,
        url=address,
        day=day.words,
        date_rule=_rule(day.rule, day.stamp, site.zone if site else ""),
        notes=tuple(note for note in (opened.note, day.note) if note),
    )


def _rule(rule: str, stamp: str, zone: str) -> str:
    """Where a date stood, with its clock and zone as stated, or the zone of the site."""
    if not rule:
        return ""
    if _ZONED.search(stamp.strip()):
        return f"{rule} {stamp.strip()}"
    return f"{rule} ({zone})" if zone else rule


def _address(opened: OpenPage, url: str) -> str:
    """The page's own name for itself, believed only on the host it was fetched from."""
    named = facts(opened.tree).url
    if not named:
        return url
    whole = urljoin(url, named)
    same = _host(whole) == _host(url) and urlsplit(whole).path.strip("/")
    return whole if same else url


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _with_notes(found: Found, note: str) -> Found:
    from dataclasses import replace

    return replace(found, notes=(note, *found.notes))
