"""Stances that a noun or an adjective carries with its verb. A rule's docstring is what the user reads."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.reports.statements.cue import Cue, conveyed_by, prepositional
from demarche.reports.statements.cues import (
    OWN_DEEDS,
    PREDICATES,
    REACTIONS,
    RELATION_NOUNS,
    RELATION_VERBS,
    STANCE_NOUNS,
    noun_stance,
)
from demarche.reports.statements.forms import lemma

STEADFAST = ("ironclad", "unwavering", "steadfast", "unshakeable", "rock-solid")
WISHES = ("greetings", "congratulations", "wishes", "tribute")
_OCCASIONS = frozenset({"anniversary", "birthday", "occasion", "day", "independence", "victory", "election"})
_TOWARD = ("for", "to", "over", "about", "with", "at", "on", "regarding", "of")


def conveyed_noun(token: Token, _led: bool) -> Cue | None:
    """A verb of expressing with a noun of feeling: expressed concern, offered condolences, reaffirmed support."""
    noun = token.lower_ if token.lower_ in STANCE_NOUNS else token.lemma_.lower()
    verb = conveyed_by(token) if noun in STANCE_NOUNS else None
    stance = noun_stance(noun, lemma(verb)) if verb is not None else None
    if verb is None or stance is None:
        return None
    target = prepositional(token, _TOWARD) or _receiver(verb)
    if noun == "commitment" and _own_deed(target):
        return None
    return Cue(stance, "conveyed-noun", token, verb, target)


def _own_deed(target: Token | None) -> bool:
    """True for a commitment to one's own policy ("to address the root causes"): that is no stance toward another."""
    return target is not None and target.pos_ == "VERB" and target.lemma_.lower() not in OWN_DEEDS


def reaffirmed_relation(token: Token, _led: bool) -> Cue | None:
    """Reaffirmed, affirmed + the relation itself: reaffirmed the strong alliance, affirmed their friendship."""
    if token.lemma_.lower() not in RELATION_NOUNS:
        return None
    verb = conveyed_by(token)
    if (
        verb is None
        or lemma(verb) not in RELATION_VERBS
        or prepositional(token, ("as",))
        or prepositional(verb, ("as",))
    ):
        return None
    return Cue("support", "reaffirmed-relation", token, verb, prepositional(token, ("with", "between", "to")))


def exchanged_greetings(token: Token, _led: bool) -> Cue | None:
    """Exchanged greetings or congratulations; conveyed wishes on a birthday."""
    if token.lower_ not in WISHES[:3]:
        return None
    verb = conveyed_by(token)
    if verb is None or lemma(verb) not in ("exchange", "convey", "extend", "offer"):
        return None
    occasion = prepositional(token, ("on",)) or prepositional(verb, ("on",))
    if occasion is None or not {t.lower_ for t in occasion.subtree} & _OCCASIONS:
        return None
    target = _receiver(verb) or prepositional(token, ("to", "on"))
    return Cue("congratulate", "greetings", token, verb, target)


def paid_tribute(token: Token, _led: bool) -> Cue | None:
    """Paid tribute to someone."""
    verb = conveyed_by(token) if token.lower_ == "tribute" else None
    if verb is None or lemma(verb) != "pay":
        return None
    return Cue("praise", "tribute", token, verb, prepositional(token, ("to",)) or prepositional(verb, ("to",)))


def drew_reaction(token: Token, _led: bool) -> Cue | None:
    """Drew condemnation from, prompted criticism among: the one who reacts holds the stance."""
    stance = REACTIONS.get(token.lower_)
    if stance is None or token.pos_ != "NOUN" or reacting(token) is None:
        return None
    return Cue(stance, "drew-reaction", token, token, None)


def reacting(noun: Token) -> Token | None:
    """Who reacts: condemnation from X, criticism among Y."""
    return prepositional(noun, ("from", "by", "among"))


def predicate(token: Token, _led: bool) -> Cue | None:
    """Was grateful; is committed to another's security; was saddened; sounded doubtful; remains ironclad."""
    stance = PREDICATES.get(token.lower_)
    if stance is None or token.dep_ in ("amod", "advmod", "compound") or not _predicative(token):
        return None
    target = prepositional(token, ("to", "for", "by", "of", "about", "at"))
    if stance == "support" and (target is None or target.pos_ == "VERB"):
        return None
    return Cue(stance, "predicate", token, token, target)


def ironclad(token: Token, _led: bool) -> Cue | None:
    """Said that the commitment to another remains ironclad, that support is unwavering."""
    if token.lower_ not in STEADFAST or token.dep_ == "amod":
        return None
    clause = token if any(c.dep_ == "nsubj" for c in token.children) else token.head
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in ("commitment", "support", "solidarity") or clause.head is clause:
        return None
    return Cue("support", "ironclad", token, clause.head, prepositional(subject, _TOWARD))


def _predicative(token: Token) -> bool:
    """True beside a copula: "is committed", "sounded doubtful", "remains open to"."""
    copula = any(c.dep_ in ("cop", "aux:pass", "aux") for c in token.children)
    return copula or (
        token.dep_ in ("xcomp", "acomp") and token.head.lemma_ in ("sound", "be", "remain", "seem", "feel")
    )


def _receiver(verb: Token) -> Token | None:
    named = next((c for c in verb.children if c.dep_ == "iobj"), None)
    return named if named is not None else prepositional(verb, ("to", "with", "for", "about", "over"))
