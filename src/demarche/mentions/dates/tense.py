"""Which way a date points: back for what has happened, forward for what is to come."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from spacy.tokens import Doc, Token

from demarche.mentions.dates.words import group

PAST, UNKNOWN, AHEAD, FUTURE = -1, 0, 1, 2
"""AHEAD is a hint (a present tense, an infinitive), FUTURE is said ("will", "is planned")."""

TenseOf = Callable[[int, int], int]
"""(start, end) offsets of an expression -> PAST, UNKNOWN, AHEAD or FUTURE."""

_MODALS = group("will shall would 'll ’ll may might can could should must 'd ’d wo")
_PERHAPS = group("may might can could")
_SET_FOR = group(
    """planned scheduled due expected slated set upcoming forthcoming plan plans planning intend intends
    intended expect expects hope hopes hoped prepare prepares preparing postponed rescheduled moved extended delayed
    brought invited invites invite await awaits"""
)
_OF_THINGS_TO_COME = group(
    """announce announced announces cancel cancelled canceled cancels scrap scrapped scraps called agree agreed
    agrees propose proposed proposes arrange arranged arranges discuss offer offered offers reject rejected
    confirm confirms schedule schedules host axed suspended skip skipped"""
)
"""Verbs whose object lies ahead: a visit that is announced or cancelled has not taken place yet."""
_HAVE = group("have has had ’ve 've having")
_BE_NOW = group("is are 's ’s be 're ’re am")
_STEPS = 12


def tense_from_doc(doc: Doc) -> TenseOf:
    """Read the tense off the verb that governs the expression."""

    @cache
    def text() -> str:
        return doc.text  # spaCy puts it together anew each time

    def tense(start: int, end: int) -> int:
        if _heads_an_entry(text(), start, end):
            return PAST
        piece = doc.char_span(start, end, alignment_mode="expand")
        return _of_token(piece.root) if piece is not None and len(piece) else UNKNOWN

    return tense


def _heads_an_entry(text: str, start: int, end: int) -> bool:
    """ "15 May: Khartoum hosts the talks": the entry of a chronology, in the historical present."""
    before = text[max(0, start - 8) : start].rstrip(" \t*-•")
    opens = before.endswith("\n") or (not before and start <= 8)
    return opens and _ENTRY.match(text, end) is not None


_ENTRY = re.compile(r"\s*:\s+(?![^\n.]*\b(?:will|shall|is due|are due|is to|are to)\b)")


def _of_token(token: Token) -> int:
    if _set_for_it(token):
        return FUTURE
    below: Token | None = None
    for _ in range(_STEPS):
        if token.pos_ in ("VERB", "AUX"):
            return _of_verb(token, below)
        if any(child.dep_ == "cop" for child in token.children):
            return _of_copula(token)
        if token.pos_ == "NOUN" and token.lower_ in ("plan", "plans", "preparations", "invitation"):
            return FUTURE  # "discussed plans for a meeting in July"
        if any(child.lower_ in ("upcoming", "forthcoming", "planned", "scheduled") for child in token.children):
            return FUTURE
        if token.head is token:
            break
        below, token = token, token.head
    return UNKNOWN


def _set_for_it(token: Token) -> bool:
    """True for "confirmed a call for Monday", "a summit for 15 August": the day that something is set for."""
    case = next((c for c in token.children if c.dep_ == "case" and c.i < token.i), None)
    if case is None or case.lower_ != "for" or token.head.i == token.i:
        return False
    return token.head.lower_ in _OF_THINGS_TO_COME | _SET_FOR | {"confirmed"} or token.head.lower_ in _CAN_BE_SET


_CAN_BE_SET = group("call meeting summit talks visit trip session round conference")


def _of_copula(token: Token) -> int:
    if any(c.lower_ in _MODALS for c in token.children) or token.lower_ in _SET_FOR:
        return FUTURE
    return _finite(next(c for c in token.children if c.dep_ == "cop"))


def _finite(verb: Token) -> int:
    tenses = verb.morph.get("Tense", [])
    if "Past" in tenses:
        return PAST
    return AHEAD if "Pres" in tenses else UNKNOWN


def _of_verb(verb: Token, below: Token | None) -> int:
    auxiliaries = [c for c in verb.children if c.dep_.startswith(("aux", "cop"))]
    lowers = {c.lower_ for c in auxiliaries}
    if verb.lower_ in _SET_FOR:
        return FUTURE
    if below is not None and _is_thing_to_come(verb, below):
        return AHEAD
    if verb.lower_ in ("build", "builds") and below is not None and below.dep_ == "obl":
        return PAST  # "will build on the call in February"
    if lowers & _MODALS and not (lowers & _HAVE):
        return AHEAD if lowers & _PERHAPS else FUTURE
    if lowers & _HAVE or verb.lower_ == "dated" or _follows_after(verb):
        return PAST
    return _by_form(verb, auxiliaries, lowers)


def _is_thing_to_come(verb: Token, below: Token) -> bool:
    """The date belongs to the thing announced or cancelled ("cancelled Thursday's trip"), not to the announcing."""
    dated_thing = below.pos_ == "NOUN" and below.dep_.startswith(("obj", "nsubj:pass", "nsubjpass", "dobj"))
    return dated_thing and verb.lower_ in _OF_THINGS_TO_COME


def _follows_after(verb: Token) -> bool:
    """ "after meeting the king on Tuesday"."""
    return verb.tag_ == "VBG" and any(c.lower_ in ("after", "following", "since") for c in verb.children)


def _went_to(verb: Token) -> bool:
    """ "went to see her on Monday": the way there and the visit are one."""
    went = verb.head
    near = 1 < verb.i - went.i < 4 and verb.nbor(-1).lower_ == "to"
    return near and went.lower_ in ("went", "came", "ushered", "shown") and verb.dep_ in ("xcomp", "advcl")


def _by_form(verb: Token, auxiliaries: list[Token], lowers: set[str]) -> int:
    form = verb.tag_
    if form == "VB":
        return PAST if _went_to(verb) else AHEAD
    if form == "VBG":
        if lowers & _BE_NOW:
            return FUTURE
        return _of_token(verb.head) if verb.head is not verb and verb.head.i < verb.i else UNKNOWN
    if form == "VBN":
        finite = [c for c in auxiliaries if c.tag_ != "VBN"]
        return _finite(finite[0]) if finite else PAST
    return _finite(verb)


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(
        r"(?P<ahead>\b(?:(?:will|shall|would|may|might|could|should|must|to|['’]ll)(?: not| also| then)?(?: be)? "
        r"(?!the\b)\w+|(?:is|are|was|were) (?:due|set|expected|scheduled|planned)|scheduled|planned|plans?|"
        r"planning|upcoming|forthcoming|expects?|expected|intends?|hopes?|due|proposed|postponed|moved|rescheduled|extended|invited|"
        r"(?:is|are)(?: \w+ing| on| due)?|meets?|arrives?|travels?|holds?|hosts?|visits|begins?|starts?|opens?|"
        r"leaves|flies|lands?|convenes?|returns?|takes place)\b)"
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
