"""Quotations of one document put together: each run of sentences once, with all that is quoted in it marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from demarche.export.annotated import merged
from demarche.ledger import Quote
from demarche.model import Span

__all__ = ["Passage", "Run", "passages"]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters, marked when it is quoted."""

    words: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the document from `start` on, and the spans (of the document) quoted in it."""

    start: int
    text: str
    spans: tuple[Span, ...]

    @property
    def end(self) -> int:
        """Where it ends in the document."""
        return self.start + len(self.text)

    @property
    def runs(self) -> list[Run]:
        """The text cut where a quotation begins or ends; joined they are the text."""
        found, at = [], 0
        for span in merged(self.spans):
            start, end = span.start - self.start, span.end - self.start
            found += [Run(self.text[at:start], False), Run(self.text[start:end], True)]
            at = end
        return [run for run in (*found, Run(self.text[at:], False)) if run.words]


def passages(quotes: Iterable[Quote]) -> list[Passage]:
    """The passages in the order of the text; quotations whose sentences touch share one."""
    found: list[Passage] = []
    for passage in sorted((_passage(q) for q in quotes), key=lambda p: (p.start, -p.end)):
        if found and passage.start <= found[-1].end:
            found[-1] = _joined(found[-1], passage)
        else:
            found.append(passage)
    return found


def _passage(quote: Quote) -> Passage:
    start = quote.span.start - len(quote.before)
    return Passage(start, quote.before + quote.words + quote.after, (quote.span,))


def _joined(first: Passage, second: Passage) -> Passage:
    rest = second.text[max(0, first.end - second.start) :]
    return Passage(first.start, first.text + rest, tuple(sorted({*first.spans, *second.spans})))
