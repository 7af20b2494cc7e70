"""What changed between two versions of a page, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

__all__ = ["Change", "changes"]

_WORDS = re.compile(r"\s+|[^\s]+")
MOST_WORDS = 20_000
"""Longer texts are compared by lines: word by word would take minutes."""


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words: kept, added or removed."""

    words: str
    how: str


def changes(before: str, after: str) -> list[Change]:
    """The runs in order; those kept and added joined are the text after, those kept and removed the text before."""
    old, new = _parts(before, after)
    found = []
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            found.append(Change("".join(old[a:b]), "kept"))
            continue
        found += [Change("".join(old[a:b]), "removed"), Change("".join(new[c:d]), "added")]
    return [change for change in found if change.words]


def _parts(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) + len(new) > MOST_WORDS:
        return before.splitlines(keepends=True), after.splitlines(keepends=True)
    return old, new
