"""Voices: the people, states and offices that speak, as names with the words that show them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Span as SpacySpan
from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.mentions.reading import Reading
from demarche.model import ActorMention, Span
from demarche.reports.statements.demonyms import demonyms_in
from demarche.reports.statements.holders import body_meant, holder_meant
from demarche.reports.statements.voice import Voice

__all__ = ["Voice", "described", "of_mention", "unique", "voices_at"]

_NAME_PARTS = ("flat", "compound", "flat:name", "goeswith")
SPEAKERS = frozenset(
    words(
        """
        official officials source sources aide aides insider insiders spokesman spokeswoman spokesperson adviser
        advisor diplomat diplomats envoy minister ministers officer analyst expert observer critic negotiator
        lawmaker president secretary leader chairman commissioner general ambassador governor mayor statement
        ministry office embassy representative gentleman deputy palace government guest host counterpart protocol
        delegation side premier pm chief commander boss agency director head
        """
    )
)


#: of these, the ones that are no person
BODIES = frozenset(words("statement ministry office embassy palace government protocol delegation side sources agency"))


def voices_at(reading: Reading, token: Token) -> tuple[Voice, ...]:
    """The voices of a noun phrase, coordinated ones included."""
    found: list[Voice] = []
    for head in _heads(token):
        mention = reading.actor_at(head.i)
        found += of_mention(reading, mention) if mention else described(reading, head)
    return unique(found)


def of_mention(reading: Reading, mention: ActorMention) -> Iterator[Voice]:
    """The voices of a mention: its members for "the leaders", itself otherwise."""
    named = _name_in_apposition(reading, mention)
    if named is not None:
        yield Voice(named.text, Span(named.start_char, named.end_char), None, mention.side, "person", known=False)
        return
    for name in mention.members or (mention.name,):
        known = mention if name == mention.name else _mention_named(reading, name)
        side, kind = (known.side, known.kind) if known else (None, None)
        yield Voice(name, mention.span, None, side, kind)


def _name_in_apposition(reading: Reading, mention: ActorMention) -> SpacySpan | None:
    """The bare name after an office that no fact fills: "the government spokesman, NAME, told"."""
    if mention.kind != "person" or mention.pronoun or not mention.name[:1].islower():
        return None
    doc, end = reading.doc, mention.end_token
    if end + 2 >= len(doc) or doc[end].text != "," or reading.actor_at(end + 1) is not None:
        return None
    named = _name_after(doc[end - 1])
    return named if named is not None and doc[named.end].text in (",", ".") else None


def _mention_named(reading: Reading, name: str) -> ActorMention | None:
    return next((m for m in (*reading.actors, *reading.title_actors) if m.name == name), None)


def described(reading: Reading, head: Token) -> Iterator[Voice]:
    """A voice that no mention covers: a proper name as it stands, or a short description in lower case."""
    name = _proper_name(head)
    if name is not None:
        yield Voice(name.text, Span(name.start_char, name.end_char), known=False, kind="person")
        return
    apposed = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    if apposed is not None:
        yield from voices_at(reading, apposed)
        return
    if head.lower_ in SPEAKERS:
        named = _name_after(head)
        if named is not None:
            yield from _named(reading, named)
            return
        earlier = (body_meant if head.lower_ in BODIES else holder_meant)(reading, head)
        if earlier is not None:
            yield Voice(earlier.name, _span_of(head), None, earlier.side, earlier.kind)
            return
        yield Voice(_description(reading, head), _phrase(head), side=_side(reading, head), known=False, kind="person")


def _name_after(head: Token) -> SpacySpan | None:
    """The name that follows an office noun, with or without a comma: "spokeswoman, NAME", "analyst NAME"."""
    start = head.i + 1
    if start < len(head.doc) and head.doc[start].text == ",":
        start += 1
    end = start
    while end < head.sent.end and head.doc[end].pos_ == "PROPN" and head.doc[end].text[:1].isupper():
        end += 1
    return head.doc[start:end] if end > start else None


def _named(reading: Reading, name: SpacySpan) -> Iterator[Voice]:
    mention = reading.actor_at(name[-1].i)
    if mention is not None:
        yield from of_mention(reading, mention)
    else:
        yield Voice(name.text, Span(name.start_char, name.end_char), known=False, kind="person")


def _proper_name(head: Token) -> SpacySpan | None:
    if head.pos_ != "PROPN":
        return None
    parts = sorted(
        [head, *(c for c in head.children if c.dep_ in _NAME_PARTS and c.pos_ == "PROPN")], key=lambda t: t.i
    )
    first, last = parts[0].i, parts[-1].i
    return head.doc[first : last + 1]


def _description(reading: Reading, head: Token) -> str:
    """A short description in lower case, with its state or owner after "of"."""
    left = _modifiers(head)
    state = next(demonyms_in(reading.doc, left[0].i, head.i), None) if left else None
    if state is not None:
        left = left[1:]
    phrase = " ".join(t.text if t.pos_ == "PROPN" else t.lower_ for t in [*left, head])
    close = _close_to(reading, head)
    if close is not None:
        return f"{phrase} close to {close.name}"
    owner = state or _owner(reading, head)
    return f"{phrase} of {owner.name}" if owner is not None else re.sub(r"\s+", " ", phrase)


def _owner(reading: Reading, head: Token) -> ActorMention | None:
    """Whose: a possessor, or the one after "of"."""
    owner = next((t for t in head.children if t.dep_ == "nmod:poss"), None)
    of = next((t for t in head.rights if t.dep_ == "nmod"), None)
    found = (reading.actor_at(owner.i) if owner else None) or (reading.actor_at(of.i) if of else None)
    if found is None and head.i + 2 < len(head.doc) and head.nbor().lower_ in ("to", "of", "for"):
        found = reading.actor_at(head.i + 2)  # an aide to NAME, whatever the parse joins "to" to
    return found


def _side(reading: Reading, head: Token) -> str | None:
    """The state whose adjective the description has, or the side of its owner."""
    left = _modifiers(head)
    state = next(demonyms_in(reading.doc, left[0].i, head.i), None) if left else None
    found = state or _close_to(reading, head) or _owner(reading, head)
    return found.side if found is not None else None


def _close_to(reading: Reading, head: Token) -> ActorMention | None:
    """Whom a source or aide is close to."""
    after = [t.lower_ for t in head.doc[head.i + 1 : head.i + 3]]
    if after != ["close", "to"]:
        return None
    near = head.doc[head.i + 3 : min(head.i + 8, head.sent.end)]
    return next((m for t in near if (m := reading.actor_at(t.i)) is not None), None)


def _modifiers(head: Token) -> list[Token]:
    """The adjectives and names right before the head: "Downing Street" of "a Downing Street source"."""
    first = head.i
    while first > head.sent.start and head.doc[first - 1].pos_ in ("ADJ", "PROPN", "NOUN"):
        first -= 1
    return list(head.doc[first : head.i])


def _heads(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON"):
            yield from _heads(child)


def _span_of(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


def _phrase(head: Token) -> Span:
    left = min((t.i for t in head.lefts if t.dep_ in ("det", "amod", "compound", "nmod:poss", "nmod")), default=head.i)
    piece = head.doc[left : head.i + 1]
    return Span(piece.start_char, piece.end_char)


def unique(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Each name once, in order."""
    return tuple({v.name: v for v in reversed(list(voices))}.values())[::-1]
