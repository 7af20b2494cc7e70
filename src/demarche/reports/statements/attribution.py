"""Who said it: the clause that attributes a quotation, and the speaker it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import REPORTING_VERBS, words
from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Quotation, Span
from demarche.reports.statements.syntax import relative, subject_of
from demarche.reports.statements.voices import Voice, of_mention, voices_at

_VERBS = frozenset(REPORTING_VERBS)
#: nouns that attribute words: "the assertion of the Presidency that …", "in the words of the minister"
_WORD_NOUNS = frozenset(
    words(
        """
        assertion claim account statement word words allegation remark verdict declaration
        """
    )
)
_LEAD_IN = 240  # characters that a clause before a quotation may take
_CLAUSE_AFTER = 12  # tokens within which the reporting verb follows a quotation


@dataclass(frozen=True, slots=True)
class Attribution:
    """The speakers of a quotation, the verb that gives them the words, and the stretch that shows it."""

    voices: tuple[Voice, ...]
    verb: Token | None
    span: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The tokens around a quotation: before it in its sentence, in its gaps, and after it."""

    before: list[Token]
    gaps: list[Token]
    after: list[Token]
    ends: str  # the last character inside the marks
    follows: str  # what follows the closing mark


def attribute(reading: Reading, quotation: Quotation, limits: Span) -> Attribution | None:
    """The attribution of a quotation inside `limits` (its paragraph, or the quotation it is nested in)."""
    around = surroundings(reading, quotation, limits)
    for rule in (_in_gap, _after, _before, _before_loosely):
        found = rule(reading, around)
        if found is not None:
            return found
    return None


def surroundings(reading: Reading, quotation: Quotation, limits: Span) -> Surroundings:
    """Cut the text around a quotation into tokens; what other quotations hold is left out."""
    text = reading.document.text
    start, end = quotation.span.start, quotation.span.end
    before = _last_sentence(_tokens(reading, Span(max(limits.start, start - _LEAD_IN), start)))
    after = _first_sentence(_tokens(reading, Span(end, min(limits.end, end + _LEAD_IN))), reading)
    gaps = [
        token
        for one, other in zip(quotation.parts, quotation.parts[1:], strict=False)
        if "\n" not in text[one.end : other.start]
        for token in _tokens(reading, Span(one.end + 1, other.start - 1))
    ]
    return Surroundings(before, gaps, after, text[quotation.parts[-1].end - 1], text[end : end + 1])


def _tokens(reading: Reading, span: Span) -> list[Token]:
    piece = reading.doc.char_span(span.start, span.end, alignment_mode="contract") if span.end > span.start else None
    return [t for t in piece or [] if not t.is_space]


def _last_sentence(tokens: list[Token]) -> list[Token]:
    """The tokens after the last full stop: the beginning of the sentence that leads into a quotation."""
    for index in range(len(tokens) - 2, -1, -1):
        if tokens[index].text in (".", "!", "?", ".”", ";") and index < len(tokens) - 1:
            return tokens[index + 1 :]
    return tokens


def _first_sentence(tokens: list[Token], reading: Reading) -> list[Token]:
    taken: list[Token] = []
    for token in tokens:
        if token.text in (".", "!", "?", ";") or reading.quoted(token.idx):
            break
        taken.append(token)
    return taken


def _in_gap(reading: Reading, around: Surroundings) -> Attribution | None:
    """“…,” he said. “…”"""
    return _clause(reading, around.gaps, "split") if around.gaps else None


def _after(reading: Reading, around: Surroundings) -> Attribution | None:
    """“…,” he said; “…,” said the minister; “…?” asked an aide."""
    opens = not [t for t in around.before if t.is_alpha]
    if not (around.ends in ",?!—–-" or around.follows == "," or opens):
        return None
    if around.after and around.after[0].lower_ in ("and", "but", "which", "who", "or", "in", "as"):
        return None
    return _clause(reading, around.after[:_CLAUSE_AFTER], "after")


def _clause(reading: Reading, tokens: list[Token], rule: str) -> Attribution | None:
    """The first reporting verb of a clause, with its subject or the nearest phrase beside it."""
    for index, token in enumerate(tokens):
        if not reports(token):
            continue
        voices = _subject_voices(reading, token, {t.i for t in tokens}) or _beside(reading, tokens, index)
        if voices:
            return Attribution(voices, token, _stretch(tokens), rule)
    return None


def _before(reading: Reading, around: Surroundings) -> Attribution | None:
    """The minister said: “…”; calling the plan “…”; NAME: “…”; according to NAME, “…”"""
    tokens = around.before
    inside = {t.i for t in tokens}
    for token in reversed(tokens):
        if token.lower_ == "according":
            named = [m for t in tokens if t.i > token.i and (m := reading.actor_at(t.i))]
            if named:
                return Attribution(tuple(of_mention(reading, named[0])), token, _stretch(tokens), "according-to")
        if reports(token):
            voices = _subject_voices(reading, token, inside) or _nearest_left(reading, tokens, token)
            if voices:
                return Attribution(voices, token, _stretch(tokens), "before")
        if token.lemma_ in _WORD_NOUNS and token.pos_ == "NOUN":
            voices = _owner(reading, token)
            if voices:
                return Attribution(voices, token, _stretch(tokens), "words-of")
    return _label(reading, tokens)


def _label(reading: Reading, tokens: list[Token]) -> Attribution | None:
    """NAME: “…”"""
    if not tokens or tokens[-1].text != ":":
        return None
    verbs = [t for t in tokens if t.pos_ == "VERB"]
    if verbs:
        return None
    nouns = [t for t in tokens if t.pos_ in ("PROPN", "NOUN", "PRON") and not reading.quoted(t.idx)]
    head = next((t for t in nouns if t.head not in nouns or t.dep_ == "ROOT"), nouns[0] if nouns else None)
    mentions = [m for t in tokens if (m := reading.actor_at(t.i))]
    if mentions and tokens[0].pos_ != "ADP":
        return Attribution(tuple(of_mention(reading, mentions[0])), None, _stretch(tokens), "label")
    if head is None or tokens[0].pos_ == "ADP":
        return None
    voices = voices_at(reading, head)
    return Attribution(voices, None, _stretch(tokens), "label") if voices else None


def _before_loosely(reading: Reading, around: Surroundings) -> Attribution | None:
    """Any verb whose doer comes before a colon or the words: "President X outlined the plan: “…”"."""
    for token in reversed(around.before):
        if token.pos_ not in ("VERB", "AUX") or reading.quoted(token.idx):
            continue
        voices = tuple(v for v in _subject_voices(reading, token, {t.i for t in around.before}) if v.known)
        if voices:
            return Attribution(voices, token, _stretch(around.before), "loose")
    return None


def reports(token: Token) -> bool:
    """True for a verb that gives words to someone."""
    return token.lemma_.lower() in _VERBS and token.pos_ in ("VERB", "AUX", "PROPN") and token.dep_ != "amod"


def _subject_voices(reading: Reading, verb: Token, inside: set[int]) -> tuple[Voice, ...]:
    subject = subject_of(verb)
    if subject is None or subject.i not in inside:
        return ()
    if relative(subject) and verb.head.i in inside:
        subject = verb.head
    return voices_at(reading, subject) or _pronoun(reading, subject)


def _pronoun(reading: Reading, token: Token) -> tuple[Voice, ...]:
    """He, she, they that nobody resolved: the last person who was the doer of a clause before."""
    if token.lower_ not in ("he", "she", "they"):
        return ()
    for mention in reversed(reading.actors):
        if mention.start_token < token.i and mention.kind == "person" and _doer(reading, mention):
            return tuple(of_mention(reading, mention))
    return ()


def _doer(reading: Reading, mention: ActorMention) -> bool:
    return reading.doc[mention.head].dep_.startswith("nsubj") and not reading.quoted(mention.span.start)


def _beside(reading: Reading, tokens: list[Token], index: int) -> tuple[Voice, ...]:
    """The phrase next to the verb: "said NAME", "NAME said"."""
    for token in [*tokens[index + 1 : index + 5], *reversed(tokens[:index])]:
        mention = reading.actor_at(token.i)
        if mention is not None and mention.kind != "state":
            return tuple(of_mention(reading, mention))
        if token.pos_ in ("PROPN", "NOUN"):
            voices = voices_at(reading, token)
            if voices:
                return voices
    return ()


def _nearest_left(reading: Reading, tokens: list[Token], verb: Token) -> tuple[Voice, ...]:
    for token in reversed([t for t in tokens if t.i < verb.i]):
        mention = reading.actor_at(token.i)
        if mention is not None:
            return tuple(of_mention(reading, mention))
    return ()


def _owner(reading: Reading, noun: Token) -> tuple[Voice, ...]:
    for child in noun.children:
        if child.dep_ in ("nmod", "nmod:poss"):
            mention = reading.actor_at(child.i)
            if mention is not None:
                return tuple(of_mention(reading, mention))
    return ()


def _stretch(tokens: list[Token]) -> Span | None:
    """From the first to the last word of a clause."""
    inner = [t for t in tokens if t.is_alpha or t.is_digit]
    return Span(inner[0].idx, inner[-1].idx + len(inner[-1])) if inner else None


def lead_ins(reading: Reading) -> Iterator[tuple[int, tuple[Voice, ...]]]:
    """Sentences that end in a colon and have a person as doer: they speak for all the quotations listed below."""
    for sentence in reading.sentences:
        if sentence.text.rstrip().endswith(":") and not reading.quoted(sentence.start_char):
            people = [m for m in reading.actors_in(sentence.start, sentence.end) if m.kind == "person"]
            doers = [m for m in people if _doer(reading, m)]
            if people:
                yield sentence.end_char, tuple(of_mention(reading, (doers or people)[0]))
