"""What shows a stance outside quotation marks: one small rule each, tried in order on every token.

A rule looks at one token and answers with the stance it carries, the verb whose doer holds it, and the token that
heads what the stance is toward. Its docstring is what the user reads.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from demarche.reports.statements.cues import (
    ACCUSING,
    MERITS,
    NEUTRAL_VERBS,
    REACTIONS,
    RELATION_NOUNS,
    RELATION_VERBS,
    STANCE_VERBS,
    noun_stance,
)
from demarche.reports.statements.syntax import objects_of


@dataclass(frozen=True, slots=True)
class Cue:
    """A stance found in the text: `verb` is held by its doer, `target` heads what it is toward."""

    stance: str
    rule: str
    word: Token
    verb: Token
    target: Token | None


Rule = Callable[[Token], Cue | None]


def stance_verb(token: Token) -> Cue | None:
    """A verb that carries the stance by itself: thanked, congratulated, praised, condemned, rejected, welcomed."""
    stance = STANCE_VERBS.get(token.lemma_.lower())
    if stance is None or token.pos_ != "VERB" or _adjectival(token) or not _stance_sense(token):
        return None
    target = next(iter(objects_of(token)), None)
    if target is None:
        target = _prepositional(token, ("for", "on", "to"))
    return Cue(stance, "stance-verb", token, token, target)


def conveyed_noun(token: Token) -> Cue | None:
    """A verb of expressing with a noun of feeling: expressed concern, offered condolences, reaffirmed support."""
    verb = _conveyed_by(token)
    stance = noun_stance(token.lemma_.lower(), verb.lemma_.lower()) if verb is not None else None
    if verb is None or stance is None:
        return None
    return Cue(stance, "conveyed-noun", token, verb, _target_of_noun(token) or _receiver(verb))


def reaffirmed_relation(token: Token) -> Cue | None:
    """Reaffirmed, affirmed + the relation itself: reaffirmed the strong alliance, affirmed their friendship."""
    verb = _conveyed_by(token)
    if verb is None or token.lemma_.lower() not in RELATION_NOUNS or verb.lemma_.lower() not in RELATION_VERBS:
        return None
    return Cue("support", "reaffirmed-relation", token, verb, _prepositional(token, ("with", "between", "to")))


def called_on(token: Token) -> Cue | None:
    """Called on, called upon, appealed to someone to do something."""
    if token.pos_ != "VERB" or token.lemma_ not in ("call", "appeal"):
        return None
    words = ("on", "upon") if token.lemma_ == "call" else ("to",)
    target = _prepositional(token, words)
    asks = any(c.dep_ in ("xcomp", "advcl", "ccomp", "acl") for c in token.children) or _prepositional(token, ("for",))
    return Cue("request", "called-on", token, token, target) if target is not None and asks else None


def stood_with(token: Token) -> Cue | None:
    """Stands with, stood by, stood up for, sided with someone."""
    if token.pos_ != "VERB" or token.lemma_ not in ("stand", "side"):
        return None
    target = _prepositional(token, ("with", "by", "behind", "for", "alongside"))
    return Cue("support", "stood-with", token, token, target) if target is not None else None


def was_grateful(token: Token) -> Cue | None:
    """Was grateful; was committed to another's security; was saddened; was sceptical, sounded doubtful."""
    stance = _PREDICATES.get(token.lower_)
    if stance is None or token.dep_ in ("amod", "advmod", "compound"):
        return None
    target = _prepositional(token, ("to", "for", "by", "of", "about", "at"))
    if stance == "support" and (target is None or target.pos_ == "VERB"):
        return None
    return Cue(stance, "predicate", token, token, target)


_PREDICATES = {
    "grateful": "thank",
    "thankful": "thank",
    "appreciative": "thank",
    "saddened": "condole",
    "heartbroken": "condole",
    "doubtful": "doubt",
    "sceptical": "doubt",
    "skeptical": "doubt",
    "concerned": "criticise",
    "alarmed": "criticise",
    "outraged": "criticise",
    "appalled": "criticise",
    "committed": "support",
}


def turned_down(token: Token) -> Cue | None:
    """Turned down an offer; ruled out a step; refused to talk."""
    if token.pos_ != "VERB":
        return None
    if token.lemma_ in ("turn", "rule") and any(c.lower_ in ("down", "out") for c in token.children):
        down = {"turn": "down", "rule": "out"}[token.lemma_]
        if any(c.lower_ == down for c in token.children):
            return Cue("reject", "turned-down", token, token, next(iter(objects_of(token)), None))
    return None


def exchanged_greetings(token: Token) -> Cue | None:
    """Exchanged greetings or congratulations; wished many happy returns; conveyed wishes on a birthday."""
    if token.lemma_.lower() not in ("greeting", "greetings", "congratulation", "congratulations", "wish", "wishes"):
        return None
    verb = _conveyed_by(token)
    if verb is None or verb.lemma_ not in ("exchange", "convey", "extend", "send", "offer"):
        return None
    return Cue("congratulate", "greetings", token, verb, _receiver(verb) or _prepositional(token, ("to", "on")))


def wished_well(token: Token) -> Cue | None:
    """Wished him many happy returns, wished them a happy Independence Day."""
    if token.lemma_ != "wish" or token.pos_ != "VERB":
        return None
    happy = any(t.lower_ in ("happy", "merry", "birthday", "anniversary") for t in token.subtree if t.i > token.i)
    whom = next((c for c in token.children if c.dep_ in ("iobj", "obj")), None)
    return Cue("congratulate", "wished-well", token, token, whom) if happy and whom is not None else None


def honoured_merit(token: Token) -> Cue | None:
    """Recognised her years of service, honoured their contribution, acknowledged its leadership."""
    if token.pos_ != "VERB" or token.lemma_ not in ("recognize", "recognise", "honor", "honour", "acknowledge"):
        return None
    merits = [o for o in objects_of(token) if {t.lemma_.lower() for t in o.subtree} & MERITS]
    return Cue("praise", "honoured-merit", token, token, merits[0]) if merits else None


def wanted_of(token: Token) -> Cue | None:
    """Wants an ally to do something."""
    if token.lemma_ != "want" or token.pos_ != "VERB":
        return None
    asked = [c for c in token.children if c.dep_ in ("xcomp", "ccomp")]
    whom = next(iter(objects_of(token)), None) or next(
        (g for c in asked for g in c.children if g.dep_ == "nsubj"), None
    )
    return Cue("request", "wanted-of", token, token, whom) if asked and whom is not None else None


def drew_reaction(token: Token) -> Cue | None:
    """Drew condemnation from, prompted criticism among: the one who reacts holds the stance."""
    stance = REACTIONS.get(token.lemma_.lower())
    if stance is None or token.pos_ != "NOUN" or _prepositional(token, ("from", "by", "among")) is None:
        return None
    return Cue(stance, "drew-reaction", token, token, None)


def reacting(noun: Token) -> Token | None:
    """Who reacts: condemnation from X, criticism among Y."""
    return _prepositional(noun, ("from", "by", "among"))


def accused_plainly(token: Token) -> Cue | None:
    """An accusation after a neutral verb: said that X violates, pointed out the crimes of X, alleged that …"""
    lemma = token.lemma_.lower()
    if token.pos_ != "VERB" or lemma not in NEUTRAL_VERBS | {"allege"}:
        return None
    for child in token.children:
        if child.dep_ in ("ccomp", "parataxis") and (lemma == "allege" or _accuses(child)):
            return Cue("accuse", "accused-plainly", token, token, _doer_of(child) or child)
        if child.dep_ in ("obj", "nsubj:pass") and child.lemma_.lower() in ACCUSING:
            return Cue("accuse", "accused-plainly", token, token, child)
    return None


def _accuses(verb: Token) -> bool:
    near = [verb, *(c for c in verb.children if c.dep_ in ("xcomp", "obj", "acomp", "conj", "obl"))]
    return any(t.lemma_.lower() in ACCUSING for t in near)


def _doer_of(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")), None)


def denied_contact(token: Token) -> Cue | None:
    """Stated that there had been no call: a denial without the verb."""
    if token.lemma_.lower() not in NEUTRAL_VERBS or token.pos_ != "VERB":
        return None
    for child in token.children:
        if child.dep_ != "ccomp" or not any(g.lower_ == "there" for g in child.children):
            continue
        things = [g for g in child.children if g.dep_ == "nsubj" and any(d.lower_ == "no" for d in g.children)]
        if things and things[0].lemma_ in ("call", "conversation", "meeting", "talk", "contact", "visit", "agreement"):
            return Cue("reject", "denied-contact", token, token, things[0])
    return None


def paid_tribute(token: Token) -> Cue | None:
    """Paid tribute to someone; voiced satisfaction is no stance."""
    verb = _conveyed_by(token)
    if token.lemma_ != "tribute" or verb is None or verb.lemma_ != "pay":
        return None
    return Cue("praise", "tribute", token, verb, _prepositional(token, ("to",)) or _prepositional(verb, ("to",)))


RULES: tuple[Rule, ...] = (
    stance_verb,
    conveyed_noun,
    reaffirmed_relation,
    called_on,
    stood_with,
    was_grateful,
    turned_down,
    exchanged_greetings,
    paid_tribute,
    wished_well,
    honoured_merit,
    wanted_of,
    drew_reaction,
    denied_contact,
    accused_plainly,
)


def cue_at(token: Token) -> Cue | None:
    """The first rule that sees a stance in this token."""
    return next((cue for rule in RULES if (cue := rule(token)) is not None), None)


def _stance_sense(verb: Token) -> bool:
    """False where the verb means something else: "will support" promises, "asked whether", "to support" is a purpose."""
    lemma = verb.lemma_.lower()
    if lemma in ("support", "back"):
        return verb.tag_ in ("VBD", "VBZ", "VBP", "VBG") and not any(c.lower_ == "will" for c in verb.children)
    if lemma in ("ask", "question"):
        return not any(c.dep_ in ("mark", "advmod") and c.lower_ in _ASKING for g in verb.children for c in g.children)
    if lemma == "decline":
        return not any(c.dep_ == "xcomp" and c.lemma_ in ("comment", "say", "elaborate", "give") for c in verb.children)
    return True


_ASKING = ("whether", "if", "how", "why", "what", "when")


def _adjectival(token: Token) -> bool:
    return token.dep_ in ("amod", "compound", "case", "acl") and token.tag_ in ("VBN", "VBG", "JJ")


def _conveyed_by(noun: Token) -> Token | None:
    """The verb that has this noun as object, directly or through coordination, actively or passively."""
    head = noun
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    if (
        head.dep_ in ("obj", "nsubj:pass", "obl:unmarked")
        and head.head.pos_ == "VERB"
        and noun.pos_ in ("NOUN", "PROPN")
    ):
        return head.head
    return None


def _target_of_noun(noun: Token) -> Token | None:
    return _prepositional(noun, ("for", "to", "over", "about", "with", "at", "on", "regarding", "of"))


def _receiver(verb: Token) -> Token | None:
    named = next((c for c in verb.children if c.dep_ == "iobj"), None)
    return named if named is not None else _prepositional(verb, ("to", "with", "for", "about", "over"))


def _prepositional(head: Token, prepositions: tuple[str, ...]) -> Token | None:
    """The noun that one of these prepositions joins to the head, earlier prepositions first."""
    for word in prepositions:
        for child in head.children:
            if child.dep_ in ("obl", "nmod", "advcl", "acl", "obl:agent", "xcomp") and any(
                g.lower_ == word and g.dep_ in ("case", "mark") for g in child.children
            ):
                return child
    return None
