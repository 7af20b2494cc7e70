"""Grammar around one word: the clause it stands in, what governs it, and whether it is negated.

Every helper reads the dependency tree (Universal Dependencies labels) and tolerates the usual mistakes of a small
parser: a date hung on a name, a conjunct read as an apposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan

from demarche.model import Span
from demarche.reports.contacts.vocabulary import bag

CLAUSES = bag("ROOT ccomp xcomp advcl advcl:relcl acl acl:relcl csubj parataxis conj")

#: verbs that only carry the noun: "held a call", "talks took place", "travelled for a meeting"
CARRIERS = bag(
    """hold have take happen occur host attend join conduct make pay begin commence start open continue participate lead
    chair co-chair convene travel arrive go come fly welcome receive be include give run last end conclude
    finish undertake complete embark kick resume see wrap round call meet return depart leave visit get do
    exchange stage proceed feature stay become sit break engage drag spend send exchange deliver convey"""
)

#: verbs of saying: what they govern is told, and their own date is the day of the telling
SAYING = bag(
    """say tell announce deny report confirm write claim add state note declare insist explain recall reveal
    disclose acknowledge admit stress argue post tweet comment quote release publish issue reply respond answer
    mention refute reject dismiss contradict correct ask inform understand know reiterate emphasize emphasise"""
)

NEGATIVE = bag("not n't n’t never no neither nor without none nobody hardly")

MEANS = bag("phone telephone videolink")  # "reach him by phone": the verb tells of the call

_NEGATIVE_LABELS = bag("advmod det cc:preconj neg cc mark case obl")


def token_span(token: Token) -> Span:
    """The characters of one token."""
    return Span(token.idx, token.idx + len(token.text))


def head_of(doc: Doc, span: Span) -> Token | None:
    """The token that heads a stretch of text."""
    piece: SpacySpan | None = doc.char_span(span.start, span.end, alignment_mode="expand")
    return piece.root if piece is not None and len(piece) else None


def path(token: Token) -> Iterator[tuple[Token, Token]]:
    """(child, governor) pairs from a token up to the root of its sentence."""
    child = token
    while child.head.i != child.i:
        yield child, child.head
        child = child.head


def is_predicate(token: Token) -> bool:
    """True for the head of a clause: a verb, or whatever has a copula or a clause label."""
    if token.tag_ in ("VBD", "VBZ", "VBP") and token.pos_ == "VERB":
        return True
    if token.pos_ == "VERB":
        return token.dep_ not in ("amod", "compound", "nmod", "nmod:desc", "flat", "case", "fixed")
    if token.pos_ == "AUX":
        return token.dep_ in CLAUSES
    return any(c.dep_ == "cop" for c in token.children)


def predicate(token: Token) -> Token:
    """The nearest predicate at or above a token; the root of the sentence when there is none."""
    if is_predicate(token):
        return token
    for _, governor in path(token):
        if is_predicate(governor):
            return governor
    return token.sent.root


def predicates(token: Token) -> list[Token]:
    """Every predicate at or above a token, inner first."""
    chain = [token, *(governor for _, governor in path(token))]
    return [t for t in chain if is_predicate(t)]


def auxiliaries(token: Token) -> list[Token]:
    """Auxiliaries and copulas of a predicate; a conjunct without its own shares those of the first."""
    own = [c for c in token.children if c.dep_ in ("aux", "aux:pass", "cop")]
    if own or token.dep_ != "conj":
        return own
    if any(c.dep_.startswith("nsubj") for c in token.children):
        return own
    same = token.head.tag_ == token.tag_ or token.tag_ in ("VB", "VBN", "VBG")
    return auxiliaries(token.head) if same else own


def subject(token: Token) -> Token | None:
    """The subject of a predicate, borrowed from the first conjunct or from the controlling clause when it has none."""
    for child in token.children:
        if child.dep_ in ("nsubj", "nsubj:pass", "csubj", "nsubj:outer"):
            return child
    if token.dep_ in ("conj", "xcomp", "advcl") and token.head.i != token.i:
        return subject(token.head)
    return None


def expletive(token: Token) -> bool:
    """True for "it was Ankara": the subject stands for nothing."""
    return any(c.dep_.startswith("expl") for c in token.children)


def objects(token: Token) -> list[Token]:
    """Direct objects of a predicate."""
    return [c for c in token.children if c.dep_ in ("obj", "iobj", "dobj")]


def case_of(token: Token) -> str:
    """The preposition of a phrase, lower case, or ''."""
    return next((c.lower_ for c in token.children if c.dep_ == "case"), "")


def negated(token: Token) -> bool:
    """True when the word itself carries a negative: "did not speak", "no meeting", "never met"."""
    denied = any(_denies(child) for child in token.children if child.i < token.i or child.dep_ in ("advmod", "neg"))
    return (denied or _nobody(token)) and not _contrasted(token)


def _nobody(token: Token) -> bool:
    """True for a subject that denies: "nobody", "neither side", "no date"."""
    subject_words = [c for c in token.children if c.dep_ in ("nsubj", "nsubj:pass")]
    return any(
        c.lower_ in ("nobody", "neither", "none")
        or any(d.lower_ in ("neither",) for d in c.children if d.dep_ == "det")
        for c in subject_words
    )


def _contrasted(token: Token) -> bool:
    """True for "not in May, but in June": the thing happened, only not so."""
    rest = token.doc[token.i : token.sent.end].text
    return bool(
        re.search(r",[”\"']? but (?:rather |only )?(?:in|on|at|by|with|five|four|two|three|a|the|later|\d)", rest)
    )


def _denies(token: Token) -> bool:
    """A negative word that denies its head, unlike "not only", "not until", "no later than"."""
    if token.lower_ not in NEGATIVE or token.dep_ not in _NEGATIVE_LABELS:
        return False
    following = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return following not in (
        "only",
        "just",
        "until",
        "later",
        "longer",
        "less",
        "more",
        "fewer",
        "merely",
        "simply",
        "doubt",
    )


def infinitive(token: Token) -> bool:
    """True for "to meet"."""
    return any(c.lower_ == "to" and c.dep_ == "mark" for c in token.children)


def sentence_text(token: Token) -> str:
    """The words of the token's sentence."""
    return str(token.sent.text)


@cache
def event_nouns() -> frozenset[str]:
    """Nouns that own the date beside them: "the June 14 statement" dates the statement."""
    return bag(
        """statement attack agreement election anniversary war invasion deal decision resolution report letter speech
    interview conference summit meeting call talk talks visit deadline ceasefire truce session round trip
    conversation announcement declaration remark remarks protest vote referendum bombing strike incident
    explosion launch test release independence inauguration communique communiqué memorandum accord treaty
    decree law bill document telegram message note discussion consultation negotiation dialogue contact exchange
    stop tour dinner lunch breakfast encounter gathering travel journey engagement arrival departure return stay
    flight holiday day festival election poll campaign dissolution withdrawal resumption adoption signing
    opening closing death forum congress hearing trial arrest shooting crash earthquake storm match final game
    birthday address assembly ceremony parade offensive ultimatum warning sanctions invitation proposal offer
    plan request summons refusal"""
    )


@cache
def contact_nouns() -> frozenset[str]:
    """Nouns that name a contact or its occasion."""
    return bag(
        """summit meeting call talk talks visit session round trip conversation discussion consultation negotiation
    dialogue contact exchange stop tour dinner lunch breakfast encounter gathering forum congress assembly
    travel journey engagement arrival departure stay letter message telegram telephone phone conference
    delegation stopover ceremony"""
    )


def is_event_noun(token: Token) -> bool:
    """True for a noun that names an event, unless it heads a clause."""
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in event_nouns() and not is_predicate(token)


def owner(token: Token) -> Token:
    """The event that a date (or length, or place) word belongs to: the nearest event noun or predicate above it."""
    for _, governor in path(token):
        if governor.pos_ in ("NOUN", "PROPN") and governor.lemma_.lower() in event_nouns():
            return governor
        if is_predicate(governor):
            return governor
    return token.sent.root


def tense(token: Token) -> str:
    """The time a predicate puts its event in, seen alone: "future", "past", "present" or "" when it is not finite."""
    helpers = auxiliaries(token)
    words = {a.lower_ for a in helpers}
    if words & {"will", "shall", "'ll", "’ll", "wo"} or _to_be_to(token, words):
        return "future"
    if words & {"would", "could", "might", "may", "can", "should", "must", "ca", "'d", "ought"}:
        return "modal"
    tags = {t.tag_ for t in (token, *helpers)}
    if words & {"has", "have", "had", "'ve", "’ve", "did", "was", "were"}:
        return "past"
    if "VBD" in tags or (token.tag_ == "VBN" and not helpers and _stands_alone(token)):
        return "past"
    if tags & {"VBZ", "VBP"} or (token.tag_ == "VB" and not helpers and _bare_present(token)):
        return "present"
    return ""


def _bare_present(token: Token) -> bool:
    """True for "the two sides hold talks", read as an infinitive."""
    return token.dep_ == "ROOT" and not infinitive(token) and any(c.dep_ == "nsubj" for c in token.children)


def _stands_alone(token: Token) -> bool:
    """True for a participle that heads its sentence or has a subject: a past tense that the tagger missed."""
    return token.dep_ == "ROOT" or any(c.dep_ == "nsubj" for c in token.children)


def _to_be_to(token: Token, helpers: set[str]) -> bool:
    """True for "is to meet", "was to begin"."""
    bare = token.tag_ in ("VB", "NN") or "have" in helpers
    return infinitive(token) and bare and bool(helpers & {"is", "are", "was", "were", "'s", "be"})


def main_noun(token: Token) -> Token:
    """The noun a word belongs to: "telephone" in "a telephone conversation" gives "conversation"."""
    if token.dep_ in ("cop", "aux", "aux:pass") or (token.dep_ == "obl" and token.lemma_.lower() in MEANS):
        return token.head
    while (
        token.dep_ in ("compound", "amod", "fixed", "flat")
        and token.head.pos_ in ("NOUN", "PROPN")
        and token.head.i != token.i
    ):
        token = token.head
    return token


def of_kind(token: Token, words: frozenset[str]) -> bool:
    """True when the word's lemma is in a list; forgives a lemmatiser that says "scrapp" or "cancele"."""
    lemma = token.lemma_.lower()
    if lemma in words:
        return True
    return token.pos_ == "VERB" and (lemma[:-1] in words or lemma + "e" in words)
