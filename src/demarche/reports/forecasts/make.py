"""From a cue to a forecast: who expects what, with which odds, by when."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import Field, Span
from demarche.reports.common import Deed
from demarche.reports.common.spans import field, word_span
from demarche.reports.forecasts.words import ODDS
from demarche.reports.statements.voices import Voice


def forecast(
    reading: Reading, rule: str, actors: tuple[Voice, ...], evidence: Span, content: Span | None = None
) -> Deed:
    """Assemble a forecast; the odds and the horizon are read off the evidence."""
    deed = Deed("forecast", None, None, None, rule, actors, (evidence,))
    content = content if content is not None else evidence
    return deed.with_field(field(reading, "content", content), odds(reading, evidence), horizon(reading, evidence))


def odds(reading: Reading, evidence: Span) -> Field | None:
    """The first probability word."""
    piece = reading.doc.char_span(evidence.start, evidence.end, alignment_mode="expand")
    found: Token | None = next((t for t in piece or () if t.lower_ in ODDS), None)
    return Field("probability", found.lower_, (word_span(found),)) if found is not None else None


def horizon(reading: Reading, evidence: Span) -> Field | None:
    """When it is to happen: an interval from the day of the text, or the day or period named."""
    today = reading.document.date
    for mention in reading.dates_in(evidence):
        when = mention.when
        if when.edtf is None or when.latest is None or (today is not None and when.latest < today):
            continue
        value = when.edtf
        if today is not None and value.startswith("../"):
            value = f"{today.isoformat()}/{value[3:]}"
        return Field("horizon", value, (mention.span,))
    return None
