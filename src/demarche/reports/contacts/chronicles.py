"""Chronicles: entries that open with a date and leave out what all of them are about.

"11 April, St Petersburg. The longest so far." in a list of one pair's meetings is a meeting of that pair; "nearly an
hour on 12 February, two hours on 18 March" after a call of two leaders tells of two more calls.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from demarche.mentions.reading import Reading
from demarche.model import Span
from demarche.reports.contacts.draft import Cue, Draft, Party
from demarche.reports.contacts.drafts import draft
from demarche.reports.contacts.entries import dated_entries
from demarche.reports.contacts.parties import named, union
from demarche.reports.contacts.phrases import phrases
from demarche.reports.contacts.titles import title_pair

_A_DAY = 24 * 60
_EVENTS = ("call", "meeting", "summit", "talks")
_ELLIPTIC = re.compile(
    r"\b(?:session|longest|shortest|(?:first|second|third|fourth|fifth|sixth) (?:meeting|round|call))\b", re.I
)


def chronicled(reading: Reading, found: list[Draft]) -> Iterator[Draft]:
    """The contacts that entries and lists tell of without naming their sides."""
    for entry in dated_entries(reading):
        yield from _elliptic(reading, found, entry)
    yield from _listed(reading, found)


def _offset(reading: Reading, item: Draft) -> int:
    return reading.doc[item.cues[0].token].idx


def _elliptic(reading: Reading, found: list[Draft], entry: Span) -> Iterator[Draft]:
    """One contact for an entry that gives a length, or speaks of "the longest", before it tells of any other."""
    told = min((o for d in found if entry.start <= (o := _offset(reading, d)) < entry.end), default=entry.end)
    marks = [d.span.start for d in reading.durations_in(entry) if 0 < (d.lasting.max or d.lasting.min or 0) <= _A_DAY]
    said = _ELLIPTIC.search(reading.document.text, entry.start, entry.end)
    marks += [said.start()] if said else []
    first = min((m for m in marks if _sentence_end(reading, m) <= told), default=None)
    people, beside = _gathered(reading, Span(entry.start, told))
    if not people and (first is None or (marks and min(marks) < first)):
        return
    pair, kind = _subject(reading, found)
    parties = people or ([] if _of_others(reading, found, entry, pair) else union(pair, beside))
    if len(parties) > 1:
        start = first if first is not None else people[0].mentions[0].span.start
        yield _made(reading, start, kind or "meeting", parties)


def _of_others(reading: Reading, found: list[Draft], entry: Span, pair: list[Party]) -> bool:
    """True when the list is not about this pair, or the entry names people of other sides before it goes on."""
    names, sides = frozenset(p.name for p in pair), {p.side for p in pair}
    if names == {p.name for p in title_pair(reading)}:
        return False
    events = [d for d in found if d.type in _EVENTS and len(d.parties) > 1]
    if sum(1 for d in events if d.names() == names) * 2 <= len(events):
        return True
    inside = [m for m in reading.actors if m.kind == "person" and entry.start <= m.span.start < entry.end]
    return any(m.name not in names and m.side not in sides and not m.members for m in inside)


def _sentence_end(reading: Reading, offset: int) -> int:
    return int(reading.sentence_of(offset).end_char)


def _gathered(reading: Reading, entry: Span) -> tuple[list[Party], list[Party]]:
    """People of several sides named together in an entry with a place, and people whom it puts beside its subject."""
    here = any(entry.start < p.span.start < entry.start + 60 for p in reading.places)
    beside: list[Party] = []
    for sentence in reading.sentences if here else ():
        if not entry.start <= sentence.start_char or sentence.end_char > entry.end + 1:
            continue
        rows = phrases(reading, sentence.start, sentence.end)
        groups = [[_stands_for(reading, p) for p in named(reading, row) if p.kind == "person"] for row in rows]
        joined = next((people for people in groups if _several(people)), None)
        if joined:
            return joined, []
        if any(t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in sentence):
            continue
        if _several(everybody := union(*groups)):
            return everybody, []
        with_them = [g for row, g in zip(rows, groups, strict=True) if row.preposition == "with"]
        beside = union(beside, *with_them)
    return [], beside


def _stands_for(reading: Reading, person: Party) -> Party:
    """A person of unknown side stands for the capital named right after: "A for Moscow"."""
    end = person.mentions[0].span.end if person.mentions else 0
    if person.side is None and reading.document.text[end : end + 5] == " for ":
        person.side = next((p.state for p in reading.places if p.span.start == end + 5), None)
    return person


def _several(people: list[Party]) -> bool:
    return len({p.side for p in people if p.side}) > 1


def _subject(reading: Reading, found: list[Draft]) -> tuple[list[Party], str]:
    """The pair of the title, else the pair whose contacts the text tells of most, and their usual type."""
    entitled = {p.name for p in title_pair(reading)}
    events = [d for d in found if d.type in _EVENTS and len(d.parties) > 1]
    counted = Counter(d.names() for d in events)
    if not counted:
        return [], ""
    names = max(counted, key=lambda n: (n == entitled, counted[n]))
    same = [d for d in events if d.names() == names]
    kind = Counter(d.type for d in same).most_common(1)[0][0]
    return union([Party(p.name, p.side, p.kind, [], p.reason or "codebook") for p in same[0].parties]), kind


def _made(reading: Reading, offset: int, kind: str, parties: list[Party]) -> Draft:
    piece = reading.doc.char_span(offset, offset + 1, alignment_mode="expand")
    token = piece.start if piece is not None else 0
    return draft(reading, Cue(token, kind, "meeting-noun"), parties)


def _listed(reading: Reading, found: list[Draft]) -> Iterator[Draft]:
    """For "An hour and a half on 12 February, more than two hours on 18 March": one contact a length and day."""
    for place, sentence in enumerate(reading.sentences):
        here = Span(sentence.start_char, sentence.end_char)
        pairs = [
            (length.span, day)
            for length in reading.durations_in(here)
            for day in reading.dates_in(here)
            if 0 < day.span.start - length.span.end <= 18 and day.when.edtf
        ]
        if len(pairs) < 2:
            continue
        pair, kind = _subject(reading, [d for d in found if max(d.sentences) <= place])
        if pair and not any(here.start <= _offset(reading, d) < here.end for d in found):
            for length, day in pairs:
                item = _made(reading, length.start, kind, pair)
                item.day, item.evidence[:] = day, [Span(length.start, day.span.end)]
                yield item
