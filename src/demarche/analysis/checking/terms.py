"""When a term of office began: "this term", "since the inauguration", "since he took office"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from demarche.actors import Authority
from demarche.actors.names import pieces

__all__ = ["OFFICE_WORDS", "THIS_YEAR", "Term", "term_of"]

_WHOSE = r"(?:the|his|her|their|\w+[’']s)"
OFFICE_WORDS = re.compile(
    rf"\b(?:this|second|first|{_WHOSE}(?: \w+)?) term\b|\b{_WHOSE}(?: \w+)? inauguration\b"
    r"|\b(?:took|taking|taken|return(?:ed|ing)? to|came (?:in)?to|assum(?:ed|ing)) (?:office|power|the White House)\b"
    r"|\bas (?:president|prime minister|premier|chancellor|(?:foreign )?minister)\b"
    r"|\bmoved (?:back )?into the White House\b|\b(?:was|been) (?:inaugurated|sworn in)\b",
    re.I,
)
THIS_YEAR = re.compile(r"\b(?:this|of the) year\b", re.I)


@dataclass(frozen=True, slots=True)
class Term:
    """Who took which office on which day."""

    name: str
    office: str
    start: date

    @property
    def leads(self) -> bool:
        """True for the offices from whose beginning people count a year of politics."""
        return self.office in _LEADING


_LEADING = frozenset({"president", "prime minister", "chancellor"})


def term_of(names: Iterable[str], day: date, words: str = "") -> Term | None:
    """The latest term that one of these people began by the day, of those whom the words name, if they name any."""
    people = list(names)
    named = [n for n in people if n.split()[-1].lower() in words.lower()] if _names_somebody(words) else []
    found = [term for name in named or people if (term := _term(name, day))]
    return max(found, key=lambda term: term.start, default=None)


_NAMED = re.compile(r"\b[A-Z]\w+[’']s (?:\w+ )?(?:term|inauguration)|[A-Z]\w+ (?:took|returned|was|moved)")


def _names_somebody(words: str) -> bool:
    return _NAMED.search(words) is not None


def _term(name: str, day: date) -> Term | None:
    person = _authority().named(pieces(name), day)
    held = [t for t in _authority().terms_of.get(person.id, ()) if t.start <= day.isoformat()] if person else []
    running = [t for t in held if t.covers(day.isoformat()) and len(t.start) == len("2025-01-20")]
    latest = max(running, key=lambda t: t.start, default=None)
    return Term(name, latest.office, date.fromisoformat(latest.start)) if latest else None


@cache
def _authority() -> Authority:
    return Authority.load()
