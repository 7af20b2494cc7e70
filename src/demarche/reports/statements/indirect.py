"""Indirect statements: a verb that carries a stance toward another actor or its deed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Span
from demarche.reports.statements.cues import INFINITIVE_HEADS
from demarche.reports.statements.rules import Cue, cue_at, reacting
from demarche.reports.statements.signers import Signers
from demarche.reports.statements.syntax import clause, infinitive, negated, relative, subject_of, supposed
from demarche.reports.statements.voices import Voice, voices_at


@dataclass(slots=True)
class Said:
    """One stance of one or more voices, before it becomes a report."""

    stance: str
    rule: str
    voices: tuple[Voice, ...]
    evidence: list[Span]
    sentence: int
    word: Token
    targets: tuple[ActorMention, ...] = ()
    target: Span | None = None
    signed: bool = False
    receivers: tuple[Voice, ...] = field(default=())


def find_indirect(reading: Reading, signers: Signers) -> Iterator[Said]:
    """Yield the stances of a text that stand outside quotation marks, in order."""
    for number, sentence in enumerate(reading.sentences):
        for token in sentence:
            if reading.quoted(token.idx):
                continue
            cue = cue_at(token)
            said = _said(reading, signers, cue, number) if cue is not None else None
            if said is not None:
                yield said


def _said(reading: Reading, signers: Signers, cue: Cue, sentence: int) -> Said | None:
    if negated(cue.verb) or supposed(cue.verb) or not _asserted(cue.verb):
        return None
    voices, signed = _holders(reading, signers, cue)
    if not voices:
        return None
    start, end = clause(cue.verb)
    targets = tuple(_targets(reading, cue, voices, start, end))
    span = _phrase_span(cue.target) if cue.target is not None else None
    piece = reading.doc[start:end]
    evidence = _trim(reading, Span(piece.start_char, piece.end_char))
    return Said(cue.stance, cue.rule, voices, [evidence], sentence, cue.word, targets, span, signed)


def _asserted(verb: Token) -> bool:
    """False for purposes and wishes of others: "agreed to support", "the need to condemn", "countries that back …"."""
    if verb.dep_ == "acl:relcl":
        return not any(c.dep_.startswith("nsubj") and relative(c) for c in verb.children)
    if verb.dep_ in ("acl", "amod"):
        return False
    if infinitive(verb):
        return verb.dep_ in ("xcomp", "advcl", "conj", "ccomp") and _on_contact(verb)
    return True


def _on_contact(verb: Token) -> bool:
    head = verb.head
    if head.lemma_ in INFINITIVE_HEADS:
        return True
    return verb.dep_ == "conj" and infinitive(head) and _on_contact(head)


def _holders(reading: Reading, signers: Signers, cue: Cue) -> tuple[tuple[Voice, ...], bool]:
    """Who holds the stance, and whether it is the signer or speaker of a first-person text."""
    subject = reacting(cue.verb) if cue.rule == "drew-reaction" else subject_of(cue.verb)
    if subject is None:
        return (signers.at(cue.word.idx), True) if _implied_first_person(cue) else ((), False)
    if subject.lower_ in ("i", "we"):
        return signers.at(subject.idx), True
    if relative(subject) or subject.lower_ in ("you", "it", "there", "this", "that"):
        return (), False
    return tuple(v for v in voices_at(reading, subject) if v.known), False


def _implied_first_person(cue: Cue) -> bool:
    """ "Thank you for …", "Congratulations on …" at the head of a sentence."""
    return cue.verb.dep_ == "ROOT" and cue.verb.lower_ in ("thank", "congratulations", "thanks")


def _targets(reading: Reading, cue: Cue, voices: tuple[Voice, ...], start: int, end: int) -> Iterator[ActorMention]:
    """Mentions in the phrase that the stance is toward, or else in the clause, other than the voices."""
    own = {v.name for v in voices}
    left, right = (cue.target.left_edge.i, cue.target.right_edge.i + 1) if cue.target is not None else (start, end)
    named = [m for m in reading.actors_in(left, right) if m.name not in own]
    if not named:
        named = [m for m in reading.actors_in(cue.word.i, end) if m.name not in own]
    yield from named


def _phrase_span(head: Token) -> Span:
    piece = head.doc[head.left_edge.i : head.right_edge.i + 1]
    return Span(piece.start_char, piece.end_char)


def _trim(reading: Reading, span: Span) -> Span:
    words = span.of(reading.document.text)
    left = len(words) - len(words.lstrip(" \n\t,;–—-"))
    right = len(words) - len(words.rstrip(" \n\t,;–—-"))
    return Span(span.start + left, span.end - right)
