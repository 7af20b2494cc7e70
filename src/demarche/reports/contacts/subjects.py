"""Who acts: the subject of a verb, by the tree, through relatives and control, else by the order of words."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.clauses import SAYING
from demarche.reports.contacts.grammar import RELATIVES, carrier, is_argument, is_one_of, row_at
from demarche.reports.contacts.phrases import Phrase
from demarche.reports.contacts.windows import begins

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")


_MARKERS = words.bag("after before while when by following since upon for")


def subject(verb: Token, rows: list[Phrase]) -> Phrase | None:
    """The actors that a verb's subject names: by the tree, through relatives and control, else by word order."""
    found = _for_it_to(verb, rows) or _tree_subject(verb, rows, depth=0) or _quoted_speaker(verb, rows)
    return found or _fronted_subject(verb, rows) or _linear_subject(verb, rows)


def _for_it_to(verb: Token, rows: list[Phrase]) -> Phrase | None:
    """A in "no plans for A to meet B"."""
    if verb.i < 2 or verb.nbor(-1).lower_ != "to":
        return None
    return next((r for r in rows if r.preposition == "for" and r.end == verb.i - 1 and is_argument(r)), None)


def _quoted_speaker(verb: Token, rows: list[Phrase]) -> Phrase | None:
    """A in ""I have just spoken to B," A said"."""
    told = subject_word(verb)
    if told is None or told.lower_ not in ("i", "we"):
        return None
    quoted = verb.doc[begins(verb) : verb.i].text
    while verb.head.i != verb.i and verb.dep_ in ("ccomp", "conj", "parataxis", "advcl"):
        verb = verb.head
        if is_one_of(verb, SAYING):
            said = any(mark in quoted for mark in ('"', "“", "„", "‘"))
            return _tree_subject(verb, rows, depth=1) if said else None
    return None


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
    if verb.dep_ == "acl" and verb.head.lemma_.lower() in ("invitation", "permission", "opportunity"):
        given = [r for r in rows if verb.head.i < r.start < verb.i and r.preposition in ("to", "for")]
        if any(is_argument(r) for r in given):
            return [r for r in given if is_argument(r)][-1]
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
    if verb.dep_ == "ccomp" and verb.i < verb.head.i and (early := _told_first(verb)) is not None:
        return _named_by(early, rows)
    if verb.dep_ == "ccomp" and verb.tag_ in ("VBD", "VBZ", "VBP"):
        return None  # what somebody says has a subject of its own
    if verb.head.lemma_.lower() in words.BARS:
        barred = next((c for c in verb.head.children if c.dep_ == "obj"), None)
        return _named_by(barred, rows) if barred is not None else None
    if verb.dep_ in ("xcomp", "advcl", "conj", "ccomp", "parataxis") and verb.head.i != verb.i:
        return _tree_subject(verb.head, rows, depth + 1)
    return None


def _told_first(verb: Token) -> Token | None:
    """A in "A may meet B, C said", where a small parser gives A to "said"."""
    both = [c for c in verb.head.children if c.dep_ in _SUBJECTS]
    early = [c for c in both if c.i < verb.i]
    return early[-1] if early and len(both) > len(early) and is_one_of(verb.head, SAYING) else None


def relative_object(verb: Token, rows: list[Phrase]) -> list[Phrase]:
    """B in "B, whom A met", "B, with whom A spoke"."""
    if verb.dep_ != "acl:relcl" or not (
        verb.head.lower_ == "whom" or any(c.lower_ == "whom" and c.i < verb.i for c in verb.children)
    ):
        return []
    whom = verb.head
    before = [r for r in rows if r.end <= whom.i and whom.i - r.end < 3] if whom.lower_ == "whom" else []
    found = before[-1] if before else row_at(whom.i, rows)
    return [_last_of(found)] if found is not None else []


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


def _named_by(word: Token, rows: list[Phrase]) -> Phrase | None:
    if word.lower_ in RELATIVES and word.pos_ != "NOUN":
        before = [r for r in rows if r.end <= word.i]
        return _last_of(before[-1]) if before and not _of_somebody_else(word, before[-1]) else None
    led = leader(word, rows) if word.lemma_.lower() in words.DELEGATION else None
    found = led or row_at(word.i, rows)
    if found is not None:
        return found
    first, last = word.left_edge.i, word.right_edge.i
    inside = [r for r in rows if first <= r.start <= last and not r.preposition and is_argument(r)]
    if not inside and word.lemma_.lower() in ("office", "spokesman", "spokeswoman", "spokesperson", "plane", "aide"):
        owners = [r for r in rows if first <= r.start and r.end <= word.i and r.genitive]
        return owners[-1] if owners else None
    if not inside and word.lemma_.lower() in words.GROUPS | {"group", "number", "pair", "trio"}:
        owned = [r for r in rows if first <= r.start and r.end <= last + 1 and r.preposition in ("of", "from")]
        return owned[0] if owned else next(iter(inside), None)
    apposed = any(c.dep_ == "appos" for c in word.children) or word.lemma_.lower() in words.GROUPS
    return inside[-1] if inside and (word.pos_ == "PROPN" or apposed or inside[-1].start <= word.i) else None


_LED = words.DELEGATION | words.GROUPS


def before_who(verb: Token, rows: list[Phrase]) -> list[Phrase]:
    """A and B in "A and B, who met in C": both of them met when nobody else is met."""
    who = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.lower_ == "who"), None)
    before = [r for r in rows if who is not None and 0 <= who.i - r.end <= 1]
    return [before[-1]] if before and before[-1].people() > 1 else []


def _of_somebody_else(who: Token, row: Phrase) -> bool:
    """True for "B confirms that a worker who": the clause is about a noun between B and "who"."""
    between = who.doc[row.end : who.i]
    told = any(t.pos_ in ("VERB", "AUX") for t in between)
    noun = who.nbor(-1)
    there = who.lower_ == "that" and any(t.lower_ == "in" for t in who.doc[who.i + 1 : who.i + 4])
    return told and (who.lower_ == "who" or there) and noun.pos_ == "NOUN" and noun.lemma_.lower() not in _LED


def leader(team: Token, rows: list[Phrase]) -> Phrase | None:
    """A in "a delegation of B led by A": the leader stands for the team."""
    for row in rows:
        before = {t.lower_ for t in team.doc[max(team.i + 1, row.start - 8) : row.start]}
        if row.preposition == "by" and team.i < row.start < team.i + 16 and before & {"led", "headed"}:
            return row
    return None


def _last_of(row: Phrase) -> Phrase:
    """The last name of a row: "A and B, who" speaks of B."""
    return replace(row, mentions=row.mentions[-1:])


def _linear_subject(verb: Token, rows: list[Phrase]) -> Phrase | None:
    """The nearest bare phrase on the left, not across a semicolon or another clause's verb."""
    told = subject_word(verb)
    if told is not None and told.pos_ != "PROPN":
        return None
    before = [r for r in rows if r.end <= verb.i and not r.preposition and is_argument(r)]
    for row in reversed(before):
        between = verb.doc[row.end : verb.i]
        if not any(t.text in (";", ":") for t in between):
            return row
    return None


def subject_word(verb: Token) -> Token | None:
    """The word that stands as a verb's subject, borrowed through "promise to meet" and "have agreed to meet"."""
    for _ in range(4):
        found = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        if found is not None or verb.dep_ not in ("xcomp", "conj", "advcl") or verb.head.i == verb.i:
            return found
        verb = verb.head
    return None
