"""From a cue to an offer: its actor, the one it is held out to, its content, its evidence."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from demarche.model import Span
from demarche.reports.common import Deed, Scene
from demarche.reports.common.spans import clause_span, field, trimmed, word_span
from demarche.reports.statements.voices import Voice

PLOVER = {"proposal": "AGREE", "pledge": "AGREE", "agreement": "AGREE", "concession": "CONCEDE", "aid": "AID"}


def offer(
    scene: Scene,
    type_: str,
    rule: str,
    cue: Token,
    actors: tuple[Voice, ...],
    recipients: tuple[Voice, ...],
    *,
    status: str = "open",
    also: Iterable[Token] = (),
    plover: str | None = None,
) -> Deed:
    """Assemble an offer from what a rule has found."""
    reading = scene.reading
    evidence = clause_span(reading, cue, *also)
    tail = reading.doc.char_span(word_span(cue).end, evidence.end, alignment_mode="contract")
    content = trimmed(reading, tail.start, tail.end) if tail is not None and len(tail) else word_span(cue)
    deed = Deed("offer", type_, plover or PLOVER[type_], status, rule, actors, (evidence,), recipients)
    return deed.with_field(field(reading, "content", content))


def sides(voices: Iterable[Voice]) -> set[str]:
    """The sides that these voices stand for."""
    return {v.side or v.name for v in voices}


def between_states(scene: Scene, actors: tuple[Voice, ...], near: Span) -> bool:
    """True when the actors are of two sides, or somebody of another side is there to take the offer."""
    return len(sides(actors)) > 1 or scene.foreign(actors, near)
