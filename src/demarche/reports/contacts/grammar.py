"""What stands around a cue: the phrases on its right, its object, and the verb that carries a noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.forms import noun_words, sense_of
from demarche.reports.contacts.phrases import Phrase, is_subject, phrases
from demarche.reports.contacts.windows import begins, ends

RELATIVES = frozenset({"who", "which", "that", "whom", "where"})
_REACH = 32


def rows_of(reading: Reading, token: Token) -> list[Phrase]:
    """The actor phrases of the token's sentence."""
    return phrases(reading, begins(token), ends(token))


def is_one_of(verb: Token, bag: frozenset[str]) -> bool:
    """True when a verb belongs to a list, an odd lemma forgiven."""
    lower = verb.lower_
    forms = {
        verb.lemma_.lower(),
        lower,
        lower.removesuffix("ed"),
        lower.removesuffix("d"),
        lower.removesuffix("ing"),
        lower.removesuffix("ing") + "e",
        lower.removesuffix("s"),
        _single_end(lower),
    }
    return bool(forms & bag)


def _single_end(form: str) -> str:
    """For "Scrap" for "scrapped"."""
    stem = form.removesuffix("ed").removesuffix("ing")
    return stem[:-1] if stem != form and len(stem) > 3 and stem[-1] == stem[-2] else form


def row_at(token: int, rows: list[Phrase]) -> Phrase | None:
    """The phrase that holds a token."""
    return next((r for r in rows if r.start <= token < r.end), None)


def right_rows(token: Token, rows: list[Phrase], prepositions: frozenset[str]) -> list[Phrase]:
    """The phrases after a cue that can be its other side: "with Y", past places and days, up to the next topic."""
    found = [row for row in _rightward(token, rows) if is_argument(row) or _of_a_pair(row)]
    counterparts = "with" in prepositions
    own = [r for r in found if r.preposition in prepositions or (counterparts and _after_colon(token, r))]
    own = own or (_among_them(token, rows) or _such_as(token, rows) if counterparts else [])
    return [part for row in own for part in (row, *_included(token, row, rows))]


def _included(token: Token, row: Phrase, rows: list[Phrase]) -> list[Phrase]:
    """B in "with senior officials, including B"."""
    after = [t.lower_ for t in token.doc[row.end : row.end + 3] if t.text != ","]
    if row.mentions[-1].kind != "group" or after[:1] != ["including"]:
        return []
    inside = next((r for r in rows if row.end < r.start <= row.end + 3), None)
    return [replace(inside, preposition=row.preposition)] if inside is not None and is_argument(inside) else []


def _among_them(token: Token, rows: list[Phrase]) -> list[Phrase]:
    """B and C in "talks with a dozen colleagues, among them B and C"."""
    for row in rows:
        before = [t.lower_ for t in token.doc[max(token.i, row.start - 3) : row.start]]
        between = {t.lower_ for t in token.doc[token.i + 1 : row.start]}
        if token.i < row.start < token.i + 20 and before[-2:] == ["among", "them"] and "with" in between:
            return [replace(row, preposition="with", separate=True)]
    return []


def _such_as(token: Token, rows: list[Phrase]) -> list[Phrase]:
    """B and C in "talks with allies, including B and C", "with several leaders such as B"."""
    for row in rows:
        before = [t for t in token.doc[max(token.i, row.start - 4) : row.start] if t.lower_ not in (",", "the")]
        named = before[-1:] and (before[-1].lower_ == "including" or [t.lower_ for t in before[-2:]] == ["such", "as"])
        between = token.doc[token.i + 1 : row.start]
        people = any(t.lemma_.lower() in _RANKS and t.tag_ == "NNS" for t in between)
        if named and people and token.i < row.start < token.i + 14 and is_argument(row):
            return [replace(row, preposition="with")] if any(t.lower_ == "with" for t in between) else []
    return []


#: people of other states whom a list names one by one: "with allies, including B"
_RANKS = words.GROUPS | words.bag("ally partner counterpart colleague mediator diplomat adviser advisor chief member")


def _after_colon(token: Token, row: Phrase) -> bool:
    """For "With his counterparts: A and B"."""
    before = token.doc[max(token.i, row.start - 3) : row.start]
    return not row.preposition and any(t.text == ":" for t in before)


def _of_a_pair(row: Phrase) -> bool:
    """For "A meeting of the U.S.-Israel Consultative Group": the pair in front of the body meets."""
    return row.modifier and row.preposition == "of" and len(row.mentions) == 1 and len(row.mentions[0].members) == 2


def is_argument(row: Phrase) -> bool:
    """True for a phrase that stands for itself and does not own or qualify what follows."""
    return not row.genitive and not row.modifier


def bare_right(token: Token, rows: list[Phrase]) -> Phrase | None:
    """The object: the first phrase after a verb, without a preposition."""
    start = _joined_verb(token)
    for row in _rightward(start, rows):
        gap = token.doc[start.i + 1 : row.start]
        if row.preposition in ("in", "at", "to") and row.start - start.i <= 4:
            continue
        if row.preposition not in ("", "up") or not is_argument(row):
            return None
        if any(t.text == "," for t in gap) and is_subject(token.doc, row.mentions[0]):
            return None  # "agreed to meet in the spring, the minister said"
        placed = len(gap) > 2 and gap[0].lower_ in ("in", "at") and gap[1].lower_ == "the"
        apart = [
            t for t in gap[placed:] if t.pos_ == "ADP" and t.nbor(-1).lower_ != "counterparts" and t.lower_ != "up"
        ]
        return row if len(gap) <= 8 and not apart else None
    return None


def _joined_verb(verb: Token) -> Token:
    """The second of two verbs that share an object: "called and congratulated B"."""
    after = verb.doc[verb.i + 1 : verb.i + 3]
    if len(after) == 2 and after[0].lower_ == "and" and after[1].tag_ == verb.tag_:
        return after[1]
    return verb


def _rightward(token: Token, rows: list[Phrase]) -> Iterator[Phrase]:
    doc, i = token.doc, token.i + 1
    end = min(ends(token), token.i + _REACH)
    starts = {row.start: row for row in rows}
    while i < end:
        if i in starts:
            yield starts[i]
            i, end = starts[i].end, min(ends(token), starts[i].end + _REACH)
            continue
        if stops(doc[i], token):
            return
        i += 1


def _relative(word: Token) -> bool:
    """True for "who", "which", "that met"; not for the pointing "that day"."""
    return word.lower_ in RELATIVES and word.dep_ != "det"


def stops(word: Token, cue: Token) -> bool:
    """True where the cue's own phrase ends: another clause, a topic, a semicolon."""
    lower = word.lower_
    if word.text == ":" and word.i > 0 and word.nbor(-1).lemma_.lower() in ("counterpart", "colleague", "leader"):
        return False
    if word.text in (";", ":", "—") or (_relative(word) and word.pos_ in ("PRON", "DET", "SCONJ", "ADV")):
        return True
    if lower == "involving" or (lower == "visiting" and _of_rank(word)):
        return False
    if lower in ("about", "over", "around", "under") and _measures(word):
        return False  # "met for about 40 minutes with B"
    if lower == "via" and _next_nouns(word) & words.PHONE:
        return False  # "talks via video link with B": the means
    if lower in words.TOPIC and word.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
        return True
    if lower == "on" and not _time_or_place(word):
        return not _takes_on(word, cue)
    if lower == "to" and word.pos_ == "PART":
        return True
    if lower in ("at", "on", "in") and _next_nouns(word) & words.AT_THE_WISH:
        return True
    if word.pos_ in ("VERB", "AUX"):
        return not (_transparent(word, cue) or _in_office(word))
    return _other_contact(word, cue)


def _in_office(word: Token) -> bool:
    """True for "Acting Chancellor B": part of a title."""
    return word.lower_ == "acting" and word.i + 1 < len(word.doc) and word.nbor(1).lower_ in words.TITLES


def _of_rank(word: Token) -> bool:
    """True for "visiting Finnish President B": how B is called, not a clause."""
    return (
        word.i + 1 < ends(word)
        and word.nbor(1).text[:1].isupper()
        and word.i > 0
        and word.nbor(-1).pos_ in ("ADP", "SCONJ")
    )


def _measures(word: Token) -> bool:
    """True for "about 40 minutes", "over an hour": a length, not a topic."""
    after = word.doc[word.i + 1 : min(ends(word), word.i + 5)]
    length = any(t.lower_.startswith(("minute", "hour")) for t in after)
    return length and (after[0].like_num or after[0].lower_ in ("an", "a", "half", "two", "three"))


def _takes_on(on: Token, cue: Token) -> bool:
    """For "Hung up on B", "called on B", "travels on to B"."""
    if on.i - cue.i > (4 if cue.lower_.startswith("slam") else 2):
        return False
    return cue.lower_.startswith(("hang", "hung", "call", "slam", "pop", "drop")) or (
        on.i + 1 < len(on.doc) and on.nbor(1).lower_ == "to"
    )


def _next_nouns(word: Token) -> set[str]:
    return {t.lower_ for t in word.doc[word.i + 1 : word.i + 4]}


def _other_contact(word: Token, cue: Token) -> bool:
    """True for another contact noun, unless the cue only leads up to it: "met for talks", "spoke in a call"."""
    sense = sense_of(word)
    if sense is None or sense.pos != "NOUN" or sense.name in ("contact-noun", "at-the-table"):
        return False
    if sense.name == "phone-noun" and cue.lower_.startswith("slam"):
        return False
    first = noun_words(word)[0]
    before = first.nbor(-1) if first.i > begins(word) else None
    if sense.name == "greetings-noun" and before is not None and before.i == cue.i + 1 and before.lower_ == "of":
        return False  # "a message of greetings to B"
    return before is None or before.i <= cue.i or before.lower_ not in _LEADING_UP


def _time_or_place(on: Token) -> bool:
    after = on.doc[on.i + 1 : on.i + 5]
    return any(t.like_num or t.ent_type_ == "DATE" or t.lower_ in _ON_WORDS or t.text in _CALENDAR for t in after[:3])


_ON_WORDS = words.bag("sidelines sideline margins margin phone telephone line same day eve evening morning")


_LEADING_UP = frozenset({"for", "in", "by", "via", "over", "during", "on"})


_CALENDAR = words.bag(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Jan. Feb. Aug. Sept. Oct. Nov. Dec."""
)


def _transparent(verb: Token, cue: Token) -> bool:
    """Verbs that do not end a noun's phrase: "talks were held in Moscow between", "a call placed by Oslo"."""
    if cue.pos_ in ("VERB", "AUX"):
        return False
    return verb.lemma_.lower() in words.OCCURS or verb.pos_ == "AUX" or verb.tag_ == "VBN"


def carrier(noun: Token) -> Token | None:
    """The verb that carries a noun: "held talks", "arrived for a visit", "spoke in a call", "is due for a meeting"."""
    word = noun
    for _ in range(4):
        if word.head.i == word.i:
            return _carrier_by_order(noun)
        word = word.head
        if word.pos_ == "ADJ" and word.lower_ in ("due", "set", "ready", "scheduled"):
            return word
        if word.pos_ in ("VERB", "AUX") or any(c.dep_ in ("cop", "nsubj", "nsubj:pass") for c in word.children):
            return word
    return _carrier_by_order(noun)


def _carrier_by_order(noun: Token) -> Token | None:
    for i in range(noun.i - 1, max(begins(noun), noun.i - 9) - 1, -1):
        if noun.doc[i].pos_ == "VERB":
            return noun.doc[i]
    return None
