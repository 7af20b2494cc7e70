"""Whose strike it was, whose troops they are: the state before the noun, after "by", or to whom it is ascribed."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.reports.common import Scene
from demarche.reports.statements.demonyms import demonyms_in
from demarche.reports.statements.syntax import subject_of
from demarche.reports.statements.voices import Voice

_BY = frozenset(words("by from ascribed attributed blamed"))


_ASCRIBED = frozenset(words("ascribed attributed claimed blamed"))


def _ascribed(scene: Scene, verb: Token) -> Voice | None:
    """To whom the rest of the sentence ascribes the blow: "…, another attack ascribed to the rebels"."""
    for token in verb.doc[verb.i : verb.sent.end - 1]:
        if token.lower_ not in _ASCRIBED or token.nbor().lower_ not in ("to", "by", "on"):
            continue
        mention = next(iter(scene.reading.actors_in(token.i + 2, min(token.i + 6, verb.sent.end))), None)
        if mention is not None:
            return Voice(mention.name, mention.span, None, mention.side, mention.kind)
    return None


def owners(scene: Scene, verb: Token) -> tuple[Voice, ...]:
    """The side whose strike or troops are the subject: "an Israeli air strike", "a missile fired by Israel"."""
    subject = subject_of(verb)
    if subject is None:
        return ()
    reading, left = scene.reading, subject.left_edge.i
    if (named := _ascribed(scene, verb)) is not None:
        return (named,)
    for token in reading.doc[left : verb.i]:
        mention = reading.actor_at(token.i)
        if mention is None or mention.side is None:
            continue
        lead = reading.doc[max(mention.start_token - 2, left) : mention.start_token]
        if mention.end_token <= subject.i or any(t.lower_ in _BY for t in lead):
            return (Voice(mention.side, mention.span, None, mention.side, "state"),)
    return tuple(demonyms_in(reading.doc, left, subject.i))[:1]
