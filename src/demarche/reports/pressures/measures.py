"""Whether a clause holds out harm: the verb by itself, or a verb that takes something away."""

from __future__ import annotations

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.reports.common.forms import by_form
from demarche.reports.pressures.words import CUT_NOUNS, CUTTING_VERBS, HARM_NOUNS, HARM_VERBS, INTENDING, WILL, WORSE_IF

_HARM_FORMS = by_form(HARM_VERBS)
_CUT_FORMS = by_form(CUTTING_VERBS)
_COURTS = frozenset(("court", "tribunal", "hague", "wto", "council"))
_TAKING_FORMS = _CUT_FORMS | by_form(words("block bar veto withhold freeze seize"))
_REACH = 12


def harms(verb: Token, reach: int = _REACH) -> bool:
    """True when the verb harms by itself, or takes from the other side what it needs."""
    word = verb.lower_
    if word in ("target", "strike", "attack", "ban", "levy", "sanction") and verb.pos_ == "NOUN":
        return False
    if word in _HARM_FORMS:
        return _HARM_FORMS[word] not in ("respond", "target", "seize", "block") or _object_harms(verb, reach)
    return word in _CUT_FORMS and _object_harms(verb, reach)


_WORSE_FORMS = by_form(WORSE_IF)
_CUT_IT = by_form(words("cut stop halt suspend end close shut scrap cancel withdraw block halve"))


def harms_if(verb: Token) -> bool:
    """True for what harms only as the other half of a condition: "will cross the river if", "would cut it unless"."""
    word = verb.lower_
    after = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    if word in _CUT_IT and after in ("it", "them", "off"):
        return True
    lemma = _WORSE_FORMS.get(word)
    if lemma in ("switch", "turn"):
        return after == "off"
    if lemma == "tear":
        return after == "up"
    return lemma is not None and verb.pos_ == "VERB"


_COSTS = frozenset(
    words("tariff tariffs duty duties sanction sanctions embargo levy levies penalty penalties restrictions")
)
_EASING = by_form(words("cut end suspend reduce halt stop scrap cancel withdraw"))
_SPOKEN = frozenset(("matter", "issue", "question", "case", "concerns", "subject", "topic"))


def _object_harms(verb: Token, reach: int) -> bool:
    if verb.lower_.startswith(("hold", "held")):
        reach = 5
        return any(t.lower_ in ("accountable", "account") for t in verb.doc[verb.i + 1 : verb.i + 1 + reach])
    if (
        verb.lower_.startswith(("raise", "raising", "bring"))
        and {t.lower_ for t in verb.doc[verb.i : verb.i + 4]} & _SPOKEN
    ):
        return False
    if verb.lower_.startswith(("take", "taking")):
        return any(
            t.lower_
            in (
                "accountable",
                "against",
                "response",
                "countermeasures",
                "retaliatory",
                "court",
                "tribunal",
                "hague",
                "wto",
            )
            for t in verb.doc[verb.i + 1 : verb.i + 14]
        )
    if verb.lower_.startswith("br") and any(t.lower_ in _COURTS for t in verb.doc[verb.i + 1 : verb.i + 12]):
        return True
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 1 + reach)]:
        if token.lower_ in _COSTS and verb.lower_ in _EASING:
            return False  # "will cut import duties"
        if token.lower_ in HARM_NOUNS or (token.lower_ in CUT_NOUNS and verb.lower_ in _TAKING_FORMS):
            return True
        if token.lower_ in ("unless", "if", "because") or token.text == ";":
            return False
    if any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children):
        before = {t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 12) : verb.i]}
        return bool(before & (HARM_NOUNS | CUT_NOUNS))
    return verb.lower_.startswith("respond")


def harm_near(tokens: list[Token]) -> Token | None:
    """The first verb among these that holds out harm."""
    return next((t for t in tokens if t.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ") and harms(t)), None)


def held_out(verb: Token, back: int = 9) -> Token | None:
    """The word that makes the deed one to come: will, would, vowed to, plans to, is committed to."""
    for token in reversed(verb.doc[max(verb.sent.start, verb.i - back) : verb.i]):
        if token.lower_ == "committed" and token.doc[token.i + 1].lower_ != "to":
            return None
        if token.lower_.startswith("promis") and token.doc[token.i + 1].lower_ != "to":
            continue
        if token.lower_ in WILL or token.lower_ in INTENDING:
            return token
        if token.text in (";", ":") or (token.text == "," and verb.i - token.i > 3):
            break
    if verb.i > 1 and verb.doc[verb.i - 1].lower_ == "to" and verb.doc[verb.i - 2].lower_ in ("is", "are"):
        return verb.doc[verb.i - 2]
    return _firmly_meant(verb)


def _firmly_meant(verb: Token) -> Token | None:
    """A commitment that an aside parts from its infinitive: "their commitment, along with partners, to impose"."""
    if verb.doc[verb.i - 1].lower_ not in ("to", "further") or verb.i == 0:
        return None
    before = verb.doc[max(verb.sent.start, verb.i - 16) : verb.i]
    return next((t for t in before if t.lower_ in ("commitment", "committed", "directed", "determined", "vowed")), None)


def denied(verb: Token, back: int = 5) -> bool:
    """True when "not", "never" or a refusal stands just before: "will not impose", "has no plans to attack"."""
    before = [t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - back) : verb.i]]
    if "hesitate" in before or "rest" in before:
        return False
    return bool({"not", "n't", "n’t", "never", "no", "without", "nor", "neither", "against", "denied", "denies",
                 "avoid", "refused", "instead", "rather", "whether"} & set(before))  # fmt: skip


_TOPICS = frozenset(
    words(
        """
        discussed discuss discussing importance need ways efforts issue question possibility prospect thanked welcomed
        reviewed considered talked exchanged coordination cooperation
        """
    )
)


def topic(verb: Token) -> bool:
    """True when the deed is only what was talked about: "discussed the importance of imposing costs"."""
    if verb.tag_ not in ("VBG", "VB"):
        return False
    for token in reversed(verb.doc[verb.sent.start : verb.i]):
        if token.text in (",", ";"):
            return False
        if token.lower_ in _TOPICS:
            return True
    return False
