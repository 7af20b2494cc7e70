"""What a question asks: the number, the length, the last or the first time, with whom most, whether, which."""

from __future__ import annotations

import re

from demarche.mentions.reading import Reading
from demarche.model import Field, Reason, Report, Span
from demarche.reports.asked.claims import comparison, has_mark, typed_claims
from demarche.reports.asked.parts import common, contact_types, half_year_span
from demarche.reports.asked.people import Known, as_fields, named, sides_of
from demarche.reports.asked.words import unread
from demarche.reports.claims.patterns import CONTACT, compiled

__all__ = ["question"]

_END = r"(?:last|latest|most recent)"
_PLACED = r"(?:initiated|called|phoned|telephoned|rang|asked for|placed|requested)"
#: what is asked for -> the words that ask it; the first that fits decides
_FOCUS: tuple[tuple[str, str], ...] = (
    ("longest", r"\bhow long\b.*\blongest\b"),
    ("shortest", r"\bhow long\b.*\bshortest\b"),
    ("last", rf"\b(?:date|day) of the {_END}\b"),
    ("first", r"\b(?:date|day) of the first\b"),
    ("length", r"\bhow (?:many (?:hours|minutes)|long|much time)\b|\btotal (?:length|time|duration)\b"),
    ("number", r"\bhow (?:many|often|frequently)\b|\bnumber of\b|^\s*count\b"),
    ("most", r"\b(?:who|whom|which \w+)\b.*\bmost\b|\bmost (?:often|frequently|calls|meetings|contacts)\b"),
    ("last", rf"\bwhen\b.*\b(?:{_END}|most recently)\b|\b{_END} time\b|^\s*(?:what|which|when) was the {_END}\b"),
    ("first", r"\bwhen\b.*\bfirst\b|^\s*(?:what|which|when) was the first\b"),
    ("initiator", rf"\bwho (?:\w+ )?{_PLACED}\b|\bwhose initiative\b"),
    ("longest", r"\b(?:which|what|when)\b.*\blongest\b"),
    ("shortest", r"\b(?:which|what|when)\b.*\bshortest\b"),
    ("which", r"^\s*(?:when|list|show|which|what|where)\b"),
    ("whether", r"^\s*(?:did|have|has|had|do|does|was|were|is|are)\b|\bwhether\b|\bever\b"),
)
_CLAIMING = re.compile(
    r"^\s*(?:was|is|were|did|have|has|do|does|had)\b|\bwhether\b|\btrue that\b|\bcorrect that\b", re.I
)
_TYPES = {"number": "count", "length": "duration", "last": "recency", "first": "recency"}


def question(reading: Reading, known: Known) -> Report | None:
    """The question as a claim with its value left open and a field `asked`; None when it is not understood.

    Nothing is guessed: without words that ask, without a name, without contacts that it is about, or with a word that
    nothing here heeds ("after the summit", "average") there is no question.
    """
    text = reading.document.text
    names = named(reading, known)
    compared = comparison(reading, names)
    if unread(text, [*(n.span for n in names), *_spans(reading), *half_year_span(text)]) or (
        compared is None and has_mark(text, names)
    ):
        return None
    if compared is not None:
        return _asked(compared, "whether")
    focus = next((name for name, pattern in _FOCUS if compiled(pattern).search(text)), None)
    claimed = typed_claims(reading, known) if _CLAIMING.search(text) and focus in ("whether", None) else ()
    if claimed:
        return _asked(claimed[0], "whether")
    if focus is None or not names or not (compiled(CONTACT).search(text) or focus == "length" or _about_time(text)):
        return None
    sides = sides_of(names, text)
    fields = [*as_fields(sides, "subjects"), *common(reading, contact_types(text))]
    whole = Span(0, len(text))
    made = Report(reading.document.id, "claim", _TYPES.get(focus, "count"), None, (whole,), tuple(fields))
    return _asked(made, focus)


def _spans(reading: Reading) -> list[Span]:
    """Where names, dates and lengths stand."""
    phrases = [reading.span(m.start_token, m.end_token) for m in reading.actors]
    return [*phrases, *(d.span for d in reading.dates), *(d.span for d in reading.durations)]


def _about_time(text: str) -> bool:
    return compiled(r"\bin (?:contact|touch)\b|\btimes\b").search(text) is not None


def _asked(report: Report, focus: str) -> Report:
    fields = (*report.fields, Field("asked", focus, (), Reason.CODEBOOK))
    return Report(report.document_id, report.kind, report.type, None, report.evidence, fields)
