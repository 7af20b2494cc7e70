"""Whose contacts a claim counts: sides, each with the names that are pooled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Field, Reason, Span

_PLURAL = re.compile(
    r"\b(?:their|they|them|both|the (?:two|pair|leaders|presidents|ministers|countries|sides)|we|our)\b", re.I
)
_REFERENCE = re.compile(r"\b(?:than|as with|as|against)\b", re.I)
_COMPARED = re.compile(r",? (?:against|(?:more|less|longer|shorter|fewer) .{0,30}?than|as with)\b", re.I)
_CREDIT = re.compile(r"^[’']s? (?:own )?(?:count|reckoning|tally|account|figures)\b", re.I)
_WHO = re.compile(r", who (?:has|have|had)\b")
_TITLE_WEIGHT = 4  # a name in the title counts as so many in the text


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its pooled names and the words that name them."""

    names: tuple[str, ...]
    spans: tuple[Span, ...]

    def as_field(self, name: str) -> Field:
        """A row of `subjects` or `reference`."""
        return Field(name, self.names, self.spans, None if self.spans else Reason.TITLE)


def sides_of(reading: Reading, clause: Span, sentence: Span, types: tuple[str, ...]) -> tuple[Side, ...]:
    """The sides that the clause names, completed by its sentence and by the pair that the text is about."""
    whole, clause = clause, _before_comparison(reading, clause)
    groups = [m for m in _actors(reading, clause) if len(m.members) >= 2]
    if groups:
        return tuple(Side((name,), (groups[0].span,)) for name in groups[0].members)
    near = _chosen(reading, _pooled(reading, _actors(reading, clause)))
    if types == ("visit",):
        return _visit(reading, clause, sentence, near)
    if relative := _relative(reading, whole, near):
        return relative
    if len(near) >= 2:
        return near
    pair = main_pair(reading)
    plural = _PLURAL.search(clause.of(reading.document.text)) is not None
    if plural and len(pair) == 2 and not near:
        return pair
    wider = _chosen(reading, _pooled(reading, [m for m in _actors(reading, sentence) if m.span.start < clause.end]))
    if len(wider) >= 2 and not plural:
        return wider
    first = near or wider
    if not first:
        return pair
    others = [s for s in pair if not set(s.names) & set(first[0].names)]
    return (first[0], others[0]) if others else first


def _relative(reading: Reading, clause: Span, near: tuple[Side, ...]) -> tuple[Side, ...]:
    """ "more often than X, who has had three such meetings": X, and the one that the meetings before were with."""
    mark = _WHO.search(clause.of(reading.document.text))
    before = [m for m in _actors(reading, clause) if mark and m.span.end <= clause.start + mark.start()]
    if not before or len(near) < 2 or before[-1].kind != "person" or any(before[-1].name in s.names for s in near):
        return ()
    return (Side((before[-1].name,), (before[-1].span,)), near[-1])


def _before_comparison(reading: Reading, clause: Span) -> Span:
    """The clause up to "than", "as with", "against": what follows is compared with, not counted."""
    mark = _COMPARED.search(clause.of(reading.document.text))
    return Span(clause.start, clause.start + mark.start()) if mark and mark.start() > 0 else clause


def _visit(reading: Reading, clause: Span, sentence: Span, near: tuple[Side, ...]) -> tuple[Side, ...]:
    """The visitor, and the host state that "to" names."""
    people = [m for m in _actors(reading, sentence) if m.kind == "person" and m.span.start < clause.end]
    inside = [m for m in people if m.span.within(clause)]
    visitor = (inside or people)[:1]
    text = reading.document.text
    hosts = [
        m for m in _actors(reading, clause) if m.kind == "state" and _preceded(text, m.span, ("to", "visit", "in"))
    ]
    places = [p for p in reading.places if p.span.within(clause) and _preceded(text, p.span, ("to", "visit", "in"))]
    host = [Side((m.name,), (m.span,)) for m in hosts] or [Side((p.state or p.name,), (p.span,)) for p in places]
    if not visitor or not host:
        return near if len(near) >= 2 else (*(Side((m.name,), (m.span,)) for m in visitor), *host) or main_pair(reading)
    return (Side((visitor[0].name,), (visitor[0].span,)), host[0])


def _preceded(text: str, span: Span, words: tuple[str, ...]) -> bool:
    before = text[max(span.start - 24, 0) : span.start].lower()
    return re.search(rf"\b(?:{'|'.join(words)}) (?:\w+ )?$", before) is not None


def reference_of(reading: Reading, clause: Span, subjects: tuple[Side, ...]) -> tuple[Side, ...]:
    """The pair compared with: the first side with whoever follows "than" or "as with"; else the same pair before."""
    text = clause.of(reading.document.text)
    marks = list(_REFERENCE.finditer(text))
    if not marks or not subjects:
        return subjects
    after = Span(clause.start + marks[-1].end(), clause.end)
    named = _chosen(reading, _pooled(reading, _actors(reading, after)))
    if len(named) >= 2:
        return named[:2]
    return (subjects[0], named[0]) if named else subjects


def main_pair(reading: Reading) -> tuple[Side, ...]:
    """The two people of different sides whom the text names most, else a person and a state, else two states."""
    for kinds in (("person",), ("person", "state"), ("state", "institution", "group")):
        found = _most_named(reading, kinds)
        if len(found) == 2:
            return found
    return ()


def _most_named(reading: Reading, kinds: tuple[str, ...]) -> tuple[Side, ...]:
    counted = Counter(m.name for m in reading.actors if m.kind in kinds)
    for mention in reading.title_actors:
        if mention.kind in kinds:
            counted[mention.name] += _TITLE_WEIGHT
    first_of = {m.name: m for m in (*reading.title_actors, *reversed(reading.actors))}
    in_text = {m.name for m in reading.actors}
    chosen: list[ActorMention] = []
    for name, _ in counted.most_common():
        if not any(_same_side(first_of[name], c) for c in chosen):
            chosen.append(first_of[name])
    return tuple(Side((m.name,), (m.span,) if m.name in in_text else ()) for m in chosen[:2])


def _same_side(one: ActorMention, other: ActorMention) -> bool:
    return one.side is not None and one.side == other.side


def _actors(reading: Reading, span: Span) -> list[ActorMention]:
    """The actors named in a stretch, without those whom the count is credited to."""
    text = reading.document.text
    return [m for m in reading.actors if m.span.within(span) and not _CREDIT.match(text[m.span.end : m.span.end + 20])]


def _pooled(reading: Reading, mentions: Iterable[ActorMention]) -> list[tuple[Side, ActorMention]]:
    """Sides in order; names that "and" joins and that share a side are pooled; a group gives its members."""
    sides: list[tuple[Side, ActorMention]] = []
    seen: set[str] = set()
    last: ActorMention | None = None
    for mention in mentions:
        for name in mention.members or (mention.name,):
            if name in seen:
                continue
            seen.add(name)
            if last is not None and _same_side(last, mention) and _joined(reading, last, mention):
                held, head = sides[-1]
                sides[-1] = (Side((*held.names, name), (*held.spans, mention.span)), head)
            else:
                sides.append((Side((name,), (mention.span,)), mention))
        last = mention
    return sides


def _chosen(reading: Reading, sides: list[tuple[Side, ActorMention]]) -> tuple[Side, ...]:
    """People before states, one side each, a state left out when one of its people is named; two, or a whole list."""
    people = [(s, m) for s, m in sides if m.kind in ("person", "group")]
    ranked = people if len(people) >= 2 else sides
    kept: list[tuple[Side, ActorMention]] = []
    for side, mention in ranked:
        if not any(_same_side(mention, other) for _, other in kept):
            kept.append((side, mention))
    listed = 2
    while len(kept) > listed and _listed(reading, kept[listed - 1][1], kept[listed][1]):
        listed += 1
    return tuple(side for side, _ in kept[:listed])


def _listed(reading: Reading, one: ActorMention, other: ActorMention) -> bool:
    """True when only a comma or "and" stands between two names."""
    between = reading.document.text[one.span.end : other.span.start].strip()
    return between in (",", "and", ", and", "or") or one.span == other.span


def _joined(reading: Reading, one: ActorMention, other: ActorMention) -> bool:
    between = reading.document.text[one.span.end : other.span.start]
    return len(between) < 40 and re.search(r"\band\b", between) is not None
