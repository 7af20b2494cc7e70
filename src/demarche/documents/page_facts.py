"""What a page says of itself: title, publisher, link; from JSON-LD, meta elements and the head."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES = ("article", "newsarticle", "reportagenewsarticle", "report", "blogposting", "webpage", "pressrelease")


@dataclass(frozen=True, slots=True)
class Facts:
    """Title, publisher and link of a page, empty where it states none."""

    title: str = ""
    publisher: str = ""
    url: str | None = None


def facts(tree: HtmlElement) -> Facts:
    """The first that is stated, the most deliberate place first."""
    article = next(articles(tree), {})
    return Facts(
        title=_text(article.get("headline"))
        or meta(tree, "og:title")
        or _first(tree, "//h1")
        or _first(tree, "//title"),
        publisher=_name(article.get("publisher")) or meta(tree, "og:site_name", "dc.publisher", "application-name"),
        url=_link(tree) or meta(tree, "og:url") or None,
    )


def meta(tree: HtmlElement, *names: str) -> str:
    """The content of the first `<meta name=… | property=… | itemprop=…>` of these names."""
    values: dict[str, str] = {}
    for node in tree.iter("meta"):
        key = node.get("property") or node.get("name") or node.get("itemprop") or ""
        values.setdefault(key.lower(), (node.get("content") or "").strip())
    return next((values[name] for name in names if values.get(name)), "")


def articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article, articles before mere pages."""
    found = [item for item in _objects(tree) if _kind(item) in _ARTICLES]
    yield from sorted(found, key=lambda item: _ARTICLES.index(_kind(item)) >= _ARTICLES.index("webpage"))


def _objects(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for node in tree.iter("script"):
        if (node.get("type") or "").lower() == "application/ld+json":
            try:
                yield from _flat(json.loads(node.text or "", strict=False))
            except (json.JSONDecodeError, RecursionError):
                continue


def _flat(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _flat(item)
    elif isinstance(value, dict):
        yield value
        yield from _flat(value.get("@graph"))


def _kind(item: dict[str, Any]) -> str:
    kinds = item.get("@type")
    names = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    return next((str(n).lower() for n in names if str(n).lower() in _ARTICLES), "")


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _name(value: Any) -> str:
    if isinstance(value, list):
        return next((name for name in map(_name, value) if name), "")
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _first(tree: HtmlElement, path: str) -> str:
    return next((" ".join(node.text_content().split()) for node in tree.xpath(path)), "")


def _link(tree: HtmlElement) -> str:
    links = (node.get("href") or "" for node in tree.iter("link") if (node.get("rel") or "").lower() == "canonical")
    return next((link for link in links if link.startswith("http")), "")
