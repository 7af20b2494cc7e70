"""A sentence as a row of phrases that name actors, each with its preposition.

The row leans on word order first and on the tree second: a preposition and the name after it stay side by side even
where a small parser hangs the phrase on the wrong word.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from itertools import zip_longest

from spacy.tokens import Doc, Token

from demarche.mentions.reading import Reading
from demarche.model import ActorMention
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.forms import sense_of

_ARTICLES = frozenset({"DET", "ADJ", "NUM", "ADV"})
_LONGEST_GAP = 9
_DATELINE = re.compile(r"\s*[A-Z][A-Z .,'’/&-]{2,40}[^\n]{0,40}? [-–—]+ ")
_BESIDE = frozenset({"together", "along", "accompanied"})
_INSIDE = frozenset({"compound", "amod", "nmod:poss", "nmod:desc"})
_GENITIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Actors named in a row ("with A, B and C") and the preposition before them, '' when there is none.

    `genitive` phrases own what follows ("Biden's call"); `separate` ones are said to come one by one; a `modifier`
    stands before a noun of its own ("U.S. servicemembers", "the NATO summit").
    """

    start: int
    end: int
    preposition: str
    mentions: tuple[ActorMention, ...]
    genitive: bool = False
    separate: bool = False
    modifier: bool = False

    def people(self) -> int:
        """How many actors the phrase stands for, plural words counted by their members."""
        return sum(max(1, len(m.members)) for m in self.mentions)


def phrases(reading: Reading, start: int, end: int) -> list[Phrase]:
    """The actor phrases between two tokens, in order."""
    past = dateline_end(reading.document.text) if start == 0 else 0
    mentions = [m for m in reading.actors if start <= m.head < end and m.span.start >= past]
    mentions = [m for m, n in zip_longest(mentions, mentions[1:]) if not _owns(reading.doc, m, n)]
    rows: list[Phrase] = []
    for i, mention in enumerate(mentions):
        if rows and _apposed(reading.doc, rows[-1], mention):
            rows[-1] = replace(rows[-1], end=mention.end_token)
            continue
        gap = _joined(reading.doc, rows[-1], mention) if rows else None
        if gap is not None and (_tells_and(gap) or _listed(reading.doc, mentions[i:])):
            rows[-1] = _extended(reading.doc, rows[-1], mention, gap)
        else:
            rows.append(_single(reading.doc, mention, start))
    return rows


def _apposed(doc: Doc, phrase: Phrase, mention: ActorMention) -> bool:
    """True for an office that only describes the name before it: "with B, spokesperson of the president"."""
    last = phrase.mentions[-1]
    between = [t.text for t in doc[phrase.end : mention.start_token]]
    if between != [","] or last.kind != "person" or mention.kind != "person" or mention.members or mention.pronoun:
        return False
    own = {t.lower_ for t in doc[mention.start_token : mention.end_token]}
    return not own & set(mention.name.lower().split()) and mention.name[:1].isupper()


def dateline_end(text: str) -> int:
    """Where a dateline ends ("PARIS, March 5 (Agency) - "), 0 without one: its cities are nobody's side."""
    found = _DATELINE.match(text)
    return found.end() if found else 0


def _tells_and(gap: list[Token]) -> bool:
    return any(t.lower_ in ("and", "&", "or", "/", "with", "by") for t in gap)


def _listed(doc: Doc, mentions: list[ActorMention]) -> bool:
    """True when a bare comma before the first of these names belongs to a list: "A, B and C"."""
    if is_subject(doc, mentions[0]):
        return False
    if top(doc, mentions[0]).dep_ == "conj":
        return True
    for here, following in itertools.pairwise(mentions):
        gap = list(doc[here.end_token : following.start_token])
        if not gap or len(gap) > _longest(gap) or not _joins(gap, ""):
            return _and_others(doc, here)
        if _tells_and(gap):
            return True
    return _and_others(doc, mentions[-1])


def _and_others(doc: Doc, last: ActorMention) -> bool:
    """True when a list ends in people without a name: "A, B, and others", "and other officials"."""
    after = [t.lower_ for t in doc[last.end_token : last.end_token + 3] if t.text != ","]
    return after[:1] == ["and"] and after[1:2] in (["others"], ["other"])


def top(doc: Doc, mention: ActorMention) -> Token:
    """The word of a mention that hangs on something outside it."""
    inside = range(mention.start_token, mention.end_token)
    outer = [doc[i] for i in inside if doc[i].head.i not in inside or doc[i].head.i == i]
    return next((t for t in outer if t.dep_ not in ("case", "punct", "det", "cc")), doc[mention.head])


def is_subject(doc: Doc, mention: ActorMention) -> bool:
    """True when the tree reads the mention as a subject."""
    return top(doc, mention).dep_.startswith("nsubj")


def _owns(doc: Doc, mention: ActorMention, following: ActorMention | None) -> bool:
    """True for "Ukraine's" in "Ukraine's Volodymyr Zelenskyy": it only tells the side of the next name."""
    if following is None:
        return False
    if mention.name.startswith("counterparts") and doc[following.start_token - 1].lower_ == "from":
        return following.start_token - mention.end_token <= 2
    if mention.kind == "person":
        between = doc[mention.end_token : following.start_token]
        return following.kind == "person" and is_genitive(doc, mention) and all(t.text in _GENITIVE for t in between)
    if following.kind == "person" and mention.end_token == following.start_token and not mention.members:
        return doc[mention.start_token - 1].lower_ in ("of", "the") if mention.start_token else False
    if not is_genitive(doc, mention):
        return False
    gap = [t for t in doc[mention.end_token : following.start_token] if t.text not in _GENITIVE]
    return following.kind == "person" and all(t.pos_ in ("ADJ", "NOUN", "PROPN", "PUNCT") for t in gap) and len(gap) < 5


def is_genitive(doc: Doc, mention: ActorMention) -> bool:
    """True when the mention owns what follows: "Biden's", "their"."""
    last = doc[mention.end_token - 1]
    after = doc[mention.end_token] if mention.end_token < len(doc) else None
    if last.text in _GENITIVE or (after is not None and after.text in _GENITIVE):
        return True
    return mention.pronoun and last.tag_ == "PRP$"


def preposition_before(doc: Doc, token: int, floor: int) -> str:
    """The preposition that opens the phrase starting at `token`, '' when there is none."""
    determined = doc[token].pos_ == "DET" if token < len(doc) else False
    inside_name = False
    for i in range(token - 1, max(floor, _far(doc, token)) - 1, -1):
        word = doc[i]
        inside_name = inside_name or _joins_capitals(doc, i)
        if _joins_capitals(doc, i) or (inside_name and word.text == ","):
            continue
        if sense_of(word) is not None or word.lower_ in words.CALENDAR:
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
        if not _inside_noun_phrase(word):
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
    return word.pos_ in _ARTICLES or word.tag_ == "PRP$" or word.pos_ == "PROPN" or word.dep_ in _INSIDE


def first_token(doc: Doc, mention: ActorMention) -> int:
    """Where a mention's phrase begins, a verb or preposition that was taken for part of it left out."""
    start = mention.start_token
    while doc[start].idx < mention.span.start and start + 1 < mention.end_token:
        if doc[start].pos_ not in ("VERB", "AUX", "ADP", "SCONJ", "PUNCT", "CCONJ"):
            break
        start += 1
    return start


def _single(doc: Doc, mention: ActorMention, floor: int) -> Phrase:
    start = first_token(doc, mention)
    from_here = start
    if start > 2 and doc[start - 1].lower_ == "from" and doc[start - 2].lower_ == "counterparts":
        from_here = start - 2
    preposition = preposition_before(doc, from_here, floor)
    if mention.kind == "person" and mention.office and preposition in ("of", "for", "in", "on", "at"):
        preposition = _before_body(doc, start, floor) or preposition
    separate = any(t.lower_ in words.DISTRIBUTIVE for t in doc[max(floor, start - 3) : start])
    genitive, modifier = is_genitive(doc, mention), is_modifier(doc, mention)
    return Phrase(start, mention.end_token, preposition, (mention,), genitive, separate, modifier)


def _before_body(doc: Doc, start: int, floor: int) -> str:
    """The preposition before a body's long name: "with Relief Agency for B in the Near East (RAB) Commissioner C"."""
    for i in range(start - 1, max(floor, start - 18) - 1, -1):
        word = doc[i]
        if word.lower_ in ("with", "between", "to", "by"):
            return str(word.lower_) if i < start - 3 else ""
        if not (word.text[:1].isupper() or word.lower_ in _OF_BODIES or word.text in "()-"):
            return ""
    return ""


_OF_BODIES = frozenset({"of", "for", "in", "on", "the", "and", "at"})


def is_modifier(doc: Doc, mention: ActorMention) -> bool:
    """True for a state or body that only qualifies the next noun."""
    if mention.kind == "person" or mention.pronoun or mention.end_token >= len(doc):
        return False
    after, last = doc[mention.end_token], doc[mention.end_token - 1]
    if after.pos_ not in ("NOUN", "PROPN", "ADJ") or (last.pos_ == "NOUN" and last.lower_ != last.text.lower()):
        return False
    return top(doc, mention).dep_ in ("compound", "amod", "nmod:poss", "nmod") and top(doc, mention).head.i >= after.i


def _extended(doc: Doc, phrase: Phrase, mention: ActorMention, gap: list[Token]) -> Phrase:
    separate = phrase.separate or any(t.lower_ in words.DISTRIBUTIVE or t.lower_ == "then" for t in gap)
    return Phrase(
        phrase.start,
        mention.end_token,
        phrase.preposition,
        (*phrase.mentions, mention),
        is_genitive(doc, mention),
        separate,
        is_modifier(doc, mention),
    )


def _joined(doc: Doc, phrase: Phrase, mention: ActorMention) -> list[Token] | None:
    """The words between two actors of one row, None when the second starts a phrase of its own."""
    gap = list(doc[phrase.end : first_token(doc, mention)])
    longest = _longest(gap)
    if not gap or len(gap) > longest or phrase.genitive or (mention.pronoun and is_genitive(doc, mention)):
        return None
    lower = [t.lower_ for t in gap]
    if not any(w in lower for w in (",", "and", "&", "or", "/", "with", "by")):
        return None
    if not _joins(gap, phrase.preposition):
        return None
    return gap


def _longest(gap: list[Token]) -> int:
    """How many words may stand between two names: more when a title or "together with" does."""
    if any(t.lower_ in _BESIDE for t in gap):
        return _LONGEST_GAP + 6
    return _LONGEST_GAP


def _joins(gap: list[Token], preposition: str) -> bool:
    """True when the words between two names only list: commas, "and", articles, descriptions."""
    lower = [t.lower_ for t in gap]
    if any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBN" for t in gap):
        return False
    if any(w in (";", ":", "who", "which", "that", "where", "when", "but", "while") for w in lower):
        return False
    for before, here in zip([None, *gap], gap, strict=False):
        if here.pos_ not in ("ADP", "SCONJ") or here.lower_ in ("of", "for", "as"):
            continue
        again = before is not None and before.lower_ in words.JOINERS and here.lower_ == preposition
        beside = before is not None and before.lower_ in _BESIDE and here.lower_ in ("with", "by")
        if not (again or beside):
            return False
    return lower[0] in words.JOINERS or lower[0] in ("of", "for")
