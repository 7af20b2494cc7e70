"""Stances in set phrases: scoffed at, laughed off, took issue with, pinned the blame on."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from demarche.reports.common.forms import forms_of
from demarche.reports.statements.cue import Cue, is_verb
from demarche.reports.statements.cues import NEUTRAL_VERBS
from demarche.reports.statements.forms import lemma

#: verb -> words that follow it within a few tokens, in this order -> stance; "…" is any words
_PHRASES: tuple[tuple[str, str, str], ...] = (
    ("scoff", "at", "reject"), ("sneer", "at", "reject"), ("laugh", "off", "reject"), ("brush", "off", "reject"),
    ("brush", "aside", "reject"), ("shrug", "off", "reject"), ("wave", "aside", "reject"), ("wave", "off", "reject"),
    ("wave", "away", "reject"), ("pour", "scorn on", "reject"),
    ("rule", "out", "reject"), ("object", "to", "reject"), ("say", "no to", "reject"), ("turn", "down", "reject"),
    ("come", "out against", "reject"), ("balk", "at", "reject"), ("bristle", "at", "criticise"),
    ("take", "issue with", "criticise"), ("take", "exception to", "criticise"), ("take", "to task", "criticise"),
    ("take", "aim at", "criticise"), ("lash", "out at", "criticise"), ("hit", "out at", "criticise"),
    ("rail", "against", "criticise"), ("speak", "out against", "criticise"), ("protest", "at", "criticise"),
    ("protest", "against", "criticise"), ("complain", "about", "criticise"), ("complain", "of", "criticise"),
    ("take", "note with regret of", "criticise"), ("hold", "responsible", "accuse"), ("hold", "to blame", "accuse"),
    ("pin", "the blame on", "accuse"), ("lay", "the blame on", "accuse"), ("put", "the blame on", "accuse"),
    ("lay", "the blame at", "accuse"), ("point", "the finger at", "accuse"), ("plead", "with", "request"),
    ("throw", "its weight behind", "support"), ("throw", "his weight behind", "support"),
    ("throw", "her weight behind", "support"), ("rally", "behind", "support"), ("rally", "round", "support"),
    ("rally", "around", "support"), ("come", "out for", "support"), ("side", "with", "support"),
    ("lend", "support to", "support"), ("cast", "doubt on", "doubt"), ("throw", "doubt on", "doubt"),
    ("call", "into question", "doubt"), ("send", "cable of congratulations", "congratulate"),
    ("send", "message of congratulations", "congratulate"), ("send", "message of condolence", "condole"),
    ("send", "letter of condolence", "condole"), ("send", "condolences", "condole"),
)  # fmt: skip
_REACH = 9
#: the phrase must follow at once, or with its object between
_SPLIT = frozenset({"responsible", "to task", "down", "off", "aside", "away", "into question", "to blame", "issue with",
                    "exception to", "cable of congratulations", "message of congratulations", "message of condolence",
                    "letter of condolence", "condolences", "support to"})  # fmt: skip


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Verb form -> the phrases that it may open."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for verb, after, stance in _PHRASES:
        for form in forms_of(verb):
            table.setdefault(form, []).append((tuple(after.split()), stance))
    return {form: tuple(found) for form, found in table.items()}


def phrase(token: Token, led: bool) -> Cue | None:
    """A set phrase that carries a stance: scoffs at, laughs off, takes issue with, holds responsible, pleads with."""
    found = phrases().get(token.lower_)
    if found is None or not is_verb(token, led) or any(c.dep_ == "aux:pass" for c in token.children):
        return None
    after = [t.lower_ for t in token.doc[token.i + 1 : min(token.sent.end, token.i + 1 + _REACH)]]
    for words, stance in found:
        at = _place(after, words)
        if at is not None and (at <= 1 or " ".join(words) in _SPLIT) and not _other_sense(token, after, words):
            verb = token.head if token.dep_ == "ccomp" and lemma(token.head) in NEUTRAL_VERBS else token
            return Cue(stance, "phrase", token, verb, _toward(token, token.i + 1 + at + len(words)))
    return None


def _place(after: list[str], words: tuple[str, ...]) -> int | None:
    """Where the words of the phrase stand, one right after the other."""
    for start in range(len(after) - len(words) + 1):
        if after[start] in (",", ".", ";", ":"):
            return None
        if tuple(after[start : start + len(words)]) == words:
            return start
    return None


def _other_sense(token: Token, after: list[str], words: tuple[str, ...]) -> bool:
    """True for "rule out the possibility of rain", "objects to sell", "turned down the street"."""
    if words == ("down",):
        return not {"it", "offer", "plan", "proposal", "request", "invitation", "demand", "idea", "deal", "appeal",
                    "call", "bid", "them", "both"} & set(after)  # fmt: skip
    if words == ("off",) and token.lemma_.lower() == "brush":
        return not after
    return token.pos_ == "NOUN"


def _toward(token: Token, index: int) -> Token | None:
    """What the stance is toward: the object of the verb, else the head of the phrase after it."""
    obj = next((c for c in token.children if c.dep_ == "obj" and c.lower_ not in ("issue", "exception", "blame")), None)
    if obj is not None:
        return obj
    if index >= token.sent.end:
        return None
    word = token.doc[index]
    while word.head.i > word.i and word.head.i < token.sent.end and word.pos_ not in ("NOUN", "PROPN", "PRON"):
        word = word.head
    return word
