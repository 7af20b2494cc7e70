"""A claim as found in the words of one sentence, and what the finders share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from demarche.reports.claims import patterns as p
from demarche.reports.claims.vocabulary import VERBS

_RELATIONS = {
    "more than": ">",
    "over": ">",
    "at least": ">=",
    "no fewer than": ">=",
    "about": "~",
    "some": "~",
    "nearly": "~",
    "almost": "~",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A claim in a sentence, offsets within the sentence: `value` is at [at, to), `start`/`end` bound the evidence."""

    type: str
    rule: str
    start: int
    end: int
    at: int
    to: int
    value: int | None
    contact_types: tuple[str, ...]
    relation: str = "="
    unit: str = "contacts"


Finder = Callable[[str], Iterator[Found]]


def relation(words: str | None) -> str:
    """How the number binds: "more than" >, "at least" >=, "about" ~, else =."""
    return _RELATIONS.get((words or "").strip().lower(), "=")


def verb_types(text: str) -> tuple[str, ...]:
    """The contact types of the last verb of contact in a stretch."""
    best: tuple[int, tuple[str, ...]] = (-1, ())
    for pattern, types in VERBS:
        for match in p.compiled(rf"\b(?:{pattern})\b").finditer(text):
            if match.start() > best[0]:
                best = (match.start(), types)
    return best[1]


def since(rest: str) -> bool:
    """True when what follows counts from an earlier contact: since 2011, in 14 years."""
    pattern = (
        r"[^.;,]{0,90}?\b(?:since\b"
        r"|in (?:more than |almost |nearly |over |about )?(?:\w+|\d+) (?:years|months|weeks|decades)\b)"
    )
    return p.compiled(pattern).match(rest) is not None


def clause_around(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The stretch around a match up to the nearest clause marks: short, but readable as evidence."""
    opening = re.finditer(r"[;:“\"]\s*|,\s+(?:and|but|that is)\s+|—\s*", text[: match.start()])
    left = max((m.end() for m in opening), default=0)
    closing = re.search(r"[;:”\"]|,\s+(?:and|but|which|who)\b|\s—", text[match.end() :])
    stop = match.end() + closing.start() if closing else len(text)
    words = text[left:stop].rstrip(" .,\n")
    return left + len(words) - len(words.lstrip()), left + len(words)
