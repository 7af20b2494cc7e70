"""Quotations of one document put together: each run of sentences once, with everything that is quoted in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.export.annotated import merged
from demarche.model import Span
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.text import Text

    from demarche.ledger import Quote


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


def rendered(passage: Passage, *, marked: bool, words: Iterable[Span] = ()) -> Text:
    """The passage with its quotations set off: by style, and by »« where there is no colour.

    `words` are the fields' own words: underlined.
    """
    from rich.text import Text

    text = Text(visible(passage.text), style="dim")
    for span in merged(passage.spans):
        text.stylize("not dim bold yellow", span.start - passage.start, span.end - passage.start)
    for span in words:
        if passage.start <= span.start and span.end <= passage.end:
            text.stylize("not dim underline", span.start - passage.start, span.end - passage.start)
    return _bracketed(passage) if marked else text


def _bracketed(passage: Passage) -> Text:
    from rich.text import Text

    words, out, at = visible(passage.text), [], 0
    for span in merged(passage.spans):
        start, end = span.start - passage.start, span.end - passage.start
        out += [words[at:start], "»", words[start:end], "«"]
        at = end
    return Text("".join([*out, words[at:]]))
