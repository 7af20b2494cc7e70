"""The day of a contact: the date word that belongs to it, or the reason why the document's own day stands in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from demarche.mentions.reading import Reading
from demarche.model import DateMention, Document, Field, Reason, Span
from demarche.reports.contacts import clauses, reach
from demarche.reports.contacts.date_frames import frame_of
from demarche.reports.contacts.date_links import CARRIED, ELSEWHERE, OWN, Candidate, candidates, within
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.passing import beside, in_passing, present
from demarche.reports.contacts.vocabulary import bag

_DAY_PAGE = re.compile(r"current.events|chronicle|day.page", re.I)
_MOVED = re.compile(
    r"\b(?:postponed|rescheduled|put (?:off|back)|moved|delayed|deferred|pushed back)\b[^.;]{0,30}?"
    r"\b(?:to|until|till)\s+(?:the )?$",
    re.I,
)
_UNTIL = re.compile(r"(?:until|till|to)\s+(?:the )?", re.I)
_OPENED = bag("open begin start commence")
_CLOSED = bag("close end conclude finish")


def is_day_page(document: Document) -> bool:
    """True for an item of a day-by-day chronicle: its source or its publisher says so."""
    return bool(_DAY_PAGE.search(document.source) or _DAY_PAGE.search(document.publisher))


def day_of(reading: Reading, draft: Draft) -> DateMention | None:
    """The date that the contact's own words give, or None."""
    if draft.day is not None:
        return draft.day
    state = draft.state()
    if draft.known_day is None or draft.known_day[0] != state:
        draft.known_day = (state, _sought(reading, draft))
    return draft.known_day[1]


def _sought(reading: Reading, draft: Draft) -> DateMention | None:
    found = [c for c in candidates(reading, draft) if not _long_past(reading, draft, c.mention)]
    moved = _moved(reading, draft, found)
    if moved is not None:
        return moved
    mention = _nth(found, draft.ordinal) if draft.ordinal else _finest(found)
    return _that_day(mention) if mention is not None else None


_A_LIFETIME = 60


def _long_past(reading: Reading, draft: Draft, mention: DateMention) -> bool:
    """For "The first since the attack of 1941": whoever is in office now did not meet anybody then."""
    published, latest = reading.document.date, mention.when.latest
    old = published is not None and latest is not None and latest.year < published.year - _A_LIFETIME
    return old and any(m.actor_id for p in draft.parties if p.kind == "person" for m in p.mentions)


def _that_day(mention: DateMention) -> DateMention:
    """For "Since 18 August, when X called Y": the day itself, not all the time since."""
    when = mention.when
    if when.edtf is None or not when.edtf.endswith("/.."):
        return mention
    return replace(mention, when=replace(when, edtf=when.edtf[:-3], latest=when.earliest))


def _moved(reading: Reading, draft: Draft, found: list[Candidate]) -> DateMention | None:
    """The new day of a postponed contact."""
    text = reading.document.text
    spans = [c.mention for c in found]
    wanted = {*draft.sentences, max(draft.sentences, default=-1) + 1}
    for i in sorted(wanted):
        if i < len(reading.sentences) and (i in draft.sentences or _of_nobody_else(reading, draft, i)):
            sentence = reading.sentences[i]
            spans += reading.dates_in(Span(sentence.start_char, sentence.end_char))
    return next(
        (_new_day(m) for m in spans if _MOVED.search(text[max(0, m.span.start - 60) : _bare_start(text, m)])), None
    )


def _of_nobody_else(reading: Reading, draft: Draft, i: int) -> bool:
    """True when the next sentence names none but the participants: "It has been postponed until 8 March"."""
    sentence = reading.sentences[i]
    people = [m for m in reading.actors_in(sentence.start, sentence.end) if m.kind == "person" and not m.members]
    return all(m.name in draft.names() for m in people)


def _bare_start(text: str, mention: DateMention) -> int:
    """Where the day itself begins in "until 8 March"."""
    found = _UNTIL.match(text, mention.span.start, mention.span.end)
    return found.end() if found else mention.span.start


def _new_day(mention: DateMention) -> DateMention:
    """For "Postponed until 8 March": on that day, not by it."""
    when = mention.when
    if when.edtf is None or not when.edtf.startswith("../"):
        return mention
    return replace(mention, when=replace(when, edtf=when.edtf[3:], earliest=when.latest))


def _nth(found: list[Candidate], number: int) -> DateMention | None:
    """The n-th date of a clause that tells of several contacts: "twice, on 14 April and again on Monday"."""
    inside = sorted({c.mention.span.start: c.mention for c in found}.items())
    single = [(at, m) for at, m in inside if m.when.edtf and len(m.when.edtf.rstrip("~")) == len("2025-01-01")]
    inside = single if len(single) > 1 else inside
    return inside[number - 1][1] if number <= len(inside) else None


def _finest(found: list[Candidate]) -> DateMention | None:
    """The surest date; a month or year gives way to a day of the contact that lies inside it."""
    if not found:
        return None
    best = found[0].mention
    finer = (c.mention for c in found[1:] if found[0].coarse and not c.coarse and c.rank in (OWN, CARRIED, ELSEWHERE))
    return next((m for m in finer if within(m, best.when.earliest, best.when.latest)), best)


def f(reading: Reading, draft: Draft) -> None:
    """Add the date: from its words, else from the document's own day as the codebook says, else none."""
    field = next((made for make in SOURCES if (made := make(reading, draft)) is not None), None)
    if field is not None:
        draft.fields.append(field)


def opened_and_closed(reading: Reading, draft: Draft) -> Field | None:
    """For "It opened on 5 September and closed on 17 September": the days from the first to the second."""
    for i in draft.sentences:
        sentence = reading.sentences[i]
        days = reading.dates_in(Span(sentence.start_char, sentence.end_char))
        first = _said_of(reading, days, _OPENED)
        last = _said_of(reading, days, _CLOSED)
        if (
            first
            and last
            and first is not last
            and first.when.edtf
            and last.when.edtf
            and first.when.edtf < last.when.edtf
        ):
            return Field("date", f"{first.when.edtf}/{last.when.edtf}", (first.span, last.span))
    return None


def _said_of(reading: Reading, days: list[DateMention], verbs: frozenset[str]) -> DateMention | None:
    for day in days:
        head = clauses.head_of(reading.doc, day.span)
        single = day.when.edtf is not None and len(day.when.edtf) == len("2025-01-01")
        if head is not None and single and clauses.of_kind(clauses.owner(head), verbs):
            return day
    return None


def own_words(reading: Reading, draft: Draft) -> Field | None:
    """The date in the contact's own clause or sentences."""
    mention = day_of(reading, draft)
    return Field("date", _standing(reading, draft, mention), (mention.span,)) if mention is not None else None


def frame(reading: Reading, draft: Draft) -> Field | None:
    """The days of the journey or readout that an earlier sentence gives."""
    mention = frame_of(reading, draft)
    return Field("date", _standing(reading, draft, mention), (mention.span,)) if mention is not None else None


def _standing(reading: Reading, draft: Draft, mention: DateMention) -> str:
    """The value as it stands at publication: what is held in a week still running ends there."""
    when, published = mention.when, reading.document.date
    value = when.edtf or ""
    if draft.status != "held" or published is None or "/" not in value or ".." in value:
        return value
    if when.earliest and when.latest and when.earliest < published < when.latest:
        return f"{when.earliest.isoformat()}/{published.isoformat()}"
    return value


def document_day(reading: Reading, draft: Draft) -> Field | None:
    """A contact without a day: the page's day, the publication day, or "by then"; a plan has none."""
    published = reading.document.date
    if published is None or not draft.cues or draft.status in ("planned", "proposed", "cancelled", "denied"):
        return None
    cue = clauses.main_noun(reading.doc[draft.cues[0].token])
    day = published.isoformat()
    leads = _leads(reading, draft)
    beside_name = draft.cues[0].sense == "stay-beside"
    if not beside_name and (in_passing(cue) or not (leads or reach.asserted(cue) or beside(cue))):
        return Field("date", f"../{day}", (), Reason.PUBLICATION_DATE)
    if is_day_page(reading.document):
        return Field("date", day, (), Reason.DAY_PAGE)
    return Field("date", f"{day}~", (), Reason.PUBLICATION_DATE)


def _leads(reading: Reading, draft: Draft) -> bool:
    """True for the contact of the first sentences, when the sentence is about it."""
    cue = clauses.main_noun(reading.doc[draft.cues[0].token])
    first = min(draft.sentences, default=9) <= 1
    return first and (
        reach.marker(cue) in ("during", "in", "on")
        or cue.dep_ in ("nsubj", "nsubj:pass", "ROOT")
        or present(cue, draft.cues[0].sense)
    )


SOURCES: tuple[Callable[[Reading, Draft], Field | None], ...] = (opened_and_closed, own_words, frame, document_day)
"""Where a date may come from, surest first."""
