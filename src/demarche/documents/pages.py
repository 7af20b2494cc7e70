"""Web pages: the article's text by trafilatura, what the page says of itself by our own readers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.documents.arrivals import Source
from demarche.documents.build import Found
from demarche.documents.decode import decode, one_line_end
from demarche.documents.limits import PAGE_CHARACTERS
from demarche.documents.page_dates import page_day
from demarche.documents.page_facts import facts
from demarche.errors import DocumentError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NOT_TEXT = "self::script or self::style or self::nav or self::footer or self::header or self::aside or self::head"
_BLOCKS = ("p", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "section", "article", "tr", "br")


def read_page(data: bytes, _source: Source, charset: str | None = None) -> Found:
    """One page: text, title, publisher, link and day, each from where the page states it."""
    opened = open_page(data, charset)
    about = facts(opened.tree)
    day = page_day(opened.tree, about.url)
    return Found(
        text=without_heading(article_text(opened), about.title),
        title=about.title,
        publisher=about.publisher,
        url=about.url,
        day=day.words,
        date_rule=day.rule,
        notes=tuple(note for note in (opened.note, day.note) if note),
    )


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page as text and as a tree, with a note about its encoding."""

    html: str
    tree: HtmlElement
    note: str = ""


def open_page(data: bytes, charset: str | None = None) -> OpenPage:
    """A page of bytes; `charset` is what the server said. The page's own word about its encoding comes first."""
    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, declared[1].decode("ascii") if declared else charset)
    html = _DECLARATION.sub("", decoded.text)
    tree = parse(html)
    _check_length(tree)
    return OpenPage(html, tree, decoded.note)


def article_text(page: OpenPage) -> str:
    """The text of the article of any page; of a page too short to have one, all its text."""
    return _article(page.html) or _all_text(page.tree)


def parse(html: str) -> HtmlElement:
    """The tree of a page, however broken."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        return document_fromstring(html, parser=HTMLParser(huge_tree=True, encoding=None))
    except (etree.ParserError, ValueError) as error:
        raise DocumentError("holds no page that can be read") from error


def _check_length(tree: HtmlElement) -> None:
    """Refuse a page with too much text before the long work of finding its article."""
    total = sum(len(words) for words in tree.xpath("//text()[not(ancestor::script or ancestor::style)]"))
    if total > PAGE_CHARACTERS:
        raise DocumentError(f"has {total:,} characters; a page may have {PAGE_CHARACTERS:,}")


def _article(html: str) -> str:
    import trafilatura

    text = trafilatura.extract(html, include_comments=False, include_tables=False, output_format="txt")
    return _paragraphs(text or "")


def _all_text(tree: HtmlElement) -> str:
    """Every block's text: for pages too short to have an article."""
    for node in tree.xpath(f"//*[{_NOT_TEXT}]"):
        node.drop_tree()
    for node in tree.iter(*_BLOCKS):
        node.tail = "\n" + (node.tail or "")
        node.text = "\n" + (node.text or "")
    return _paragraphs(one_line_end(tree.text_content()))


def without_heading(text: str, title: str) -> str:
    """The text without a first line that only repeats the title, with or without the site's name after it."""
    first, _, rest = text.partition("\n")
    repeats = bool(first) and title.casefold().startswith(first.casefold())
    site = title[len(first) :].lstrip()
    return rest.lstrip("\n") if rest and repeats and (not site or not site[0].isalnum()) else text


def _paragraphs(text: str) -> str:
    """One blank line between paragraphs, so that no sentence runs over."""
    lines = (" ".join(line.split()) for line in one_line_end(text).split("\n"))
    return "\n\n".join(line for line in lines if line)
