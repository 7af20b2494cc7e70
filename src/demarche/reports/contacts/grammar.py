"""Who does what around a cue: subjects, what stands to its right, and the verb that carries a noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from demarche.mentions.reading import Reading
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.forms import noun_words, sense_of
from demarche.reports.contacts.phrases import Phrase, phrases
from demarche.reports.contacts.windows import begins, ends

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_RELATIVES = frozenset({"who", "which", "that", "whom", "where"})
_MARKERS = words.bag("after before while when by following since upon for")
_REACH = 32


def rows_of(reading: Reading, token: Token) -> list[Phrase]:
    """The actor phrases of the token's sentence."""
    return phrases(reading, begins(token), ends(token))


def subject(verb: Token, rows: list[Phrase]) -> Phrase | None:
    """The actors that a verb's subject names: by the tree, through relatives and control, else by word order."""
    found = _tree_subject(verb, rows, depth=0)
    return found or _fronted_subject(verb, rows) or _linear_subject(verb, rows)


def _fronted_subject(verb: Token, rows: list[Phrase]) -> Phrase | None:
    """A in "Speaking by telephone with B, A thanked C"."""
    if verb.i != begins(verb) or not verb.lower_.endswith("ing"):
        return None
    after = [r for r in rows if not r.preposition and is_argument(r) and r.start > verb.i]
    return next((r for r in after if verb.doc[r.start - 1].text == ","), None)


def _tree_subject(verb: Token, rows: list[Phrase], depth: int) -> Phrase | None:
    if depth > 4:
        return None
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    if subjects:
        ordered = [c for c in reversed(subjects) if c.i < verb.i] + [c for c in subjects if c.i > verb.i]
        return next((row for c in ordered if (row := _named_by(c, rows)) is not None), None)
    if verb.dep_ == "conj" and verb.head.pos_ in ("NOUN", "PROPN"):
        return row_at(verb.head.i, rows) or _linear_subject(verb, rows)
    if verb.dep_ == "acl" and verb.head.lemma_.lower() == "invitation":
        accepts = carrier(verb.head)
        return _tree_subject(accepts, rows, depth + 1) if accepts is not None else None
    if verb.dep_ in ("acl", "acl:relcl") and not _after_marker(verb):
        own = row_at(verb.head.i, rows) or _maker_of(verb.head, rows)
        above = carrier(verb.head) if own is None and verb.tag_ == "VB" else None
        return _tree_subject(above, rows, depth + 1) if above is not None else own
    if verb.dep_ == "xcomp":
        object_ = next((c for c in verb.head.children if c.dep_ == "obj" and verb.head.i < c.i < verb.i), None)
        if object_ is not None:
            return row_at(object_.i, rows)
    if _after_marker(verb):
        return _tree_subject(_finite_above(verb), rows, depth + 1)
    if verb.dep_ in ("xcomp", "advcl", "conj", "ccomp", "parataxis") and verb.head.i != verb.i:
        return _tree_subject(verb.head, rows, depth + 1)
    return None


def _maker_of(noun: Token, rows: list[Phrase]) -> Phrase | None:
    """A in "A's proposal to hold a meeting"."""
    if noun.pos_ != "NOUN":
        return None
    before = [r for r in rows if r.genitive and 0 <= noun.i - r.end <= 2]
    return before[-1] if before else None


def _after_marker(verb: Token) -> bool:
    """True for "after meeting B", "before flying to B": the subject is that of the main clause."""
    before = verb.nbor(-1).lower_ if verb.i > 0 else ""
    return verb.lower_.endswith("ing") and before in _MARKERS


def _finite_above(verb: Token) -> Token:
    word = verb
    while word.head.i != word.i:
        word = word.head
        if word.pos_ in ("VERB", "AUX") and word.tag_ in ("VBD", "VBZ", "VBP", "MD", "VB"):
            return word
    return word


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


def _named_by(word: Token, rows: list[Phrase]) -> Phrase | None:
    if word.lower_ in _RELATIVES and word.pos_ != "NOUN":
        before = [r for r in rows if r.end <= word.i]
        return _last_of(before[-1]) if before else None
    found = row_at(word.i, rows)
    if found is not None:
        return found
    first, last = word.left_edge.i, word.right_edge.i
    inside = [r for r in rows if first <= r.start <= last and not r.preposition and is_argument(r)]
    if not inside and word.lemma_.lower() in ("office", "spokesman", "spokeswoman", "spokesperson", "plane", "aide"):
        owners = [r for r in rows if first <= r.start and r.end <= word.i and r.genitive]
        return owners[-1] if owners else None
    if not inside and word.lemma_.lower() in words.GROUPS:
        owned = [r for r in rows if first <= r.start and r.end <= last + 1 and r.preposition == "of"]
        return owned[0] if owned else None
    apposed = any(c.dep_ == "appos" for c in word.children)
    return inside[-1] if inside and (word.pos_ == "PROPN" or apposed or inside[-1].start <= word.i) else None


def _last_of(row: Phrase) -> Phrase:
    """The last name of a row: "A and B, who" speaks of B."""
    return replace(row, mentions=row.mentions[-1:])


def row_at(token: int, rows: list[Phrase]) -> Phrase | None:
    """The phrase that holds a token."""
    return next((r for r in rows if r.start <= token < r.end), None)


def _linear_subject(verb: Token, rows: list[Phrase]) -> Phrase | None:
    """The nearest bare phrase on the left, not across a semicolon or another clause's verb."""
    if any(c.dep_ in _SUBJECTS and c.pos_ != "PROPN" for c in verb.children):
        return None
    before = [r for r in rows if r.end <= verb.i and not r.preposition and is_argument(r)]
    for row in reversed(before):
        between = verb.doc[row.end : verb.i]
        if not any(t.text in (";", ":") for t in between):
            return row
    return None


def right_rows(token: Token, rows: list[Phrase], prepositions: frozenset[str]) -> list[Phrase]:
    """The phrases after a cue that can be its other side: "with Y", past places and days, up to the next topic."""
    found = [row for row in _rightward(token, rows) if is_argument(row) or _of_a_pair(row)]
    counterparts = "with" in prepositions
    own = [r for r in found if r.preposition in prepositions or (counterparts and _after_colon(token, r))]
    return [part for row in own for part in (row, *_included(token, row, rows))]


def _included(token: Token, row: Phrase, rows: list[Phrase]) -> list[Phrase]:
    """B in "with senior officials, including B"."""
    after = [t.lower_ for t in token.doc[row.end : row.end + 3] if t.text != ","]
    if row.mentions[-1].kind != "group" or after[:1] != ["including"]:
        return []
    inside = next((r for r in rows if row.end < r.start <= row.end + 3), None)
    return [replace(inside, preposition=row.preposition)] if inside is not None and is_argument(inside) else []


def _after_colon(token: Token, row: Phrase) -> bool:
    """For "With his counterparts: A and B"."""
    before = token.doc[max(token.i, row.start - 3) : row.start]
    return not row.preposition and any(t.text == ":" for t in before)


def subject_word(verb: Token) -> Token | None:
    """The word that stands as a verb's subject, borrowed through "promise to meet" and "have agreed to meet"."""
    for _ in range(4):
        found = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        if found is not None or verb.dep_ not in ("xcomp", "conj", "advcl") or verb.head.i == verb.i:
            return found
        verb = verb.head
    return None


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
        if row.preposition or not is_argument(row):
            return None
        apart = [t for t in gap if t.pos_ == "ADP" and t.nbor(-1).lower_ != "counterparts"]
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
    return word.lower_ in _RELATIVES and word.dep_ != "det"


def stops(word: Token, cue: Token) -> bool:
    """True where the cue's own phrase ends: another clause, a topic, a semicolon."""
    lower = word.lower_
    if word.text == ":" and word.i > 0 and word.nbor(-1).lemma_.lower() in ("counterpart", "colleague", "leader"):
        return False
    if word.text in (";", ":", "—") or (_relative(word) and word.pos_ in ("PRON", "DET", "SCONJ", "ADV")):
        return True
    if lower == "involving":
        return False
    if lower in words.TOPIC and word.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
        return True
    if lower == "on" and not _time_or_place(word):
        return not _takes_on(word, cue)
    if lower == "to" and word.pos_ == "PART":
        return True
    if lower in ("at", "on", "in") and _next_nouns(word) & words.AT_THE_WISH:
        return True
    if word.pos_ in ("VERB", "AUX"):
        return not _transparent(word, cue)
    return _other_contact(word, cue)


def _takes_on(on: Token, cue: Token) -> bool:
    """For "Hung up on B", "called on B", "travels on to B"."""
    if on.i - cue.i > 2:
        return False
    return cue.lower_.startswith(("hang", "hung", "call")) or (on.i + 1 < len(on.doc) and on.nbor(1).lower_ == "to")


def _next_nouns(word: Token) -> set[str]:
    return {t.lower_ for t in word.doc[word.i + 1 : word.i + 4]}


def _other_contact(word: Token, cue: Token) -> bool:
    """True for another contact noun, unless the cue only leads up to it: "met for talks", "spoke in a call"."""
    sense = sense_of(word)
    if sense is None or sense.pos != "NOUN" or sense.name == "contact-noun":
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
