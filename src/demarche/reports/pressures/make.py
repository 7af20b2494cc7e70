"""From a cue to a pressure: its actor, its target, its measure, its condition, its day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import Field, Span
from demarche.reports.common import Deed, Scene
from demarche.reports.common.spans import clause_span, field, trimmed, word_span
from demarche.reports.pressures.conditions import condition_of
from demarche.reports.pressures.deadlines import day_of_effect, deadline_in
from demarche.reports.pressures.measure_words import DEMANDING_RULES, split_at_or, told_words
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
    also: Iterable[Token] = (),
    status: str = "pending",
) -> Deed:
    """Assemble a pressure from what a rule has found; the fields are read off the clause."""
    reading = scene.reading
    verb = cue if verb is None else verb
    evidence = clause_span(reading, verb, cue, *also)
    if type_ in ("threat", "ultimatum", "warning"):
        evidence = _with_condition(reading, evidence)
    deadline = deadline_in(reading, evidence)
    if type_ == "threat":
        type_ = "ultimatum" if deadline is not None else type_
        deadline = deadline or day_of_effect(reading, evidence)
    measure, demand = _measure_and_demand(reading, type_, rule, cue, evidence)
    items = (
        field(reading, "measure", measure),
        field(reading, "condition", demand),
        deadline,
        mode_field(reading, measure, cue) if measure is not None else None,
    )
    deed = Deed("pressure", type_, PLOVER[type_], status, rule, actors, (evidence,), recipients)
    return deed.with_field(*items)


def with_deadline(deed: Deed, deadline: Field | None) -> Deed:
    """A threat with a deadline is an ultimatum."""
    return deed if deadline is None else replace(deed, type="ultimatum").with_field(deadline)


def _measure_and_demand(
    reading: Reading, type_: str, rule: str, cue: Token, evidence: Span
) -> tuple[Span | None, Span | None]:
    """What is threatened or imposed, and what is asked: the condition, or the words of a demand."""
    told = told_words(reading, rule, cue, evidence)
    condition = condition_of(reading, evidence)
    if type_ == "demand":
        return None, told
    if rule in DEMANDING_RULES and told is not None:
        demand, harm = split_at_or(reading.document.text, told)
        return harm, demand
    return without(reading, told, condition), condition


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


def mode_field(reading: Reading, measure: Span, cue: Token) -> Field | None:
    """PLOVER's mode of a threat or sanction, with `economic` for tariffs and the like; None when no word tells."""
    piece = reading.doc.char_span(measure.start, measure.end, alignment_mode="expand")
    for mode, table in MODES:
        for token in (cue, *(piece or ())):
            if token.lower_ in table or token.lemma_.lower() in table:
                return Field("mode", mode, (word_span(token),))
    return None
