"""Bids: one side tells or orders another what to do. A rule's docstring is what the user reads."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.model import Span
from demarche.reports.common import Deed, Scene
from demarche.reports.common.spans import near
from demarche.reports.pressures.deadlines import day_of_statement, deadline_in, term_deadline
from demarche.reports.pressures.make import pressure
from demarche.reports.pressures.terms import or_else
from demarche.reports.pressures.words import CONFLICT
from demarche.reports.statements.syntax import infinitive, negated, supposed
from demarche.reports.statements.voices import Voice

#: what one is told to do without any pressure: "told X to expect", "told her to feel at home"
_MILD = frozenset(words("expect feel enjoy contact call ask wait know think believe look say come keep try read be"))
_HEARERS = frozenset(words("reporters journalists us me them him her you parliament lawmakers"))
_RESIDENTS = frozenset(
    words("everyone everybody residents people civilians inhabitants citizens population forces troops army fighters")
)


def told_to(scene: Scene, token: Token) -> Deed | None:
    """Tells or orders another side to do something, with a day or a term as it may be."""
    if token.dep_ == "amod" or negated(token) or supposed(token) or infinitive(token) or token.tag_ in ("NN", "NNS"):
        return None
    after = near(token, 0, 14)[1:]
    to = next((i for i, t in enumerate(after) if t.lower_ == "to" and i), None)
    if to is None or to + 1 >= len(after) or not _bidden(after, to):
        return None
    actors = scene.doers(token)
    recipients = _told(scene, token, after[to - 1], actors) or _was_told(scene, token, actors)
    if not actors or not recipients:
        return None
    made = pressure(scene, "demand", "told-to", token, actors, recipients[:2], also=[after[to + 1], *or_else(token)])
    return with_term(scene, made, token)


def _bidden(after: list[Token], to: int) -> bool:
    """True when what follows "told" is one whom an infinitive bids: not reporters, nothing mild."""
    verb, whom = after[to + 1], after[:to]
    if verb.lower_ in _MILD or verb.tag_ not in ("VB", "VBP", "NN", "JJ", "RB"):
        return False
    lowered = [t.lower_ for t in whom]
    return not any(w in _HEARERS for w in lowered[:2]) and not any(
        t.lower_ in ("that", ",", ":", "how", "why", "what", '"', "“") or t.tag_ in ("VBD", "VBZ", "MD") for t in whom
    )


def _told(scene: Scene, token: Token, last: Token, actors: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """Whom the words between the verb and "to" name: another side, or the people of a place abroad."""
    found = scene.abroad(token.i + 1, last.i + 1, actors)
    if found or not {t.lower_ for t in near(token, 0, 4)} & _RESIDENTS or not any(v.side for v in actors):
        return found
    return scene.counterpart(token.i, token.sent.end, actors)[:1]


def _was_told(scene: Scene, token: Token, actors: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """ "Chisinau was told by Moscow to pay": the one told stands before a passive."""
    subject = next((c for c in token.children if c.dep_ == "nsubj:pass"), None)
    own = {n for v in actors for n in (v.side, v.name) if n}
    return tuple(v for v in scene.named_by(subject) if not {v.side, v.name} & own) if subject is not None else ()


def with_term(scene: Scene, made: Deed, token: Token) -> Deed:
    """A demand with a day or a term is an ultimatum: "to leave within 24 hours", "to reopen it by Friday"."""
    evidence = made.evidence[0]
    stretch = Span(token.idx, evidence.end)
    deadline = deadline_in(scene.reading, stretch)
    if deadline is None:
        text = scene.reading.document.text
        for term in scene.reading.durations_in(stretch):
            if text[max(term.span.start - 12, 0) : term.span.start].rstrip().endswith(("within", "in", "period of")):
                deadline = term_deadline(term, day_of_statement(scene.reading, evidence))
                break
    if deadline is None:
        return made
    return replace(made, type="ultimatum", plover="THREATEN").with_field(None if made.has("deadline") else deadline)


def urged_it(scene: Scene, token: Token) -> Deed | None:
    """Urges it or them, named before, to stop, withdraw or return."""
    after = near(token, 0, 16)[1:]
    if not after or after[0].lower_ not in ("it", "them", "both") or negated(token) or infinitive(token):
        return None
    tail = {t.lower_ for t in after[2:8]} | {t.lemma_.lower() for t in after[2:8]}
    if [t.lower_ for t in after[1:2]] != ["to"] or not tail & (CONFLICT | {"back"}):
        return None
    actors = scene.doers(token)
    taken = {n for v in actors for n in (v.side, v.name) if n}
    meant = [v for v in scene.named_by(after[0]) if not {v.side, v.name} & taken]
    if after[0].lower_ == "both":
        meant = [v for v in scene.pair() if not {v.side, v.name} & taken]
    recipients = tuple(meant) or scene.abroad(token.sent.start, token.i, actors)[-1:]
    return pressure(scene, "demand", "urged-it", token, actors, recipients) if actors and recipients else None
