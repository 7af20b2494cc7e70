"""What is new as an Atom feed (RFC 4287): an entry an item, the newest first, so many at most.

An entry's id is made of the feed's and of what the item is, so that the same thing told again is the same entry.
Entries are kept as plain objects between runs; the feed is written from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from demarche.analysis.news import SECTIONS, Item, News
from demarche.visible import visible

__all__ = ["atom_feed", "entries_of", "newest"]

MOST = 100
_ATOM = "http://www.w3.org/2005/Atom"
_NO_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")

Entry = Mapping[str, Any]


def entries_of(news: News, feed: str) -> list[dict[str, Any]]:
    """The items as entries; `feed` is the feed's own UUID."""
    return [_entry(item, feed, news.window.until) for item in news.items]


def newest(entries: Iterable[Entry], before: Sequence[Entry]) -> list[dict[str, Any]]:
    """The new entries and those that were there, each id once, the newest first, so many as a feed holds."""
    found = {str(entry["id"]): dict(entry) for entry in (*reversed(before), *entries)}
    ordered = sorted(found.values(), key=lambda entry: str(entry["updated"]), reverse=True)
    return ordered[:MOST]


def atom_feed(entries: Sequence[Entry], feed: str, title: str, updated: str) -> bytes:
    """The feed, as bytes of UTF-8."""
    root = ET.Element("feed", xmlns=_ATOM)
    _text(root, "id", f"urn:uuid:{feed}")
    _text(root, "title", title)
    _text(root, "updated", max((str(entry["updated"]) for entry in entries), default=updated))
    _text(ET.SubElement(root, "author"), "name", "demarche")
    _text(root, "generator", "demarche")
    for entry in entries:
        _append(root, entry)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _append(root: ET.Element, entry: Entry) -> None:
    node = ET.SubElement(root, "entry")
    _text(node, "id", str(entry["id"]))
    _text(node, "title", str(entry["title"]))
    _text(node, "updated", str(entry["updated"]))
    ET.SubElement(node, "category", term=str(entry["section"]), label=SECTIONS.get(entry["section"], ""))
    if entry.get("link"):
        ET.SubElement(node, "link", rel="alternate", href=_clean(str(entry["link"])))
    _text(node, "content", str(entry["content"])).set("type", "html")


def _entry(item: Item, feed: str, updated: str) -> dict[str, Any]:
    links = [url for url in (item.url, *(said.url for said in item.words)) if _web(url)]
    return {
        "id": f"urn:uuid:{uuid5(UUID(feed), item.key)}",
        "section": item.section,
        "title": f"{SECTIONS[item.section]}: {item.title}",
        "updated": updated,
        "link": links[0] if links else "",
        "content": _content(item),
    }


def _content(item: Item) -> str:
    """HTML in which every word of others is escaped; no address but one of the web is a link."""
    parts = [f"<p>{escape(visible(item.title))}</p>"]
    parts += [f"<p>{escape(visible(item.detail))}</p>"] if item.detail else []
    for said in item.words:
        name = escape(visible(said.publisher or "source"))
        where = f'<a href="{escape(said.url or "")}">{name}</a>' if _web(said.url) else name
        mark = "entered by a person: " if said.entered else ""
        parts.append(
            f"<blockquote><p>{mark}{escape(visible(said.text))}</p><p>{where} {said.day or ''}</p></blockquote>"
        )
    parts += [f"<p><code>demarche show {escape(item.event[:6])}</code></p>"] if item.event else []
    return "".join(parts)


def _web(url: str | None) -> bool:
    return bool(url) and urlsplit(url or "").scheme in ("http", "https")


def _text(parent: ET.Element, name: str, words: str) -> ET.Element:
    node = ET.SubElement(parent, name)
    node.text = _clean(words)
    return node


def _clean(words: str) -> str:
    """Without what XML cannot hold."""
    return visible(words).translate(_NO_XML)
