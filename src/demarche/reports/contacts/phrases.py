"""A sentence as a row of phrases that name actors, each with its preposition.

The row leans on word order first and on the tree second: a preposition and the name after it stay side by side even
where a small parser hangs the phrase on the wrong word.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from itertools import zip_longest

from spacy.tokens import Doc, Token

from demarche.actors.names import fold
from demarche.mentions.reading import Reading
from demarche.model import ActorMention
from demarche.reports.contacts import vocabulary as words
from demarche.reports.contacts.prepositions import before_body, dateline_end, preposition_before

_LONGEST_GAP = 9


_BESIDE = frozenset({"together", "along", "accompanied"})


_AFTERWARDS = frozenset({"then", "later", "afterwards", "subsequently"})


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
    mentions = [m for m in reading.actors_in(start, end) if m.span.start >= past]
    mentions = [m for m, n in zip_longest(mentions, mentions[1:]) if not _owns(reading.doc, m, n)]
    mentions = [m for m, n in zip(mentions, [None, *mentions], strict=False) if not _states_again(reading.doc, n, m)]
    mentions = [m for m, n in zip(mentions, [None, *mentions], strict=False) if not _tells_side(reading.doc, n, m)]
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


def _states_again(doc: Doc, before: ActorMention | None, mention: ActorMention) -> bool:
    """True for "of the two countries" after "senior officials": the officials are named with their states already."""
    if before is None or not before.members or not mention.members or before.end_token >= len(doc):
        return False
    told = all(any(name.endswith(state) for name in before.members) for state in mention.members)
    return told and doc[before.end_token].lower_ == "of" and mention.start_token <= before.end_token + 1


def _tells_side(doc: Doc, before: ActorMention | None, mention: ActorMention) -> bool:
    """True for "of B" right behind a name: "A of B and C's prime minister" are two people."""
    if (
        before is None
        or before.kind != "person"
        or mention.kind != "state"
        or before.end_token + 2 < mention.start_token
    ):
        return False
    return before.end_token < mention.start_token and doc[before.end_token].lower_ == "of"


def _apposed(doc: Doc, phrase: Phrase, mention: ActorMention) -> bool:
    """True for an office that only describes the name before it: "with B, spokesperson of the president"."""
    last = phrase.mentions[-1]
    between = [t.text for t in doc[phrase.end : mention.start_token]]
    if between != [","] or last.kind != "person" or mention.kind != "person" or mention.members or mention.pronoun:
        return False
    own = {fold(t.text) for t in doc[mention.start_token : mention.end_token]}
    return not own & {fold(word) for word in mention.name.split()} and mention.name[:1].isupper()


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
    if after[:1] != ["and"] or len(after) < 2:
        return False
    return after[1] in ("others", "other", "about", "some", "several", "dozens") or after[1].isdigit()


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
        between = [t for t in doc[mention.end_token : following.start_token] if t.text not in _GENITIVE]
        related = len(between) < 5 and all(t.pos_ in ("NOUN", "ADJ") for t in between)  # "Kim's younger sister B"
        return following.kind == "person" and is_genitive(doc, mention) and related
    if following.kind == "person" and mention.end_token == following.start_token and not mention.members:
        return doc[mention.start_token - 1].lower_ in ("of", "the") if mention.start_token else False
    if not is_genitive(doc, mention):
        return False
    gap = [t for t in doc[mention.end_token : following.start_token] if t.text not in _GENITIVE]
    return following.kind == "person" and all(t.pos_ in ("ADJ", "NOUN", "PROPN", "PUNCT") for t in gap) and len(gap) < 5


def _of_a_part(doc: Doc, mention: ActorMention) -> bool:
    """True for "Prime Minister A of B's C Government": B owns its part, A does not."""
    end = mention.end_token
    if mention.kind != "person" or mention.pronoun or end + 1 >= len(doc) or not doc[end + 1].text[:1].isupper():
        return False
    inside = [t.lower_ for t in doc[mention.start_token : end]]
    name = mention.name.lower().split()[-1]
    return "of" in inside and name in inside and inside.index(name) < len(inside) - 1 - inside[::-1].index("of")


def is_genitive(doc: Doc, mention: ActorMention) -> bool:
    """True when the mention owns what follows: "Biden's", "their"."""
    last = doc[mention.end_token - 1]
    after = doc[mention.end_token] if mention.end_token < len(doc) else None
    if _of_a_part(doc, mention):
        return False
    if last.text in _GENITIVE or (after is not None and after.text in _GENITIVE):
        return True
    return mention.pronoun and last.tag_ == "PRP$"


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
    if mention.kind == "person" and preposition in ("in", "at") and _past_a_place(doc, from_here):
        preposition = ""
    if mention.kind == "person" and mention.office and preposition in ("of", "for", "in", "on", "at"):
        preposition = before_body(doc, start, floor) or preposition
    if mention.kind == "person" and preposition in ("of", "for") and _title_after_verb(doc, start):
        preposition = ""
    if mention.kind == "person" and not preposition and start > 3 and _after_long_title(doc, start):
        preposition = before_body(doc, start, floor)
    preposition = preposition or _before_guest(doc, start, floor)
    separate = any(t.lower_ in words.DISTRIBUTIVE for t in doc[max(floor, start - 3) : start])
    genitive, modifier = is_genitive(doc, mention), is_modifier(doc, mention)
    return Phrase(start, mention.end_token, preposition, (mention,), genitive, separate, modifier)


def _before_guest(doc: Doc, start: int, floor: int) -> str:
    """For "with his Turkish guest, A", "opposite B's A": the preposition before the word or the owner of A."""
    if start - 2 > floor and doc[start - 1].text == "," and doc[start - 2].lower_ in ("guest", "host", "visitor"):
        before = [t.lower_ for t in doc[max(floor, start - 6) : start - 2]]
        return next((word for word in reversed(before) if word in ("with", "by", "between")), "")
    i = start - 1
    while i > floor and (doc[i].text in _GENITIVE or doc[i].text[:1].isupper()):
        i -= 1
    return "opposite" if doc[i].lower_ == "opposite" else ""


def _title_after_verb(doc: Doc, start: int) -> bool:
    """For "to meet President-elect of the B C": the title's own "of" leads to no phrase."""
    i = start - 1
    while i > 0 and (doc[i].text[:1].isupper() or doc[i].lower_ in ("of", "the", "-", "elect", "designate")):
        i -= 1
    return doc[i].pos_ == "VERB" and any(t.lower_ in words.TITLES for t in doc[i + 1 : start])


def _after_long_title(doc: Doc, start: int) -> bool:
    """For "with Member of the Presidency of B C": a name right behind the state of its office."""
    before = doc[start - 1]
    own = before.pos_ == "PROPN" and before.text[:1].isupper() and before.lower_ not in words.CALENDAR
    return own and any(t.lower_ in words.TITLES for t in doc[max(0, start - 12) : start - 1])


def _past_a_place(doc: Doc, start: int) -> bool:
    """For "received in the Kremlin President B": the preposition has its place already."""
    before = doc[start - 1]
    named = before.text[:1].isupper() and before.pos_ == "PROPN" and before.lower_ not in words.TITLES
    return start > 1 and named and doc[start - 2].lower_ == "the"


def is_modifier(doc: Doc, mention: ActorMention) -> bool:
    """True for a state or body that only qualifies the next noun."""
    if mention.kind == "person" or mention.pronoun or mention.end_token >= len(doc):
        return False
    after, last = doc[mention.end_token], doc[mention.end_token - 1]
    if after.pos_ not in ("NOUN", "PROPN", "ADJ") or (last.pos_ == "NOUN" and last.lower_ != last.text.lower()):
        return False
    return top(doc, mention).dep_ in ("compound", "amod", "nmod:poss", "nmod") and top(doc, mention).head.i >= after.i


def _extended(doc: Doc, phrase: Phrase, mention: ActorMention, gap: list[Token]) -> Phrase:
    separate = phrase.separate or any(t.lower_ in words.DISTRIBUTIVE | _AFTERWARDS for t in gap)
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
