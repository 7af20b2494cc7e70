"""What is new as a Markdown note, for mail, a chat or a newsroom's wiki."""

from __future__ import annotations

import re
from collections.abc import Iterator

from demarche.analysis.news import SECTIONS, Item, News, Words
from demarche.export.markdown import link, words

__all__ = ["markdown_note"]

_MOST = 200
"""So many items a section: after a large collection was read a note is still a note."""


def markdown_note(news: News, troubles: tuple[str, ...] = ()) -> str:
    """A heading with the moments, a list a section, the exact words under each item with their links."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_lines(news, troubles))).rstrip() + "\n"


def _lines(news: News, troubles: tuple[str, ...]) -> Iterator[str]:
    window = news.window
    yield f"# What is new, {window.until[:10]}"
    yield ""
    yield f"From {_moment(window.since)} to {_moment(window.until)} (UTC)."
    yield ""
    for section, items in news.sections():
        yield f"## {SECTIONS[section]}"
        yield ""
        for item in items[:_MOST]:
            yield from _item(item)
        if len(items) > _MOST:
            yield f"- ... and {len(items) - _MOST:,} more: `demarche events`"
        yield ""
    if news.quiet:
        counted = ", ".join(f"{number} {kind}{'s' * (number != 1)}" for kind, number in news.quiet)
        yield f"Also read: {counted}."
        yield ""
    if troubles:
        yield "## Sources"
        yield ""
        yield from (f"- {words(line)}" for line in troubles)


def _item(item: Item) -> Iterator[str]:
    title = link(item.title, item.url) if item.url else words(item.title)
    opened = f" (`demarche show {item.event[:6]}`)" if item.event else ""
    yield f"- **{title}**{': ' + words(item.detail) if item.detail else ''}{opened}"
    for said in item.words:
        yield f"  > {_said(said)}"
        yield ""


def _said(said: Words) -> str:
    if said.url is None and said.day is None and said.publisher in ("gone", "new"):
        return f"{said.publisher}: {words(said.text)}"
    where = ", ".join(part for part in (link(said.publisher or "source", said.url), said.day or "") if part)
    if said.entered:  # a person's line about a source is never set in quotation marks
        return f"entered by a person: {words(said.text)} ({where})"
    return f"“{words(said.text)}” ({where})"


def _moment(stamp: str) -> str:
    return f"{stamp[:10]} {stamp[11:16]}"
