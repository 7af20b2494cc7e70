"""Whom a subject names: pronouns, pairs, offices and bodies without a name."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Span
from demarche.reports.common.leading import free, leaders, placed, sentence_before
from demarche.reports.common.others import pair
from demarche.reports.statements.accounts import owner_of
from demarche.reports.statements.demonyms import demonyms_in
from demarche.reports.statements.pronouns import people_meant
from demarche.reports.statements.voices import Voice, of_mention, voices_at

_SIDES = frozenset(
    words(
        """
        governments sides countries states parties capitals nations leaders presidents ministers delegations
        interlocutors
        """
    )
)
_GROUPS = frozenset(
    words(
        """
        ministers council leaders presidents ambassadors envoys negotiators officials rebels militants authorities
        assembly commission
        """
    )
)
_STATE_BODIES = frozenset(
    words(
        """
        junta parliament army navy military regime cabinet agency regulator utility fund authorities senate
        government customs coastguard rulers
        """
    )
)
_LED = frozenset(words("government cabinet regime junta"))
_FORCES = frozenset(words("marines troops soldiers forces army navy police jets warships ships drones guards fighters"))
_PAPERS = frozenset(words("letter note order decree communique communiqué post statement telegram"))
_BODIES = frozenset(words("department departments government administration ministry treasury"))
_OFFICES = _BODIES | frozenset(
    words("president minister secretary premier leader chancellor king emir ambassador congress")
)


def known_voices(reading: Reading, subject: Token) -> tuple[Voice, ...]:
    """The voices of a phrase that a mention covers."""
    return tuple(v for v in voices_at(reading, subject) if v.known)


def named(reading: Reading, subject: Token) -> tuple[Voice, ...]:
    """The voices of a subject: by mention, by pronoun, by what the text is about, by office, as it stands."""
    found = known_voices(reading, subject)
    return found or next((v for way in _WAYS if (v := way(reading, subject))), ())


def bare_name(reading: Reading, head: Token) -> tuple[Voice, ...]:
    """A proper name that no mention covers, as it stands."""
    if head.pos_ != "PROPN" or head.lower_ in _OFFICES:
        return ()
    return tuple(v for v in voices_at(reading, head) if v.span is not None)


def _meant(reading: Reading, token: Token) -> tuple[Voice, ...]:
    """Whom a pronoun stands for; "it" and "they" by the doers of the clauses before."""
    if token.lower_ == "they":
        return _pair_before(reading, token) or people_meant(reading, token)
    found = people_meant(reading, token)
    if token.lower_ in ("he", "she") and found and _named_after(reading, token, found):
        others = _other_people(reading, token, found)
        return tuple(of_mention(reading, others[-1])) if others else ()
    if found or token.lower_ != "it":
        return found
    for verb in reversed(token.doc[token.sent.start : token.i]):
        if verb.pos_ in ("VERB", "AUX") and (voices := leaders(reading, verb)):
            return voices
    return _subject_before(reading, token) if token.i == token.sent.start else ()


def _subject_before(reading: Reading, token: Token) -> tuple[Voice, ...]:
    """The state or body that was the subject of the sentence before one that "It" opens."""
    before = sentence_before(reading, token.sent.start, 1)
    subject = next((c for c in before.root.children if c.dep_ == "nsubj"), None) if before is not None else None
    voices = known_voices(reading, subject) if subject is not None else ()
    return tuple(v for v in voices if v.kind not in ("person", "group"))


def _paper(reading: Reading, head: Token) -> tuple[Voice, ...]:
    """Who sent the letter, note or order that tells: "a letter from the commerce secretary says"."""
    return owner_of(reading, head) if head.lower_ in _PAPERS else ()


def _named_after(reading: Reading, token: Token, voices: tuple[Voice, ...]) -> bool:
    """True when the sentence names one of these again after the pronoun: it is then someone else."""
    names = {v.name for v in voices}
    return any(m.name in names and not m.pronoun for m in reading.actors_in(token.i + 1, token.sent.end))


def _other_people(reading: Reading, token: Token, taken: tuple[Voice, ...]) -> list[ActorMention]:
    names = {v.name for v in taken}
    people = (m for m in reading.actors_in(0, token.i) if m.kind == "person" and not m.members)
    return [m for m in people if m.name not in names and free(reading, m)]


def _pair_before(reading: Reading, token: Token) -> tuple[Voice, ...]:
    """The two or more who were the subject of one of the last sentences."""
    for sentence in reversed([s for s in reading.sentences if s.start < token.i][-3:]):
        for subject in sentence[: token.i - sentence.start]:
            if subject.dep_ != "nsubj":
                continue
            voices = known_voices(reading, subject)
            if len(voices) > 1 and not _named_after(reading, token, voices):
                return voices
    return ()


def _both(reading: Reading, head: Token) -> tuple[Voice, ...]:
    """ "The two governments", "both sides", "the parties": the two sides that the text is about."""
    left = {t.lower_ for t in head.doc[max(head.left_edge.i, head.i - 3) : head.i]}
    return pair(reading) if head.lower_ in _SIDES and left & {"the", "both", "two"} else ()


def _office(reading: Reading, head: Token) -> tuple[Voice, ...]:
    """The one who holds an office that the text names alone: the holder of the publishing office, else the last."""
    word = head.lower_
    if word in _BODIES:
        side = reading.publisher_side
        return (Voice(side, Span(head.idx, head.idx + len(head)), None, side, "state"),) if side else ()
    if word not in _OFFICES:
        return ()
    people = [m for m in reading.actors if m.kind == "person" and m.start_token < head.i and not m.members]
    fitting = [m for m in people if word in (m.office or "").lower()]
    fitting = [m for m in fitting if m.name == reading.publisher_holder] or fitting
    return tuple(of_mention(reading, fitting[-1])) if fitting else ()


def _people(reading: Reading, head: Token) -> tuple[Voice, ...]:
    """People and bodies named only by what they are: "the foreign ministers", "the delegations"."""
    if head.pos_ not in ("NOUN", "PROPN") or head.lower_ not in _GROUPS:
        return ()
    return tuple(v for v in voices_at(reading, head) if v.span is not None)


def _nation(reading: Reading, head: Token) -> tuple[Voice, ...]:
    """The state whose people a subject names: "the Dutch have told", "the Norwegians will open"."""
    before = head.doc[head.i - 1].lower_ if head.i else ""
    return tuple(demonyms_in(reading.doc, head.i, head.i + 1)) if before == "the" else ()


def _body_of(reading: Reading, head: Token) -> tuple[Voice, ...]:
    """The state whose body acts: "Niger's junta", "Russia's fisheries agency", "the Iranian parliament"."""
    if head.lower_ not in _STATE_BODIES:
        return ()
    owner = next((c for c in head.children if c.dep_ == "nmod:poss"), None)
    mention = reading.actor_at(owner.i) if owner is not None else None
    led = mention is not None and mention.kind == "person" and head.lower_ in _LED
    if mention is not None and mention.side is not None and (led or mention.kind in ("state", "institution")):
        return (Voice(mention.side, mention.span, None, mention.side, "state"),)
    return tuple(demonyms_in(reading.doc, head.left_edge.i, head.i))[:1]


def _sent_by(reading: Reading, head: Token) -> tuple[Voice, ...]:
    """The state whose forces act: "marines from Norway", "troops of the republic"."""
    if head.lower_ not in _FORCES:
        return ()
    for child in head.children:
        mention = reading.actor_at(child.i) if child.dep_ == "nmod" else None
        if mention is not None and mention.side is not None:
            return (Voice(mention.side, mention.span, None, mention.side, "state"),)
    return tuple(demonyms_in(reading.doc, head.left_edge.i, head.i))[:1]


_WAYS: tuple[Callable[[Reading, Token], tuple[Voice, ...]], ...] = (
    _meant,
    _both,
    placed,
    _office,
    _paper,
    _nation,
    _body_of,
    _sent_by,
    bare_name,
    _people,
)
