"""Pages that say something else now, with what is gone and what is new."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.analysis.news.items import Item, Window, Words
from demarche.analysis.news.telling import shown
from demarche.ledger import Ledger

__all__ = ["changed_pages"]

_MOST = 3


def changed_pages(ledger: Ledger, window: Window) -> Iterator[Item]:
    """One item a page."""
    for page in ledger.new_versions(window.since, window.until):
        before, after = _paragraphs(page.before), _paragraphs(page.after)
        gone = [words for words in before if words not in set(after)]
        new = [words for words in after if words not in set(before)]
        detail = (
            f"{len(gone)} paragraph{'s' * (len(gone) != 1)} gone, {len(new)} new"
            if gone or new
            else "only the order or the title"
        )
        words = [Words(shown(text), "gone", None, None) for text in gone[:_MOST]]
        words += [Words(shown(text), "new", None, None) for text in new[:_MOST]]
        title = f"{page.publisher or 'a page'}: {page.title or page.url}"
        yield Item("pages", f"page:{page.document}", title, detail, "", page.url, tuple(words))


def _paragraphs(text: str) -> list[str]:
    return [part for part in text.split("\n") if part.strip()]
