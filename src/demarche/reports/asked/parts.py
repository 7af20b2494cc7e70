"""What a typed line says beside its names: which contacts, over which time."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from demarche.mentions.reading import Reading
from demarche.model import DateMention, Field, Reason, Span
from demarche.reports.claims.patterns import MANY, ONE, compiled
from demarche.reports.claims.period import half_of_year
from demarche.reports.claims.vocabulary import VERBS, noun_types

__all__ = ["common", "contact_types", "half_year_span", "period"]

_PHONE = re.compile(r"\b(?:tele)?phon(?:e|ed|ing)\b|\bcall(?:s|ed)?\b|\br[au]ng\b", re.I)
_IN_PERSON = re.compile(r"\bin person\b|\bface[ -]to[ -]face\b", re.I)
_VERB = re.compile(r"\b(?:talk|exchange|visit)$", re.I)  # "how long did they talk": as a verb it counts otherwise
_ANY = re.compile(r"\bcontacts?\b|\bin touch\b|\bspen[dt]\b|\btime with\b", re.I)


def contact_types(text: str) -> tuple[str, ...]:
    """The contact types that the line names; none when every contact counts."""
    if _IN_PERSON.search(text):
        return ("meeting", "summit")
    nouns = [noun_types(m[0]) for m in compiled(rf"\b(?:{MANY}|{ONE})\b").finditer(text) if not _VERB.search(m[0])]
    if _PHONE.search(text) and not any("meeting" in n and "call" not in n for n in nouns):
        return ("call",)
    if _ANY.search(text) and not any(n and "call" not in n for n in nouns):
        return ()
    merged = tuple(dict.fromkeys(kind for n in nouns for kind in n))
    return merged or _verbs(text)


def _verbs(text: str) -> tuple[str, ...]:
    """The types of every verb of contact: "speak or meet" takes both."""
    found = (types for pattern, types in VERBS if compiled(rf"\b(?:{pattern})\b").search(text))
    return tuple(dict.fromkeys(kind for types in found for kind in types))


def common(reading: Reading, types: tuple[str, ...]) -> list[Field]:
    """The fields that every typed claim and question has."""
    fields = [Field("contact_types", kind, (), Reason.CODEBOOK) for kind in types]
    stretch = period(reading)
    fields += [stretch] if stretch else []
    day = reading.document.date
    return [*fields, Field("date", day.isoformat(), (), Reason.PUBLICATION_DATE)] if day else fields


def period(reading: Reading, without: Span | None = None) -> Field | None:
    """The stretch of time that the line names, to the day it was said; none when it names none."""
    said = reading.document.date
    dated = [m for m in reading.dates if m.when.edtf and not (without and m.span.overlaps(without))]
    wide = [m for m in dated if m.when.earliest != m.when.latest]  # "the longest this year was on 18 March"
    half = half_of_year(reading.document.text, said) if said else None
    if half is not None:
        return Field("period", half[0], (half[1],))
    joined = _both(wide, reading.document.text)
    if joined is not None:
        first, last = (_past(m, said).split("/") for m in joined)
        return Field("period", f"{first[0]}/{last[-1]}", tuple(m.span for m in joined))
    for mention in wide or dated:
        return Field("period", _until(_past(mention, said), reading, mention, said), (mention.span,))
    return None


def half_year_span(text: str) -> tuple[Span, ...]:
    """Where "the first half of the year" stands."""
    half = half_of_year(text, date.today())
    return () if half is None else (half[1],)


def _both(dated: list[DateMention], text: str) -> tuple[DateMention, DateMention] | None:
    """Two months or seasons that "and" joins, the earlier first: "in May and June"."""
    for one, other in pairwise(dated):
        between = text[one.span.end : other.span.start].strip().lower()
        ends = (one.when.earliest, one.when.latest, other.when.earliest, other.when.latest)
        if between in ("and", "or") and None not in ends and str(ends[1]) < str(ends[2]):
            return one, other
    return None


def _past(mention: DateMention, said: date | None) -> str:
    """A month without a year is the last one, not the next."""
    edtf, first = str(mention.when.edtf), mention.when.earliest
    if said and first and first > said and not re.search(r"\d{4}", mention.when.words):
        return edtf.replace(str(first.year), str(first.year - 1))
    return edtf


def _until(edtf: str, reading: Reading, mention: DateMention, said: date | None) -> str:
    before = reading.document.text[max(0, mention.span.start - 14) : mention.span.start].lower()
    if said is None:
        return edtf
    if edtf.endswith("/.."):
        return f"{edtf[:-3]}/{said.isoformat()}"
    if re.search(r"\bsince (?:the )?(?:last )?$", before) and "/" not in edtf:
        return f"{edtf.rstrip('~')}/{said.isoformat()}"
    return edtf
