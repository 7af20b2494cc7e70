"""Direct statements: words between quotation marks, given to a speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from demarche.mentions.quotes_marks import DOUBLE, SINGLE
from demarche.mentions.quotes_verbs import words
from demarche.mentions.reading import Reading
from demarche.model import Quotation, Span
from demarche.reports.statements.attribution import attribute, lead_ins
from demarche.reports.statements.carried import carried
from demarche.reports.statements.forms import lemma
from demarche.reports.statements.pronouns import people_meant
from demarche.reports.statements.quoted import Quoted, words_of

#: verbs that give a name to a thing: the words are the stance, however few ("a fairy tale")
_LABELLING = frozenset(
    words(
        """
        call brand dub describe label denounce dismiss deride
        """
    )
)
MARKS = DOUBLE + SINGLE
_FEW = 3
_ATTRIBUTED_WHOLE = frozenset({"split", "after"})


def find_direct(reading: Reading) -> list[Quoted]:
    """List the quotations that are someone's statements, in order; fragments of one sentence are joined.

    Statements, forecasts and claims all ask for them: they are found once a reading.
    """
    if "direct" not in reading.memo:
        reading.memo["direct"] = _direct(reading)
    found: list[Quoted] = reading.memo["direct"]
    return found


def _direct(reading: Reading) -> list[Quoted]:
    found: list[Quoted] = []
    outer: Quotation | None = None
    last: Quoted | None = None
    leads = list(lead_ins(reading)) if reading.quotations else []
    for quotation in reading.quotations:
        nested = outer is not None and quotation.span.end <= outer.span.end
        limits = _part_around(outer, quotation) if nested and outer is not None else paragraph(reading, quotation)
        attribution = attribute(reading, quotation, limits) or (
            None if nested else carried(reading, quotation, last, leads)
        )
        quoted = Quoted(quotation, attribution, nested) if attribution else None
        if not nested:
            outer = quotation
        if quoted is not None and nested and _by_pronoun(reading, quoted):
            quoted = _told_within(reading, quoted, last)
        if quoted is None or not _is_statement(reading, quoted):
            continue
        if last is not None and _fragments(reading, last, quoted):
            last.merged = (*last.merged, quotation)
            continue
        found.append(quoted)
        last = last if nested else quoted
    return found


def _by_pronoun(reading: Reading, quoted: Quoted) -> bool:
    """True when only a pronoun names the speaker of a nested quotation."""
    return _pronoun(reading, quoted) is not None


def _pronoun(reading: Reading, quoted: Quoted) -> Token | None:
    clause = quoted.attribution.span
    piece = reading.doc.char_span(clause.start, clause.end, alignment_mode="expand") if clause is not None else None
    return next((t for t in piece or () if t.lower_ in ("he", "she", "they", "i", "we")), None)


def _told_within(reading: Reading, quoted: Quoted, outer: Quoted | None) -> Quoted | None:
    """A nested quotation by "he": someone told of before who neither speaks around it nor is addressed in it.

    One's own words retold ("I told him, ‘…’") are in the report of the outer quotation already.
    """
    token = _pronoun(reading, quoted)
    if token is None or token.lower_ in ("i", "we") or outer is None or not _opens(reading, token):
        return None
    inner = quoted.quotation.span
    barred = {m.name for m in reading.actors if m.span.within(inner)} | {v.name for v in outer.attribution.voices}
    voices = people_meant(reading, token, frozenset(barred))
    attribution = replace(quoted.attribution, voices=voices)
    return replace(quoted, attribution=attribution) if voices else None


def _opens(reading: Reading, token: Token) -> bool:
    """True when a pronoun opens its sentence: one with words before it may mean somebody named in them."""
    before = reading.document.text[: token.idx].rstrip(" ")
    return before[-1:] in (*MARKS, ".", "!", "?", ",")


def paragraph(reading: Reading, quotation: Quotation) -> Span:
    """The line or paragraph that holds a quotation."""
    text = reading.document.text
    start = text.rfind("\n", 0, quotation.span.start) + 1
    end = text.find("\n", quotation.span.end)
    return Span(start, len(text) if end < 0 else end)


def _part_around(outer: Quotation, inner: Quotation) -> Span:
    return next((p for p in outer.parts if inner.span.within(p)), outer.span)


def _is_statement(reading: Reading, quoted: Quoted) -> bool:
    """False for scare quotes, titles of works and fragments that carry no stance."""
    rule, verb = quoted.attribution.rule, quoted.attribution.verb
    said = words_of(reading, quoted.quotation)
    if rule == "loose":
        return len(said) >= _FEW and said[0][0].isupper() and _after_colon(reading, quoted.quotation)
    if _SELF_STYLED.search(reading.document.text, 0, quoted.quotation.span.start):
        return False
    if _utterance(reading, quoted):
        return True
    if len(said) < 7 and _name_like(said):
        return verb is not None and lemma(verb) in _LABELLING and not _after_article(reading, quoted.quotation)
    if len(said) >= _FEW:
        return rule in _ATTRIBUTED_WHOLE or not _inside_phrase(reading, quoted.quotation) or len(said) > _FEW + 1
    if verb is None:
        return False
    return lemma(verb) in _LABELLING or _predicate(reading, quoted.quotation)


_SELF_STYLED = re.compile(r"\b(?:so|self)-(?:called|styled|proclaimed|declared)\s+$")


def _utterance(reading: Reading, quoted: Quoted) -> bool:
    """True for a whole sentence, however short, with its clause beside it: “Fairy tales,” he said."""
    text, span = reading.document.text, quoted.quotation.span
    opens = text[: span.start].rstrip(" ")[-1:] in ("", "\n", ".", "!", "?", ":", *MARKS)
    first, last = text[quoted.parts[0].start], text[quoted.parts[-1].end - 1]
    several = len(words_of(reading, quoted.quotation)) > 1
    return quoted.attribution.rule in _ATTRIBUTED_WHOLE and several and opens and first.isupper() and last in ",?!"


def _after_article(reading: Reading, quotation: Quotation) -> bool:
    """True for the name of a thing: calls its programme the “Belt and Road Initiative”."""
    return re.search(r"\b(?:the|its|his|her|their|a)\s*$", reading.document.text[: quotation.span.start]) is not None


def _name_like(said: list[str]) -> bool:
    """True for capital letters throughout, the small words of titles apart: The Bridge on the Drina."""
    capitals = sum(w[0].isupper() for w in said)
    return capitals > 1 and all(w[0].isupper() or w in _TITLE_WORDS for w in said)


_TITLE_WORDS = frozenset(words("of the on and in for to a an at between by from with de la el al as or over under"))


def _after_colon(reading: Reading, quotation: Quotation) -> bool:
    return reading.document.text[: quotation.span.start].rstrip().endswith(":")


def _inside_phrase(reading: Reading, quotation: Quotation) -> bool:
    """True when a noun follows the closing mark: the “confidence and supply” deal."""
    after = reading.doc.char_span(quotation.span.end, quotation.span.end + 30, alignment_mode="contract")
    first = next((t for t in after or [] if not t.is_space), None)
    return first is not None and first.pos_ in ("NOUN", "ADJ", "PROPN")


def _predicate(reading: Reading, quotation: Quotation) -> bool:
    """True when the words complete "is", "was" or an infinitive: said that he was “optimistic”."""
    return (
        re.search(r"\b(?:is|are|was|were|be|been|to|as)\s*$", reading.document.text[: quotation.span.start]) is not None
    )


def _fragments(reading: Reading, last: Quoted, quoted: Quoted) -> bool:
    """True for pieces of one sentence by one speaker: called it “null” and “void”."""
    text = reading.document.text
    gap = text[last.parts[-1].end + 1 : quoted.quotation.span.start]
    same = {v.name for v in last.attribution.voices} == {v.name for v in quoted.attribution.voices}
    one, other = last.attribution.verb, quoted.attribution.verb
    same = same and one is not None and other is not None and one.i == other.i
    whole = text[last.parts[-1].end - 1] in ".!?" or text[quoted.quotation.span.start + 1].isupper()
    return same and not quoted.nested and not last.nested and not whole and not re.search(r"[.!?]\s|\n", gap)


def evidence_of(reading: Reading, quoted: Quoted) -> Iterator[Span]:
    """The words with the clause that attributes them, one stretch for each part when they are split."""
    clause = quoted.attribution.span
    quotations = (quoted.quotation, *quoted.merged)
    text = reading.document.text
    for index, part in enumerate(quoted.parts):
        stretch = _with_marks(text, part)
        if clause is not None and index == 0 and _near(clause, quotations[0].span, text):
            stretch = Span(min(stretch.start, clause.start), max(stretch.end, clause.end))
        yield stretch


def _with_marks(text: str, part: Span) -> Span:
    start = part.start - 1 if part.start and text[part.start - 1] in MARKS else part.start
    end = part.end + 1 if text[part.end : part.end + 1] in MARKS and part.end < len(text) else part.end
    return Span(start, end)


def _near(clause: Span, quotation: Span, text: str) -> bool:
    if clause.overlaps(quotation):
        return True
    gap = text[clause.end : quotation.start] if clause.end <= quotation.start else text[quotation.end : clause.start]
    return len(gap) < 40 and "\n" not in gap
