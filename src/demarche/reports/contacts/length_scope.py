"""Which lengths of time belong to a contact: not journeys, waits, deadlines and timetables, nor another contact's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import DateMention, DurationMention, Lasting, Span
from demarche.reports.contacts import clauses, reach
from demarche.reports.contacts.dates import day_of
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.vocabulary import bag

LONGEST = 24 * 60  # a longer stretch tells of days on a calendar, which is the date's business

_BEFORE_NO = re.compile(
    r"\b(?:how|within|every|(?:over|for|in|during) the (?:past|last|next|coming)|another|extra|additional|"
    r"waited|waiting|delay(?:ed)?(?: of| by)?|late by|put back|(?:not|than) in|in(?: just| about| under| less than)?|"
    r"the (?:past|last|next|first)|up to|kept (?:\w+ )?waiting(?: for)?|flight of|drive of)\s+$",
    re.I,
)
_AFTER_NO = re.compile(
    r"^[\s-]*(?:ago|later|earlier|before|longer|late|early|shorter|behind|ahead|past schedule|over schedule|from now|"
    r"old|away|flight|drive|journey|delay|wait|deadline|ultimatum|notice|truce|ceasefire|cease-fire|pause|ban|after|"
    r"more than planned|beyond|apart|in advance)\b",
    re.I,
)
_PLANNED = re.compile(
    r"\b(?:schedul\w+|planned|foreseen|due|meant|intended|supposed|set|expected|slated|allotted|allocated|reserved|"
    r"blocked out|was to|were to|to have|had been to|asked for|earmarked|timetabled|pencill?ed|instead of|"
    r"rather than|should have|hoped for|will|would)\b[^,.;]*$|"
    r"\b(?:and|but) not\b[^.;]*$",
    re.I,
)
_ENDING = bag("""break hang end finish conclude leave emerge stop walk close part rise adjourn wrap cut depart""")
_CONTACTS = bag("meet telephone phone ring visit receive host welcome write")
_LASTING = re.compile(
    r"\b(?:last(?:s|ed)|lasting|took|takes|ran|runs|went on|goes? on|dragged on|stretched|continued|puts? |put |"
    r"makes? (?:it|that)|made it|timed|clocked|length|sat|spoke|talked|met|spent|according to|in all|began|nattered)",
    re.I,
)
MORE = re.compile(r"\b(?:then|still|further|again|plus|and)\b[^.;]*$", re.I)
LONGER = re.compile(r"^\s*(?:longer|more)\b", re.I)
CORRECTS = re.compile(r"\b(?:makes?|made) it\b|\bputs? (?:it|(?:its|the) length)\b", re.I)


def mentions(reading: Reading, draft: Draft) -> list[DurationMention]:
    """Lengths under a day in the sentences of the contact."""
    wanted = (*draft.sentences, *_continued(reading, draft))
    spans = [sentence_span(reading, i) for i in wanted if i < len(reading.sentences)]
    return [d for d in reading.durations if any(d.span.within(s) for s in spans) and _short(d.lasting)]


def _continued(reading: Reading, draft: Draft) -> Iterator[int]:
    """Following sentences that only go on about the length: "It lasted …", "The Kremlin puts it at …"."""
    cues = [clauses.main_noun(reading.doc[cue.token]) for cue in draft.cues]
    if cues and all(reach.shifted(cue) for cue in cues):
        return  # "telephoned B after his talks with C. The conversation took an hour": C's talks are only passed by
    for i in sorted(set(draft.sentences)):
        for k in range(i + 1, min(i + 4, len(reading.sentences))):
            if k in draft.sentences or _turns_away(reading, draft, i, k):
                break
            if _goes_on(reading, draft, k):
                yield k


def _turns_away(reading: Reading, draft: Draft, first: int, index: int) -> bool:
    """True when another contact, or another paragraph without a word for this one, stands between two sentences."""
    cues = {cue.token for cue in draft.cues}
    last = max((c for c in cues if c < reading.sentences[index].start), default=reading.sentences[first].start)
    between = reading.doc[last + 1 : reading.sentences[index].end]
    if any(t.pos_ == "VERB" and t.lemma_.lower() in _CONTACTS and t.i not in cues for t in between):
        return not CORRECTS.search(reading.sentences[index].text)
    text = reading.document.text[reading.sentences[first].end_char - 1 : reading.sentences[index].start_char + 1]
    return "\n\n" in text and not any(t.lemma_.lower() in clauses.contact_nouns() for t in reading.sentences[index])


def _goes_on(reading: Reading, draft: Draft, index: int) -> bool:
    """True for a sentence with a length whose subject is the contact or nobody else, and that tells of no other day."""
    span = sentence_span(reading, index)
    text = span.of(reading.document.text)
    if not reading.durations_in(span) or not _LASTING.search(text):
        return False
    day = day_of(reading, draft)
    before = Span(span.start, reading.durations_in(span)[0].span.start)
    days = [d for d in reading.dates_in(before) if d.when.edtf and len(d.when.edtf) >= len("2025-01-01")]
    if any(day is None or d.when.edtf != day.when.edtf for d in days):
        return False
    names = draft.names()
    people = [m.name for m in reading.actors if m.span.within(span) and m.kind == "person"]
    return not people or any(name in names for name in people) or bool(CORRECTS.search(text))


def _short(lasting: Lasting) -> bool:
    known = [x for x in (lasting.min, lasting.max) if x is not None]
    return bool(known) and max(known) < LONGEST


def sentence_span(reading: Reading, index: int) -> Span:
    """The characters of one sentence."""
    sentence = reading.sentences[index]
    return Span(sentence.start_char, sentence.end_char)


def belongs(reading: Reading, draft: Draft, mention: DurationMention, head: Token) -> bool:
    """True when a length is that of the contact and not of a journey, a wait, a deadline or a timetable."""
    text = reading.document.text
    sentence = head.sent
    before = text[sentence.start_char : mention.span.start]
    after = text[mention.span.end : sentence.end_char]
    if LONGER.search(after) and MORE.search(before) and "than" not in after[:14]:
        return True
    if _AFTER_NO.search(after) or _BEFORE_NO.search(before[-40:]) or _PLANNED.search(before):
        return False
    if re.search(r"\bafter\s+(?:just |only |about |nearly |some )?$", before, re.I):
        return any(clauses.of_kind(t, _ENDING) for t in sentence if t.i < head.i)
    if draft.type == "visit" and not _of_stay(draft, head):
        return False
    return _nearest(reading, draft, head) and for_party(draft, mention, text)


def _of_stay(draft: Draft, head: Token) -> bool:
    """True for the length of the stay itself, not of a meeting on the way."""
    event = clauses.owner(head)
    cues = {cue.token for cue in draft.cues}
    return (
        event.i in cues
        or event.lemma_.lower() in ("stay", "visit", "spend")
        or (
            any(clauses.predicate(head.doc[c]).i == event.i for c in cues)
            and head.head.lemma_.lower() not in clauses.contact_nouns()
        )
    )


def _nearest(reading: Reading, draft: Draft, head: Token) -> bool:
    """False when the length hangs on some other event noun than the contact's."""
    event = clauses.owner(head)
    cues = {cue.token for cue in draft.cues}
    if event.pos_ != "NOUN" or event.i in cues or not any(reading.doc[c].sent.start == head.sent.start for c in cues):
        return True
    return any(
        reading.doc[c] in (g for _, g in clauses.path(event)) or event in (g for _, g in clauses.path(reading.doc[c]))
        for c in cues
    )


def on_its_day(reading: Reading, day: DateMention | None, mention: DurationMention) -> bool:
    """In a list of days and lengths, a length goes with the day nearest to it: "an hour on 2 May, two on 4 June"."""
    sentence = reading.sentence_of(mention.span.start)
    span = Span(sentence.start_char, sentence.end_char)
    days = reading.dates_in(span)
    if day is None or day not in days or len(days) < 2 or len(reading.durations_in(span)) < 2:
        return True
    text = reading.document.text
    return min(days, key=lambda d: _gap(text, d.span, mention.span)) is day


def _gap(text: str, one: Span, other: Span) -> int:
    """Characters between two stretches; a comma or an "and" between them counts as many."""
    first, second = sorted((one, other))
    between = text[first.end : second.start]
    return len(between) + 40 * len(re.findall(r"[,;]|\band\b", between))


def for_party(draft: Draft, mention: DurationMention, text: str) -> bool:
    """False for "15 minutes for A" in a contact without A, when the words name somebody."""
    match = re.match(r"\s+(?:for|with) ((?:[A-Z][\w'’-]+\.? ?)+)", text[mention.span.end : mention.span.end + 60])
    if not match:
        return True
    words = {w.strip(".") for w in match[1].split()}
    return any(words & set(p.name.split()) for p in draft.parties) or not draft.parties
