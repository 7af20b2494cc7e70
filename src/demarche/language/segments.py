"""Cut a document into segments that the network reads in one go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from demarche.language.features import GAP_LINE, GAP_NONE, GAP_PARAGRAPH, GAP_SPACE

USUAL, LONGEST = 96, 190
"""A segment ends at the last good place before ``USUAL`` words, and at ``LONGEST`` words come what may."""
FINAL = frozenset((".", "?", "!", "…", "...", "?!", "!!", "??"))
CLOSING = frozenset(('"', "”", "’", "'", ")", "]", "''"))


def gap_before(text: str, end: int, start: int) -> int:
    """Classify what stands between two tokens."""
    if end == start:
        return GAP_NONE
    lines = text.count("\n", end, start)
    if lines:
        return GAP_PARAGRAPH if lines > 1 else GAP_LINE
    return GAP_SPACE


def cuts_here(words: Sequence[str], gaps: Sequence[int], place: int) -> bool:
    """Say whether a sentence surely starts at this word."""
    if gaps[place] == GAP_PARAGRAPH:
        return True
    before = place - 1
    while before > 0 and words[before] in CLOSING:
        before -= 1
    return words[before] in FINAL and gaps[place] != GAP_NONE and not words[place][:1].islower()


def segments(words: Sequence[str], gaps: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the segments of a document as pairs of first and last-plus-one."""
    start = 0
    last = 0
    for place in range(1, len(words)):
        if cuts_here(words, gaps, place):
            last = place
        length = place - start
        if length >= LONGEST or (length >= USUAL and last > start):
            cut = last if last > start else place
            yield start, cut
            start = cut
    if words:
        yield start, len(words)
