"""A stretch of text with its sentence around it, found by plain rules: no language model here.

A sentence ends at `.`, `!`, `?` or `…` before white space and a capital, digit or opening mark, and at an empty line;
not after an initial ("J. Smith", "U.S."), nor after a short title ("Mr.", "Gen.").
"""

from __future__ import annotations

import re

from demarche.ledger.rows import Quote
from demarche.model import Span

__all__ = ["quote", "sentence_around"]

_END = re.compile(
    r"(?:(?<![A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bGen)(?<!\bSen)(?<!\bSt)[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n\s*\n|\n)"
)
_FAR = 400  # characters; a sentence that goes on longer is cut there


def sentence_around(span: Span, text: str) -> Span:
    """The run of whole sentences that holds the span, at most 400 characters more at each end."""
    start = max(0, span.start - _FAR)
    for found in _END.finditer(text, start, span.start + 1):  # one more: the rule looks at what follows
        if found.end() <= span.start:
            start = found.end()
    limit = min(len(text), span.end + _FAR)
    after = _END.search(text, max(span.start, span.end - 1), min(len(text), limit + 1))
    end = after.start() + len(after.group().rstrip()) if after else limit
    end = max(end, span.end)
    return Span(start, end)


def quote(span: Span, text: str) -> Quote:
    """The words with what stands before and after them in their sentences."""
    whole = sentence_around(span, text)
    return Quote(span, span.of(text), text[whole.start : span.start], text[span.end : whole.end])
