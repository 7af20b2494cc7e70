"""How long a contact lasted: the lengths its sentences give, told apart from journeys, deadlines and timetables.

Two sides that give two lengths leave the interval that holds both; the length of a part is a lower bound; a timetable
("scheduled for an hour") is not a length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import DateMention, DurationMention, Field, Lasting, Span
from demarche.reports.contacts import clauses
from demarche.reports.contacts.dates import day_of
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.vocabulary import bag

LONGEST = 24 * 60  # a longer stretch tells of days on a calendar, which is the date's business

_BEFORE_NO = re.compile(
    r"\b(?:within|every|(?:over|for|in|during) the (?:past|last|next|coming)|another|extra|additional|"
    r"waited|waiting|delay(?:ed)?(?: of| by)?|late by|put back|(?:not|than) in|in(?: just| about| under| less than)?|"
    r"the (?:past|last|next|first)|up to|kept (?:\w+ )?waiting(?: for)?|flight of|drive of)\s+$",
    re.I,
)
_AFTER_NO = re.compile(
    r"^[\s-]*(?:ago|later|earlier|before|longer|late|early|shorter|behind|ahead|past schedule|over schedule|from now|old|"
    r"away|flight|drive|journey|delay|wait|deadline|ultimatum|notice|truce|ceasefire|cease-fire|pause|ban|after|more than"
    r" planned|beyond|apart|in advance)\b",
    re.I,
)
_PLANNED = re.compile(
    r"\b(?:schedul\w+|planned|foreseen|due|meant|intended|supposed|set|expected|slated|allotted|allocated|reserved|blocked "
    r"out|was to|were to|to have|had been to|asked for|earmarked|timetabled|penciled|pencilled|instead of|rather than|"
    r"should have|hoped for|will|would)\b[^,.;]*$",
    re.I,
)
_PART = re.compile(
    r"\b(?:alone|one[- ]on[- ]one|t[eê]te-[aà]-t[eê]te|with (?:only )?their interpreters|in a narrow "
    r"format|first part|of which|including|of it)\b",
    re.I,
)
_ENDING = bag("""break hang end finish conclude leave emerge stop walk close part rise adjourn wrap cut depart""")
_WITHDRAW = bag("bin withdraw retract correct drop")
_MORE = re.compile(r"\b(?:then|still|further|again|plus|and)\b[^.;]*$", re.I)
_LONGER = re.compile(r"^\s*(?:longer|more)\b", re.I)
_MULTIPLE = re.compile(r"\b(?:about |nearly |almost |roughly )?(half|twice|double|three times) as long\b", re.I)
_NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_WORD = r"(?:\d{1,3}|" + "|".join(_NUMBERS[1:]) + ")"
_BARE = re.compile(
    r"(?:\b(?:makes|made|making|puts?) it(?: at)?|\bput it at|\bor|\(|\bsay|\bsays)\s*[\"“]?(?P<number>(?:(?P<about>about|around|"
    r"roughly|some|nearly|almost|just over|just under) )?(?P<first>"
    + _WORD
    + r")(?P<half1> and a half)?(?: (?:or|to) (?P<second>"
    + _WORD
    + r")(?P<half2> and a half)?)?)(?=\s*[.,;)(\"”]|$)",
    re.I,
)
_CONTACTS = bag("meet telephone phone ring visit receive host welcome write")
_LASTING = re.compile(
    r"\b(?:last(?:s|ed)|lasting|took|takes|ran|runs|went on|goes? on|dragged on|stretched|continued|puts? |put |makes? (?:it|that)"
    r"|made it|timed|clocked|length|sat|spoke|talked|met|spent|according to|in all|began|nattered)",
    re.I,
)
_CORRECTS = re.compile(r"\b(?:makes?|made) it\b|\bputs? it\b", re.I)
_TIMES = {"half": 0.5, "twice": 2.0, "double": 2.0, "three times": 3.0}


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
    value = combine([length for length in found])
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
    found: list[Length] = []
    gone: set[tuple[int | None, int | None]] = set()
    day = day_of(reading, draft)
    for mention in _mentions(reading, draft):
        head = clauses.head_of(reading.doc, mention.span)
        if head is None or not _belongs(reading, draft, mention, head) or not _on_its_day(reading, day, mention):
            continue
        if clauses.of_kind(clauses.predicate(head), _WITHDRAW):
            gone.add((mention.lasting.min, mention.lasting.max))
            continue
        found.append(_length(reading, mention, head))
    found.extend(_multiples(reading, draft, found))
    found.extend(_elliptic(reading, draft, found))
    return [x for x in found if (x.lasting.min, x.lasting.max) not in gone]


def _mentions(reading: Reading, draft: Draft) -> list[DurationMention]:
    """Lengths under a day in the sentences of the contact."""
    spans = [_span(reading, i) for i in (*draft.sentences, *_continued(reading, draft)) if i < len(reading.sentences)]
    return [d for d in reading.durations if any(d.span.within(s) for s in spans) and _short(d.lasting)]


def _continued(reading: Reading, draft: Draft) -> Iterator[int]:
    """Following sentences that only go on about the length: "It lasted …", "The Kremlin puts it at …"."""
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
        return not _CORRECTS.search(reading.sentences[index].text)
    text = reading.document.text[reading.sentences[first].end_char - 1 : reading.sentences[index].start_char + 1]
    return "\n\n" in text and not any(t.lemma_.lower() in clauses.contact_nouns() for t in reading.sentences[index])


def _goes_on(reading: Reading, draft: Draft, index: int) -> bool:
    """True for a sentence with a length whose subject is the contact or nobody else, and that tells of no other day."""
    span = _span(reading, index)
    text = span.of(reading.document.text)
    if not reading.durations_in(span) or not _LASTING.search(text):
        return False
    day = day_of(reading, draft)
    days = [d for d in reading.dates_in(span) if d.when.edtf and len(d.when.edtf) >= len("2025-01-01")]
    if any(day is None or d.when.edtf != day.when.edtf for d in days):
        return False
    names = draft.names()
    others = [m for m in reading.actors if m.span.within(span) and m.kind == "person" and m.name not in names]
    return not others or bool(_CORRECTS.search(text))


def _short(lasting: Lasting) -> bool:
    known = [x for x in (lasting.min, lasting.max) if x is not None]
    return bool(known) and max(known) < LONGEST


def _span(reading: Reading, index: int) -> Span:
    sentence = reading.sentences[index]
    return Span(sentence.start_char, sentence.end_char)


def _length(reading: Reading, mention: DurationMention, head: Token) -> Length:
    text = reading.document.text
    before = text[head.sent.start_char : mention.span.start]
    after = text[mention.span.end : mention.span.end + 12]
    part = bool(_PART.search(text[max(head.sent.start_char, mention.span.start - 60) : mention.span.end + 40]))
    adds = bool(_LONGER.search(after) and _MORE.search(before))
    return Length(mention.lasting, mention.span, part, adds)


def _belongs(reading: Reading, draft: Draft, mention: DurationMention, head: Token) -> bool:
    """True when a length is that of the contact and not of a journey, a wait, a deadline or a timetable."""
    text = reading.document.text
    sentence = head.sent
    before = text[sentence.start_char : mention.span.start]
    after = text[mention.span.end : sentence.end_char]
    if _LONGER.search(after) and _MORE.search(before) and "than" not in after[:14]:
        return True
    if _AFTER_NO.search(after) or _BEFORE_NO.search(before[-40:]) or _PLANNED.search(before):
        return False
    if re.search(r"\bafter\s+(?:just |only |about |nearly |some )?$", before, re.I):
        return any(clauses.of_kind(t, _ENDING) for t in sentence if t.i < head.i)
    if draft.type == "visit" and not _of_stay(draft, head):
        return False
    return _nearest(reading, draft, head) and _for_party(draft, mention, text)


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


def _on_its_day(reading: Reading, day: DateMention | None, mention: DurationMention) -> bool:
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


def _for_party(draft: Draft, mention: DurationMention, text: str) -> bool:
    """False for "15 minutes for A" in a contact without A, when the words name somebody."""
    match = re.match(r"\s+(?:for|with) ((?:[A-Z][\w'’-]+\.? ?)+)", text[mention.span.end : mention.span.end + 60])
    if not match:
        return True
    words = {w.strip(".") for w in match[1].split()}
    return any(words & set(p.name.split()) for p in draft.parties) or not draft.parties


def _multiples(reading: Reading, draft: Draft, found: list[Length]) -> list[Length]:
    """ "About twice as long for B": counted from the length before it."""
    out: list[Length] = []
    for i in draft.sentences:
        sentence = reading.sentences[i]
        for match in _MULTIPLE.finditer(sentence.text):
            span = Span(sentence.start_char + match.start(), sentence.start_char + match.end())
            base = [d for d in reading.durations if sentence.start_char <= d.span.start < span.start]
            stand_in = DurationMention(span, Lasting(None, None))
            if base and not found and _for_party(draft, stand_in, reading.document.text):
                out.append(Length(_scaled(base[-1].lasting, match), span))
    return out


def _elliptic(reading: Reading, draft: Draft, found: list[Length]) -> list[Length]:
    """ "Mr Trump makes it about three", "or four and a half": a bare number in the unit of the length before it."""
    if not found:
        return []
    text = reading.document.text
    unit = 60 if re.search(r"hour", found[-1].lasting.words or found[-1].span.of(text), re.I) else 1
    out: list[Length] = []
    for start, end in _after_lengths(reading, draft, found):
        for match in _BARE.finditer(text, start, end):
            lasting = _bare(match, unit)
            span = Span(match.start("number"), match.end("number"))
            if lasting is not None and not any(span.overlaps(x.span) for x in found) and not _known(reading, span):
                out.append(Length(lasting, span))
    return out


def _after_lengths(reading: Reading, draft: Draft, found: list[Length]) -> Iterator[tuple[int, int]]:
    """Where a bare number may follow: after a length in its sentence, and in a next sentence that corrects it."""
    first = min(x.span.end for x in found)
    last = reading.sentence_of(found[-1].span.start)
    following = reading.sentences[min(reading.sentences.index(last) + 1, len(reading.sentences) - 1)]
    spans = {(max(first, _span(reading, i).start), _span(reading, i).end) for i in draft.sentences}
    if _CORRECTS.search(following.text):
        spans.add((following.start_char, following.end_char))
    yield from sorted((a, b) for a, b in spans if a < b)


def _known(reading: Reading, span: Span) -> bool:
    return any(d.span.overlaps(span) for d in reading.durations) or any(d.span.overlaps(span) for d in reading.dates)


def _bare(match: re.Match[str], unit: int) -> Lasting | None:
    values = [_number(match[g], match[h]) for g, h in (("first", "half1"), ("second", "half2")) if match[g]]
    low, high = min(values) * unit, max(values) * unit
    if not 0 < high < LONGEST:
        return None
    slack = 0.1 if (match["about"] or "").lower() in ("about", "around", "roughly", "some") else 0.0
    return Lasting(round(low * (1 - slack)), round(high * (1 + slack)), match["number"], "elliptic")


def _number(word: str, half: str | None) -> float:
    value = float(word) if word.isdigit() else float(_NUMBERS.index(word.lower()))
    return value + (0.5 if half else 0.0)


def _scaled(base: Lasting, match: re.Match[str]) -> Lasting:
    factor = _TIMES[match[1].lower()]
    slack = 0.15 if match[0].lower().startswith(("about", "nearly", "almost", "roughly")) else 0.0
    low = round((base.min or 0) * factor * (1 - slack))
    high = round(base.max * factor * (1 + slack)) if base.max is not None else None
    return Lasting(low, high, match[0], "multiple")
