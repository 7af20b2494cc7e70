"""Forecasts as somebody's opinion: an expert's, an institute's, a paper's own. A docstring is what the user reads."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.reports.common import Deed, Scene
from demarche.reports.common.spans import clause_span, near, trimmed
from demarche.reports.forecasts.make import forecast
from demarche.reports.forecasts.words import FORETELLERS
from demarche.reports.statements.voices import Voice


def described(scene: Scene, noun: Token) -> tuple[Voice, ...]:
    """People who foretell without a name: "trade experts"."""
    left = noun.i
    while left > noun.sent.start and noun.doc[left - 1].pos_ in ("NOUN", "ADJ", "PROPN") and noun.i - left < 3:
        left -= 1
    span = trimmed(scene.reading, left, noun.i + 1)
    return (Voice(" ".join(span.of(scene.reading.document.text).split()).lower(), span, known=False, kind="group"),)


def opinion(scene: Scene, token: Token) -> Deed | None:
    """In the opinion of someone, according to an expert, something will happen."""
    after = near(token, 0, 8)[1:]
    if len(after) < 2 or after[0].lower_ not in ("of", "to"):
        return None
    if token.lower_ == "according" and not _expert(token):
        return None
    tail = [t.lower_ for t in token.doc[token.i : min(token.sent.end, token.i + 34)]]
    if not {"will", "wo", "would"} & set(tail):
        return None
    mention = next((m for t in after[1:] if (m := scene.reading.actor_at(t.i)) is not None), None)
    actors = scene.named_by(scene.reading.doc[mention.head]) if mention is not None else _own_paper(scene, after)
    if not actors and (noun := next((t for t in after[1:4] if t.lower_ in FORETELLERS), None)) is not None:
        actors = described(scene, noun)
    span = trimmed(scene.reading, token.sent.start, token.sent.end)
    return forecast(scene.reading, "opinion", actors, span) if actors else None


def _expert(token: Token) -> bool:
    """True for a scholar, an analyst, an institute: "according to Dr. NAME from the university"."""
    words = {t.lower_.rstrip(".") for t in near(token, 0, 14)}
    return bool(words & (FORETELLERS | {"dr", "prof", "university", "centre", "center", "academy"}))


def _own_paper(scene: Scene, after: list[Token]) -> tuple[Voice, ...]:
    """ "Our newspaper", "this paper": the publisher speaks."""
    if not {t.lower_ for t in after} & {"newspaper", "paper", "editors", "desk", "magazine"}:
        return ()
    return publisher(scene, after[1])


def publisher(scene: Scene, word: Token) -> tuple[Voice, ...]:
    """The publisher as a voice, shown by the word that stands for it."""
    name = scene.reading.document.publisher.split(",")[0].split("(")[0].strip()
    return (Voice(name, trimmed(scene.reading, word.i, word.i + 1), kind="institution"),) if name else ()


def we_reckon(scene: Scene, token: Token) -> Deed | None:
    """We reckon, we expect, in a paper's own voice."""
    before = near(token, 1, 0)[0]
    if before.lower_ != "we" or scene.reading.publisher_side is not None:
        return None
    actors = publisher(scene, before)
    return forecast(scene.reading, "we-reckon", actors, clause_span(scene.reading, token, before)) if actors else None
