"""Pairs: which opening mark belongs to which closing mark, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from demarche.mentions.quotes_marks import CLOSERS, SINGLE, Mark, find_marks, paragraph_edges
from demarche.model import Span

_LONGEST_SINGLE = 600  # single marks are apostrophes most of the time: no quotation in them is longer
_POSSESSIVE = re.compile(r"s['’]\s+[a-zà-ž]", re.IGNORECASE)
_FINAL = ".,!?…"


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening and a closing mark; `parts` the words between, one stretch a paragraph."""

    opening: int
    closing: int
    parts: tuple[Span, ...]


def find_pairs(text: str) -> list[Pair]:
    """List every pair, outer ones before those nested in them. A mark without a partner does no harm beyond its own
    paragraph."""
    pairs: list[Pair] = []
    carried: list[Span] = []
    for start, end in paragraph_edges(text):
        marks = find_marks(text, start, end)
        if carried and not _continues(text, start, carried):
            carried = []
        singles = _single_pairs(text, marks)
        found, left = _double_pairs(text, [m for m in marks if m.double], carried, start, end)
        pairs += found
        pairs += [p for p in singles if not any(_cross(p, other) for other in found)]
        carried = left
    return sorted(pairs, key=lambda p: (p.opening, -p.closing))


def _continues(text: str, start: int, carried: list[Span]) -> bool:
    """True when a paragraph opens with the mark that the last one left open."""
    return text[start : start + 1] == text[carried[0].start - 1]


def _double_pairs(
    text: str, marks: list[Mark], carried: list[Span], start: int, end: int
) -> tuple[list[Pair], list[Span]]:
    """Pair the double marks of one paragraph; the second value is a quotation that runs on."""
    open_marks: list[Mark] = []
    pairs: list[Pair] = []
    for mark in marks:
        partner = _partner(open_marks, mark)
        if partner is None:
            if mark.opens:
                open_marks.append(mark)
            continue
        opening = open_marks[partner]
        del open_marks[partner:]
        inside = trimmed(text, opening.at + 1, mark.at)
        if inside is None:
            continue
        before = carried if opening.at == start else []
        first = before[0].start - 1 if before else opening.at
        pairs.append(Pair(first, mark.at + 1, (*before, inside)))
    return pairs, _left_open(text, open_marks, carried, start, end)


def _partner(open_marks: list[Mark], mark: Mark) -> int | None:
    """Index of the open mark that this one closes. A straight mark that can only open never closes."""
    if not mark.closes and mark.char not in "“”»":
        return None
    for index in range(len(open_marks) - 1, -1, -1):
        opener = open_marks[index]
        if mark.char in CLOSERS[opener.char] and not (mark.char == opener.char and mark.opens and not mark.closes):
            return index
    return None


def _left_open(text: str, open_marks: list[Mark], carried: list[Span], start: int, end: int) -> list[Span]:
    """The parts of a quotation that the paragraph leaves open, to be taken up by the next one."""
    if not open_marks:
        return []
    opening = open_marks[0]
    inside = trimmed(text, opening.at + 1, end)
    if inside is None:
        return []
    return [*(carried if opening.at == start else []), inside]


def _single_pairs(text: str, marks: list[Mark]) -> Iterator[Pair]:
    """Pair single marks: an opener with the first mark after it that is no apostrophe of a possessive."""
    taken = -1
    for index, mark in enumerate(marks):
        if mark.char not in SINGLE or not mark.opens or mark.at < taken:
            continue
        closing = _single_closer(text, mark, marks[index + 1 :])
        inside = trimmed(text, mark.at + 1, closing.at) if closing else None
        if closing and inside:
            taken = closing.at
            yield Pair(mark.at, closing.at + 1, (inside,))


def _single_closer(text: str, opener: Mark, later: list[Mark]) -> Mark | None:
    closers = CLOSERS[opener.char]
    doubtful: Mark | None = None
    doubles = 0
    for mark in later:
        if mark.at - opener.at > _LONGEST_SINGLE:
            break
        doubles += mark.double
        if mark.char not in closers or not mark.closes or doubles % 2:
            continue
        if text[mark.at - 1] in _FINAL or not _POSSESSIVE.match(text, mark.at - 1):
            return mark
        doubtful = doubtful or mark
    return doubtful


def _cross(one: Pair, other: Pair) -> bool:
    """True when one pair begins inside the other and ends outside."""
    return one.opening < other.opening < one.closing < other.closing or (
        other.opening < one.opening < other.closing < one.closing
    )


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without white space at its ends, or None when nothing is left."""
    words = text[start:end]
    if not words.strip():
        return None
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
