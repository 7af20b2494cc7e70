"""Pronouns that no finder resolved: he, she, they, by what the text says of its people."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import REPORTING_VERBS
from demarche.mentions.reading import Reading
from demarche.model import ActorMention
from demarche.reports.statements.forms import lemma
from demarche.reports.statements.syntax import subject_of
from demarche.reports.statements.voices import Voice, of_mention, voices_at

_MALE = frozenset({"mr", "mr.", "king", "emir", "prince", "sheikh", "spokesman", "he", "him", "sir", "chairman"})
_FEMALE = frozenset({"mrs", "mrs.", "ms", "ms.", "queen", "madam", "spokeswoman", "she", "princess", "chairwoman"})

_NEAR = 4  # sentences, its own included, in which a pronoun finds its name


def people_meant(reading: Reading, token: Token, barred: Set[str] = frozenset()) -> tuple[Voice, ...]:
    """The people that a pronoun stands for: the last doer of fitting sex, or the last pair for "they".

    `barred`: names it cannot mean, such as the one who is addressed.
    """
    word = token.lower_
    if word in ("he", "she"):
        sexes = (_MALE, _FEMALE) if word == "he" else (_FEMALE, _MALE)
        return _one(reading, token, *sexes, barred)
    if word == "it":
        return _body(reading, token)
    if word in ("they", "both", "two", "leaders", "sides"):
        return _several(reading, token)
    return ()


def just_spoke(reading: Reading, token: Token) -> tuple[Voice, ...]:
    """The speaker of the sentence before whom the text leaves unnamed or names alone: "an official said. He added"."""
    before = [s for s in reading.sentences if s.end <= token.i and s.text.strip()]
    if not before or "\n" in reading.document.text[before[-1].end_char - 1 : token.idx]:
        return ()
    verb = next((t for t in before[-1] if t.dep_ == "ROOT"), None)
    subject = subject_of(verb) if verb is not None and lemma(verb) in REPORTING_VERBS else None
    if subject is None or subject.pos_ == "PRON" or subject.lower_ in (_FEMALE if token.lower_ == "he" else _MALE):
        return ()
    mention = reading.actor_at(subject.i)
    if mention is not None and (mention.kind != "person" or mention.name[:1].isupper()):
        return ()
    return tuple(v for v in voices_at(reading, subject) if v.kind == "person")


def last_doer(reading: Reading, token: Token) -> tuple[Voice, ...]:
    """The person who was last the subject of a main clause before this word."""
    mains = [m for m in _people(reading) if m.start_token < token.i and doer(reading, m) and _main(reading, m)]
    return tuple(of_mention(reading, mains[-1])) if mains else ()


def _people(reading: Reading) -> list[ActorMention]:
    """Single people named outside quotation marks; unnamed ones only in a text that names none."""
    found = [m for m in reading.actors if m.kind == "person" and not m.members and not reading.quoted(m.span.start)]
    return [m for m in found if m.name[:1].isupper()] or found


def _one(
    reading: Reading, token: Token, same: frozenset[str], other: frozenset[str], barred: Set[str]
) -> tuple[Voice, ...]:
    before = [m for m in _people(reading) if m.start_token < token.i and m.name not in barred]
    fitting = _close(reading, token, [m for m in before if not _marked(reading, m.name, other)])
    marked = [m for m in fitting if _marked(reading, m.name, same)]
    mains = [m for m in marked or fitting if doer(reading, m) and _main(reading, m)]
    doers = [m for m in marked or fitting if doer(reading, m)]
    for candidates in (mains, doers, marked, fitting):
        if candidates:
            return tuple(of_mention(reading, candidates[-1]))
    return ()


def _close(reading: Reading, token: Token, people: list[ActorMention]) -> list[ActorMention]:
    """Those of the last sentences, if there are any."""
    starts = [s.start for s in reading.sentences if s.start <= token.i and s.text.strip()][-_NEAR:]
    return [m for m in people if starts and m.start_token >= starts[0]] or people


def _main(reading: Reading, mention: ActorMention) -> bool:
    """True for the subject of a main clause."""
    verb = _phrase_head(reading, mention).head
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ in ("ROOT", "parataxis")


def _phrase_head(reading: Reading, mention: ActorMention) -> Token:
    """The head of the phrase that a name stands in: "minister" of "the prime minister, NAME, refuses"."""
    head = reading.doc[mention.head]
    while head.dep_ in ("appos", "nmod:desc") and head.head.i < head.i:
        head = head.head
    return head


def _body(reading: Reading, token: Token) -> tuple[Voice, ...]:
    """The last institution or state that was a doer."""
    before = [m for m in reading.actors if m.kind in ("institution", "state") and m.start_token < token.i]
    doers = [m for m in before if doer(reading, m)]
    return tuple(of_mention(reading, doers[-1])) if doers else ()


def _several(reading: Reading, token: Token) -> tuple[Voice, ...]:
    groups = [m for m in reading.actors if m.members and m.start_token < token.i]
    if groups:
        return tuple(of_mention(reading, groups[-1]))
    for sentence in reversed([s for s in reading.sentences if s.start <= token.i]):
        pair = _pair(reading, sentence.start, min(sentence.end, token.i))
        if pair:
            return tuple(v for m in pair for v in of_mention(reading, m))
    return ()


def _pair(reading: Reading, start: int, end: int) -> tuple[ActorMention, ...]:
    """The two people of different sides that one sentence names, or nothing."""
    people: dict[str, ActorMention] = {}
    for mention in reading.actors_in(start, end):
        if mention.kind == "person" and mention.side and not reading.quoted(mention.span.start):
            people.setdefault(mention.side, mention)
    return tuple(people.values()) if len(people) == 2 else ()


def _marked(reading: Reading, name: str, words: frozenset[str]) -> bool:
    """True when a title, an office noun or a resolved pronoun tells the sex of a person."""
    key = "male" if words is _MALE else "female"
    if key not in reading.memo:
        reading.memo[key] = {m.name for m in reading.actors if _tells(reading, m, words)}
    return name in reading.memo[key]


def _tells(reading: Reading, mention: ActorMention, words: frozenset[str]) -> bool:
    phrase = list(reading.doc[max(mention.start_token - 2, 0) : mention.end_token])
    while any(t.pos_ == "ADP" and t.i < mention.start_token for t in phrase):
        phrase = phrase[1:]  # "a spokeswoman for NAME" tells nothing of NAME
    return any(t.lower_ in words for t in phrase)


def doer(reading: Reading, mention: ActorMention) -> bool:
    """True when the mention is the subject of a clause outside quotation marks."""
    return _phrase_head(reading, mention).dep_.startswith("nsubj") and not reading.quoted(mention.span.start)
