"""Statements as a page lists them, and the numbers of each month."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from demarche.analysis.dyad import FRIENDLY, HOSTILE
from demarche.analysis.tone import Statement, Tone
from demarche.web.views.dates import Shown, when

__all__ = ["Month", "Said", "months_of", "said"]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: when, who about whom, in which stance, in which words, told by whom."""

    id: str
    event: str
    when: Shown
    speaker: str
    who: str
    stance: str
    leaning: str
    words: str
    quote: str
    document: str
    source: str
    more: int
    standing: str


@dataclass(frozen=True, slots=True)
class Month:
    """One month: how many of each stance, friendly, hostile and neither apart."""

    name: str
    friendly: tuple[tuple[str, int], ...]
    hostile: tuple[tuple[str, int], ...]
    neither: tuple[tuple[str, int], ...]


def said(one: Statement) -> Said:
    """The statement for a page."""
    row, publishers = one.row, {r.document.publisher or r.document.name for r in one.case.reports}
    return Said(
        id=row.id,
        event=one.case.event.id,
        when=when(one.case.event.date),
        speaker=one.speaker,
        who=one.who,
        stance=one.stance,
        leaning=one.leaning,
        words=one.said,
        quote="" if row.all("quote") else row.quote,
        document=row.document.hash,
        source=row.document.publisher or row.document.name,
        more=len(publishers) - 1,
        standing=one.case.standing,
    )


def months_of(answer: Tone, speaker: str | None = None) -> tuple[Month, ...]:
    """The months in which something was said, the latest first; of one side where `speaker` names it."""
    found: dict[str, Counter[str]] = {}
    for one in answer.counts:
        if speaker in (None, one.speaker):
            found.setdefault(one.month, Counter())[one.stance] += one.count
    return tuple(_month(month, counts) for month, counts in sorted(found.items(), reverse=True))


def _month(month: str, counts: Counter[str]) -> Month:
    ranked = counts.most_common()
    return Month(
        when(month).words,
        tuple((stance, number) for stance, number in ranked if stance in FRIENDLY),
        tuple((stance, number) for stance, number in ranked if stance in HOSTILE),
        tuple((stance, number) for stance, number in ranked if stance not in FRIENDLY | HOSTILE),
    )
