"""Passages of a document in a terminal: with everything that is quoted in them set off."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from demarche.export.annotated import merged
from demarche.export.passages import Passage, passages
from demarche.model import Span
from demarche.visible import visible

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["passages", "rendered"]


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
