"""Indirect statements: a verb that carries a stance toward another actor or its deed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Span
from demarche.reports.statements.cue import Cue
from demarche.reports.statements.cues import INFINITIVE_HEADS
from demarche.reports.statements.forms import lemma, past
from demarche.reports.statements.leading import leader_of
from demarche.reports.statements.nouns import reacting
from demarche.reports.statements.pronouns import last_doer, people_meant
from demarche.reports.statements.rules import TRIGGERING_LEMMAS, cue_at, triggers
from demarche.reports.statements.signers import Signers
from demarche.reports.statements.syntax import CHANCES, clause, infinitive, negated, relative, subject_of, supposed
from demarche.reports.statements.voices import Voice, of_mention, voices_at

#: rules that mean a stance only when they name whom it is toward
_NEEDS_TARGET = frozenset({"wanted-of", "stood-with", "accused-openly"})


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


def find_indirect(reading: Reading, signers: Signers) -> Iterator[Said]:
    """Yield the stances of a text that stand outside quotation marks, in order."""
    for token in reading.words_in(triggers(), TRIGGERING_LEMMAS):
        if reading.quoted(token.idx):
            continue
        leader = leader_of(reading, token)
        cue = cue_at(token, leader is not None)
        number = reading.sentence_number(token.i)
        said = _said(reading, signers, cue, leader, number) if cue is not None else None
        if said is not None:
            yield said


def _said(reading: Reading, signers: Signers, cue: Cue, leader: ActorMention | None, sentence: int) -> Said | None:
    if cue.word is not cue.verb:
        leader = leader_of(reading, cue.verb)
    if negated(cue.verb) or supposed(cue.verb) or not (leader or _asserted(cue.verb) or _pair_leads(cue.verb)):
        return None
    voices, signed = _holders(reading, signers, cue, leader)
    if not voices or _host(reading, cue) or _bare_thanks(cue) or _to_own_people(cue):
        return None
    start, end = _bounds(cue, leader)
    targets = tuple(_targets(reading, cue, voices, start, end))
    if cue.rule in _NEEDS_TARGET and not any(not m.pronoun or m.head == _index(cue.target) for m in targets):
        return None
    span = _phrase_span(cue.target) if cue.target is not None else None
    piece = reading.doc[start:end]
    evidence = _trim(reading, Span(piece.start_char, piece.end_char))
    return Said(cue.stance, cue.rule, voices, [evidence], sentence, cue.word, targets, span, signed)


def _index(token: Token | None) -> int:
    return -1 if token is None else token.i


def _asserted(verb: Token) -> bool:
    """False for purposes and wishes of others: "agreed to support", "the need to condemn", "countries that back …"."""
    if _opens(verb):
        return True
    if verb.dep_ == "acl:relcl":
        return not any(c.dep_.startswith("nsubj") and relative(c) for c in verb.children)
    if verb.dep_ == "acl" and infinitive(verb):
        return verb.head.lemma_ in CHANCES
    if verb.dep_ in ("acl", "amod"):
        return any(c.dep_ == "nsubj" and not relative(c) for c in verb.children)
    if infinitive(verb):
        return verb.dep_ in ("xcomp", "advcl", "conj", "ccomp") and _on_contact(verb)
    return True


def _on_contact(verb: Token) -> bool:
    head = verb.head
    if lemma(head) in INFINITIVE_HEADS:
        return True
    return verb.dep_ == "conj" and infinitive(head) and _on_contact(head)


def _open_accuser(reading: Reading, signers: Signers, cue: Cue) -> tuple[Voice, ...]:
    """The signer of an official text, when the misdeed is another side's."""
    voices = signers.at(cue.word.idx)
    if reading.publisher_side is None or not voices or cue.target is None:
        return ()
    blamed = [m for m in reading.actors_in(cue.target.left_edge.i, cue.target.right_edge.i + 1) if m.side]
    return voices if blamed and blamed[0].side not in {v.side for v in voices} else ()


def _to_own_people(cue: Cue) -> bool:
    """True for advice to travellers: "urge their citizens to leave"."""
    if cue.stance != "request" or cue.target is None:
        return False
    owners = [c for c in cue.target.children if c.dep_ == "nmod:poss"]
    return cue.target.lower_ in ("citizens", "nationals") and any(
        c.lower_ in ("its", "their", "his", "her", "our") for c in owners
    )


def _bare_thanks(cue: Cue) -> bool:
    """True for a mere "Thank you.": politeness, not a stance."""
    after = [t.lower_ for t in cue.word.doc[cue.word.i + 1 : cue.word.i + 12]]
    return cue.word.lower_ == "thank" and after[:1] == ["you"] and not {"for", "that"} & set(after)


def _host(reading: Reading, cue: Cue) -> bool:
    """True for a guest who is welcomed: that is a contact, not a stance."""
    if lemma(cue.verb) != "welcome" or cue.word is not cue.verb or cue.target is None:
        return False
    mention = reading.actor_at(cue.target.i)
    return (mention is not None and mention.kind in ("person", "group")) or cue.target.lower_ in (
        "opportunity",
        "guests",
    )


def _holders(
    reading: Reading, signers: Signers, cue: Cue, leader: ActorMention | None
) -> tuple[tuple[Voice, ...], bool]:
    """Who holds the stance, and whether it is the signer or speaker of a first-person text."""
    if _implied_first_person(cue):
        return signers.at(cue.word.idx), True
    if cue.rule == "accused-openly":
        return _open_accuser(reading, signers, cue), True
    subject = reacting(cue.verb) if cue.rule == "drew-reaction" else _subject(reading, cue)
    if leader is not None and not _passive(cue.verb):
        return signers.instead_of(tuple(of_mention(reading, leader))), False
    if subject is None and _pair_leads(cue.verb):
        return people_meant(reading, cue.verb.doc[cue.verb.i - 1]), False
    if subject is None:
        return (last_doer(reading, cue.verb), False) if _stranded(cue.verb) else ((), False)
    if subject.lower_ in ("i", "we"):
        return signers.at(subject.idx), True
    if subject.lower_ == "it" and subject.i == subject.sent.start and cue.rule == "stance-verb":
        return signers.instead_of(people_meant(reading, subject)), False
    if relative(subject) or subject.lower_ in ("you", "it", "there", "this", "that"):
        return (), False
    voices = tuple(v for v in voices_at(reading, subject) if v.known) or people_meant(reading, subject)
    return signers.instead_of(voices), False


def _subject(reading: Reading, cue: Cue) -> Token | None:
    """The subject by the parse, past a clause that swallowed it: "said that X was to blame and expressed his …"."""
    subject = subject_of(cue.verb, state=cue.rule == "predicate")
    if subject is None and _opens(cue.verb):
        subject = subject_of(cue.verb.sent.root)
    mention = reading.actor_at(subject.i) if subject is not None else None
    personal = any(t.lower_ in ("his", "her") for t in cue.verb.doc[cue.verb.i + 1 : cue.verb.i + 3])
    if mention is not None and mention.kind == "state" and personal and cue.verb.dep_ == "conj":
        return subject_of(cue.verb.head.head) or subject
    return subject


def _opens(verb: Token) -> bool:
    """True for a participle that opens its sentence: "Expressing condolences, the minister …"."""
    return verb.tag_ == "VBG" and not any(t.is_alpha for t in verb.doc[verb.sent.start : verb.i])


def _pair_leads(verb: Token) -> bool:
    """True for "the two exchanged …" that the parser took for a participle."""
    return verb.i > 0 and verb.doc[verb.i - 1].lower_ in ("two", "both", "they", "leaders", "sides") and past(verb)


def _stranded(verb: Token) -> bool:
    """True for "… and condemned …" whose subject the parser left in another sentence."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    return verb.tag_ == "VBD" and before.lower_ in ("and", ",", "then", "also")


def _passive(verb: Token) -> bool:
    """True for "supported by": what stands before is the one supported."""
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    return after is not None and after.lower_ == "by"


def _implied_first_person(cue: Cue) -> bool:
    """ "Thank you for …", "Congratulations on …" at the head of a clause."""
    word, doc = cue.word, cue.word.doc
    after = [t.lower_ for t in doc[word.i + 1 : word.i + 12]]
    before = doc[word.i - 1].lower_ if word.i else ""
    return word.lower_ == "thank" and after[:1] == ["you"] and before not in ("to", "i", "we") and "for" in after


def _bounds(cue: Cue, leader: ActorMention | None) -> tuple[int, int]:
    """The clause, by the parse; by the words when the parse went astray."""
    start, end = clause(cue.verb)
    if leader is None or (cue.verb.pos_ == "VERB" and end > cue.word.i + 1):
        return min(start, cue.word.i), max(end, cue.word.i + 1)
    end = cue.verb.sent.end
    for token in cue.verb.doc[cue.verb.i + 1 : end]:
        joined = token.lower_ in ("and", "but") and any(past(t) for t in token.doc[token.i + 1 : token.i + 3])
        if joined or token.text == ";":
            return leader.start_token, token.i
    return leader.start_token, end


def _targets(reading: Reading, cue: Cue, voices: tuple[Voice, ...], start: int, end: int) -> Iterator[ActorMention]:
    """Mentions in the phrase that the stance is toward, or else in the clause, other than the voices."""
    own = {v.name for v in voices}
    left, right = (cue.target.left_edge.i, cue.target.right_edge.i + 1) if cue.target is not None else (start, end)
    named = [m for m in reading.actors_in(left, right) if m.name not in own]
    if not named and cue.rule != "wanted-of":
        named = [m for m in reading.actors_in(cue.word.i, end) if m.name not in own]
    yield from named


def _phrase_span(head: Token) -> Span:
    piece = head.doc[head.left_edge.i : head.right_edge.i + 1]
    words = piece.text
    return Span(piece.start_char + len(words) - len(words.lstrip()), piece.end_char - len(words) + len(words.rstrip()))


def _trim(reading: Reading, span: Span) -> Span:
    words = span.of(reading.document.text)
    left = len(words) - len(words.lstrip(" \n\t,;–—-"))
    right = len(words) - len(words.rstrip(" \n\t,;–—-."))
    return Span(span.start + left, span.end - right)
