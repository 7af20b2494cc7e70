"""The day a web page was published, only from where it is stated on purpose.

In this order: JSON-LD, meta elements, `<time>`, a dated element of the article's own head, the page's address. What
stands in a footer, a sidebar or a list of other articles is never a publication day, and a place that gives two days
gives none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.documents.dates import UnclearDateError, read_day
from demarche.documents.page_facts import articles, meta

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "date",
)
_ELSEWHERE = re.compile(
    r"foot|copyright|sidebar|aside|related|recommend|more-|also|comment|nav|menu|archive|widget|breaking|latest", re.I
)
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|datetime|pub-?date|published|posted|timestamp|post-?meta)(?:$|[\s_-])", re.I
)
_UPDATED = re.compile(r"updat|modif|edit", re.I)
_IN_ADDRESS = re.compile(r"/(20\d\d|19\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")


@dataclass(frozen=True, slots=True)
class PageDay:
    """A day in words, the rule that gave it, what the user should know, and the whole stamp with clock and zone."""

    words: str = ""
    rule: str = ""
    note: str = ""
    stamp: str = ""


def page_day(tree: HtmlElement, url: str | None, local: Callable[[str], str] = str) -> PageDay:
    """The first place that states one day. `local` tells a stamp in the publisher's own zone, where that is known."""
    unclear = ""
    for rule, find in _PLACES:
        days, bad = _clear(map(local, find(tree)))
        unclear = unclear or bad
        if len(days) == 1:
            ((day, stamp),) = days.items()
            return PageDay(day, rule, stamp=stamp)
    if url and (match := _IN_ADDRESS.search(url)):
        return PageDay("-".join(match.groups()), "url")
    return PageDay(note=f"its date {unclear}" if unclear else "")


def _clear(words: Iterable[str]) -> tuple[dict[str, str], str]:
    """The days of these words as ISO dates, each with the words that gave it, and the first complaint."""
    days: dict[str, str] = {}
    bad = ""
    for text in words:
        try:
            days.setdefault(read_day(text).isoformat(), text.strip())
        except UnclearDateError as error:
            bad = bad or (str(error) if "can be" in str(error) else "")
    return days, bad


def _json_ld(tree: HtmlElement) -> Iterator[str]:
    days = (item.get("datePublished") for item in articles(tree))
    yield from [day for day in days if isinstance(day, str) and day][:1]


def _meta(tree: HtmlElement) -> Iterator[str]:
    if value := meta(tree, *_META):
        yield value


def _time_elements(tree: HtmlElement) -> Iterator[str]:
    """`<time>` of the article: those marked as its publication first, otherwise all of them."""
    here = [node for node in tree.iter("time") if not _elsewhere(node) and not _UPDATED.search(_label(node))]
    marked = [n for n in here if n.get("pubdate") is not None or "publish" in _label(n)]
    for node in marked or here:
        yield node.get("datetime") or node.text_content()


def _dated_elements(tree: HtmlElement) -> Iterator[str]:
    for node in tree.iter("span", "div", "p", "li", "b", "em"):
        label = _label(node)
        if _DATED.search(label) and not _UPDATED.search(label) and len(node) < 4 and not _elsewhere(node):
            words = " ".join(node.text_content().split())
            yield re.sub(r"^(?:published|posted|date)(?: on)?:?\s+", "", words, flags=re.IGNORECASE)[:60]


def _label(node: HtmlElement) -> str:
    return " ".join(node.get(key) or "" for key in ("class", "id", "itemprop")).lower()


def _elsewhere(node: HtmlElement) -> bool:
    """True in a footer, a sidebar, a menu or a list of other articles."""
    for step in (node, *node.iterancestors()):
        if step.tag in ("footer", "aside", "nav") or (step.tag != "body" and _ELSEWHERE.search(_label(step))):
            return True
    return False


_PLACES: tuple[tuple[str, Callable[[HtmlElement], Iterator[str]]], ...] = (
    ("json-ld:datePublished", _json_ld),
    ("meta", _meta),
    ("time", _time_elements),
    ("dated element", _dated_elements),
)
