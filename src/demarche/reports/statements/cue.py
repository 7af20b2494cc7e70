"""A cue: a word that carries a stance, with the verb whose doer holds it and what the stance is toward."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from demarche.reports.statements.cues import CARRIERS
from demarche.reports.statements.forms import lemma, past, third


@dataclass(frozen=True, slots=True)
class Cue:
    """A stance found in the text: `verb` is held by its doer, `target` heads what it is toward."""

    stance: str
    rule: str
    word: Token
    verb: Token
    target: Token | None


#: a rule looks at one token; the second argument tells that an actor stands right before it
Rule = Callable[[Token, bool], Cue | None]

#: verbs that may govern a stance noun; "pay" and "exchange" go with tribute and greetings
_KNOWN = CARRIERS | {"pay", "exchange"}
_LINKS = ("obl", "nmod", "advcl", "acl", "obl:agent", "xcomp")


def is_verb(token: Token, led: bool) -> bool:
    """True for a verb, or for what the tagger took for a noun though an actor leads it: "the side regrets"."""
    if token.pos_ in ("VERB", "AUX"):
        return led or not (token.dep_ in ("amod", "compound", "case") and token.tag_ in ("VBN", "VBG", "JJ"))
    return led and (past(token) or third(token))


def prepositional(head: Token, prepositions: tuple[str, ...], *, close: bool = False) -> Token | None:
    """The noun that one of these prepositions joins to the head; `close`: the preposition follows at once."""
    for word in prepositions:
        for child in head.children:
            links = [g for g in child.children if g.lower_ == word and g.dep_ in ("case", "mark", "fixed")]
            if child.dep_ in _LINKS and links and (not close or links[0].i == head.i + 1):
                return child
    return None


def conveyed_by(noun: Token) -> Token | None:
    """The verb that has this noun as object, directly or through coordination, actively or passively."""
    if noun.pos_ not in ("NOUN", "PROPN", "VERB"):
        return None
    head = noun
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    joined = head.dep_ in ("obj", "nsubj:pass", "obl:unmarked") and head.head.pos_ == "VERB"
    if joined and lemma(head.head) in _KNOWN:
        return head.head
    return _carrier_before(noun) or (head.head if joined else None)


def _carrier_before(noun: Token) -> Token | None:
    """A verb of expressing a few words before, when the parse joins the noun to something else."""
    for back in range(1, 9):
        index = noun.i - back
        if index < noun.sent.start:
            return None
        token = noun.doc[index]
        if lemma(token) in _KNOWN and token.pos_ in ("VERB", "NOUN", "ADJ"):
            return token
        if (
            (token.pos_ in ("VERB", "AUX") and not token.lower_.endswith(("ed", "ing")))
            or token.text in (";", ":", ",")
            or token.pos_ == "ADP"
        ):
            return None
    return None
