"""How far a word's meaning reaches: which governors of a cue speak of the contact itself.

"Will hold a call" speaks of the call; "will report on the call" and "laughed during the call" do not.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from demarche.reports.contacts import clauses
from demarche.reports.contacts.vocabulary import bag

ARGUMENTS = bag(
    """obj iobj nsubj nsubj:pass ccomp xcomp csubj csubj:pass advcl acl nmod obl conj dobj compound nmod:poss
    acl:relcl appos obl:agent"""
)
ASIDE = bag("at during after following since by from despite through via because when while as")
MARGINS = bag("sideline margin fringe framework occasion")
TAKING_PART = bag("participate engage take join include involve result be represent partake")

#: nouns that hand the contact on to what governs them: "a series of calls", "plans for a summit"
THROUGH = bag(
    """series number couple set lot string flurry host pair handful part participation beginning start end resumption
    preparation plan commitment decision agreement date arrangement promise pledge schedule proposal offer invitation
    possibility prospect idea chance request suggestion readiness willingness desire wish hope need option likelihood
    interest appeal call speculation rumour rumor report claim denial cancellation postponement announcement format"""
)

_OPENERS = bag("case mark advmod")
#: nouns that only count or measure a contact: "a round of talks"
ROUNDS = bag("round series number couple set lot string pair handful beginning start end session")

#: words that move the time: what stands under them is not when the governor happens
SHIFTS = bag("after before following since ahead prior until till despite")


def aside(child: Token) -> bool:
    """True for a phrase that only accompanies its governor: "at the meeting", "during the call"."""
    if child.dep_ in ("obl:agent", "obl:unmarked"):
        return True
    if child.dep_ not in ("obl", "nmod", "advcl") or child.lower_ == "particular":
        return False
    if child.head.lemma_.lower() == "build" and marker(child) in ("on", "upon"):
        return True  # "will build on the leaders' call": the call has been
    if child.lemma_.lower() in MARGINS or child.head.lemma_.lower() in MARGINS:
        return True
    word = marker(child)
    if word in ("on", "upon") and child.lemma_.lower() in ("visit", "trip", "tour", "flight", "journey", "way"):
        return True
    if word == "in":
        return child.dep_ == "obl" and not takes_part(child.head)
    return word in ASIDE


def takes_part(verb: Token) -> bool:
    """True for "participate in", "take part in", "cancel participation in"."""
    shares = any(c.lemma_.lower() in ("part", "participation") for c in clauses.objects(verb))
    return shares or verb.lemma_.lower() in TAKING_PART


def marker(token: Token) -> str:
    """The preposition or conjunction that opens a phrase or clause, lower case, or ''."""
    return clauses.case_of(token) or next((c.lower_ for c in token.children if c.dep_ == "mark"), "")


def shifted(token: Token) -> bool:
    """True under "after", "before", "following", "since", "ahead of"."""
    if token.lower_ in SHIFTS or token.lemma_.lower() in ("follow", "precede"):
        return True
    return any(c.lower_ in SHIFTS or _ahead_of(c) for c in token.children if c.dep_ in _OPENERS and c.i < token.i)


def ahead_of(phrase: Token) -> bool:
    """True for "ahead of the meeting", seen from the meeting."""
    return any(_ahead_of(c) for c in phrase.children if c.dep_ in _OPENERS and c.i < phrase.i)


def _ahead_of(word: Token) -> bool:
    """True for the "of" in "ahead of", wherever the tree hangs "ahead"."""
    return word.lower_ == "of" and word.i > word.sent.start and word.nbor(-1).lower_ in ("ahead", "advance")


def governors(token: Token) -> Iterator[tuple[Token, Token]]:
    """(child, governor) pairs above a word whose meaning reaches it, inner first."""
    for child, governor in clauses.path(token):
        if aside(child) or child.dep_ in ("parataxis", "acl:relcl"):
            return
        if child.dep_ in ("conj", "advcl") and clauses.tense(child):
            return
        yield child, governor
        if _about(child, governor) or _beside(child, governor):
            return


def _about(child: Token, governor: Token) -> bool:
    """True for a noun that only speaks of the contact: "details of the call", "conditions for the meeting"."""
    if child.dep_ not in ("nmod", "nmod:poss") or governor.pos_ != "NOUN":
        return False
    lemma = governor.lemma_.lower()
    return lemma not in THROUGH and lemma not in clauses.contact_nouns()


def _beside(child: Token, governor: Token) -> bool:
    """True for "secure the hall for the meeting": what governs such a verb says nothing of the meeting."""
    if child.lower_ == "particular":
        return False
    return child.dep_ == "obl" and governor.pos_ == "VERB" and not clauses.of_kind(governor, clauses.CARRIERS)


def carried(child: Token, governor: Token) -> bool:
    """True when the time of the governor is the time of the contact."""
    if child is governor or child.dep_ in ("xcomp", "advcl", "conj"):
        return True
    if child.dep_ == "nmod" and governor.pos_ == "NOUN":
        return governor.lemma_.lower() in ROUNDS
    return clauses.of_kind(governor, clauses.CARRIERS) and child.dep_ in ARGUMENTS


def asserted(token: Token) -> str:
    """The tense in which a clause says that the contact takes place, or '' when it only mentions it."""
    if any(c.tag_ == "VBD" and c.dep_ == "acl" for c in token.children):
        return "past"  # a main verb that the tree took for a participle: "the call ... focused on"
    for child, governor in ((token, token), *governors(token)):
        if not carried(child, governor):
            return ""
        if clauses.is_predicate(governor) and clauses.tense(governor):
            return clauses.tense(governor)
    return ""
