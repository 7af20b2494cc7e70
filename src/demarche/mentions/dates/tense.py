"""Which way a date points: back for what has happened, forward for what is to come."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from spacy.tokens import Doc, Token

PAST, UNKNOWN, FUTURE = -1, 0, 1
TenseOf = Callable[[int, int], int]
"""(start, end) offsets of an expression -> PAST, UNKNOWN or FUTURE."""

_AHEAD_AUX = frozenset(
    ["will", "shall", "would", "'ll", "’ll", "may", "might", "can", "could", "should", "must", "'d", "’d", "wo"]
)
_AHEAD_WORDS = frozenset(
    [
        "planned",
        "scheduled",
        "due",
        "expected",
        "slated",
        "set",
        "upcoming",
        "forthcoming",
        "plan",
        "plans",
        "planning",
        "intend",
        "intends",
        "intended",
        "expect",
        "expects",
        "hope",
        "hopes",
        "hoped",
        "agree",
        "prepare",
        "prepares",
        "preparing",
        "propose",
        "proposes",
        "proposed",
        "invite",
        "invited",
        "invites",
        "postponed",
        "rescheduled",
        "moved",
        "delayed",
        "announce",
        "announces",
        "arrange",
        "arranged",
        "await",
        "awaits",
    ]
)
_EVENT_NOUNS = frozenset(
    [
        "meeting",
        "summit",
        "visit",
        "call",
        "talks",
        "trip",
        "conference",
        "round",
        "session",
        "negotiations",
        "deadline",
    ]
)


def tense_from_doc(doc: Doc) -> TenseOf:
    """Read the tense off the verb that governs the expression."""

    def tense(start: int, end: int) -> int:
        piece = doc.char_span(start, end, alignment_mode="expand")
        return _of_token(piece.root) if piece is not None and len(piece) else UNKNOWN

    return tense


def _of_token(token: Token) -> int:
    seen = 0
    while seen < 12:
        seen += 1
        if token.pos_ in ("VERB", "AUX"):
            return _of_verb(token)
        if token.lower_ in _AHEAD_WORDS and token.pos_ == "ADJ":
            return FUTURE
        if any(child.dep_ == "cop" for child in token.children):
            return _of_copula(token)
        if any(child.lower_ in ("upcoming", "forthcoming", "planned", "scheduled", "next") for child in token.children):
            return FUTURE
        if token.head == token:
            break
        token = token.head
    return UNKNOWN


def _of_copula(token: Token) -> int:
    if any(c.lower_ in _AHEAD_AUX for c in token.children) or token.lower_ in _AHEAD_WORDS:
        return FUTURE
    verbs = [c for c in token.children if c.dep_ == "cop"]
    return _finite(verbs[0])


def _finite(verb: Token) -> int:
    tenses = verb.morph.get("Tense")
    if "Past" in tenses:
        return PAST
    return FUTURE if "Pres" in tenses else UNKNOWN


def _of_verb(verb: Token) -> int:
    auxiliaries = [c for c in verb.children if c.dep_.startswith(("aux", "cop"))]
    lowers = {c.lower_ for c in auxiliaries}
    if lowers & {"have", "has", "had", "’ve", "'ve", "having"}:
        return PAST
    if lowers & _AHEAD_AUX or verb.lower_ in _AHEAD_WORDS:
        return FUTURE
    form = verb.tag_
    if form == "VB" or (form == "VBG" and lowers & {"is", "are", "'s", "’s", "be", "'re", "’re", "am"}):
        return FUTURE
    if form == "VBN":
        finite = [c for c in auxiliaries if c.tag_ != "VBN"]
        return _finite(finite[0]) if finite else PAST
    if form == "VBG":
        return _of_token(verb.head) if verb.head != verb else UNKNOWN
    return _finite(verb)


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(
        r"(?P<ahead>\b(?:will|shall|would|may|might|could|should|must|(?:is|are|was|were) (?:to|due|set|expected|"
        r"scheduled|planned)|scheduled|planned|plans?|planning|upcoming|forthcoming|expects?|expected|intends?|hopes?|"
        r"due|proposed|postponed|invited|(?:agreed|wants?|ready|decided|going) to|to (?:be|meet|visit|hold|travel|speak|"
        r"talk|arrive|attend|host|go|sign|take|discuss|receive|start|begin|return|come)|(?:is|are) \w+ing|"
        r"meets?|arrives?|travels?|holds?|hosts?|visits|begins?|starts?|opens?|leaves|flies)\b|['’]ll\b)"
        r"|(?P<past>\b(?:\w+ed|had|has|was|were|met|said|spoke|held|took|told|sent|went|came|began|saw|rang|left|"
        r"flew|gave|made|put|sat|won|lost|paid|ran|wrote|became|did|got|led|fell|broke|drew|struck|hit|spent|kept|"
        r"heard|found|thought|brought|rose|knew|chose)\b)"
    )


def tense_from_text(text: str) -> TenseOf:
    """Guess the tense from the nearest verb cue of the sentence, the one before the expression first."""

    def tense(start: int, end: int) -> int:
        low = max(0, start - 240)
        before = re.split(r"[.!?;]\s|\n", text[low:start])[-1]
        cues = list(_cues().finditer(before))
        if cues:
            return FUTURE if cues[-1]["ahead"] else PAST
        after = _cues().search(re.split(r"[.!?;]\s|\n", text[end : end + 160])[0])
        return UNKNOWN if after is None else FUTURE if after["ahead"] else PAST

    return tense
