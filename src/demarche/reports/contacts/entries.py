"""The entries of a chronicle: paragraphs that begin with a date."""

from __future__ import annotations

import re

from demarche.mentions.reading import Reading
from demarche.model import Span

_LEAST = 3
_KEPT = "demarche.entries"


def dated_entries(reading: Reading) -> list[Span]:
    """The paragraphs that begin with a date, when they make a list."""
    kept: list[Span] | None = reading.memo.get(_KEPT)
    if kept is None:
        kept = reading.memo[_KEPT] = _entries(reading)
    return kept


def _entries(reading: Reading) -> list[Span]:
    text = reading.document.text
    starts = [m.end() for m in re.finditer(r"\A|\n\s*\n|\n", text)]
    edges = zip(starts, [*starts[1:], len(text)], strict=True)
    opened = {d.span.start for d in reading.dates}
    found = [Span(a, b) for a, b in edges if b > a and a in opened]
    return found if len(found) >= _LEAST else []
