"""Who an office word means: "the PM", "the deputy minister", "his guest", "the spokeswoman"."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Token

from demarche.mentions.quotes_verbs import words
from demarche.mentions.reading import Reading
from demarche.model import ActorMention

_DEFINITE = frozenset(words("the his her their its that this our"))
#: short forms of offices, with the words they stand for
_SHORT = {"pm": frozenset(words("prime minister")), "premier": frozenset(words("prime minister"))}
#: words for somebody by what he or she is to another: the other of two who met
_RELATIONS = frozenset(words("guest host counterpart colleague visitor interlocutor"))
_MODIFIERS = frozenset(words("deputy vice prime foreign defence defense interior finance trade"))
_HEADS = frozenset(words("pm premier minister president chancellor king queen"))
_REACH = 4  # tokens beside a name in which its office may stand


def holder_meant(reading: Reading, head: Token) -> ActorMention | None:
    """The person before whom the text introduced with this word, or the only one left who can hold the office."""
    if not any(c.lower_ in _DEFINITE for c in head.children):
        return None
    if head.lower_ in _RELATIONS and (other := _other_of_two(reading, head)) is not None:
        return other
    wanted = _SHORT.get(head.lower_) or {head.lower_, *_modifiers(head)}
    people = [m for m in _people(reading) if m.start_token < head.i]
    for near in (0, _REACH):
        carriers = [m for m in people if wanted <= _office_words(reading, m, near)]
        if carriers:
            return carriers[-1]
    return _only_one_left(reading, people, wanted) if head.lower_ in _HEADS else None


def body_meant(reading: Reading, head: Token) -> ActorMention | None:
    """The body before whose name has this word: "the ministry" after "the foreign ministry of X"."""
    if not any(c.lower_ in _DEFINITE for c in head.children):
        return None
    before = [m for m in reading.actors if m.kind == "institution" and m.start_token < head.i]
    return next((m for m in reversed(before) if head.lower_ in m.name.lower().split()), None)


def _people(reading: Reading) -> list[ActorMention]:
    """Single people by name, outside pronouns."""
    single = (m for m in reading.actors if m.kind == "person" and not m.members and not m.pronoun)
    return [m for m in single if m.name[:1].isupper()]


def _modifiers(head: Token) -> set[str]:
    before = head.doc[max(head.i - 2, head.sent.start) : head.i]
    return {t.lower_ for t in before if t.lower_ in _MODIFIERS}


def _office_words(reading: Reading, mention: ActorMention, near: int) -> set[str]:
    """The words of a person's office; `near`: those of the name's own phrase and apposition as well."""
    office = set((mention.office or "").split())
    doc = reading.doc
    phrase = doc[mention.start_token : mention.end_token]
    office |= {t.lower_ for t in phrase}
    left = mention.start_token - 1
    while near and left >= phrase.sent.start and mention.start_token - left <= near and doc[left].is_alpha:
        if doc[left].pos_ in ("VERB", "AUX", "ADP"):
            break
        office.add(doc[left].lower_)
        left -= 1
    if near and mention.end_token < len(doc) and doc[mention.end_token].text == ",":
        office |= {t.lower_ for t in doc[mention.end_token + 1 : mention.end_token + 1 + near] if t.pos_ != "VERB"}
    return office


def _other_of_two(reading: Reading, head: Token) -> ActorMention | None:
    """ "His guest": the person named beside the one who owns the word."""
    owner = next((m for c in head.children if c.dep_ == "nmod:poss" and (m := reading.actor_at(c.i))), None)
    if owner is None:
        return None
    before = [m for m in _people(reading) if m.start_token < head.i and m.name != owner.name]
    mine = {reading.doc[m.head].sent.start for m in reading.actors if m.name == owner.name}
    beside = [m for m in before if reading.doc[m.head].sent.start in mine]
    abroad = [m for m in beside or before if m.side != owner.side or m.office in ("counterpart", "colleague")]
    return abroad[0] if abroad else None


def _only_one_left(reading: Reading, people: list[ActorMention], wanted: Set[str]) -> ActorMention | None:
    """The one named person who has no other office and whom the holder of this one has not rung, met or received."""
    others = {m.name for m in people if m.office and not wanted <= set(m.office.split())}
    others |= _met_by_holder(reading, wanted)
    left = {m.name: m for m in people if m.name not in others}
    return next(iter(left.values())) if len(left) == 1 else None


def _met_by_holder(reading: Reading, wanted: Set[str]) -> set[str]:
    """Names that stand as object beside the office as subject: "the Prime Minister rang NAME"."""
    doc = reading.doc
    verbs = {t.head.i for t in doc if t.dep_.startswith("nsubj") and wanted <= _phrase(t)}
    objects = (m for m in _people(reading) if not doc[m.head].dep_.startswith("nsubj"))
    return {m.name for m in objects if doc[m.head].head.i in verbs}


def _phrase(head: Token) -> set[str]:
    phrase = {t.lower_ for t in head.doc[max(head.i - 2, head.sent.start) : head.i + 1]}
    return phrase | _SHORT.get(head.lower_, frozenset())
