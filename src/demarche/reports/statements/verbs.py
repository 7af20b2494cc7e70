"""Stances that a verb carries. A rule's docstring is what the user reads."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.reports.statements.cue import Cue, is_verb, prepositional
from demarche.reports.statements.cues import MERITS, STANCE_VERBS
from demarche.reports.statements.forms import lemma
from demarche.reports.statements.syntax import objects_of

_ASKING = ("whether", "if", "how", "why", "what", "when")
_MAY_STAND_ALONE = ("thank", "congratulate")
_OFFERED = frozenset(words("offer invitation request proposal plan demand deal idea bid appeal call suggestion"))
_SILENCE = ("comment", "say", "elaborate", "give")


def stance_verb(token: Token, led: bool) -> Cue | None:
    """A verb that carries the stance by itself: thanked, congratulated, praised, condemned, rejected, welcomed."""
    stance = STANCE_VERBS.get(lemma(token))
    if stance is None or not is_verb(token, led) or not _in_this_sense(token):
        return None
    target = next(iter(objects_of(token)), None)
    if target is None:
        target = prepositional(token, ("for", "on"))
    if target is None and lemma(token) == "deny":
        target = next((c for c in token.children if c.dep_ == "xcomp"), None)
    if (
        target is None
        and stance not in _MAY_STAND_ALONE
        and not any(c.dep_ == "ccomp" for c in token.children)
        and not led
    ):
        return None
    return Cue(stance, "stance-verb", token, token, target)


def _in_this_sense(verb: Token) -> bool:
    """False where the verb means something else: "will support" promises, "asked whether" asks."""
    word = lemma(verb)
    if word in ("support", "back"):
        return verb.tag_ in ("VBD", "VBZ", "VBP") and not any(c.lower_ in ("will", "to") for c in verb.children)
    if word in ("ask", "question"):
        asking = any(c.lower_ in _ASKING for g in verb.children for c in g.children)
        return not asking and bool(objects_of(verb)) and verb.nbor(-1).lower_ not in ("when", "if", "as")
    if word == "condemn" and any(c.dep_ in ("xcomp", "advcl") and c.i > verb.i for c in verb.children):
        return bool(objects_of(verb))
    if word == "decline":
        return not any(c.dep_ == "xcomp" and c.lemma_ in _SILENCE for c in verb.children)
    if word == "welcome":
        place = prepositional(verb, ("to",))
        return place is None or place.pos_ == "VERB"
    return True


def called_on(token: Token, led: bool) -> Cue | None:
    """Called on, called upon, appealed to someone to do something."""
    word = lemma(token)
    if word not in ("call", "appeal") or not is_verb(token, led):
        return None
    target = prepositional(token, ("on", "upon") if word == "call" else ("to",), close=True)
    asks = any(c.dep_ in ("xcomp", "advcl", "ccomp", "acl") for c in token.children) or prepositional(token, ("for",))
    return Cue("request", "called-on", token, token, target) if target is not None and asks else None


def stood_with(token: Token, led: bool) -> Cue | None:
    """Stands with, stood by, stood up for, sided with someone."""
    if lemma(token) not in ("stand", "side") or not is_verb(token, led):
        return None
    target = prepositional(token, ("with", "by", "behind", "alongside"), close=True)
    if target is None and any(c.lower_ == "up" for c in token.children):
        target = prepositional(token, ("for",))
        return Cue("support", "stood-up", token, token, target) if target is not None else None
    return Cue("support", "stood-with", token, token, target) if target is not None else None


def turned_down(token: Token, led: bool) -> Cue | None:
    """Turned down an offer."""
    if lemma(token) != "turn" or not is_verb(token, led) or not any(c.lower_ == "down" for c in token.children):
        return None
    offered = [o for o in objects_of(token) if o.lemma_.lower() in _OFFERED]
    return Cue("reject", "turned-down", token, token, offered[0]) if offered else None


def wished_well(token: Token, led: bool) -> Cue | None:
    """Wished him many happy returns, wished them a happy Independence Day."""
    if lemma(token) != "wish" or not is_verb(token, led):
        return None
    happy = any(t.lower_ in ("happy", "merry", "birthday", "anniversary") for t in token.subtree if t.i > token.i)
    whom = next((c for c in token.children if c.dep_ in ("iobj", "obj")), None)
    return Cue("congratulate", "wished-well", token, token, whom) if happy and whom is not None else None


def honoured_merit(token: Token, led: bool) -> Cue | None:
    """Recognised her years of service, honoured their contribution, acknowledged its leadership."""
    if lemma(token) not in ("recognize", "recognise", "honor", "honour", "acknowledge") or not is_verb(token, led):
        return None
    merits = [o for o in objects_of(token) if {t.lemma_.lower() for t in o.subtree if t.i <= o.i + 3} & MERITS]
    return Cue("praise", "honoured-merit", token, token, merits[0]) if merits else None


def wanted_of(token: Token, led: bool) -> Cue | None:
    """Wants an ally to do something."""
    if lemma(token) != "want" or not is_verb(token, led):
        return None
    asked = [c for c in token.children if c.dep_ in ("xcomp", "ccomp")]
    whom = next(iter(objects_of(token)), None)
    if whom is None:
        whom = next((g for c in asked for g in c.children if g.dep_ == "nsubj" and g.i < c.i), None)
    return (
        Cue("request", "wanted-of", token, token, whom) if asked and whom and whom.left_edge.i == token.i + 1 else None
    )
