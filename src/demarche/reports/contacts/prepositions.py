"""The preposition before a name, past its title, and where a dateline ends."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.forms import sense_of

_DATELINE = re.compile(r"\s*[A-Z][A-Z .,'’/&-]{2,40}[^\n]{0,40}? [-–—]+ ")


_INSIDE = frozenset({"compound", "amod", "nmod:poss", "nmod:desc"})


_ARTICLES = frozenset({"DET", "ADJ", "NUM", "ADV"})


def dateline_end(text: str) -> int:
    """Where a dateline ends ("PARIS, March 5 (Agency) - "), 0 without one: its cities are nobody's side."""
    found = _DATELINE.match(text)
    return found.end() if found else 0


def preposition_before(doc: Doc, token: int, floor: int) -> str:
    """The preposition that opens the phrase starting at `token`, '' when there is none."""
    determined = doc[token].pos_ == "DET" if token < len(doc) else False
    inside_name = False
    for i in range(token - 1, max(floor, _far(doc, token)) - 1, -1):
        word = doc[i]
        inside_name = inside_name or _joins_capitals(doc, i)
        if _joins_capitals(doc, i) or (inside_name and word.text == ","):
            continue
        if (sense_of(word) is not None and word.lower_ != "visiting") or word.lower_ in words.CALENDAR:
            return ""
        if determined and word.pos_ not in ("ADP", "SCONJ") and word.lower_ not in ("with", "between", "both", "all"):
            return ""
        determined = determined or (word.pos_ == "DET" and word.lower_ in ("the", "a", "an", "this", "that"))
        if word.lower_ in ("involving", "between", "with"):
            return word.lower_
        if word.pos_ in ("ADP", "SCONJ"):
            if word.dep_ in ("compound:prt", "mark") and word.lower_ == "to":
                return ""
            return _outer_preposition(doc, i, floor) or word.lower_
        if not _inside_noun_phrase(word) and not (inside_name and word.text[:1].isupper()):
            return ""
    return ""


def _far(doc: Doc, token: int) -> int:
    """How far back a phrase's preposition may stand: six words, more inside a title in capitals."""
    i = token - 1
    while i > 0 and token - i < 16 and (doc[i].text[:1].isupper() or doc[i].text == "," or _joins_capitals(doc, i)):
        i -= 1
    return min(i - 2, token - 8)


def _joins_capitals(doc: Doc, i: int) -> bool:
    """For "And" inside a long name: "the Commonwealth and Development Office"."""
    if doc[i].lower_ not in ("and", "&") or not 0 < i < len(doc) - 2:
        return False
    if doc[i - 1].lower_ in words.TITLES and doc[i + 1].lower_ in words.TITLES and doc[i + 1].text[:1].isupper():
        return doc[i - 1].text[:1].isupper()  # "Politburo Member and Director B" is one person
    around = (doc[i - 1], doc[i + 1], doc[i + 2])
    return all(t.text[:1].isupper() and not t.ent_type_.startswith("PER") for t in around)


def _outer_preposition(doc: Doc, inner: int, floor: int) -> str:
    """The preposition before a long title: "with" in "with Political Director at the Foreign Office Sir A B"."""
    if doc[inner].lower_ not in ("of", "at", "for", "in", "from") or inner <= floor:
        return ""
    ranks = words.GROUPS if doc[inner].lower_ in ("of", "from") else frozenset()
    if doc[inner - 1].lower_ not in words.TITLES and doc[inner - 1].lower_.removesuffix("s") not in ranks:
        return ""
    for i in range(inner - 1, max(floor, inner - 16) - 1, -1):
        word = doc[i]
        if word.lower_ in ("with", "between", "by") or (word.lower_ == "to" and word.pos_ == "ADP"):
            return word.lower_
        if word.pos_ in ("VERB", "AUX", "PUNCT") and word.text not in (",", "-", "/"):
            return ""
    return ""


def _inside_noun_phrase(word: Token) -> bool:
    joint = word.text == "-" or word.lower_ in ("elect", "designate", "visiting")  # "President-elect B"
    return joint or word.pos_ in _ARTICLES or word.tag_ == "PRP$" or word.pos_ == "PROPN" or word.dep_ in _INSIDE


def before_body(doc: Doc, start: int, floor: int) -> str:
    """The preposition before a body's long name: "with Relief Agency for B in the Near East (RAB) Commissioner C"."""
    for i in range(start - 1, max(floor, start - 18) - 1, -1):
        word = doc[i]
        if word.lower_ in ("with", "between", "to", "by"):
            return str(word.lower_) if i < start - 3 else ""
        if not (word.text[:1].isupper() or word.lower_ in _OF_BODIES or word.text in "()-"):
            return ""
    return ""


_OF_BODIES = frozenset({"of", "for", "in", "on", "the", "and", "at"})
