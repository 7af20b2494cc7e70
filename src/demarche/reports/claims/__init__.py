"""Claims: statements about many contacts that a ledger can check. patterns -> sides -> period -> reports."""

from __future__ import annotations

from collections.abc import Iterator

from demarche.mentions.reading import Reading
from demarche.model import Report, Span
from demarche.reports.claims import comparing, counts, ordinals
from demarche.reports.claims.build import report_of
from demarche.reports.claims.found import Finder, Found
from demarche.reports.claims.recency import recency

__all__ = ["FINDERS", "build_claims"]

FINDERS: tuple[Finder, ...] = (
    ordinals.counted_as,
    ordinals.ordinal_noun,
    ordinals.ordinal_alone,
    ordinals.ordinal_time,
    ordinals.first_to,
    comparing.against,
    counts.count_part,
    counts.count_ellipsis,
    counts.count_times,
    counts.count_noun,
    counts.count_only,
    counts.count_none,
    recency,
    comparing.superlative,
    comparing.comparative,
    comparing.unprecedented,
    comparing.total_time,
)


def build_claims(reading: Reading) -> Iterator[Report]:
    """Yield one report for each claim about many contacts."""
    for sentence in reading.sentences:
        for found in claims_in(sentence.text):
            yield report_of(reading, sentence, found)


def claims_in(text: str) -> list[Found]:
    """The claims that one sentence makes, in order; of two that rest on the same words the first rule's stands."""
    kept: list[Found] = []
    for finder in FINDERS:
        for found in finder(text):
            here = Span(found.at, found.to)
            if not any(here.overlaps(Span(k.at, k.to)) and "against" not in (k.rule, found.rule) for k in kept):
                kept.append(found)
    return sorted(kept, key=lambda f: f.at)
