"""Forecasts told by chances and by doubts: sees a 45% probability, put the odds at, few believe, fears that."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.model import Span
from demarche.reports.common import Deed, Scene
from demarche.reports.common.spans import clause_span, near, trimmed
from demarche.reports.forecasts.make import forecast
from demarche.reports.forecasts.opinions import described
from demarche.reports.forecasts.words import FORETELLERS, FUTURE
from demarche.reports.statements.syntax import infinitive, negated, subject_of
from demarche.reports.statements.voices import Voice

_CHANCES = frozenset(words("chance chances odds probability likelihood risk risks prospect prospects hope danger"))
_LITTLE = frozenset(words("little no slim scant few small"))
_TURNS = frozenset(words("breakthrough end settlement deal solution way progress thaw truce peace agreement alternative"
                         " sign signs"))  # fmt: skip
_COUNTERS = frozenset(words("few nobody none most many some several hardly"))
_OWN = frozenset(words("i we you it this that there he she they"))


def sees_chance(scene: Scene, token: Token) -> Deed | None:
    """Sees a 45 per cent chance, little prospect, no end; puts the odds at; gives peace an even chance."""
    found = [t.lower_ for t in near(token, 0, 10)[1:]]
    if negated(token) or infinitive(token) or token.dep_ == "amod" or token.pos_ == "NOUN":
        return None
    if token.lower_.startswith(("pric", "bett")):
        fits = found[:1] in (["in"], ["that"], ["on"])
    elif token.lower_.startswith("put"):
        fits = bool(_CHANCES & set(found[:4])) and "at" in [t.lower_ for t in near(token, 0, 22)]
    else:
        fits = bool(_CHANCES & set(found[:7])) or (bool(_LITTLE & set(found[:1])) and bool(_TURNS & set(found[:4])))
    if not fits or _of_chances(token):
        return None
    actors = foreseers(scene, token)
    return forecast(scene.reading, "sees-chance", actors, _clause(scene, token)) if actors else None


def _of_chances(token: Token) -> bool:
    """True for "saw the chance to win", "gave her the chance to speak": an opportunity."""
    for word in near(token, 0, 8)[1:]:
        if word.lower_ in _CHANCES:
            after = [t.lower_ for t in near(word, 0, 1)[1:]]
            lead = {t.lower_ for t in near(word, 3, 0)[:-1]}
            return after == ["to"] and bool(lead & {"a", "the", "his", "her", "their", "its"}) and not lead & _LITTLE
    return False


def few_believe(scene: Scene, token: Token) -> Deed | None:
    """Few, nobody, most observers believe, expect or doubt that something will happen."""
    subject = subject_of(token)
    if subject is None or subject.i > token.i or token.tag_ not in ("VBP", "VBZ", "VBD", "VB"):
        return None
    left = subject.left_edge
    counted = subject.lower_ in _COUNTERS or left.lower_ in _COUNTERS or subject.lower_ == "one"
    if not counted or not _to_come(token):
        return None
    span = trimmed(scene.reading, left.i, token.i)
    name = " ".join(span.of(scene.reading.document.text).split())
    voice = Voice(name[:1].lower() + name[1:], span, known=False, kind="group")
    return forecast(scene.reading, "few-believe", (voice,), _clause(scene, token))


def doubts(scene: Scene, token: Token) -> Deed | None:
    """Doubts, fears or thinks that something will happen which is not in the speaker's hand."""
    if negated(token) or infinitive(token) or token.pos_ == "NOUN" or token.dep_ == "amod" or not _to_come(token):
        return None
    actors = foreseers(scene, token)
    own = {n for v in actors for n in (v.name, v.side) if n}
    clause = next((c for c in token.children if c.dep_ == "ccomp"), None)
    subject = next((c for c in clause.children if c.dep_.startswith("nsubj")), None) if clause is not None else None
    if subject is None or subject.lower_ in ("i", "we", "you", "he", "she") or not actors:
        return None
    if {n for v in scene.named_by(subject) for n in (v.name, v.side) if n} & own:
        return None
    return forecast(scene.reading, "doubts", actors, _clause(scene, token))


def likely(scene: Scene, token: Token) -> Deed | None:
    """Somebody says that a thing is likely, unlikely, bound to happen, a matter of time, more likely than not."""
    doc, after = token.doc, [t.lower_ for t in near(token, 0, 3)[1:]]
    if token.lower_ == "matter" and after[:2] != ["of", "time"]:
        return None
    if token.lower_ in ("likely", "unlikely", "bound", "set") and after[:1] not in (["to"], ["that"], ["than"]):
        return None
    if not any(t.lower_ in ("is", "are", "was", "were", "'s", "’s", "be") for t in near(token, 6, 0)):
        return None
    actors, verb = scene.speakers(token)
    if verb is None or not actors:
        actors = _credited(scene, token)
    if not actors or any(v.name.lower() in _OWN for v in actors):
        return None
    span = trimmed(scene.reading, token.sent.start, token.sent.end)
    return forecast(scene.reading, "likely", actors, Span(span.start, span.end)) if doc else None


def _credited(scene: Scene, token: Token) -> tuple[Voice, ...]:
    """Who says it after a comma: "…, said NAME, an analyst", "…, two officials said"."""
    for verb in near(token, 0, 30)[1:]:
        if verb.lower_ in ("said", "says") and verb.i and {",", "”", '"'} & {t.text for t in near(verb, 6, 0)}:
            return foreseers(scene, verb)
    return ()


def _to_come(token: Token) -> bool:
    """True when the clause that the verb governs lies ahead: that … will, X to do, an event by a day."""
    for child in token.children:
        if child.dep_ in ("ccomp", "xcomp") and child.i > token.i:
            if any(c.lower_ in FUTURE | {"can", "’d", "'d", "is", "to"} and c.i < child.i for c in child.children):
                return True
            if any(c.lower_ in FUTURE for g in child.children for c in g.children):
                return True
    return False


def foreseers(scene: Scene, token: Token) -> tuple[Voice, ...]:
    """Who foresees: an actor, or people without a name who are the subject: "Western envoys", "bookmakers"."""
    subject = subject_of(token)
    if subject is not None and subject.lower_ in FORETELLERS and scene.reading.actor_at(subject.i) is None:
        return described(scene, subject)
    found = scene.doers(token, strict=True)
    if found:
        return found
    if subject is not None and subject.lower_ not in _OWN and subject.pos_ in ("NOUN", "PROPN"):
        return described(scene, subject)
    named = next((t for t in near(token, 6, 0) if t.lower_ in FORETELLERS), None)
    return described(scene, named) if named is not None else ()


def _clause(scene: Scene, token: Token) -> Span:
    return clause_span(scene.reading, token)
