"""Words that a text gives to another's account: disowned, claimed elsewhere, or told of by a noun."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import REPORTING_VERBS, words
from demarche.mentions.reading import Reading
from demarche.reports.statements.demonyms import demonyms_in
from demarche.reports.statements.forms import lemma
from demarche.reports.statements.phrases import speakers_in
from demarche.reports.statements.pronouns import people_meant
from demarche.reports.statements.voices import Voice, of_mention, voices_at

#: nouns that attribute words: "the assertion of the Presidency that …", "in the words of the minister"
WORD_NOUNS = frozenset(
    words("assertion claim account words allegation remark verdict declaration post tweet message statement telegram")
)
_ANSWERS = frozenset(words("reply answer response comment verdict retort conclusion message word words"))
_STORIES = WORD_NOUNS | frozenset(words("report version statement readout story"))
_CLAIMING = frozenset(words("claim allege assert maintain say report state"))
_VERBS = frozenset(REPORTING_VERBS)
_OWNED_WITHIN = 8  # tokens after a quotation in which "was her reply" stands


def as_claimed(reading: Reading, after: list[Token]) -> tuple[tuple[Voice, ...], Token] | None:
    """ "…”, as NAME claimed; “…”, as NAME put it."""
    words_after = [t for t in after if t.is_alpha]
    if not words_after or words_after[0].lower_ != "as":
        return None
    for index, token in enumerate(after[:10]):
        if lemma(token) in _VERBS and token.pos_ == "VERB":
            start = after.index(words_after[0]) + 1
            voices = speakers_in(reading, after[start:], index - start) if index > start else ()
            return (voices, token) if voices else None
    return None


def told_by_noun(reading: Reading, after: list[Token]) -> tuple[tuple[Voice, ...], Token] | None:
    """ "…” was her reply; “…”, in the words of NAME."""
    first = next((t for t in after if t.is_alpha), None)
    if first is None or first.lower_ not in ("was", "is", "came", "in", "were"):
        return None
    how = next((i for i, t in enumerate(after[:3]) if t.lower_ in ("how", "what")), None)
    if how is not None:
        verb = next((i for i, t in enumerate(after) if i > how and t.pos_ == "VERB"), None)
        voices = speakers_in(reading, after[how + 1 :], verb - how - 1) if verb is not None else ()
        return (voices, after[verb or 0]) if voices else None
    for token in after[:_OWNED_WITHIN]:
        if token.lower_ in _ANSWERS and (voices := owner_of(reading, token)):
            return voices, token
    return None


def owner_of(reading: Reading, noun: Token) -> tuple[Voice, ...]:
    """Whose word it is: a possessor, "of" or "from" someone, the adjective of a state."""
    for child in noun.children:
        if child.dep_ == "nmod:poss" or (child.dep_ == "nmod" and _by(child)):
            voices = voices_at(reading, child) or people_meant(reading, child)
            if voices:
                return voices
    for by in noun.doc[noun.i + 1 : min(noun.i + 6, noun.sent.end)]:
        if by.lower_ in ("by", "from") and by.i + 2 < noun.sent.end:
            mention = reading.actor_at(by.i + 1) or reading.actor_at(by.i + 2)
            if mention is not None:
                return tuple(of_mention(reading, mention))
    left = max(noun.i - 3, noun.sent.start)
    return tuple(demonyms_in(reading.doc, left, noun.i))[:1]


def _by(token: Token) -> bool:
    """False for a place or channel: "a post on X"."""
    return not any(g.dep_ == "case" and g.lower_ in ("on", "in", "at", "about", "to") for g in token.children)


def disowned(reading: Reading, before: list[Token]) -> tuple[tuple[Voice, ...], Token] | None:
    """ "Contrary to the published account, he did not “…”", "and not, as is claimed, “…”": the other's account."""
    for token in before:
        if token.lower_ == "contrary":
            noun = next((t for t in before if t.i > token.i and t.lower_ in _STORIES), None)
            break
        if lemma(token) in _CLAIMING and _by_nobody(token) and any(t.lower_ == "not" for t in before):
            noun = token
            break
    else:
        return None
    if noun is None:
        return None
    voices = owner_of(reading, noun) if noun.pos_ == "NOUN" else ()
    voices = voices or next(_stories_before(reading, noun), ())
    return (voices, noun) if voices else None


def _by_nobody(verb: Token) -> bool:
    """True for "as is claimed", "as claimed", "it is alleged": a passive that names no one."""
    before = [t.lower_ for t in verb.doc[max(verb.i - 3, verb.sent.start) : verb.i]]
    return verb.tag_ in ("VBN", "VBD") and "as" in before and not {"he", "she", "they"} & set(before)


def _stories_before(reading: Reading, at: Token) -> Iterator[tuple[Voice, ...]]:
    """The owners of claims and accounts that the text speaks of before, the nearest first."""
    for index in range(at.i - 1, -1, -1):
        token = reading.doc[index]
        if token.lower_ in _STORIES and token.pos_ == "NOUN" and (voices := owner_of(reading, token)):
            yield voices
