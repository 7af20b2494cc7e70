"""Claims: statements about many contacts that a ledger can check. patterns -> sides -> period -> reports."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.mentions.reading import Reading
from demarche.model import Report, Span
from demarche.reports.claims import comparing, counts, ordinals
from demarche.reports.claims.build import report_of
from demarche.reports.claims.found import Finder, Found
from demarche.reports.claims.patterns import CONTACT, NUM, ORD, compiled
from demarche.reports.claims.recency import recency

__all__ = ["FINDERS", "build_claims"]

#: which finders a sentence with such words is given to: most sentences are given to none
_GROUPS: tuple[tuple[str, bool, tuple[Finder, ...]], ...] = (
    (
        rf"\b(?:{ORD})\b|\bnumber\b",
        False,
        (
            ordinals.counted_as,
            ordinals.ordinal_noun,
            ordinals.ordinal_alone,
            ordinals.ordinal_time,
            ordinals.first_to,
        ),
    ),
    (r"\bagainst\b", True, (comparing.against,)),
    (
        rf"\b(?:{NUM}|once|twice|thrice|times|only|sole|single)\b",
        True,
        (counts.count_part, counts.count_ellipsis, counts.count_times, counts.count_noun, counts.count_only),
    ),
    (r"\b(?:not|never)\b", True, (counts.count_none,)),
    (r"\b(?:last|latest|previous|most recent|no)\b", False, (recency,)),
    (r"\b(?:longest|shortest|briefest)\b", False, (comparing.superlative,)),
    (r"\b(?:longer|shorter|briefer|more|less|fewer|as)\b", True, (comparing.comparative,)),
    (r"\bunprecedented\b", False, (comparing.unprecedented,)),
    (r"\b(?:hours|minutes)\b", True, (comparing.total_time,)),
)
FINDERS: tuple[Finder, ...] = tuple(finder for _, _, finders in _GROUPS for finder in finders)


def build_claims(reading: Reading) -> Iterator[Report]:
    """Yield one report for each claim about many contacts."""
    for sentence in reading.sentences:
        for found in claims_in(sentence.text):
            yield report_of(reading, sentence, found)


def claims_in(text: str) -> list[Found]:
    """The claims that one sentence makes, in order; of two that rest on the same words the first rule's stands."""
    kept: list[Found] = []
    for found in _all(text):
        here = Span(found.at, found.to)
        if not any(here.overlaps(Span(k.at, k.to)) and "against" not in (k.rule, found.rule) for k in kept):
            kept.append(found)
    return sorted(kept, key=lambda f: f.at)


def _all(text: str) -> Iterator[Found]:
    contact = compiled(CONTACT).search(text) is not None
    for words, needs_contact, finders in _GROUPS:
        if (contact or not needs_contact) and compiled(words).search(text):
            for finder in finders:
                yield from finder(text)
