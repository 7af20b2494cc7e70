"""How long a contact lasted: the lengths its sentences give, told apart from journeys, deadlines and timetables.

Two sides that give two lengths leave the interval that holds both; the length of a part is a lower bound; a timetable
("scheduled for an hour") is not a length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import DurationMention, Field, Lasting, Span
from demarche.reports.contacts import clauses, length_scope
from demarche.reports.contacts.dates import day_of
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.length_ellipsis import elliptic, multiples
from demarche.reports.contacts.vocabulary import bag

_PART = re.compile(
    r"\b(?:alone|one[- ]on[- ]one|t[eê]te-[aà]-t[eê]te|with (?:only )?their interpreters|in a narrow "
    r"format|first part|of which|including|of it)\b",
    re.I,
)
_WITHDRAW = bag("bin withdraw retract correct drop")


@dataclass(frozen=True, slots=True)
class Length:
    """One length with the words that give it, and whether it covers only a part or only adds to the one before."""

    lasting: Lasting
    span: Span
    part: bool = False
    adds: bool = False


def f(reading: Reading, draft: Draft) -> None:
    """Add the duration when the contact's own sentences give one."""
    if draft.type == "message" or draft.status in ("planned", "proposed", "cancelled"):
        return
    found = _lengths(reading, draft)
    value = combine(found)
    if value is not None:
        draft.fields.append(Field("duration", value, tuple(length.span for length in found)))


def combine(found: list[Length]) -> Lasting | None:
    """One interval from several lengths: whole lengths are joined, additions summed, parts only bound from below."""
    whole: list[Lasting] = []
    parts: list[Lasting] = []
    for length in found:
        if length.adds and whole:
            whole[-1] = _sum(whole[-1], length.lasting)
        elif length.part:
            parts.append(length.lasting)
        else:
            whole.append(length.lasting)
    if whole:
        return join(whole)
    if parts:
        return Lasting(max(p.min or 0 for p in parts), None, parts[0].words, "part")
    return None


def _sum(first: Lasting, second: Lasting) -> Lasting:
    top = first.max + second.max if first.max is not None and second.max is not None else None
    return Lasting((first.min or 0) + (second.min or 0), top, f"{first.words} … {second.words}", "sum")


def join(lengths: list[Lasting]) -> Lasting:
    """The interval that holds every length: an open end closes when another source closes it higher up."""
    if len(lengths) == 1:
        return lengths[0]
    lows = [x.min for x in lengths if x.min is not None]
    highs = [x.max for x in lengths if x.max is not None]
    top = max(highs) if highs and max(highs) >= max(lows, default=0) else None
    return Lasting(min(lows, default=None), top, " / ".join(x.words for x in lengths), "join")


def _lengths(reading: Reading, draft: Draft) -> list[Length]:
    """Every length of the contact in order, those that somebody withdraws left out."""
    found: list[Length] = []
    gone: set[tuple[int | None, int | None]] = set()
    for mention, head in _belonging(reading, draft):
        if clauses.of_kind(clauses.predicate(head), _WITHDRAW):
            gone.add((mention.lasting.min, mention.lasting.max))
        else:
            found.append(_length(reading, mention, head))
    if not found:
        found = [Length(lasting, span) for lasting, span in multiples(reading, draft)]
    known = [x.span for x in found]
    found.extend(Length(lasting, span) for lasting, span in elliptic(reading, draft, known))
    return [x for x in found if (x.lasting.min, x.lasting.max) not in gone]


def _belonging(reading: Reading, draft: Draft) -> list[tuple[DurationMention, Token]]:
    """The lengths that are the contact's, each with its head word."""
    possible = length_scope.mentions(reading, draft)
    day = day_of(reading, draft) if possible else None
    pairs = [(m, clauses.head_of(reading.doc, m.span)) for m in possible]
    return [
        (m, head)
        for m, head in pairs
        if head is not None
        and length_scope.belongs(reading, draft, m, head)
        and length_scope.on_its_day(reading, day, m)
    ]


def _length(reading: Reading, mention: DurationMention, head: Token) -> Length:
    text = reading.document.text
    before = text[head.sent.start_char : mention.span.start]
    after = text[mention.span.end : mention.span.end + 12]
    part = bool(_PART.search(text[max(head.sent.start_char, mention.span.start - 60) : mention.span.end + 40]))
    adds = bool(length_scope.LONGER.search(after) and length_scope.MORE.search(before))
    return Length(mention.lasting, mention.span, part, adds)
