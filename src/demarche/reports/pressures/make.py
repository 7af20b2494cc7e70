"""From a cue to a pressure: its actor, its target, its measure, its condition, its day."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import Field, Span
from demarche.reports.common import Deed, Scene
from demarche.reports.common.spans import clause_span, field, trimmed, word_span
from demarche.reports.pressures.conditions import condition_of
from demarche.reports.pressures.deadlines import deadline_in
from demarche.reports.pressures.words import MODES
from demarche.reports.statements.voices import Voice

PLOVER = {
    "threat": "THREATEN",
    "ultimatum": "THREATEN",
    "warning": "THREATEN",
    "demand": "REQUEST",
    "sanction": "SANCTION",
}


def pressure(
    scene: Scene,
    type_: str,
    rule: str,
    cue: Token,
    actors: tuple[Voice, ...],
    recipients: tuple[Voice, ...],
    *,
    verb: Token | None = None,
    measure: Span | None = None,
    also: Iterable[Token] = (),
    status: str = "pending",
) -> Deed:
    """Assemble a pressure from what a rule has found; the fields are read off the clause."""
    reading = scene.reading
    verb = cue if verb is None else verb
    evidence = clause_span(reading, verb, cue, *also)
    if type_ in ("threat", "ultimatum", "warning"):
        evidence = _with_condition(reading, evidence)
    condition = condition_of(reading, evidence)
    deadline = deadline_in(reading, evidence)
    if type_ == "threat" and deadline is not None:
        type_ = "ultimatum"
    name = "condition" if type_ == "demand" else "measure"
    measured = without(reading, measure or _after(reading, cue, evidence), condition)
    items = (
        field(reading, name, measured),
        field(reading, "condition", condition) if type_ != "demand" else None,
        deadline,
        mode_field(reading, evidence) if type_ != "demand" else None,
    )
    deed = Deed("pressure", type_, PLOVER[type_], status, rule, actors, (evidence,), recipients)
    return deed.with_field(*items)


def _with_condition(reading: Reading, evidence: Span) -> Span:
    """The evidence widened to a condition that follows it in the same sentence."""
    sentence = reading.sentence_of(evidence.start)
    rest = Span(evidence.start, sentence.end_char)
    condition = condition_of(reading, rest)
    if (
        condition is None
        or condition.within(evidence)
        or ";" in Span(evidence.end, condition.end).of(reading.document.text)
    ):
        return evidence
    return Span(evidence.start, max(evidence.end, condition.end))


def _after(reading: Reading, cue: Token, evidence: Span) -> Span | None:
    """The words after the cue, to the end of the evidence."""
    tail = reading.doc.char_span(word_span(cue).end, evidence.end, alignment_mode="contract")
    return trimmed(reading, tail.start, tail.end) if tail is not None and len(tail) else None


def without(reading: Reading, measure: Span | None, condition: Span | None) -> Span | None:
    """The measure without the condition that follows or precedes it."""
    if measure is None or condition is None or not measure.overlaps(condition):
        return measure
    keep = Span(measure.start, condition.start) if condition.start > measure.start else Span(condition.end, measure.end)
    if keep.end <= keep.start:
        return None
    piece = reading.doc.char_span(keep.start, keep.end, alignment_mode="contract")
    if piece is None or not piece.text.strip(" ,;"):
        return None
    end = piece.end
    while end > piece.start + 1 and reading.doc[end - 1].lower_ in ("unless", "if", "until", "till", "as", "long", ","):
        end -= 1
    return trimmed(reading, piece.start, end)


def mode_field(reading: Reading, evidence: Span) -> Field | None:
    """PLOVER's mode of a threat or sanction, with `economic` for tariffs and the like; None when no word tells."""
    piece = reading.doc.char_span(evidence.start, evidence.end, alignment_mode="expand")
    for mode, table in MODES:
        for token in piece or ():
            if token.lower_ in table or token.lemma_.lower() in table:
                return Field("mode", mode, (word_span(token),))
    return None
