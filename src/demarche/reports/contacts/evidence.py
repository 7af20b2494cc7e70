"""The words that show a contact: the shortest stretch with its cue and its sides."""

from __future__ import annotations

from collections.abc import Iterable

from demarche.mentions.reading import Reading
from demarche.model import Field, Span
from demarche.reports.contacts.draft import Cue, Draft, Party
from demarche.reports.contacts.windows import window

_EDGES = " \t\n\r ,;:–—-"


def clause(reading: Reading, cue: Cue, parties: Iterable[Party]) -> Span:
    """From the first to the last word of the cue and its sides, inside the cue's sentence."""
    doc = reading.doc
    token = doc[cue.token]
    first, last = window(token)
    sentence = doc[first:last]
    start, end = token.idx, token.idx + len(token.text)
    for span in _inside(parties, sentence.start_char, sentence.end_char):
        start, end = min(start, span.start), max(end, span.end)
    return trimmed(reading.document.text, Span(start, end))


def _inside(parties: Iterable[Party], start: int, end: int) -> Iterable[Span]:
    for party in parties:
        spans = [m.span for m in party.mentions] + list(party.spans)
        yield from (s for s in spans if start <= s.start and s.end <= end)


def sentence(reading: Reading, index: int) -> Span:
    """A whole sentence, without the white space around it."""
    piece = reading.sentences[index]
    return trimmed(reading.document.text, Span(piece.start_char, piece.end_char))


def trimmed(text: str, span: Span) -> Span:
    """The stretch without white space and loose punctuation at its edges."""
    start, end = span.start, span.end
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def sentence_index(reading: Reading, token: int) -> int:
    """Which sentence a token stands in."""
    return reading.sentence_number(token)


def participant(party: Party, text: str) -> Field:
    """A party as a report field, with the words that name it."""
    spans = [m.span for m in party.mentions] + list(party.spans)
    kept = tuple(sorted({s for s in spans if 0 <= s.start < s.end <= len(text)}))
    return Field("participants", party.name, kept, party.reason if kept else party.reason or "codebook")


def covering(draft: Draft, reading: Reading) -> list[Span]:
    """The draft's evidence: its clauses, and the sentences that only add a field."""
    spans = list(dict.fromkeys(draft.evidence))
    for item in draft.fields:
        for span in item.spans:
            if not any(span.overlaps(s) for s in spans):
                spans.append(_around(reading, span))
    return spans


def _around(reading: Reading, span: Span) -> Span:
    piece = reading.sentence_of(span.start)
    return trimmed(reading.document.text, Span(piece.start_char, max(piece.end_char, span.end)))
