"""The phrase beside a reporting verb: "said NAME", "the PM's spokesman, NAME, said", "a source close to NAME said"."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.mentions.reading import Reading
from demarche.model import ActorMention
from demarche.reports.statements.pronouns import just_spoke, people_meant
from demarche.reports.statements.voices import SPEAKERS, Voice, described, of_mention

_STOPS = frozenset(words("to that in on at after before during when while as if because who which later with"))
_REACH = 500  # characters before a pronoun in which its name is looked for
_NOMINAL = ("PROPN", "NOUN", "PRON")


def speakers_in(reading: Reading, tokens: list[Token], verb: int) -> tuple[Voice, ...]:
    """The speakers named beside the verb at index `verb`: before it, or after it when nothing stands before."""
    left = _after_last_comma_clause(tokens[:verb])
    if any(t.pos_ in _NOMINAL or reading.actor_at(t.i) for t in left):
        return _speakers(reading, left)
    return _speakers(reading, _until_stop(tokens[verb + 1 :]))


def _after_last_comma_clause(tokens: list[Token]) -> list[Token]:
    """The tokens of the verb's own clause: nothing from before a colon, a semicolon or an opening conjunction."""
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index].text in (":", ";", "—", "–"):
            return tokens[index + 1 :]
    return tokens


def _until_stop(tokens: list[Token]) -> list[Token]:
    for index, token in enumerate(tokens):
        if (token.lower_ in _STOPS and index) or token.text in (";", ":", "—"):
            return tokens[:index]
    return tokens


def _speakers(reading: Reading, tokens: list[Token]) -> tuple[Voice, ...]:
    for token in tokens:
        if token.lower_ in ("he", "she") and (unnamed := just_spoke(reading, token)):
            return unnamed
        if token.lower_ in ("he", "she", "they", "it") and not _resolved(reading, token):
            return people_meant(reading, token)
    named = [m for m in _mentions(reading, tokens) if not _oblique(reading, m)]
    people = [m for m in named if m.kind in ("person", "group")]
    if people:
        return _with_joined(reading, people)
    noun = _office_noun(reading, tokens)
    if noun is not None:
        return tuple(described(reading, noun))
    proper = next((t for t in tokens if t.pos_ == "PROPN" and t.lower_ not in ("mr", "mr.", "mrs", "mrs.", "ms")), None)
    if named or proper is None:
        return tuple(of_mention(reading, named[0])) if named else ()
    return tuple(described(reading, proper))


def _resolved(reading: Reading, token: Token) -> bool:
    """False for a pronoun that nobody resolved, or that was given to one whom the words themselves address."""
    mention = reading.actor_at(token.i)
    if mention is None:
        return False
    reach = token.idx - _REACH
    inside = [
        m for m in reading.actors if m.name == mention.name and reach < m.span.start < token.idx and not m.pronoun
    ]
    return not inside or not reading.quoted(inside[-1].span.start)


def _office_noun(reading: Reading, tokens: list[Token]) -> Token | None:
    """The head of the first phrase that names a speaker by office: "minister" of "the deputy minister"."""
    nouns = [t for t in tokens if t.lower_ in SPEAKERS and reading.actor_at(t.i) is None]
    found = nouns[0] if nouns else None
    for token in nouns[1:]:
        if found is not None and token.i == found.i + 1:
            found = token
    return found


def _with_joined(reading: Reading, people: list[ActorMention]) -> tuple[Voice, ...]:
    """The first person, with those that "and" joins to him or her."""
    voices = list(of_mention(reading, people[0]))
    for one, other in pairwise(people):
        between = reading.doc[one.end_token : other.start_token].text.strip()
        if between not in ("and", ",", ", and"):
            break
        if between == ",":
            continue
        voices += of_mention(reading, other)
    return tuple(voices)


def _mentions(reading: Reading, tokens: list[Token]) -> list[ActorMention]:
    found = {m.start_token: m for t in tokens if (m := reading.actor_at(t.i)) is not None}
    return [found[start] for start in sorted(found)]


def _oblique(reading: Reading, mention: ActorMention) -> bool:
    """True for a possessor, the object of a preposition, or the first part of "Downing Street source"."""
    if reading.doc[mention.head].tag_ == "PRP$":
        return True
    before = reading.doc[mention.start_token - 1] if mention.start_token else None
    after = reading.doc[mention.end_token] if mention.end_token < len(reading.doc) else None
    if before is not None and before.pos_ == "ADP" and before.lower_ not in ("as", "like"):
        return True
    if after is None:
        return False
    return after.lower_ in ("'s", "’s", "'", "’") or after.lower_ in SPEAKERS
