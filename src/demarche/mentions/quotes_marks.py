"""Quotation marks: which characters open and close a quotation where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: opening mark -> the marks that may close it. German closes „ with “, Polish with ”; Swedish opens with ”.
CLOSERS: dict[str, str] = {
    "“": "”",
    "”": "”",
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«",
    '"': '"',
    "‘": "’'",
    "‚": "‘’",
    "'": "'",
}
DOUBLE = '“”„‟«»"'
SINGLE = "‘’‚'"

#: words that begin with an apostrophe: 'twas, 'em, '90s
_CLIPPED = re.compile(r"['‘’](?:\d\ds?\b|(?:em|til|tis|twas|cause|bout|round|n|s|d|ll|re|ve)\b)", re.IGNORECASE)
_MARK = re.compile(f"[{DOUBLE}{SINGLE}]")
_BREAK = re.compile(r"\n[^\S\n]*\n\s*|(?<=[.!?…:\"”’»“'])[^\S\n]*\n\s*|\n(?=\s*[-–—*•])")
_BEFORE_OPENING = "([{-–—/:;,…=>"
_AFTER_CLOSING = ".,;:!?)]}-–—/…<"


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark, with what it can do where it stands."""

    at: int
    char: str
    opens: bool
    closes: bool

    @property
    def double(self) -> bool:
        """True for “ ” „ « » and the straight double mark."""
        return self.char in DOUBLE


def paragraph_edges(text: str) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs: cut at blank lines and at line ends that end a sentence, not inside wrapped lines."""
    start = 0
    for cut in _BREAK.finditer(text):
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """List the quotation marks of a paragraph; apostrophes inside words are left out."""
    found = (_mark(text, m.start(), start, end) for m in _MARK.finditer(text, start, end))
    return [mark for mark in found if mark.opens or mark.closes]


def _mark(text: str, at: int, start: int, end: int) -> Mark:
    char = text[at]
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    opens = char in CLOSERS and _may_open(char, before, after) and not _CLIPPED.match(text, at, end)
    closes = any(char in closing for closing in CLOSERS.values()) and _may_close(char, before, after)
    return Mark(at, char, opens, closes)


def _may_open(char: str, before: str, after: str) -> bool:
    if after.isspace():
        return False
    if char in "“„«‟":
        return True
    return before.isspace() or before in _BEFORE_OPENING or before in DOUBLE or before in "‘'"


def _may_close(char: str, before: str, after: str) -> bool:
    if char in "”»":
        return True
    if before.isspace():
        return False
    return after.isspace() or after in _AFTER_CLOSING or after in DOUBLE or after in "’'" or char in '"“'
