"""Who said it: the clause that attributes a quotation, and the speaker it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import REPORTING_VERBS, words
from demarche.mentions.reading import Reading
from demarche.model import Quotation, Span
from demarche.reports.statements.accounts import WORD_NOUNS, as_claimed, disowned, owner_of, told_by_noun
from demarche.reports.statements.forms import lemma
from demarche.reports.statements.leading import leader_of
from demarche.reports.statements.phrases import speakers_in
from demarche.reports.statements.pronouns import doer, just_spoke, people_meant
from demarche.reports.statements.surroundings import Surroundings, surroundings
from demarche.reports.statements.syntax import relative, subject_of
from demarche.reports.statements.voices import SPEAKERS, Voice, described, of_mention, voices_at

_VERBS = frozenset(REPORTING_VERBS)
_SHARED = frozenset(words("agree hope believe think find"))
_CLAUSE_AFTER = 14  # tokens within which a clause after a quotation attributes it
_JOINS = frozenset(words("and but which who or in as that for after before while when amid during since at on with of"))


@dataclass(frozen=True, slots=True)
class Attribution:
    """The speakers of a quotation, the verb that gives them the words, and the stretch that shows it."""

    voices: tuple[Voice, ...]
    verb: Token | None
    span: Span | None
    rule: str


def attribute(reading: Reading, quotation: Quotation, limits: Span) -> Attribution | None:
    """The attribution of a quotation inside `limits` (its paragraph, or the quotation it is nested in)."""
    around = surroundings(reading, quotation, limits)
    for rule in (_in_gap, _told_elsewhere, _after, _before, _before_loosely):
        found = rule(reading, around)
        if found is not None:
            return found
    return None


def _in_gap(reading: Reading, around: Surroundings) -> Attribution | None:
    """“…,” he said. “…”"""
    return _clause(reading, around.gap, "split") if around.gap else None


def _told_elsewhere(reading: Reading, around: Surroundings) -> Attribution | None:
    """“…”, as NAME claimed; “…” was her reply; contrary to their account, he did not “…”"""
    for rule, tokens in ((as_claimed, around.after), (told_by_noun, around.after), (disowned, around.before)):
        found = rule(reading, tokens)
        if found is not None:
            return Attribution(found[0], found[1], _stretch(tokens), "after" if rule is told_by_noun else "account")
    return None


def _after(reading: Reading, around: Surroundings) -> Attribution | None:
    """“…,” he said; “…,” said the minister; “…?” asked an aide."""
    opens = not [t for t in around.before if t.is_alpha]
    if not (around.ends in ",?!—–-" or around.follows == "," or opens):
        return None
    first = next((t for t in around.after if t.is_alpha), None)
    if first is None or first.lower_ in _JOINS or (around.ends == "." and first.text[:1].isupper()):
        return None
    return _clause(reading, around.after[:_CLAUSE_AFTER], "after")


def _clause(reading: Reading, tokens: list[Token], rule: str) -> Attribution | None:
    """The first reporting verb of a clause with the phrase beside it, else the subject that the parse gives."""
    for index, token in enumerate(tokens):
        if not reports(token):
            continue
        voices = speakers_in(reading, tokens, index)
        if not voices and not any(t.lower_ in ("he", "she", "they", "it") for t in tokens):
            voices = _subject_voices(reading, token, {t.i for t in tokens})
        if voices:
            return Attribution(voices, token, _stretch(tokens), rule)
    return None


def _before(reading: Reading, around: Surroundings) -> Attribution | None:
    """The minister said: “…”; calling the plan “…”; NAME: “…”; according to NAME, “…”"""
    tokens = around.before
    credited = next((t for t in tokens if t.lower_ == "according"), None)
    inside = {t.i for t in (*tokens, *around.after)}
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.lower_ == "according":
            voices = _credited(reading, tokens[index + 1 :])
            if voices:
                return Attribution(voices, token, _stretch(tokens), "according-to")
        if credited is not None and lemma(token) in _SHARED:
            continue  # according to X, the two agreed “…”: the words are X's
        if reports(token):
            voices = _inverted(reading, tokens, index) or _subject_voices(reading, token, inside)
            voices = voices or speakers_in(reading, tokens[: index + 1], index)
            if voices:
                return Attribution(voices, token, _stretch(tokens), "before")
        if token.lemma_ in WORD_NOUNS and token.pos_ == "NOUN" and not any(t.lower_ == "mouth" for t in tokens):
            voices = owner_of(reading, token)
            if voices:
                return Attribution(voices, token, _stretch(tokens), "words-of")
    return _label(reading, tokens)


def _credited(reading: Reading, after: list[Token]) -> tuple[Voice, ...]:
    """According to NAME, to a palace official: whoever stands before the comma."""
    end = next((i for i, t in enumerate(after) if t.text in (",", ":")), len(after))
    named = next((m for t in after[:end] if (m := reading.actor_at(t.i))), None)
    if named is not None:
        return tuple(of_mention(reading, named))
    noun = next((t for t in after[:end] if t.lower_ in SPEAKERS), None)
    return tuple(described(reading, noun)) if noun is not None else ()


def _inverted(reading: Reading, tokens: list[Token], index: int) -> tuple[Voice, ...]:
    """Neither side, said a diplomat who took part, “…”: the speaker behind a verb between commas."""
    after = tokens[index + 1 :]
    if not index or tokens[index - 1].text != "," or not any(t.text == "," for t in after):
        return ()
    if tokens[index].tag_ not in ("VBD", "VBZ") or not after or after[0].pos_ not in ("DET", "PROPN", "NOUN", "ADJ"):
        return ()
    return speakers_in(reading, tokens[index:], 0)


def _label(reading: Reading, tokens: list[Token]) -> Attribution | None:
    """NAME: “…”"""
    if not tokens or tokens[-1].text != ":" or tokens[0].pos_ == "ADP" or any(t.pos_ == "VERB" for t in tokens):
        return None
    voices = speakers_in(reading, tokens, len(tokens) - 1)
    return Attribution(voices, None, _stretch(tokens), "label") if voices else None


def _before_loosely(reading: Reading, around: Surroundings) -> Attribution | None:
    """Any verb whose doer comes before a colon or the words: "President X outlined the plan: “…”"."""
    for token in reversed(around.before):
        if token.pos_ not in ("VERB", "AUX"):
            continue
        found = _subject_voices(reading, token, {t.i for t in around.before})
        voices = found if around.before[-1].text == ":" else tuple(v for v in found if v.known)
        if voices:
            return Attribution(voices, token, _stretch(around.before), "loose")
    return None


def reports(token: Token) -> bool:
    """True for a verb that gives words to someone."""
    if token.lower_ in ("made", "makes") and token.i + 1 < len(token.doc) and token.nbor().lower_ == "it":
        return True  # made it “nine or ten”
    before = token.doc[token.i - 1] if token.i else token
    if before.text == "-" or token.lower_.startswith("so-"):
        return False  # a so-called “partnership”
    return lemma(token) in _VERBS and _stands_as_verb(token, before)


def _stands_as_verb(token: Token, before: Token) -> bool:
    """False for "the claim", "of calls", "in reply"; "after calling" is a verb."""
    if before.pos_ == "ADP":
        return token.lower_.endswith("ing")
    return before.pos_ not in ("DET", "ADJ") and before.lower_ not in ("a", "the")


def _subject_voices(reading: Reading, verb: Token, inside: set[int]) -> tuple[Voice, ...]:
    subject = subject_of(verb)
    if subject is None or subject.i not in inside:
        return ()
    if relative(subject) and verb.head.i in inside:
        subject = verb.head
    leader = leader_of(reading, verb)
    if leader is not None and leader.kind == "person" and reading.actor_at(subject.i) is None and subject.i < verb.i:
        return tuple(of_mention(reading, leader))  # the parse took a word of "Bank president NAME" for the subject
    if subject.lower_ in ("he", "she") and (unnamed := just_spoke(reading, subject)):
        return unnamed
    return voices_at(reading, subject) or people_meant(reading, subject)


def _stretch(tokens: list[Token]) -> Span | None:
    """From the first to the last word of a clause."""
    inner = [t for t in tokens if t.is_alpha or t.is_digit]
    return Span(inner[0].idx, inner[-1].idx + len(inner[-1])) if inner else None


def lead_ins(reading: Reading) -> Iterator[tuple[int, tuple[Voice, ...]]]:
    """Sentences that end in a colon and have a person as doer: they speak for all the quotations listed below."""
    for sentence in reading.sentences:
        if sentence.text.rstrip().endswith(":") and not reading.quoted(sentence.start_char):
            people = [m for m in reading.actors_in(sentence.start, sentence.end) if m.kind == "person"]
            doers = [m for m in people if doer(reading, m)]
            if people:
                yield sentence.end_char, tuple(of_mention(reading, (doers or people)[0]))
