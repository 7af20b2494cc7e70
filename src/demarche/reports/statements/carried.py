"""Sentences that stand alone in marks: whose words they are, the text says before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from demarche.mentions.reading import Reading
from demarche.model import Quotation
from demarche.reports.statements.attribution import Attribution
from demarche.reports.statements.quoted import Quoted, words_of
from demarche.reports.statements.voices import Voice, of_mention


def carried(
    reading: Reading, quotation: Quotation, last: Quoted | None, leads: Sequence[tuple[int, tuple[Voice, ...]]]
) -> Attribution | None:
    """A sentence that stands alone in marks: the speaker of the lead-in, of the last quotation, or of the last doer."""
    said = words_of(reading, quotation)
    if len(said) < 4 or not said[0][0].isupper():
        return None
    start = quotation.span.start
    lead = [(end, voices) for end, voices in leads if end <= start]
    if lead and (last is None or lead[-1][0] > last.quotation.span.end):
        return Attribution(lead[-1][1], None, None, "lead-in")
    taken_up = _new_doer(reading, last, start) if last is not None else None
    if taken_up is not None:
        return taken_up
    if last is not None and (_close(reading, last.quotation.span.end, start) or lead):
        return replace(last.attribution, span=None, rule="carried")
    return _last_doer(reading, start)


def _new_doer(reading: Reading, last: Quoted, start: int) -> Attribution | None:
    """The doer of a whole sentence between two quotations: “…,” she said. The minister met her. “…”"""
    whole = (s for s in reading.sentences if last.quotation.span.end < s.start_char and s.end_char <= start)
    between = [s for s in whole if s.text.strip()]
    clause = last.attribution.span
    if not between or (clause is not None and between[-1].start_char < clause.end):
        return None
    return _last_doer(reading, start)


def _close(reading: Reading, end: int, start: int) -> bool:
    """True when only one sentence or a paragraph break stands between two quotations."""
    gap = reading.document.text[end:start]
    return len(re.findall(r"[.!?]\s", gap)) <= 1 and len(gap) < 200


def _last_doer(reading: Reading, start: int) -> Attribution | None:
    """The person who is the doer of the sentence before."""
    sentence = next((s for s in reversed(reading.sentences) if s.end_char <= start and s.text.strip()), None)
    if sentence is None:
        return None
    for mention in reading.actors_in(sentence.start, sentence.end):
        doer = reading.doc[mention.head].dep_.startswith("nsubj")
        if mention.kind == "person" and doer and not mention.members:
            return Attribution(tuple(of_mention(reading, mention)), None, None, "doer")
    return None
