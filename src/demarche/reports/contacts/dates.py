"""The day of a contact: the date word that belongs to it, or the reason why the document's own day stands in."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import DateMention, Document, Field, Reason, Span
from demarche.reports.contacts import clauses, reach
from demarche.reports.contacts.date_links import Candidate, candidates, within
from demarche.reports.contacts.draft import Draft
from demarche.reports.contacts.vocabulary import bag

_DAY_PAGE = re.compile(r"current.events|chronicle|day.page", re.I)
_PASSING = bag("recent earlier previous past last ongoing recently previously earlier")
_MOVED = re.compile(
    r"\b(?:postponed|rescheduled|put (?:off|back)|moved|delayed|deferred|pushed back)\b[^.;]{0,30}?"
    r"\b(?:to|until|till)\s+(?:the )?$",
    re.I,
)
_PRESENT = bag("meets visits travels hosts talks calls holds arrives")  # often read as plural nouns
_COUNTED = re.compile(
    r"\b(?:once|twice|times|already|ever|never|often|since|before|previously|earlier|several|many|so far|"
    r"first|last|yet)\b",
    re.I,
)
_OPENED = bag("open begin start commence")
_CLOSED = bag("close end conclude finish")
_TRAVELS = re.compile(r"\b(?:visit|travel|trip|host|welcom|lead|led|arriv|summit|fly|flies|tour|delegation|will)", re.I)
_RECENT_DAYS = 14


def is_day_page(document: Document) -> bool:
    """True for an item of a day-by-day chronicle: its source or its publisher says so."""
    return bool(_DAY_PAGE.search(document.source) or _DAY_PAGE.search(document.publisher))


def day_of(reading: Reading, draft: Draft) -> DateMention | None:
    """The date that the contact's own words give, or None."""
    found = candidates(reading, draft)
    moved = _moved(reading, draft, found)
    if moved is not None:
        return moved
    if draft.ordinal:
        return _nth(found, draft.ordinal)
    return _finest(found)


def _moved(reading: Reading, draft: Draft, found: list[Candidate]) -> DateMention | None:
    """The new day of a postponed contact."""
    text = reading.document.text
    spans = [c.mention for c in found]
    wanted = {*draft.sentences, max(draft.sentences, default=-1) + 1}
    for i in sorted(wanted):
        if i < len(reading.sentences):
            sentence = reading.sentences[i]
            spans += reading.dates_in(Span(sentence.start_char, sentence.end_char))
    return next((m for m in spans if _MOVED.search(text[max(0, m.span.start - 60) : m.span.start])), None)


def _nth(found: list[Candidate], number: int) -> DateMention | None:
    """The n-th date of a clause that tells of several contacts: "twice, on 14 April and again on Monday"."""
    inside = sorted({c.mention.span.start: c.mention for c in found}.items())
    return inside[number - 1][1] if number <= len(inside) else None


def _finest(found: list[Candidate]) -> DateMention | None:
    """The surest date; a month or year gives way to a day of the contact that lies inside it."""
    if not found:
        return None
    best = found[0].mention
    finer = (c.mention for c in found[1:] if found[0].coarse and not c.coarse)
    return next((m for m in finer if within(m, best.when.earliest, best.when.latest)), best)


def f(reading: Reading, draft: Draft) -> None:
    """Add the date: from its words, else from the document's own day as the codebook says, else none."""
    field = next((made for make in SOURCES if (made := make(reading, draft)) is not None), None)
    if field is not None:
        draft.fields.append(field)


def opened_and_closed(reading: Reading, draft: Draft) -> Field | None:
    """ "It opened on 5 September and closed on 17 September": the days from the first to the second."""
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
        if head is not None and day.when.edtf and len(day.when.edtf) == len("2025-01-01"):
            if clauses.of_kind(clauses.owner(head), verbs):
                return day
    return None


def own_words(reading: Reading, draft: Draft) -> Field | None:
    """The date in the contact's own clause or sentences."""
    mention = day_of(reading, draft)
    return Field("date", _edtf(reading, draft, mention), (mention.span,)) if mention is not None else None


def _edtf(reading: Reading, draft: Draft, mention: DateMention) -> str:
    """The value as it stands at publication: a range still running ends there, "since that day, when" is that day."""
    value, published = mention.when.edtf or "", reading.document.date
    if value.endswith("/.."):
        return value[:-3]
    when = mention.when
    running = when.earliest and when.latest and published and when.earliest < published < when.latest
    if (
        draft.status == "held"
        and running
        and published
        and when.earliest
        and "/" in value
        and not value.startswith("..")
    ):
        return f"{when.earliest.isoformat()}/{published.isoformat()}"
    return value


def frame(reading: Reading, draft: Draft) -> Field | None:
    """A meeting on a journey whose days an earlier sentence gives: "will travel on 15-17 May … There she will meet"."""
    if not draft.cues or not draft.sentences:
        return None
    cue = clauses.main_noun(reading.doc[draft.cues[0].token])
    told = reach.asserted(cue)
    if draft.status == "planned" and (told == "future" or _under_will(cue)):
        mention = _earlier(reading, draft, ahead=True)
    elif draft.status == "held" and (told == "past" or reach.marker(cue) == "during") and not _in_passing(cue):
        mention = _earlier(reading, draft, ahead=False)
    else:
        return None
    return Field("date", _edtf(reading, draft, mention), (mention.span,)) if mention is not None else None


def _under_will(cue: Token) -> bool:
    return any(clauses.tense(p) == "future" for p in clauses.predicates(cue))


def _earlier(reading: Reading, draft: Draft, *, ahead: bool) -> DateMention | None:
    """The nearest date before the contact that can be its frame: a coming journey, or the day of the readout."""
    published = reading.document.date
    start = reading.doc[draft.cues[0].token].sent.start_char
    earlier = [d for d in reversed(reading.dates) if d.span.end <= start]
    for mention in sorted(earlier, key=lambda d: not _of_verb(reading, d)) if ahead else earlier:
        when = mention.when
        if (
            published is None
            or not (when.edtf and when.earliest and when.latest)
            or "/.." in when.edtf
            or ".." in when.edtf
        ):
            continue
        head = clauses.head_of(reading.doc, mention.span)
        if head is None or not _frames(head):
            continue
        if ahead and when.latest >= published and (when.latest - when.earliest).days < 60:
            return mention
        if not ahead and 0 <= (published - when.earliest).days <= _RECENT_DAYS and when.earliest <= published:
            return mention
    return None


def _of_verb(reading: Reading, mention: DateMention) -> bool:
    """True for the date of a clause rather than of a noun in it."""
    head = clauses.head_of(reading.doc, mention.span)
    return head is not None and clauses.is_predicate(clauses.owner(head))


def _frames(head: Token) -> bool:
    """True for a date of a contact or a journey, not of an attack, an election or a statement."""
    event = clauses.owner(head)
    if (
        event.pos_ in ("NOUN", "PROPN")
        and event.lemma_.lower() in clauses.event_nouns()
        and not clauses.is_predicate(event)
    ):
        return event.lemma_.lower() in clauses.contact_nouns() and reach.marker(event) not in (
            "since",
            "before",
            "after",
        )
    return bool(_TRAVELS.search(event.sent.text)) or not clauses.of_kind(event, clauses.SAYING)


def document_day(reading: Reading, draft: Draft) -> Field | None:
    """A contact without a day: the page's day, the publication day, or "by then"; a plan has none."""
    published = reading.document.date
    if published is None or not draft.cues or draft.status in ("planned", "proposed", "cancelled", "denied"):
        return None
    cue = clauses.main_noun(reading.doc[draft.cues[0].token])
    day = published.isoformat()
    leads = _leads(reading, draft)
    if _in_passing(cue) or not (leads or reach.asserted(cue) or _beside(cue)):
        return Field("date", f"../{day}", (), Reason.PUBLICATION_DATE)
    if is_day_page(reading.document):
        return Field("date", day, (), Reason.DAY_PAGE)
    return Field("date", f"{day}~", (), Reason.PUBLICATION_DATE)


def _leads(reading: Reading, draft: Draft) -> bool:
    """True for the contact of the first sentences, when the sentence is about it."""
    cue = clauses.main_noun(reading.doc[draft.cues[0].token])
    first = min(draft.sentences, default=9) <= 1
    return first and (
        reach.marker(cue) in ("during", "in") or cue.dep_ in ("nsubj", "nsubj:pass", "ROOT") or cue.lower_ in _PRESENT
    )


def _beside(cue: Token) -> bool:
    """True for "on the sidelines of the summit", "who is on a visit", "the call focused on": the same day."""
    if cue.dep_ in ("nsubj", "nsubj:pass") and clauses.tense(cue.head) == "past":
        return True
    return (
        cue.head.lemma_.lower() in reach.MARGINS
        or clauses.is_predicate(cue)
        or reach.marker(cue) in ("following", "at")
    )


def _in_passing(cue: Token) -> bool:
    """True for a contact that the text only looks back on: "the recent talks", "have met", "recently spoke"."""
    if any(c.lower_ in _PASSING for c in cue.children):
        return True
    carrier = clauses.predicate(cue)
    if any(c.lower_ in _PASSING and c.dep_ == "advmod" for c in carrier.children):
        return True
    if not any(a.lower_ in ("has", "have", "had") for a in clauses.auxiliaries(carrier)):
        return False
    return (carrier.i == cue.i or reach.carried(cue, carrier)) and _looks_back(carrier)


def _looks_back(verb: Token) -> bool:
    """True for a perfect that sums up or recalls ("have met five times"), not one that reports ("has left Alaska")."""
    subject = clauses.subject(verb)
    if (
        subject is None
        or subject.lower_ in ("i", "you", "we")
        or any(a.lower_ == "had" for a in clauses.auxiliaries(verb))
    ):
        return True
    return bool(_COUNTED.search(verb.sent.text))


SOURCES: tuple[Callable[[Reading, Draft], Field | None], ...] = (opened_and_closed, own_words, frame, document_day)
"""Where a date may come from, surest first."""
