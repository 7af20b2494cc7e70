"""Sides of letters, telegrams and greetings."""

from __future__ import annotations

import re

from spacy.tokens import Token

from demarche.reports.contacts import grammar
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.around import Around, Sides
from demarche.reports.contacts.draft import Party
from demarche.reports.contacts.parties import union
from demarche.reports.contacts.phrases import Phrase
from demarche.reports.contacts.windows import begins


def sent(around: Around) -> Sides:
    """For "A sent a telegram to B", "A's letter to B", "A wrote to B"."""
    verb = around.token if around.sense.pos == "VERB" else grammar.carrier(around.token)
    if around.sense.weak and (verb is None or not grammar.is_one_of(verb, words.SENDS)):
        return Sides()
    senders = around.of(around.owners()) if around.sense.pos == "NOUN" else []
    if not senders and verb is not None:
        senders = around.subject(verb)
    if verb is not None and verb.lemma_.lower() == "exchange" and not around.sense.weak:
        beside = [r for r in around.rows if r.preposition == "with" and r.start > around.token.i][:1]
        both = union(senders, around.of(beside))
        return Sides([both] if len({p.side for p in both}) > 1 else [])
    if around.sense.pos == "NOUN" and (carried := _carried(around)):
        return Sides([carried])
    if around.sense.pos == "NOUN" and (told := _told_in_it(around, verb)):
        return Sides([told])
    if _reached(around, verb):
        return _from_to(around, verb)
    to = [r for r in around.right() if r.preposition == "to"] or _written(around)
    others = around.of(to)
    if senders and len(others) > 1 and around.token.tag_ == "NNS":
        return Sides([union(senders, [p]) for p in others])
    return Sides([union(senders, others)] if senders and to else [])


def _carried(around: Around) -> list[Party]:
    """A and B in "C delivered a message from A to B": whoever carries it neither writes nor gets it."""
    after = [r for r in around.rows if r.start > around.token.i and grammar.is_argument(r)][:2]
    if [r.preposition for r in after] != ["from", "to"] or after[0].start - around.token.i > 4:
        return []
    return union(around.of(after[:1]), around.of(after[1:]))


def _told_in_it(around: Around, verb: Token | None) -> list[Party]:
    """A and B in "in a letter, A told B": the verb names both."""
    if verb is None or around.lead() != "in" or not grammar.is_one_of(verb, words.TELLS):
        return []
    told = grammar.bare_right(verb, around.rows)
    between = [r for r in around.rows if r.preposition in ("to", "from") and r.start > around.token.i]
    if told is None or any(r.start - around.token.i < 5 for r in between):
        return []
    return union(around.subject(verb), around.of([told]))


def _reached(around: Around, verb: Token | None) -> bool:
    """For "a letter from A reached B", "B received a letter from A": the receiver is told by the verb."""
    if verb is None or around.sense.pos != "NOUN":
        return False
    arrives = around.token.dep_.startswith("nsubj") and verb.lemma_.lower() == "reach"
    return arrives or (around.token.dep_ == "obj" and verb.lemma_.lower() in ("receive", "get"))


def _from_to(around: Around, verb: Token | None) -> Sides:
    senders = around.of(around.owners()) or around.of([r for r in around.right() if r.preposition == "from"][:1])
    if verb is None or not senders:
        return Sides()
    bare = grammar.bare_right(verb, around.rows) if around.token.dep_ != "obj" else None
    others = around.of([bare]) if bare is not None else around.subject(verb) if around.token.dep_ == "obj" else []
    return Sides([union(senders, others)] if others else [])


def _gets_letter(around: Around, row: Phrase) -> bool:
    after = around.reading.doc[row.end : row.end + 3]
    near = row.start - around.token.i <= 2 and row.start > around.token.i and not row.preposition
    return near and any(t.lemma_.lower() in ("letter", "letters", "note", "notes", "telegram") for t in after)


def _written(around: Around) -> list[Phrase]:
    """B in "wrote B a letter"."""
    if around.sense.name == "write":
        return [r for r in around.rows if _gets_letter(around, r)]
    verb = grammar.carrier(around.token) if around.sense.pos == "NOUN" else None
    if verb is None or not (grammar.is_one_of(verb, words.SENDS) or verb.lower_ in ("wrote", "sent", "written")):
        return []
    bare = grammar.bare_right(verb, around.rows)
    if bare is None or bare.end > around.token.i:
        before = [r for r in around.rows if verb.i < r.start and r.end == around.token.i]
        bare = next((r for r in before if not r.preposition), None)
    return [bare] if bare is not None and bare.end <= around.token.i else []


_GREETING_TITLE = re.compile(
    r"(?:[A-Z]\w+ )?(?:[Cc]ondolences|[Gg]reetings|[Cc]ongratulations|[Mm]essage|[Tt]elegram) (?:to|on)\b"
)


def _in_writing(around: Around) -> bool:
    """True when the text goes on to quote the message: "The message reads, in part"."""
    if _GREETING_TITLE.match(around.reading.document.title):
        return True
    after = around.reading.document.text[around.token.idx : around.token.idx + 600].lower()
    return any(mark in after for mark in ("message reads", "telegram reads", "in his message", "in her message"))


def _congratulated(around: Around) -> Sides:
    """For "A congratulated B on ...; the message reads": from A to B, a foreign leader or nation."""
    senders = around.subject()
    bare = grammar.bare_right(around.token, around.rows)
    to = [bare] if bare is not None else [r for r in around.right() if r.preposition == "to"] or _conveyed_to(around)
    return Sides([union(senders, around.of(to[:1]))] if senders and to else [])


def _conveyed_to(around: Around) -> list[Phrase]:
    """B in "offered his deep condolences to B"."""
    rows = [r for r in around.rows if r.preposition == "to" and 0 < r.start - around.token.i < 9]
    gap = around.reading.doc[around.token.i + 1 : rows[0].start] if rows else ()
    return rows[:1] if not any(t.pos_ == "VERB" for t in gap) else []


def greet(around: Around) -> Sides:
    """For "On behalf of A, I congratulate the people of B": a signed greeting to a nation."""
    before = [r for r in around.rows if r.end <= around.token.i and r.preposition == "of"]
    head = around.reading.doc[begins(around.token) : around.token.i].text.lower()
    if _in_writing(around):
        return _congratulated(around)
    if not before or not head.startswith(("on behalf of", "on the behalf of")):
        return Sides()
    before = before[-1:] if before[0].mentions[0].side is None else before
    home = before[0].mentions[0].side
    others = [r for r in around.rows if r.start > around.token.i and r.mentions[0].side not in (None, home)]
    senders = around.of(before[:1])
    states = [p for p in senders if p.kind != "person"]  # "of the government and people of A, I offer": A sends it
    return Sides([union(states or senders, around.of(others[:1]))] if others else [])
